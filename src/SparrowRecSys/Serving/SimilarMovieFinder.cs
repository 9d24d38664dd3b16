using SparrowRecSys.Catalog;
using SparrowRecSys.Features;
using SparrowRecSys.Retrieval;

namespace SparrowRecSys.Serving;

/// <summary>Finds movies similar to a movie: by a retrieval model, or by genres and rating. Thread-safe.</summary>
public sealed class SimilarMovieFinder
{
    /// <summary>Name of the similarity that needs no model.</summary>
    public const string Genre = "genre";

    private readonly FeatureStore _features;
    private readonly RetrievalModelSet _models;
    private readonly double _meanRating;

    public SimilarMovieFinder(FeatureStore features, RetrievalModelSet models, MoviePopularity popularity)
    {
        (_features, _models, _meanRating) = (features, models, popularity.MeanRating);
        Available = [.. models.Names, Genre];
    }

    /// <summary>Similarities that can be asked for, the default first.</summary>
    public IReadOnlyList<string> Available { get; }

    /// <summary>Finds the most similar movies, best first, never the movie itself.</summary>
    /// <param name="movieRow">The movie.</param>
    /// <param name="similarity">One of <see cref="Available"/>. A movie that the model does not know is compared by <see cref="Genre"/> instead.</param>
    /// <param name="similar">Receives them with their similarity, at most 1.</param>
    /// <returns>How many there are, and the similarity that was used.</returns>
    public (int Count, string Similarity) Find(int movieRow, string similarity, Span<Candidate> similar)
    {
        int count = _models.Find(similarity)?.FindSimilar(movieRow, similar) ?? 0;
        return count > 0 || similar.IsEmpty ? (count, similarity) : (FindByGenre(movieRow, similar), Genre);
    }

    /// <summary>0.7 · (genres of both over genres of either) + 0.3 · damped mean / 5, over movies with a genre in common: the original's weights.</summary>
    private int FindByGenre(int movieRow, Span<Candidate> similar)
    {
        MovieCatalog movies = _features.Movies;
        ReadOnlySpan<byte> genres = movies.GenreIndexes(movieRow);
        var best = new TopCandidates(similar);
        for (int row = 0; row < movies.Count; row++)
        {
            ReadOnlySpan<byte> others = movies.GenreIndexes(row);
            int common = 0;
            foreach (byte genre in genres)
            {
                common += others.Contains(genre) ? 1 : 0;
            }

            if (common > 0 && row != movieRow)
            {
                double overlap = (double)common / (genres.Length + others.Length - common);
                double mean = _features.OfMovie(row).DampedMean(_meanRating, MoviePopularity.PriorCount);
                best.Add(row, (float)((0.7 * overlap) + (0.3 * mean / 5)));
            }
        }

        return best.SortBestFirst();
    }
}
