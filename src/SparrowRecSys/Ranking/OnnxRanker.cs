using SparrowRecSys.Catalog;
using SparrowRecSys.Features;

namespace SparrowRecSys.Ranking;

/// <summary>Scores movies with a trained network: the score is the probability that the user likes the movie, 0 to 1. Thread-safe.</summary>
/// <remarks>
/// A movie that the model has not seen is scored with the model's unknown row; a user whom it has not seen is left to the next ranker,
/// because all unknown users would get the same list. The owner disposes; a ranker that is swapped out may be left to the finalizer,
/// since requests may still be using it.
/// </remarks>
public sealed class OnnxRanker : IRanker, IDisposable
{
    private readonly OnnxScorer _scorer;
    private readonly IdIndex _rowOfUser;
    private readonly int[] _embeddingRows; // by catalog row

    /// <param name="model">The model; the ranker owns its scorer from now on.</param>
    /// <param name="movies">The catalog whose rows will be scored.</param>
    public OnnxRanker(ModelFolder model, MovieCatalog movies)
    {
        ModelSchema schema = model.Schema;
        _scorer = model.Scorer;
        _rowOfUser = new IdIndex([.. schema.UserIds]);
        var rowOfMovie = new IdIndex([.. schema.MovieIds]);
        _embeddingRows = new int[movies.Count];
        for (int row = 0; row < movies.Count; row++)
        {
            int known = rowOfMovie.Find(movies[row].MovieId);
            _embeddingRows[row] = known < 0 ? schema.UnknownMovieRow : known;
            KnownMovieCount += known < 0 ? 0 : 1;
        }

        Model = model;
    }

    public ModelFolder Model { get; }

    public string Name => Model.Schema.Name;

    /// <summary>Movies of the catalog that the model knows; far fewer than the catalog has means that the model belongs to other data.</summary>
    public int KnownMovieCount { get; }

    /// <summary>Whether the user is in the model's vocabulary.</summary>
    public bool CanRank(UserState user) => _rowOfUser.Find(user.UserId) >= 0;

    public void Score(UserState user, ReadOnlySpan<int> movieRows, Span<float> scores)
    {
        int userRow = _rowOfUser.Find(user.UserId);
        _scorer.Score(userRow < 0 ? Model.Schema.UnknownUserRow : userRow, movieRows, _embeddingRows, scores);
    }

    public void Dispose() => _scorer.Dispose();
}
