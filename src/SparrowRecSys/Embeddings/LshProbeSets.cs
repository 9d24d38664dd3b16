using System.Diagnostics;
using System.Numerics;

namespace SparrowRecSys.Embeddings;

/// <summary>
/// Which buckets to look into, most promising first, for any query (Lv, Josephson, Wang, Charikar and Li 2007, "Multi-probe LSH", sections 4.4 and 4.5).
/// </summary>
/// <remarks>
/// A query lies between two boundaries in each of K projections, and a near vector is rather beyond a near boundary. Sorted by distance, position j and position
/// 2K - 1 - j are the two boundaries of one projection. A set of positions to step over is worth the less, the larger the sum of its squared distances; taking their
/// expected values in place of the query's, the order of the sets is the same for all queries and is computed once.
/// </remarks>
internal static class LshProbeSets
{
    /// <summary>Sets of positions as bits, the empty one (the query's own bucket) first.</summary>
    /// <param name="hashes">K, 1 to <see cref="LshOptions.MostHashes"/>.</param>
    /// <param name="wanted">Sets wanted; there are fewer when all 3^K are taken.</param>
    public static ulong[] Create(int hashes, int wanted)
    {
        Debug.Assert(hashes is >= 1 and <= LshOptions.MostHashes, "Two positions a hash function must fit into 64 bits.");
        var sets = new List<ulong> { 0 };
        var next = new PriorityQueue<ulong, (double Cost, ulong Set)>();
        next.Enqueue(1, (ExpectedSquare(0, hashes), 1));
        while (sets.Count < wanted && next.TryDequeue(out ulong set, out (double Cost, ulong Set) priority))
        {
            if (IsPossible(set, hashes))
            {
                sets.Add(set);
            }

            int last = BitOperations.Log2(set);
            if (last + 1 < 2 * hashes)
            {
                double expanded = priority.Cost + ExpectedSquare(last + 1, hashes);
                ulong with = set | (1UL << (last + 1));
                ulong shifted = with & ~(1UL << last);
                next.Enqueue(with, (expanded, with));
                next.Enqueue(shifted, (expanded - ExpectedSquare(last, hashes), shifted));
            }
        }

        return [.. sets];
    }

    /// <summary>Whether no projection is left on both sides at once.</summary>
    private static bool IsPossible(ulong set, int hashes)
    {
        for (int position = 0; position < hashes; position++)
        {
            ulong both = (1UL << position) | (1UL << ((2 * hashes) - 1 - position));
            if ((set & both) == both)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Expected square of the distance at a position, in units of w²: that of order statistics of uniform numbers.</summary>
    private static double ExpectedSquare(int position, int hashes)
    {
        double k = hashes;
        if (position < hashes)
        {
            double j = position + 1;
            return j * (j + 1) / (4 * (k + 1) * (k + 2));
        }

        double other = (2 * hashes) - position;
        return 1 - (other / (k + 1)) + (other * (other + 1) / (4 * (k + 1) * (k + 2)));
    }
}
