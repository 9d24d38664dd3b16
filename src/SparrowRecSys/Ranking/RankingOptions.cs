using System.ComponentModel.DataAnnotations;

namespace SparrowRecSys.Ranking;

/// <summary>Section <c>Ranking</c> of the configuration.</summary>
public sealed class RankingOptions : IValidatableObject
{
    public const string SectionName = "Ranking";

    /// <summary>
    /// Name of the ranker that answers a query which names none. Default <c>emb</c>: of the loaded rankers it fills "recommended for you" best
    /// (docs/data.md); models predict ratings. Empty: the first loaded model, or <c>emb</c> when none is loaded.
    /// </summary>
    public string Default { get; set; } = "emb";

    /// <summary>Weight of the cosine between user and movie in the ranker <c>emb</c>. Default 10.</summary>
    [Range(0.0, 1000.0)]
    public double CosineWeight { get; set; } = 10;

    /// <summary>Weight of the log-popularity of the movie in the ranker <c>emb</c>; 1 by the theory, 0 ranks by cosine only. Default 1.</summary>
    [Range(0.0, 1000.0)]
    public double PopularityWeight { get; set; } = 1;

    /// <summary>The ranker that is tried on real queries without showing its answers.</summary>
    public ShadowOptions Shadow { get; } = new();

    /// <summary>Checks what the annotations of <see cref="Shadow"/> say.</summary>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        var results = new List<ValidationResult>();
        Validator.TryValidateObject(Shadow, new ValidationContext(Shadow), results, validateAllProperties: true);
        return results.Select(result => new ValidationResult($"{SectionName}:{nameof(Shadow)}: {result.ErrorMessage}", result.MemberNames));
    }
}
