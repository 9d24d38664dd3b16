using System.Globalization;
using System.Text.Json;
using SparrowRecSys.Ranking;
using SparrowRecSys.Server.Api;

namespace SparrowRecSys.Server.Hosting;

/// <summary>A ranker and what is known of it.</summary>
/// <param name="Ranker">The ranker.</param>
/// <param name="Type"><c>onnx</c>, <c>embedding</c>, <c>popularity</c> or <c>retrieval</c>.</param>
/// <param name="Version">Of the model; empty for a ranker that is code.</param>
/// <param name="Metrics">The model's metrics.json; null for a ranker that is code.</param>
/// <param name="Schema">What the model takes and gives; null for a ranker that is code.</param>
internal sealed record LoadedRanker(IRanker Ranker, string Type, string Version, JsonElement? Metrics, ModelSchemaResponse? Schema)
{
    public static LoadedRanker OfCode(IRanker ranker, string type) => new(ranker, type, "", null, null);

    public static LoadedRanker OfModel(OnnxRanker ranker) => new(
        ranker, "onnx", ranker.Model.Schema.Version.ToString(CultureInfo.InvariantCulture), ranker.Model.Metrics,
        ModelSchemaResponse.Of(ranker.Model.Schema));
}

/// <summary>All rankers that are loaded: trained rankers, those that are code, retrieval models. Immutable.</summary>
internal sealed class LoadedRankers(IReadOnlyList<LoadedRanker> rankers)
{
    public IEnumerable<IRanker> Rankers => rankers.Select(loaded => loaded.Ranker);

    /// <summary>What /models says of them.</summary>
    public IReadOnlyList<RankerResponse> Describe(string defaultName) => [.. rankers.Select(loaded => new RankerResponse(
        loaded.Ranker.Name, loaded.Version, loaded.Ranker.Name == defaultName, loaded.Type, loaded.Metrics, loaded.Schema))];
}
