using SparrowRecSys.Catalog;

namespace SparrowRecSys.Features;

/// <summary>
/// Writes the feature blocks of one schema: the sample writer and the server call this same code, so training and serving see the same row.
/// Immutable, thread-safe, no allocation.
/// </summary>
public sealed class FeatureEncoder
{
    private readonly UserColumns _user;
    private readonly MovieColumns _movie;

    /// <param name="schema">The features to write.</param>
    /// <param name="vocabularies">Rows of the ids; its genres may be others than the catalog's.</param>
    /// <param name="movies">The catalog whose rows will be encoded.</param>
    /// <exception cref="ArgumentException">The schema has a feature that cannot be computed, or of a width that it does not have.</exception>
    public FeatureEncoder(FeatureSchema schema, FeatureVocabularies vocabularies, MovieCatalog movies)
    {
        Check(schema, vocabularies.Genres.Count);
        (Schema, Vocabularies) = (schema, vocabularies);
        var facts = new MovieFacts(vocabularies, movies);
        _user = new UserColumns(schema, vocabularies, facts);
        _movie = new MovieColumns(schema, facts);
    }

    public FeatureSchema Schema { get; }

    public FeatureVocabularies Vocabularies { get; }

    /// <summary>Writes the user's row of both user blocks.</summary>
    /// <param name="userId">The user; one not in the vocabulary gets its unknown row.</param>
    /// <param name="user">The user's ratings before the moment.</param>
    /// <param name="moment">Seconds since 1970-01-01 UTC.</param>
    /// <param name="ids">As wide as the block <see cref="FeatureBlock.UserIds"/>.</param>
    /// <param name="numbers">As wide as the block <see cref="FeatureBlock.UserNumbers"/>.</param>
    public void EncodeUser(int userId, UserFold user, uint moment, Span<int> ids, Span<float> numbers) => _user.Write(userId, user, moment, ids, numbers);

    /// <summary>Writes a row of both movie blocks for each candidate.</summary>
    /// <param name="user">The user's ratings before the moment, for the features of the pair.</param>
    /// <param name="movieRows">Catalog rows of the candidates (N).</param>
    /// <param name="counts">What is counted of each candidate before the moment (N).</param>
    /// <param name="moment">Seconds since 1970-01-01 UTC.</param>
    /// <param name="ids">(N, width of the block <see cref="FeatureBlock.MovieIds"/>), row-major.</param>
    /// <param name="numbers">(N, width of the block <see cref="FeatureBlock.MovieNumbers"/>), row-major.</param>
    public void EncodeMovies(
        UserFold user, ReadOnlySpan<int> movieRows, ReadOnlySpan<MovieCounts> counts, uint moment, Span<int> ids, Span<float> numbers) =>
        _movie.Write(user, movieRows, counts, moment, ids, numbers);

    private static void Check(FeatureSchema schema, int genreCount)
    {
        FeatureSchema all = FeatureSchema.All(genreCount);
        foreach (Feature feature in schema.Features)
        {
            bool isHistory = feature.Name is FeatureNames.UserHistory or FeatureNames.UserHistoryAge;
            Feature? known = all.Find(feature.Name)?.Feature;
            if (known is null || feature != known with { Width = isHistory ? feature.Width : known.Width } || (isHistory && feature.Width > UserFold.PositiveLength))
            {
                throw new ArgumentException(
                    $"Found the feature {feature}, expected {known?.ToString() ?? $"one of {string.Join(", ", all.Features.Select(other => other.Name))}"}.", nameof(schema));
            }
        }
    }
}
