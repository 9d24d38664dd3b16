using System.Text.Json.Nodes;
using SparrowRecSys.Catalog;
using SparrowRecSys.Embeddings;
using SparrowRecSys.Retrieval;

namespace SparrowRecSys.Offline.RetrievalMethods;

/// <summary>Writes what a method learned as the next version of its model folder.</summary>
internal static class RetrievalPublisher
{
    /// <summary>Returns the folder of the version.</summary>
    /// <param name="directory">Directory of all retrieval models.</param>
    /// <param name="method">The method that learned.</param>
    /// <param name="data">The whole data it learned from.</param>
    /// <param name="options">The method's options.</param>
    /// <param name="output">What it learned.</param>
    /// <param name="index">How the nearest vectors will be found; an HNSW index is saved beside the vectors.</param>
    /// <param name="cancellation">Ends the building of an index; asked once more before the version appears.</param>
    public static string Publish(
        string directory, RetrievalMethod method, DataSet data, object options, LearnedOutput output, VectorIndexOptions index, CancellationToken cancellation)
    {
        var indexes = new ModelIndexes(index, cancellation: cancellation);
        if (output.Model is LearnedEmbedding or LearnedFactors)
        {
            RetrievalModels.Create(method.Name, output.Model, data, indexes);
        }

        return RetrievalFolder.Save(directory, output.Model, new RetrievalManifest
        {
            Name = method.Name,
            Kind = "",
            DataHash = data.Hash,
            RatingsAreSimulated = data.IsSimulated,
            InteractionHalfStars = output.Model.InteractionHalfStars,
            Movies = 0,
            Files = new Dictionary<string, string>(),
            Options = method.Options.ToJson(options),
            Facts = output.Facts.DeepClone() as JsonObject ?? [],
        }, indexes, cancellation);
    }
}
