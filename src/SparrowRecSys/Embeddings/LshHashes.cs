using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace SparrowRecSys.Embeddings;

/// <summary>
/// The hash functions floor((a · v + b) / w) of all tables (Datar, Immorlica, Indyk and Mirrokni 2004), a normally distributed, b uniform in [0, w). K of them make the
/// key of a bucket: Σ h · m with odd random m, so that a neighbouring bucket's key is one addition away. Immutable, thread-safe.
/// </summary>
/// <remarks>
/// These functions tell Euclidean distances, and the order by inner product is made one by distance: all vectors are divided by the largest length, one more coordinate
/// √(1 - |v|²) makes their length 1, and the query, which has 0 there, is scaled to length 1 too (Bachrach et al. 2014; Neyshabur and Srebro 2015).
/// Where all lengths are 1 already that coordinate is 0.
/// </remarks>
internal sealed class LshHashes
{
    private readonly float[] _directions; // (L K, D), divided by w
    private readonly float[] _lifts; // (L K), the same for the added coordinate
    private readonly float[] _offsets; // (L K), b / w
    private readonly ulong[] _multipliers; // (K)

    public LshHashes(LshOptions options, int dimension, double width)
    {
        var random = new Random(options.Seed);
        int count = options.Tables * options.Hashes;
        (Hashes, Dimension) = (options.Hashes, dimension);
        _directions = new float[count * dimension];
        _lifts = new float[count];
        _offsets = new float[count];
        for (int i = 0; i < _directions.Length; i++)
        {
            _directions[i] = (float)(Gaussian(random) / width);
        }

        for (int i = 0; i < count; i++)
        {
            _lifts[i] = (float)(Gaussian(random) / width);
            _offsets[i] = random.NextSingle();
        }

        _multipliers = new ulong[options.Hashes];
        random.NextBytes(MemoryMarshal.AsBytes(_multipliers.AsSpan()));
        for (int i = 0; i < _multipliers.Length; i++)
        {
            _multipliers[i] |= 1;
        }
    }

    /// <summary>K.</summary>
    public int Hashes { get; }

    /// <summary>D.</summary>
    public int Dimension { get; }

    /// <summary>L·K.</summary>
    public int Count => _offsets.Length;

    /// <summary>Writes (a · v + b) / w of all functions.</summary>
    /// <param name="vector">Length D, not yet scaled.</param>
    /// <param name="scale">By which it is multiplied.</param>
    /// <param name="lift">Its added coordinate.</param>
    /// <param name="positions">(L K).</param>
    public void Project(ReadOnlySpan<float> vector, float scale, float lift, Span<float> positions)
    {
        RowProducts.OfRows(vector, _directions, positions);
        TensorPrimitives.MultiplyAdd(positions, scale, _offsets, positions);
        if (lift != 0)
        {
            TensorPrimitives.MultiplyAdd(_lifts, lift, positions, positions);
        }
    }

    /// <summary>Key of the bucket of a table in which the positions (K) lie.</summary>
    public ulong KeyOf(ReadOnlySpan<float> positions)
    {
        ulong key = 0;
        for (int i = 0; i < positions.Length; i++)
        {
            key += (ulong)(long)MathF.Floor(positions[i]) * _multipliers[i];
        }

        return key;
    }

    /// <summary>Writes by how much the key changes where a boundary is stepped over, the nearest boundary first; see <see cref="LshProbeSets"/>.</summary>
    /// <param name="positions">(K).</param>
    /// <param name="steps">(2 K).</param>
    public void RankSteps(ReadOnlySpan<float> positions, Span<ulong> steps)
    {
        Span<float> distances = stackalloc float[LshOptions.MostHashes];
        for (int i = 0; i < positions.Length; i++)
        {
            float above = positions[i] - MathF.Floor(positions[i]);
            float distance = Math.Min(above, 1 - above);
            ulong step = above <= 0.5f ? 0 - _multipliers[i] : _multipliers[i];
            int at = i;
            for (; at > 0 && distances[at - 1] > distance; at--)
            {
                distances[at] = distances[at - 1];
                steps[at] = steps[at - 1];
            }

            distances[at] = distance;
            steps[at] = step;
        }

        for (int i = 0; i < positions.Length; i++)
        {
            steps[(2 * positions.Length) - 1 - i] = 0 - steps[i];
        }
    }

    private static double Gaussian(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
