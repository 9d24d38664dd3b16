using System.Buffers;
using System.Numerics.Tensors;

namespace SparrowRecSys;

/// <summary>
/// Keeps the best k of a stream of candidates: whatever may be among them is collected, and when there is too much of it the k best are
/// selected and the bar is raised. Ties go to the lower row. O(n + k) for n candidates whose scores are spread, O(n log n) at worst; no
/// allocation beyond rented arrays.
/// </summary>
/// <remarks>
/// With k a quarter of n, as in retrieval, a heap or a sort by comparison spends most of its time on mispredicted branches; distributing the
/// scores over buckets has hardly any. With k = 10 both cost next to nothing.
/// </remarks>
/// <param name="best">Room for k candidates; written by <see cref="SortBestFirst"/>.</param>
public ref struct TopCandidates(Span<Candidate> best)
{
    private const int LeastRoom = 1024; // 8 KB: a catalog of this size is selected from once, at the end
    private const int BucketCount = 512;
    private const int SmallBucket = 16; // sorted by insertion up to this size

    private readonly Span<Candidate> _best = best;
    private readonly float[] _scores = ArrayPool<float>.Shared.Rent(Math.Max(2 * best.Length, LeastRoom));
    private readonly int[] _rows = ArrayPool<int>.Shared.Rent(Math.Max(2 * best.Length, LeastRoom));
    private int _count;

    /// <summary>A candidate that scores less than this is certainly not among the best; negative infinity while all may be.</summary>
    public float Threshold { get; private set; } = best.IsEmpty ? float.PositiveInfinity : float.NegativeInfinity;

    /// <summary>Offers a candidate. A score that is not a number is refused, so that it can never come out first.</summary>
    public void Add(int movieRow, float score)
    {
        // Not "score < Threshold": that would let NaN in.
        if (!(score >= Threshold) || _best.IsEmpty)
        {
            return;
        }

        _scores[_count] = score;
        _rows[_count++] = movieRow;
        if (_count == _scores.Length || _count == _rows.Length)
        {
            Shrink();
        }
    }

    /// <summary>Writes the best, best first, to the start of the span and returns how many they are. Nothing may be added afterwards.</summary>
    public int SortBestFirst()
    {
        int count = Math.Min(_count, _best.Length);
        if (count > 0)
        {
            Sort(count);
        }

        ArrayPool<float>.Shared.Return(_scores);
        ArrayPool<int>.Shared.Return(_rows);
        return count;
    }

    private void Shrink()
    {
        Sort(_best.Length);
        for (int i = 0; i < _best.Length; i++)
        {
            (_rows[i], _scores[i]) = (_best[i].MovieRow, _best[i].Score);
        }

        _count = _best.Length;
        Threshold = _best[^1].Score;
    }

    /// <summary>Writes the <paramref name="wanted"/> best of the collected candidates, best first.</summary>
    private readonly void Sort(int wanted)
    {
        ulong[] rented = ArrayPool<ulong>.Shared.Rent(_count);
        Span<ulong> keys = rented.AsSpan(0, _count);
        ReadOnlySpan<float> scores = _scores.AsSpan(0, _count);
        float highest = TensorPrimitives.Max(scores);
        float scale = (BucketCount - 1) / (highest - TensorPrimitives.Min(scores));
        if (float.IsFinite(scale))
        {
            Distribute(keys, highest, scale, wanted);
        }
        else
        {
            // All scores are equal, or some are infinite.
            for (int i = 0; i < keys.Length; i++)
            {
                keys[i] = Pack(_rows[i], scores[i]);
            }

            keys.Sort();
        }

        for (int i = 0; i < wanted; i++)
        {
            _best[i] = Unpack(keys[i]);
        }

        ArrayPool<ulong>.Shared.Return(rented);
    }

    /// <summary>Counting sort into buckets of equal width, the highest scores in bucket 0, as far as the wanted ones reach; then each bucket.</summary>
    private readonly void Distribute(Span<ulong> keys, float highest, float scale, int wanted)
    {
        ReadOnlySpan<float> scores = _scores.AsSpan(0, keys.Length);
        ReadOnlySpan<int> rows = _rows.AsSpan(0, keys.Length);
        Span<int> ends = stackalloc int[BucketCount]; // at first counts, then where each bucket ends
        ends.Clear();
        foreach (float score in scores)
        {
            ends[(int)((highest - score) * scale)]++;
        }

        int last = 0; // the bucket that holds the last wanted one
        for (int end = ends[0]; end < wanted; end = ends[last])
        {
            ends[++last] += end;
        }

        int written = ends[last];
        for (int i = 0; i < scores.Length; i++)
        {
            int bucket = (int)((highest - scores[i]) * scale);
            if (bucket <= last)
            {
                keys[--ends[bucket]] = Pack(rows[i], scores[i]);
            }
        }

        // Filled from behind, each bucket's end has become its start.
        for (int bucket = 0; bucket < last; bucket++)
        {
            if (ends[bucket + 1] - ends[bucket] > 1)
            {
                SortBucket(keys[ends[bucket]..ends[bucket + 1]]);
            }
        }

        SortBucket(keys[ends[last]..written]);
    }

    private static void SortBucket(Span<ulong> keys)
    {
        if (keys.Length > SmallBucket)
        {
            keys.Sort();
            return;
        }

        for (int i = 1; i < keys.Length; i++)
        {
            ulong key = keys[i];
            int at = i;
            for (; at > 0 && keys[at - 1] > key; at--)
            {
                keys[at] = keys[at - 1];
            }

            keys[at] = key;
        }
    }

    // One number whose order is "best first". High half: the score's bits, turned so that a higher score is smaller. Low half: the row.
    private static ulong Pack(int movieRow, float score)
    {
        int bits = BitConverter.SingleToInt32Bits(score + 0f); // -0 becomes 0: they are equal
        uint ascending = bits < 0 ? ~(uint)bits : (uint)bits | 0x8000_0000;
        return ((ulong)~ascending << 32) | (uint)movieRow;
    }

    private static Candidate Unpack(ulong key)
    {
        uint ascending = ~(uint)(key >> 32);
        uint bits = (ascending & 0x8000_0000) != 0 ? ascending & 0x7FFF_FFFF : ~ascending;
        return new Candidate((int)(uint)key, BitConverter.UInt32BitsToSingle(bits));
    }
}
