using System.ComponentModel.DataAnnotations;

namespace SparrowRecSys.Reranking;

/// <summary>Section <c>Reranking</c> of the configuration.</summary>
public sealed class RerankingOptions
{
    public const string SectionName = "Reranking";

    /// <summary>Weight of diversity against score, 0 (order of score) to 1, for a query that names none. Default 0.2.</summary>
    [Range(0.0, 1.0)]
    public float Diversity { get; set; } = 0.2f;

    /// <summary>The same for a user who has rated nothing: whose taste is unknown is shown a bit of everything. Default 0.5.</summary>
    [Range(0.0, 1.0)]
    public float NewUserDiversity { get; set; } = 0.5f;

    /// <summary>The best-scored candidates among which the reranker chooses, as a multiple of the movies wanted. Default 2. Cost grows with it.</summary>
    [Range(1, 20)]
    public int PoolFactor { get; set; } = 2;
}
