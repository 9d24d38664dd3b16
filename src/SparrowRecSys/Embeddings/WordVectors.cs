namespace SparrowRecSys.Embeddings;

/// <summary>Vectors of things that have a name and no id: words, tokens, nodes of a graph.</summary>
/// <param name="Words">(N), each once, without whitespace.</param>
/// <param name="Values">(N, D), row-major, finite.</param>
/// <param name="Dimension">D, at least 1.</param>
public sealed record WordVectors(string[] Words, float[] Values, int Dimension)
{
    /// <summary>N.</summary>
    public int Count => Words.Length;

    /// <summary>The vector at a row, length D.</summary>
    public ReadOnlySpan<float> Row(int row) => Values.AsSpan(row * Dimension, Dimension);
}
