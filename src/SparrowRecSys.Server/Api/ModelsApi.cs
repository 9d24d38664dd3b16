using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using SparrowRecSys.Catalog;
using SparrowRecSys.Ranking;
using SparrowRecSys.Retrieval;
using SparrowRecSys.Server.Hosting;

namespace SparrowRecSys.Server.Api;

/// <summary>What is loaded.</summary>
internal static class ModelsApi
{
    public static void MapModels(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/models", GetModels).WithTags("Models").WithSummary("Rankers, retrieval models and data that are loaded.");

    private static Ok<ModelsResponse> GetModels(LoadedRankers rankers, RankerChain chain, LoadedRetrievalModels retrieval, DataSet data)
    {
        EmbeddingResponse[] loaded = [.. retrieval.Models.All.OfType<VectorModel>()
            .Select(model => new EmbeddingResponse(model.Name, model.Neighbors.Table.Dimension, model.Neighbors.Table.PresentCount))];
        return TypedResults.Ok(new ModelsResponse(
            rankers.Describe(chain.DefaultName), retrieval.Describe(), loaded,
            new DataResponse(
                data.Directory, data.Layout, data.IsSimulated, data.Movies.Count, data.Ratings.UserCount, data.Ratings.Count, data.Hash)));
    }
}

/// <summary>What is loaded.</summary>
internal sealed record ModelsResponse(
    IReadOnlyList<RankerResponse> Rankers, IReadOnlyList<RetrievalModelResponse> Retrieval, IReadOnlyList<EmbeddingResponse> Embeddings,
    DataResponse Data);

/// <summary>A ranker.</summary>
/// <param name="Name">By which it is asked for.</param>
/// <param name="Version">Of the model; empty for a ranker that is code.</param>
/// <param name="IsDefault">Whether it answers when none is named.</param>
/// <param name="Type"><c>popularity</c>, <c>embedding</c> or <c>onnx</c>.</param>
/// <param name="Metrics">The model's metrics.json; null for a ranker that is code.</param>
/// <param name="Schema">What the model takes and gives; null for a ranker that is code.</param>
internal sealed record RankerResponse(
    string Name, string Version, bool IsDefault, string Type, JsonElement? Metrics, ModelSchemaResponse? Schema);

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
/// <param name="Inputs">Inputs of the network, in order.</param>
/// <param name="Output">Its output.</param>
/// <param name="Users">Users it knows.</param>
/// <param name="Movies">Movies it knows.</param>
internal sealed record ModelSchemaResponse(
    string Type, string ModelSha256, string DataHash, int Seed, DateTimeOffset Created, IReadOnlyList<ModelTensor> Inputs, ModelTensor Output,
    int Users, int Movies)
{
    public static ModelSchemaResponse Of(ModelSchema schema) => new(
        schema.Type, schema.ModelSha256, schema.DataHash, schema.Seed, schema.Created, schema.Inputs, ModelSchema.Output, schema.UserIds.Count,
        schema.MovieIds.Count);
}
