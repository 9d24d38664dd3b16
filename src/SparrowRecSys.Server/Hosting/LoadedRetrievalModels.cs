using System.Globalization;
using SparrowRecSys.Retrieval;
using SparrowRecSys.Server.Api;

namespace SparrowRecSys.Server.Hosting;

/// <summary>A retrieval model and what is known of it.</summary>
/// <param name="Model">The model.</param>
/// <param name="Version">Of its folder; null for the vectors of another program.</param>
/// <param name="Kind">See <see cref="RetrievalManifest.Kind"/>.</param>
/// <param name="Dimension">Length of a vector; 0 where there are none.</param>
/// <param name="Movies">Movies that it knows.</param>
internal sealed record LoadedRetrievalModel(IRetrievalModel Model, int? Version, string Kind, int Dimension, int Movies);

/// <summary>All retrieval models that are loaded. Immutable.</summary>
/// <param name="loaded">By name.</param>
/// <param name="refusedNames">Names of those that could not be used.</param>
internal sealed class LoadedRetrievalModels(IReadOnlyDictionary<string, LoadedRetrievalModel> loaded, IEnumerable<string> refusedNames)
{
    public RetrievalModelSet Models { get; } = new(loaded.Values.Select(model => model.Model), refusedNames);

    /// <summary>What /models says of them, in the order in which they are preferred.</summary>
    public IReadOnlyList<RetrievalModelResponse> Describe() => [.. Models.Names.Select(name => loaded[name]).Select(model => new RetrievalModelResponse(
        model.Model.Name, model.Version?.ToString(CultureInfo.InvariantCulture) ?? "", model.Kind, model.Dimension, model.Movies))];
}
