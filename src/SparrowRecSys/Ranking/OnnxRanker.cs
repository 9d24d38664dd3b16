using SparrowRecSys.Catalog;
using SparrowRecSys.Features;

namespace SparrowRecSys.Ranking;

/// <summary>Scores movies with a trained network: the score is the probability that the user likes the movie, 0 to 1. Thread-safe.</summary>
/// <remarks>
/// A movie that the model has not seen is scored with the model's unknown row. The owner disposes, once no request uses it
/// (<see cref="LiveRankers"/>).
/// </remarks>
public sealed class OnnxRanker : IRanker, IDisposable
{
    private readonly OnnxScorer _scorer;
    private readonly FeatureStore _features;
    private readonly FeatureEncoder _encoder;
    private readonly bool _knowsUsersById;
    private readonly int _movieIdWidth;
    private readonly int _movieNumberWidth;

    /// <param name="model">The model; the ranker owns its scorer from now on.</param>
    /// <param name="features">The store whose users and movies will be scored.</param>
    /// <exception cref="ArgumentException">The model takes a feature that cannot be computed.</exception>
    public OnnxRanker(ModelFolder model, FeatureStore features)
    {
        ModelSchema schema = model.Schema;
        (_scorer, _features, Model) = (model.Scorer, features, model);
        var vocabularies = new FeatureVocabularies(schema.UserIds, schema.MovieIds, schema.Genres);
        _encoder = new FeatureEncoder(new FeatureSchema(schema.Features), vocabularies, features.Movies);
        _knowsUsersById = !schema.Features.Any(feature => feature.Side == FeatureSide.User && feature.Name != FeatureNames.UserId);
        (_movieIdWidth, _movieNumberWidth) = (_encoder.Schema.Width(FeatureBlock.MovieIds), _encoder.Schema.Width(FeatureBlock.MovieNumbers));
        MovieCatalog movies = features.Movies;
        KnownMovieCount = Enumerable.Range(0, movies.Count).Count(row => vocabularies.KnowsMovie(movies[row].MovieId));
    }

    public ModelFolder Model { get; }

    public string Name => Model.Schema.Name;

    /// <summary>Movies of the catalog that the model knows; far fewer than the catalog has means that the model belongs to other data.</summary>
    public int KnownMovieCount { get; }

    /// <summary>
    /// Whether the user has ratings; and, where the model takes nothing of the user but the id, whether it knows that id: all others would get
    /// the same list.
    /// </summary>
    public bool CanRank(UserState user) => _knowsUsersById ? _encoder.Vocabularies.KnowsUser(user.UserId) : !user.IsNew;

    public void Score(UserState user, ReadOnlySpan<int> movieRows, Span<float> scores)
    {
        uint moment = _features.Moment;
        ScoringBuffer buffer = _scorer.Rent();
        try
        {
            _encoder.EncodeUser(user.UserId, user.Recent, moment, buffer.UserIds, buffer.UserNumbers);
            for (int start = 0; start < movieRows.Length; start += ScoringBuffer.Capacity)
            {
                ReadOnlySpan<int> rows = movieRows[start..Math.Min(start + ScoringBuffer.Capacity, movieRows.Length)];
                Encode(user, rows, moment, buffer);
                _scorer.Run(buffer, rows.Length, scores.Slice(start, rows.Length));
            }
        }
        finally
        {
            _scorer.Return(buffer);
        }
    }

    /// <summary>What the network is given of a user and some candidates, and what it attends to; for the trace, so it allocates freely.</summary>
    /// <param name="user">The user.</param>
    /// <param name="movieRows">Catalog rows of the candidates, at most <see cref="ScoringBuffer.Capacity"/>.</param>
    public RankerInspection Inspect(UserState user, ReadOnlySpan<int> movieRows)
    {
        uint moment = _features.Moment;
        ScoringBuffer buffer = _scorer.Rent();
        try
        {
            _encoder.EncodeUser(user.UserId, user.Recent, moment, buffer.UserIds, buffer.UserNumbers);
            Encode(user, movieRows, moment, buffer);
            float[] attention = _scorer.HasAttention && movieRows.Length > 0 ? _scorer.Attend(buffer, movieRows.Length) : [];
            return RankerInspection.Of(_encoder, buffer, user.Recent, movieRows.Length, attention);
        }
        finally
        {
            _scorer.Return(buffer);
        }
    }

    public void Dispose() => _scorer.Dispose();

    private void Encode(UserState user, ReadOnlySpan<int> movieRows, uint moment, ScoringBuffer buffer)
    {
        Span<MovieCounts> counts = buffer.Counts.AsSpan(0, _movieNumberWidth > 0 ? movieRows.Length : 0);
        for (int i = 0; i < counts.Length; i++)
        {
            counts[i] = _features.OfMovie(movieRows[i]).Counts;
        }

        _encoder.EncodeMovies(
            user.Recent, movieRows, counts, moment, buffer.MovieIds[..(movieRows.Length * _movieIdWidth)],
            buffer.MovieNumbers[..(movieRows.Length * _movieNumberWidth)]);
    }
}
