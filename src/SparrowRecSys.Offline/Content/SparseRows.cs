using System.Numerics.Tensors;
using SparrowRecSys.Offline.RetrievalMethods;

namespace SparrowRecSys.Offline.Content;

/// <summary>A sparse matrix (N, V), row by row. Immutable.</summary>
/// <param name="starts">(N + 1): where each row begins.</param>
/// <param name="columns">(nonzeros), each once in a row.</param>
/// <param name="values">(nonzeros), finite.</param>
/// <param name="columnCount">V.</param>
internal sealed class SparseRows(int[] starts, int[] columns, float[] values, int columnCount)
{
    /// <summary>N.</summary>
    public int Count => starts.Length - 1;

    /// <summary>V.</summary>
    public int ColumnCount => columnCount;

    /// <summary>Σ of all squares: the squared Frobenius norm.</summary>
    public double SumOfSquares => values.Sum(value => (double)value * value);

    public ReadOnlySpan<int> Columns(int row) => columns.AsSpan(starts[row]..starts[row + 1]);

    public ReadOnlySpan<float> Values(int row) => values.AsSpan(starts[row]..starts[row + 1]);

    /// <summary>The product with a dense matrix. O(nonzeros · width).</summary>
    /// <param name="dense">(V, width).</param>
    /// <param name="width">Columns of both dense matrices.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>(N, width), the same with any number of threads.</returns>
    public float[] Multiply(float[] dense, int width, CancellationToken cancellation)
    {
        float[] product = new float[Count * width];
        ParallelLoop.Run(Count, 0, () => 0, (row, _) => AddRow(row, dense, product.AsSpan(row * width, width)), cancellation);
        return product;
    }

    /// <summary>(V, N).</summary>
    public SparseRows Transpose()
    {
        int[] transposedStarts = new int[columnCount + 1];
        foreach (int column in columns)
        {
            transposedStarts[column + 1]++;
        }

        for (int column = 0; column < columnCount; column++)
        {
            transposedStarts[column + 1] += transposedStarts[column];
        }

        int[] next = transposedStarts[..^1];
        int[] rows = new int[columns.Length];
        float[] transposed = new float[columns.Length];
        for (int row = 0; row < Count; row++)
        {
            for (int i = starts[row]; i < starts[row + 1]; i++)
            {
                int place = next[columns[i]]++;
                (rows[place], transposed[place]) = (row, values[i]);
            }
        }

        return new SparseRows(transposedStarts, rows, transposed, Count);
    }

    private void AddRow(int row, float[] dense, Span<float> sum)
    {
        for (int i = starts[row]; i < starts[row + 1]; i++)
        {
            TensorPrimitives.MultiplyAdd(dense.AsSpan(columns[i] * sum.Length, sum.Length), values[i], sum, sum);
        }
    }
}
