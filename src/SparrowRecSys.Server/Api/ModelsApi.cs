using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using SparrowRecSys.Catalog;
using SparrowRecSys.Features;
using SparrowRecSys.Ranking;
using SparrowRecSys.Retrieval;
using SparrowRecSys.Server.Hosting;

namespace SparrowRecSys.Server.Api;

/// <summary>What is loaded.</summary>
internal static class ModelsApi
{
    public static void MapModels(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder group = routes.MapGroup("/models").WithTags("Models");
        group.MapGet("", GetModels).WithSummary("Rankers, retrieval models and data that are loaded.");
        group.MapPost("/reload", ReloadModels).AddEndpointFilter<ApiKeyFilter>().ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .WithSummary("Looks at the models folder now, and tries again what was refused; answers with what is loaded then. Needs the header X-Api-Key.");
    }

    private static Ok<ModelsResponse> GetModels(
        ModelReloader models, LiveRankers live, LoadedRetrievalModels retrieval, DataSet data, IOptions<RankingOptions> options) =>
        TypedResults.Ok(Describe(models.Current, live, retrieval, data, options.Value));

    private static async Task<Ok<ModelsResponse>> ReloadModels(
        ModelReloader models, LiveRankers live, LoadedRetrievalModels retrieval, DataSet data, IOptions<RankingOptions> options,
        CancellationToken cancellation) =>
        TypedResults.Ok(Describe(await models.ReloadAsync(isForced: true, cancellation), live, retrieval, data, options.Value));

    private static ModelsResponse Describe(
        LoadedRankers rankers, LiveRankers live, LoadedRetrievalModels retrieval, DataSet data, RankingOptions options)
    {
        using RankerLease lease = live.Lease();
        EmbeddingResponse[] loaded = [.. retrieval.Models.All.OfType<VectorModel>()
            .Select(model => new EmbeddingResponse(model.Name, model.Neighbors.Table.Dimension, model.Neighbors.Table.PresentCount))];
        return new ModelsResponse(
            rankers.Describe(lease.Chain.DefaultName), rankers.DescribeRefused(),
            options.Shadow.Ranker.Length == 0 ? null : new ShadowResponse(options.Shadow.Ranker, options.Shadow.Share), retrieval.Describe(), loaded,
            new DataResponse(
                data.Directory, data.Layout, data.IsSimulated, data.Movies.Count, data.Ratings.UserCount, data.Ratings.Count, data.Hash));
    }
}

/// <summary>What is loaded.</summary>
internal sealed record ModelsResponse(
    IReadOnlyList<RankerResponse> Rankers, IReadOnlyList<RefusedModelResponse> Refused, ShadowResponse? Shadow,
    IReadOnlyList<RetrievalModelResponse> Retrieval, IReadOnlyList<EmbeddingResponse> Embeddings, DataResponse Data);

/// <summary>A ranker.</summary>
/// <param name="Name">By which it is asked for.</param>
/// <param name="Version">Of the model; empty for a ranker that is code.</param>
/// <param name="IsDefault">Whether it answers when none is named.</param>
/// <param name="Type"><c>onnx</c>, <c>embedding</c>, <c>popularity</c> or <c>retrieval</c>.</param>
/// <param name="IsPinned">Whether the version was chosen by <c>sparrow models activate</c>; else it is the newest valid one.</param>
/// <param name="LoadedAt">When the version took over; null for a ranker that is code.</param>
/// <param name="Metrics">The model's metrics.json; null for a ranker that is code.</param>
/// <param name="Schema">What the model takes and gives; null for a ranker that is code.</param>
internal sealed record RankerResponse(
    string Name, string Version, bool IsDefault, string Type, bool IsPinned, DateTimeOffset? LoadedAt, JsonElement? Metrics, ModelSchemaResponse? Schema);

/// <summary>A version that must not serve.</summary>
/// <param name="Name">Of the model.</param>
/// <param name="Version">The version; empty when the model's pin or the whole model is concerned.</param>
/// <param name="Path">Where it lies.</param>
/// <param name="Reason">What was found and what was expected.</param>
internal sealed record RefusedModelResponse(string Name, string Version, string Path, string Reason);

/// <summary>The ranker that is tried on a share of the queries, and the share.</summary>
internal sealed record ShadowResponse(string Ranker, double Share);

/// <summary>A retrieval model: a channel, and a similarity where movies can be compared.</summary>
/// <param name="Name">By which it is asked for.</param>
/// <param name="Version">Of its folder; empty for the vectors of another program.</param>
/// <param name="Kind"><c>popularity</c>, <c>embedding</c>, <c>factors</c> or <c>weights</c>.</param>
/// <param name="Dimension">Length of a vector; 0 where there are none.</param>
/// <param name="Movies">Movies that it knows.</param>
internal sealed record RetrievalModelResponse(string Name, string Version, string Kind, int Dimension, int Movies);

/// <summary>An embedding: name, dimensions, movies that have a vector.</summary>
internal sealed record EmbeddingResponse(string Name, int Dimension, int Count);

/// <summary>The data set.</summary>
internal sealed record DataResponse(
    string Directory, string Layout, bool IsSimulated, int Movies, int Users, int Ratings, string Hash);

/// <summary>A model's schema.json without the lists of ids and the probe, which are long and say nothing to a reader.</summary>
/// <param name="Type">Kind of network.</param>
/// <param name="ModelSha256">Of model.onnx.</param>
/// <param name="DataHash">Of the data the model was trained on.</param>
/// <param name="Seed">Of the training.</param>
/// <param name="Created">When it was trained.</param>
/// <param name="Features">Features of the network, in order.</param>
/// <param name="Inputs">Inputs of the network, in order.</param>
/// <param name="Output">Its output.</param>
/// <param name="Users">Users it knows.</param>
/// <param name="Movies">Movies it knows.</param>
internal sealed record ModelSchemaResponse(
    string Type, string ModelSha256, string DataHash, int Seed, DateTimeOffset Created, IReadOnlyList<FeatureResponse> Features,
    IReadOnlyList<ModelTensor> Inputs, ModelTensor Output, int Users, int Movies)
{
    public static ModelSchemaResponse Of(ModelSchema schema) => new(
        schema.Type, schema.ModelSha256, schema.DataHash, schema.Seed, schema.Created,
        [.. schema.Features.Select(feature => new FeatureResponse(
            feature.Name, feature.Side == FeatureSide.User ? "user" : "movie", feature.IsId ? "id" : "number", feature.Width))],
        schema.Inputs, ModelSchema.Output, schema.UserIds.Count, schema.MovieIds.Count);
}

/// <summary>A feature of a network: name, <c>user</c> or <c>movie</c>, <c>id</c> or <c>number</c>, columns.</summary>
internal sealed record FeatureResponse(string Name, string Side, string Kind, int Width);
