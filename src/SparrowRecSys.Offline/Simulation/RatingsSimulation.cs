using System.Buffers.Text;
using System.Collections.Concurrent;

namespace SparrowRecSys.Offline.Simulation;

/// <summary>
/// Writes simulated ratings in the MovieLens form: users ascending, within a user movies ascending, as MovieLens does. Threads simulate blocks
/// of users, one writer puts the blocks in order: the bytes do not depend on the number of threads, and only a few blocks are in memory.
/// </summary>
/// <param name="model">The world.</param>
/// <param name="seed">Seed of the whole simulation.</param>
internal sealed class RatingsSimulation(TasteModel model, ulong seed)
{
    private const int RatingsPerBlock = 1 << 15; // a block is well under 1 MB
    private const int LongestRow = 64; // bytes; three numbers, a score and four separators need at most 48

    /// <summary>Writes <c>userId,movieId,rating,timestamp</c> with a header, lines ended by LF.</summary>
    /// <param name="stream">Written from this thread only.</param>
    /// <param name="counts">Ratings of each user; user ids are 1, 2, ...</param>
    /// <param name="threads">At least 1.</param>
    /// <param name="progress">Told the number of ratings written so far.</param>
    /// <param name="cancellation">Stops with <see cref="OperationCanceledException"/>.</param>
    public void Write(Stream stream, int[] counts, int threads, IProgress<long>? progress, CancellationToken cancellation)
    {
        stream.Write("userId,movieId,rating,timestamp\n"u8);
        using var simulators = new ThreadLocal<UserSimulator>(() => new UserSimulator(model, seed));
        var free = new ConcurrentBag<Block>();
        var running = new Queue<Task<Block>>();
        long written = 0;
        try
        {
            foreach (Range users in Blocks(counts))
            {
                if (running.Count >= threads)
                {
                    WriteOldest();
                }

                running.Enqueue(Task.Run(() => Simulate(users, counts, simulators, free, cancellation), CancellationToken.None));
            }

            while (running.Count > 0)
            {
                WriteOldest();
            }
        }
        finally
        {
            Task.WhenAll(running).ContinueWith(static _ => { }, TaskScheduler.Default).Wait(CancellationToken.None); // they use what this method disposes
        }

        void WriteOldest()
        {
            Block block = running.Dequeue().GetAwaiter().GetResult();
            stream.Write(block.Bytes.AsSpan(0, block.Length));
            written += block.Ratings;
            free.Add(block);
            progress?.Report(written);
        }
    }

    private Block Simulate(Range users, int[] counts, ThreadLocal<UserSimulator> simulators, ConcurrentBag<Block> free, CancellationToken cancellation)
    {
        Block block = free.TryTake(out Block? used) ? used : new Block();
        block.Clear();
        UserSimulator simulator = simulators.Value ?? new UserSimulator(model, seed);
        for (int user = users.Start.Value; user < users.End.Value; user++)
        {
            simulator.Simulate(user + 1, counts[user], block.Scratch, cancellation);
            block.Append(user + 1, model.Traits);
        }

        return block;
    }

    /// <summary>Users in blocks of about the same number of ratings; the same blocks for any number of threads.</summary>
    private static IEnumerable<Range> Blocks(int[] counts)
    {
        int start = 0;
        int ratings = 0;
        for (int user = 0; user < counts.Length; user++)
        {
            ratings += counts[user];
            if (ratings >= RatingsPerBlock || user == counts.Length - 1)
            {
                yield return start..(user + 1);
                (start, ratings) = (user + 1, 0);
            }
        }
    }

    /// <summary>Rows of some users as text; used again and again.</summary>
    private sealed class Block
    {
        public byte[] Bytes { get; private set; } = new byte[RatingsPerBlock * 28];

        public int Length { get; private set; }

        public int Ratings { get; private set; }

        public List<SimulatedRating> Scratch { get; } = [];

        public void Clear() => (Length, Ratings) = (0, 0);

        /// <summary>Appends the rows of <see cref="Scratch"/>.</summary>
        public void Append(int userId, MovieTraits traits)
        {
            int most = Length + (Scratch.Count * LongestRow);
            if (Bytes.Length < most)
            {
                byte[] larger = new byte[most * 2];
                Bytes.AsSpan(0, Length).CopyTo(larger);
                Bytes = larger;
            }

            foreach (SimulatedRating rating in Scratch)
            {
                AppendNumber(userId, (byte)',');
                AppendNumber(traits.Movies[rating.MovieRow].MovieId, (byte)',');
                AppendNumber(rating.HalfStars / 2, (byte)'.');
                AppendNumber(rating.HalfStars % 2 * 5, (byte)',');
                AppendNumber(rating.Timestamp, (byte)'\n');
            }

            Ratings += Scratch.Count;
        }

        private void AppendNumber(long number, byte separator)
        {
            Utf8Formatter.TryFormat(number, Bytes.AsSpan(Length), out int digits);
            Bytes[Length + digits] = separator;
            Length += digits + 1;
        }
    }
}
