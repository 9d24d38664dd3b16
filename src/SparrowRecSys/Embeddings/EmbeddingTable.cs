using System.Diagnostics;
using System.Numerics.Tensors;
using SparrowRecSys.Catalog;
using SparrowRecSys.LinearAlgebra;

namespace SparrowRecSys.Embeddings;

/// <summary>
/// N vectors of one length D, keyed by id, in one flat array. A row whose vector is zero is absent. Immutable, thread-safe.
/// </summary>
public sealed class EmbeddingTable
{
    private const float SmallestNormal = 1.17549435e-38f; // 2^-126; smaller ones have lost their precision

    private readonly AlignedMemory<float> _values; // (N, D)
    private readonly int[] _ids; // (N)
    private readonly bool[] _hasVector; // (N)
    private readonly IdIndex _rowOfId;

    /// <param name="ids">The N ids, each once, in any order.</param>
    /// <param name="values">(N, D), row-major, finite. Copied.</param>
    /// <param name="dimension">D, at least 1.</param>
    /// <param name="similarity">With <see cref="Similarity.Cosine"/> the copy's rows are scaled to length 1.</param>
    /// <exception cref="ArgumentException">
    /// <paramref name="values"/> is not N × D long or holds a value that is not finite, or an id appears twice.
    /// </exception>
    public EmbeddingTable(ReadOnlySpan<int> ids, ReadOnlySpan<float> values, int dimension, Similarity similarity = Similarity.Cosine)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(dimension);
        if (values.Length != (long)ids.Length * dimension)
        {
            throw new ArgumentException(
                $"Expected {ids.Length} x {dimension} = {(long)ids.Length * dimension} values, got {values.Length}.", nameof(values));
        }

        (Dimension, Similarity) = (dimension, similarity);
        _ids = ids.ToArray();
        _rowOfId = new IdIndex(ids);
        _values = new AlignedMemory<float>(values.Length);
        values.CopyTo(_values.Span);
        _hasVector = new bool[ids.Length];
        for (int row = 0; row < _ids.Length; row++)
        {
            _hasVector[row] = Check(_values.Span.Slice(row * dimension, dimension), _ids[row], similarity);
            PresentCount += _hasVector[row] ? 1 : 0;
        }
    }

    /// <summary>N, absent rows included.</summary>
    public int Count => _ids.Length;

    /// <summary>Rows that have a vector.</summary>
    public int PresentCount { get; }

    /// <summary>D.</summary>
    public int Dimension { get; }

    /// <summary>Whether rows have length 1, so that inner products are cosines, or are as they were given.</summary>
    public Similarity Similarity { get; }

    /// <summary>The ids, row by row.</summary>
    public ReadOnlySpan<int> Ids => _ids;

    /// <summary>The vector at a row, length D; zeros when <see cref="HasVector"/> is false.</summary>
    public ReadOnlySpan<float> Row(int row) => _values.Span.Slice(row * Dimension, Dimension);

    /// <summary>The vectors at consecutive rows, (count, D).</summary>
    public ReadOnlySpan<float> Rows(int start, int count) => _values.Span.Slice(start * Dimension, count * Dimension);

    /// <summary>All vectors, (N, D). Not to be written to.</summary>
    internal AlignedMemory<float> Values => _values;

    /// <summary>Whether the row has a vector, that is, one that is not zero.</summary>
    public bool HasVector(int row) => _hasVector[row];

    /// <summary>Row of an id, or -1 when the table does not have it.</summary>
    public int FindRow(int id) => _rowOfId.Find(id);

    /// <summary>Cosine of the vectors at two rows, -1 to 1; 0 when one of them is absent. Only in a table of <see cref="Similarity.Cosine"/>.</summary>
    public float Cosine(int row, int otherRow)
    {
        Debug.Assert(Similarity == Similarity.Cosine, "Rows of another length than 1 have inner products, not cosines.");
        return DotProducts.One(Row(row), Row(otherRow));
    }

    /// <summary>
    /// The table whose row r belongs to the movie at the catalog's row r; a movie that this table does not know has an absent row there.
    /// </summary>
    public EmbeddingTable AlignTo(MovieCatalog movies)
    {
        int[] ids = new int[movies.Count];
        float[] values = new float[movies.Count * Dimension];
        for (int row = 0; row < ids.Length; row++)
        {
            ids[row] = movies[row].MovieId;
            if (FindRow(ids[row]) is var from and >= 0)
            {
                Row(from).CopyTo(values.AsSpan(row * Dimension));
            }
        }

        return new EmbeddingTable(ids, values, Dimension, Similarity);
    }

    /// <summary>Adds the vectors of some rows into <paramref name="mean"/> (D) and scales the sum to length 1.</summary>
    /// <returns>False, with zeros written, when none of the rows has a vector or they cancel out.</returns>
    public bool TryMean(ReadOnlySpan<int> rows, Span<float> mean)
    {
        mean.Clear();
        foreach (int row in rows)
        {
            TensorPrimitives.Add(mean, Row(row), mean);
        }

        // Opposite vectors cancel out but for rounding, whose direction means nothing.
        float norm = TensorPrimitives.Norm<float>(mean);
        if (norm < 1e-5f)
        {
            mean.Clear();
            return false;
        }

        TensorPrimitives.Divide(mean, norm, mean);
        return true;
    }

    /// <summary>Whether there is a vector; scales it to length 1 where that is wanted.</summary>
    private static bool Check(Span<float> vector, int id, Similarity similarity)
    {
        // Dividing by the largest value first keeps the squares of very large and very small values within a float.
        float largest = Math.Abs(TensorPrimitives.MaxMagnitude<float>(vector));
        if (!float.IsFinite(largest))
        {
            throw new ArgumentException($"The vector of id {id} has a value that is not finite.");
        }

        if (largest < SmallestNormal)
        {
            vector.Clear();
            return false;
        }

        if (similarity == Similarity.Cosine)
        {
            TensorPrimitives.Divide(vector, largest, vector);
            TensorPrimitives.Divide(vector, TensorPrimitives.Norm<float>(vector), vector);
        }

        return true;
    }
}
