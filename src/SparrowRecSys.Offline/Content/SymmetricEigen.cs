namespace SparrowRecSys.Offline.Content;

/// <summary>Eigenvalues and eigenvectors of a small symmetric matrix by Jacobi's rotations (Golub and Van Loan, "Matrix Computations", 8.5).</summary>
internal static class SymmetricEigen
{
    private const int MostSweeps = 60; // seven or eight are enough in practice
    private const double Negligible = 1e-26; // of the sum of squares: what is left off the diagonal

    /// <summary>O(D³) a sweep.</summary>
    /// <param name="matrix">(D, D), symmetric. Changed.</param>
    /// <param name="dimension">D.</param>
    /// <returns>Eigenvalues, largest first, and (D, D) with the eigenvector of each as a row.</returns>
    public static (double[] Values, double[] Vectors) Compute(double[] matrix, int dimension)
    {
        double[] vectors = new double[dimension * dimension];
        for (int i = 0; i < dimension; i++)
        {
            vectors[(i * dimension) + i] = 1;
        }

        double limit = Negligible * matrix.Sum(value => value * value);
        for (int sweep = 0; sweep < MostSweeps && OffDiagonal(matrix, dimension) > limit; sweep++)
        {
            for (int p = 0; p < dimension - 1; p++)
            {
                for (int q = p + 1; q < dimension; q++)
                {
                    Rotate(matrix, vectors, dimension, p, q);
                }
            }
        }

        int[] order = [.. Enumerable.Range(0, dimension).OrderByDescending(i => matrix[(i * dimension) + i])];
        return ([.. order.Select(i => matrix[(i * dimension) + i])], [.. order.SelectMany(i => vectors[(i * dimension)..((i + 1) * dimension)])]);
    }

    private static double OffDiagonal(double[] matrix, int dimension)
    {
        double sum = 0;
        for (int row = 0; row < dimension; row++)
        {
            for (int column = row + 1; column < dimension; column++)
            {
                double value = matrix[(row * dimension) + column];
                sum += 2 * value * value;
            }
        }

        return sum;
    }

    /// <summary>Turns rows and columns p and q so that the entry where they meet becomes 0.</summary>
    private static void Rotate(double[] matrix, double[] vectors, int dimension, int p, int q)
    {
        double entry = matrix[(p * dimension) + q];
        if (entry == 0)
        {
            return;
        }

        double half = (matrix[(q * dimension) + q] - matrix[(p * dimension) + p]) / (2 * entry);
        double tangent = (half >= 0 ? 1 : -1) / (Math.Abs(half) + Math.Sqrt((half * half) + 1));
        double cosine = 1 / Math.Sqrt((tangent * tangent) + 1);
        double sine = tangent * cosine;
        Turn(matrix.AsSpan(p * dimension, dimension), matrix.AsSpan(q * dimension, dimension), cosine, sine);
        for (int row = 0; row < dimension; row++)
        {
            (double left, double right) = (matrix[(row * dimension) + p], matrix[(row * dimension) + q]);
            matrix[(row * dimension) + p] = (cosine * left) - (sine * right);
            matrix[(row * dimension) + q] = (sine * left) + (cosine * right);
        }

        Turn(vectors.AsSpan(p * dimension, dimension), vectors.AsSpan(q * dimension, dimension), cosine, sine);
    }

    private static void Turn(Span<double> first, Span<double> second, double cosine, double sine)
    {
        for (int i = 0; i < first.Length; i++)
        {
            (first[i], second[i]) = ((cosine * first[i]) - (sine * second[i]), (sine * first[i]) + (cosine * second[i]));
        }
    }
}
