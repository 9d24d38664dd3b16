using SparrowRecSys.LinearAlgebra;
using SparrowRecSys.Offline.Item2Vec;
using SparrowRecSys.Offline.RetrievalMethods;

namespace SparrowRecSys.Offline.Content;

/// <summary>The largest singular values of a sparse matrix and what its rows are in their directions.</summary>
/// <param name="Values">(D), largest first; 0 beyond the rank of the matrix.</param>
/// <param name="Left">(N, D): left singular vectors, orthonormal columns; zeros where the value is 0.</param>
internal sealed record SvdResult(double[] Values, float[] Left);

/// <summary>
/// Truncated singular value decomposition by randomized subspace iteration (Halko, Martinsson and Tropp 2011, "Finding structure with randomness",
/// algorithms 4.4 and 5.1): a few products with the matrix and its transpose, never a dense (N, V). The same with any number of threads.
/// </summary>
internal static class TruncatedSvd
{
    private const int Oversampling = 10; // directions more than wanted, which make the wanted ones better
    private const int Iterations = 4;
    private const double SmallestShare = 1e-7; // of the largest eigenvalue; below, a direction is rounding
    private const int BlockRows = 1024; // summed in float, the blocks in double

    /// <summary>O((nonzeros · L + (N + V) · L² + L³) · iterations) with L = D + 10.</summary>
    /// <param name="matrix">(N, V).</param>
    /// <param name="dimension">D.</param>
    /// <param name="seed">Of the first guess.</param>
    /// <param name="cancellation">Stops between products.</param>
    public static SvdResult Compute(SparseRows matrix, int dimension, int seed, CancellationToken cancellation)
    {
        int width = Products.Pad(dimension + Oversampling);
        SparseRows transposed = matrix.Transpose();
        float[] basis = Orthonormal(matrix.Multiply(Signs(matrix.ColumnCount * width, seed), width, cancellation), width, cancellation);
        for (int i = 0; i < Iterations; i++)
        {
            float[] right = Orthonormal(transposed.Multiply(basis, width, cancellation), width, cancellation);
            basis = Orthonormal(matrix.Multiply(right, width, cancellation), width, cancellation);
        }

        basis = Orthonormal(basis, width, cancellation); // once more, for what the first time left to rounding
        (double[] values, double[] vectors) = SymmetricEigen.Compute(Gram(transposed.Multiply(basis, width, cancellation), width), width);
        double smallest = SmallestShare * values[0];
        float[] turn = new float[width * width]; // the eigenvectors as columns
        for (int column = 0; column < dimension && values[column] > smallest; column++)
        {
            WriteColumn(turn, width, column, vectors.AsSpan(column * width, width), 1);
        }

        double[] singular = [.. values.Take(dimension).Select(value => value > smallest ? Math.Sqrt(value) : 0)];
        return new SvdResult(singular, FirstColumns(Turn(basis, turn, width, cancellation), width, dimension));
    }

    /// <summary>Orthonormal columns that span what the columns span; a direction too many becomes zeros.</summary>
    private static float[] Orthonormal(float[] columns, int width, CancellationToken cancellation)
    {
        (double[] values, double[] vectors) = SymmetricEigen.Compute(Gram(columns, width), width);
        float[] turn = new float[width * width];
        for (int column = 0; column < width && values[column] > SmallestShare * values[0]; column++)
        {
            WriteColumn(turn, width, column, vectors.AsSpan(column * width, width), 1 / Math.Sqrt(values[column]));
        }

        return Turn(columns, turn, width, cancellation);
    }

    /// <summary>XᵀX of X (rows, width).</summary>
    private static double[] Gram(float[] rows, int width)
    {
        int count = rows.Length / width;
        double[] gram = new double[width * width];
        float[] block = new float[width * width];
        for (int start = 0; start < count; start += BlockRows)
        {
            Array.Clear(block);
            Products.AddSquares(rows.AsSpan(start * width), Math.Min(BlockRows, count - start), width, 1, block, width, width);
            for (int row = 0; row < width; row++)
            {
                for (int column = row; column < width; column++)
                {
                    gram[(row * width) + column] += block[(row * width) + column];
                }
            }
        }

        for (int row = 0; row < width; row++)
        {
            for (int column = 0; column < row; column++)
            {
                gram[(row * width) + column] = gram[(column * width) + row];
            }
        }

        return gram;
    }

    /// <summary>The product (rows, width) · (width, width).</summary>
    private static float[] Turn(float[] rows, float[] turn, int width, CancellationToken cancellation)
    {
        float[] turned = new float[rows.Length];
        ParallelLoop.Run(
            rows.Length / width, 0, () => 0, (row, _) => Products.AddRows(turn, rows.AsSpan(row * width, width), turned.AsSpan(row * width, width)), cancellation);
        return turned;
    }

    private static void WriteColumn(float[] matrix, int width, int column, ReadOnlySpan<double> values, double scale)
    {
        for (int row = 0; row < width; row++)
        {
            matrix[(row * width) + column] = (float)(scale * values[row]);
        }
    }

    private static float[] FirstColumns(float[] rows, int width, int dimension)
    {
        int count = rows.Length / width;
        float[] first = new float[count * dimension];
        for (int row = 0; row < count; row++)
        {
            rows.AsSpan(row * width, dimension).CopyTo(first.AsSpan(row * dimension));
        }

        return first;
    }

    private static float[] Signs(int count, int seed)
    {
        var random = new FastRandom((ulong)seed);
        float[] signs = new float[count];
        for (int i = 0; i < count; i++)
        {
            signs[i] = random.Next() >> 63 == 0 ? 1 : -1;
        }

        return signs;
    }
}
