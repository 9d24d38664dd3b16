namespace SparrowRecSys.Embeddings;

/// <summary>N vectors of length D as a file holds them: checked, but neither scaled nor indexed; <see cref="EmbeddingTable"/> does that.</summary>
public sealed class EmbeddingRows
{
    private readonly int[] _ids; // (N)
    private readonly float[] _values; // (N, D)

    /// <param name="ids">The N ids, each once. Not copied: the caller gives the array away.</param>
    /// <param name="values">(N, D), row-major, finite. Not copied.</param>
    /// <param name="dimension">D, at least 1.</param>
    /// <exception cref="ArgumentException">The lengths do not fit, a value is not finite, or an id appears twice.</exception>
    public EmbeddingRows(int[] ids, float[] values, int dimension)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(dimension);
        if (values.Length != (long)ids.Length * dimension)
        {
            throw new ArgumentException(
                $"Expected {ids.Length} x {dimension} = {(long)ids.Length * dimension} values, got {values.Length}.", nameof(values));
        }

        (_ids, _values, Dimension) = (ids, values, dimension);
        CheckValues();
        CheckIds();
    }

    /// <summary>N.</summary>
    public int Count => _ids.Length;

    /// <summary>D.</summary>
    public int Dimension { get; }

    /// <summary>The ids, row by row.</summary>
    public ReadOnlySpan<int> Ids => _ids;

    /// <summary>All values, (N, D), row-major.</summary>
    public ReadOnlySpan<float> Values => _values;

    /// <summary>The vector at a row, length D.</summary>
    public ReadOnlySpan<float> Row(int row) => _values.AsSpan(row * Dimension, Dimension);

    private void CheckValues()
    {
        for (int i = 0; i < _values.Length; i++)
        {
            if (!float.IsFinite(_values[i]))
            {
                throw new ArgumentException($"Value {(i % Dimension) + 1} of id {_ids[i / Dimension]} is {_values[i]}; expected a finite number.");
            }
        }
    }

    private void CheckIds()
    {
        var seen = new HashSet<int>(_ids.Length);
        foreach (int id in _ids)
        {
            if (!seen.Add(id))
            {
                throw new ArgumentException($"Id {id} appears twice.");
            }
        }
    }
}
