using SparrowRecSys.LinearAlgebra;

namespace SparrowRecSys.Offline.RetrievalMethods;

/// <summary>The vectors of one side of a factorization, (count, D padded), the padding zero.</summary>
internal sealed class Factors(int count, int dimension)
{
    private const int BlockRows = 256;

    private readonly int _stride = Products.Pad(dimension);

    public int Count => count;

    /// <summary>D.</summary>
    public int Dimension => dimension;

    public float[] Values { get; } = new float[checked(count * Products.Pad(dimension))];

    /// <summary>(D).</summary>
    public Span<float> Row(int row) => Values.AsSpan(row * _stride, dimension);

    /// <summary>(D padded).</summary>
    public Span<float> PaddedRow(int row) => Values.AsSpan(row * _stride, _stride);

    /// <summary>Draws all from N(0, deviation²).</summary>
    public void Randomize(Random random, double deviation)
    {
        for (int row = 0; row < count; row++)
        {
            foreach (ref float value in Row(row))
            {
                double radius = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())); // Box and Muller 1958
                value = (float)(deviation * radius * Math.Cos(2 * Math.PI * random.NextDouble()));
            }
        }
    }

    /// <summary>weight · YᵀY (D padded, D padded). O(count · D²).</summary>
    public float[] Gram(double weight)
    {
        float[] gram = new float[_stride * _stride];
        for (int start = 0; start < count; start += BlockRows)
        {
            int rows = Math.Min(BlockRows, count - start);
            Products.AddSquares(Values.AsSpan(start * _stride, rows * _stride), rows, _stride, (float)weight, gram, _stride, _stride);
        }

        for (int i = 0; i < _stride; i++)
        {
            for (int j = 0; j < i; j++)
            {
                gram[(i * _stride) + j] = gram[(j * _stride) + i];
            }
        }

        return gram;
    }

    /// <summary>(count, D) of some rows, without the padding.</summary>
    public float[] Compact(ReadOnlySpan<int> rows, int length)
    {
        float[] compact = new float[rows.Length * length];
        for (int i = 0; i < rows.Length; i++)
        {
            Row(rows[i])[..length].CopyTo(compact.AsSpan(i * length));
        }

        return compact;
    }
}
