namespace SparrowRecSys.Offline.Tests.Models;

/// <summary>A table of numbers, row-major.</summary>
/// <param name="Values">(Rows, Columns).</param>
/// <param name="Rows">Rows.</param>
/// <param name="Columns">Columns.</param>
internal readonly record struct Matrix(float[] Values, int Rows, int Columns);

/// <summary>A dense layer: inputs (N, I) x weights (I, O) + bias (O).</summary>
internal readonly record struct DenseLayer(Matrix Weights, float[] Bias);

/// <summary>The numbers of a small network over two ids, free of Torch.</summary>
internal sealed record SmallNetwork
{
    /// <summary>(U + 1, D), the last row for unknown users.</summary>
    public required Matrix UserEmbedding { get; init; }

    /// <summary>(M + 1, D), the last row for unknown movies.</summary>
    public required Matrix MovieEmbedding { get; init; }

    /// <summary>(U + 1), in logits.</summary>
    public required float[] UserBias { get; init; }

    /// <summary>(M + 1), in logits.</summary>
    public required float[] MovieBias { get; init; }

    /// <summary>The first takes (2 D), user before movie; the last gives 1. At least two.</summary>
    public required IReadOnlyList<DenseLayer> Layers { get; init; }
}
