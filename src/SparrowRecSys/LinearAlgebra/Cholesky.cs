using System.Numerics.Tensors;

namespace SparrowRecSys.LinearAlgebra;

/// <summary>Solves symmetric positive definite systems A x = b by A = Uᵀ U. Only the upper triangle of A is read.</summary>
/// <remarks>
/// With U above the diagonal every inner loop walks along a row, and what a block of finished rows takes from the rest is
/// <see cref="Products.AddSquares"/> (the right-looking blocked algorithm; Golub and Van Loan, "Matrix Computations", 4.2.6).
/// </remarks>
public static class Cholesky
{
    /// <summary>Replaces A by U, above the diagonal; what lies below becomes undefined. O(D³ / 6).</summary>
    /// <param name="matrix">(D, D), row-major.</param>
    /// <param name="dimension">D, a multiple of <see cref="Products.Block"/>.</param>
    /// <returns>False, with the matrix undefined, when A is not positive definite.</returns>
    public static bool TryFactor(Span<float> matrix, int dimension)
    {
        for (int start = 0; start < dimension; start += Products.Block)
        {
            int end = start + Products.Block;
            if (!TryFinishRows(matrix, dimension, start, end))
            {
                return false;
            }

            if (end < dimension)
            {
                Span<float> finished = matrix.Slice((start * dimension) + end, (Products.Block * dimension) - end);
                Products.AddSquares(
                    finished, Products.Block, dimension, -1, matrix[((end * dimension) + end)..], dimension - end, dimension);
            }
        }

        return true;
    }

    /// <summary>Solves Uᵀ U x = b in place: b (D) becomes x. O(D²).</summary>
    /// <param name="factor">(D, D): U, of <see cref="TryFactor"/>.</param>
    /// <param name="vector">(D).</param>
    public static void Solve(ReadOnlySpan<float> factor, Span<float> vector)
    {
        int dimension = vector.Length;
        for (int i = 0; i < dimension; i++) // Uᵀ z = b
        {
            ReadOnlySpan<float> row = factor.Slice(i * dimension, dimension)[i..];
            vector[i] /= row[0];
            TensorPrimitives.MultiplyAdd(row[1..], -vector[i], vector[(i + 1)..], vector[(i + 1)..]);
        }

        for (int i = dimension - 1; i >= 0; i--) // U x = z
        {
            ReadOnlySpan<float> row = factor.Slice(i * dimension, dimension)[i..];
            vector[i] = (vector[i] - DotProducts.One(row[1..], vector[(i + 1)..])) / row[0];
        }
    }

    /// <summary>Makes rows of U of rows from which all earlier rows have been taken.</summary>
    private static bool TryFinishRows(Span<float> matrix, int dimension, int start, int end)
    {
        for (int i = start; i < end; i++)
        {
            Span<float> row = matrix.Slice(i * dimension, dimension)[i..];
            if (!(row[0] > 0))
            {
                return false;
            }

            TensorPrimitives.Multiply(row, 1 / MathF.Sqrt(row[0]), row);
            for (int below = i + 1; below < end; below++)
            {
                Span<float> other = matrix.Slice(below * dimension, dimension)[below..];
                TensorPrimitives.MultiplyAdd(row[(below - i)..], -row[below - i], other, other);
            }
        }

        return true;
    }
}
