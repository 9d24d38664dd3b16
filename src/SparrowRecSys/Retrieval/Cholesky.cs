using SparrowRecSys.Embeddings;

namespace SparrowRecSys.Retrieval;

/// <summary>Solves symmetric positive definite systems. Only the lower triangle of the matrix is read.</summary>
public static class Cholesky
{
    /// <summary>Solves A x = b in place: A (D, D), row-major, becomes its factor L, and b (D) becomes x. O(D³ / 6).</summary>
    /// <returns>False, with both undefined, when A is not positive definite.</returns>
    public static bool TrySolve(Span<float> matrix, Span<float> vector)
    {
        int dimension = vector.Length;
        for (int i = 0; i < dimension; i++)
        {
            Span<float> row = matrix.Slice(i * dimension, dimension);
            for (int j = 0; j < i; j++)
            {
                ReadOnlySpan<float> other = matrix.Slice(j * dimension, dimension);
                row[j] = (row[j] - DotProducts.One(row[..j], other[..j])) / other[j];
            }

            float pivot = row[i] - DotProducts.One(row[..i], row[..i]);
            if (!(pivot > 0))
            {
                return false;
            }

            row[i] = MathF.Sqrt(pivot);
            vector[i] = (vector[i] - DotProducts.One(row[..i], vector[..i])) / row[i]; // L z = b
        }

        for (int i = dimension - 1; i >= 0; i--) // Lᵀ x = z
        {
            ReadOnlySpan<float> row = matrix.Slice(i * dimension, dimension);
            vector[i] /= row[i];
            System.Numerics.Tensors.TensorPrimitives.MultiplyAdd(row[..i], -vector[i], vector[..i], vector[..i]);
        }

        return true;
    }
}
