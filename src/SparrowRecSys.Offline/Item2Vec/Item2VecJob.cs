using System.Text.Json;
using SparrowRecSys.Catalog;
using SparrowRecSys.Embeddings;

namespace SparrowRecSys.Offline.Item2Vec;

/// <summary>Everything that a run of item2vec publishes.</summary>
/// <param name="Movies">Vectors by movie id, of length 1.</param>
/// <param name="Users">Vectors by user id.</param>
/// <param name="Summary">What <c>item2vec.json</c> says.</param>
/// <param name="ItemsPerSecond">Speed of the training; of this run only, so not in the summary.</param>
internal sealed record Item2VecOutput(EmbeddingRows Movies, EmbeddingRows Users, Item2VecSummary Summary, double ItemsPerSecond);

/// <summary>Learns the vectors of a data set and writes them.</summary>
internal static class Item2VecJob
{
    /// <summary>The movies' vectors in the original's text format, under the original's name.</summary>
    public const string MovieTextFile = "item2vecEmb.csv";

    /// <summary>The users' vectors in the original's text format, under the original's name.</summary>
    public const string UserTextFile = "userEmb.csv";

    /// <summary>The movies' vectors in the binary format: what the server loads.</summary>
    public const string MovieBinaryFile = "item2vec.bin";

    /// <summary>The <see cref="Item2VecSummary"/>.</summary>
    public const string SummaryFile = "item2vec.json";

    private static readonly JsonSerializerOptions SummaryJson = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    /// <exception cref="InvalidDataException">There is nothing to learn from, or the training diverged.</exception>
    public static Item2VecOutput Train(
        DataSet data, Item2VecOptions options, IProgress<TrainingProgress>? progress = null, CancellationToken cancellation = default)
    {
        PositiveSequences sequences = PositiveSequences.From(data.Ratings, options.MinCount);
        SkipGramResult result = SkipGramTrainer.Train(sequences, options, progress, cancellation);
        EmbeddingRows movies = Item2VecVectors.OfMovies(sequences, result.Vectors, data.Movies);
        EmbeddingRows users = Item2VecVectors.OfUsers(data.Ratings, data.Movies, movies);
        var summary = new Item2VecSummary
        {
            Dimension = options.Dimension,
            Count = movies.Count,
            Users = users.Count,
            DataHash = data.Hash,
            Movies = data.Movies.Count,
            Sequences = sequences.Count,
            Loss = result.Loss,
            Seed = options.Seed,
            Options = options,
        };
        return new Item2VecOutput(movies, users, summary, result.ItemsPerSecond);
    }

    /// <summary>Writes the four files into a directory, which is made if it is not there; the summary last.</summary>
    public static void Save(Item2VecOutput output, string directory)
    {
        AtomicFile.Write(Path.Combine(directory, MovieTextFile), stream => EmbeddingTextFormat.Write(stream, output.Movies));
        AtomicFile.Write(Path.Combine(directory, UserTextFile), stream => EmbeddingTextFormat.Write(stream, output.Users));
        AtomicFile.Write(Path.Combine(directory, MovieBinaryFile), stream => EmbeddingBinaryFormat.Write(stream, output.Movies));
        AtomicFile.WriteText(Path.Combine(directory, SummaryFile), JsonSerializer.Serialize(output.Summary, SummaryJson) + "\n");
    }
}
