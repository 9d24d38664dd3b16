using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace SparrowRecSys.Retrieval;

/// <summary>What <c>retrieval.json</c> says of the files beside it.</summary>
public sealed record RetrievalManifest
{
    /// <summary>The format that this code writes and reads.</summary>
    public const int CurrentFormat = 1;

    public int Format { get; init; } = CurrentFormat;

    /// <summary>Name of the model, such as <c>als</c>.</summary>
    public required string Name { get; init; }

    /// <summary><c>popularity</c>, <c>embedding</c>, <c>factors</c> or <c>weights</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Hash of the data that was learned from; see <see cref="Catalog.DataSet.Hash"/>.</summary>
    public required string DataHash { get; init; }

    /// <summary>Whether those ratings are simulated.</summary>
    public required bool RatingsAreSimulated { get; init; }

    /// <summary>A rating of at least this many half stars counted as an interaction.</summary>
    public required byte InteractionHalfStars { get; init; }

    /// <summary>Movies that the model knows.</summary>
    public required int Movies { get; init; }

    /// <summary>Length of a vector; 0 where there are none.</summary>
    public int Dimension { get; init; }

    /// <summary>SHA-256 of each file of the folder, in lower-case hex.</summary>
    public required IReadOnlyDictionary<string, string> Files { get; init; }

    /// <summary>How the indexes among the files were built; <see langword="null"/> when there are none.</summary>
    public IndexBuild? Index { get; init; }

    /// <summary>Of kind <c>embedding</c>; see <see cref="LearnedEmbedding"/>.</summary>
    public double? CosineWeight { get; init; }

    /// <inheritdoc cref="CosineWeight"/>
    public double? PopularityWeight { get; init; }

    /// <summary>Of kind <c>factors</c>; see <see cref="LearnedFactors"/>.</summary>
    public FoldInOptions? FoldIn { get; init; }

    /// <summary>Of kind <c>factors</c>: the last column of the vectors is the movies' bias.</summary>
    public bool HasBiases { get; init; }

    /// <summary>Hyper-parameters of the training.</summary>
    public required JsonObject Options { get; init; }

    /// <summary>What the training reports: losses, counts.</summary>
    public required JsonObject Facts { get; init; }
}

/// <summary>Serialisation of <c>retrieval.json</c>.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, WriteIndented = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, RespectNullableAnnotations = true, NewLine = "\n")]
[JsonSerializable(typeof(RetrievalManifest))]
internal sealed partial class RetrievalJson : JsonSerializerContext;
