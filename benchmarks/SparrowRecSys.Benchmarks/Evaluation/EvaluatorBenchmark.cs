using BenchmarkDotNet.Attributes;
using SparrowRecSys.Catalog;
using SparrowRecSys.Embeddings;
using SparrowRecSys.Evaluation;
using SparrowRecSys.Retrieval;

namespace SparrowRecSys.Benchmarks.Evaluation;

/// <summary>
/// A whole evaluation of a factor model (64), the size of MovieLens 1M: every one of 6,040 users ranks 3,706 movies, then the intervals. Factors
/// and interactions are random; what is measured does not depend on whether they are right.
/// </summary>
[MemoryDiagnoser]
public class EvaluatorBenchmark
{
    private const int Users = 6040;
    private const int Movies = 3706;
    private const int MoviesOfUser = 160;
    private const int Dimension = 64;

    private Evaluator _evaluator = null!; // set in Setup
    private EvaluationSplit _split = null!; // set in Setup
    private MovieScorer _scorer = null!; // set in Setup

    [Params(1, 2)]
    public int Threads { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        var random = new Random(1);
        var ratings = new RatingTableBuilder(Movies, Users * MoviesOfUser);
        for (int userId = 1; userId <= Users; userId++)
        {
            foreach (int movieRow in Enumerable.Range(0, MoviesOfUser).Select(_ => (int)Math.Pow(Movies, random.NextDouble()) - 1).Distinct())
            {
                ratings.Add(userId, movieRow, Rating.PositiveHalfStars, (uint)random.Next(1, 1_000_000));
            }
        }

        var data = new DataSet
        {
            Directory = "",
            Layout = "",
            Movies = new MovieCatalog(Enumerable.Range(1, Movies).Select(id => new Movie { MovieId = id, Title = "", DisplayTitle = "", Genres = [id % 2 == 0 ? "A" : "B"] })),
            Ratings = ratings.Build(),
            Hash = "",
            IsSimulated = true,
            Report = new DataReport([]),
        };
        _split = Protocols.Split(Protocols.LeaveOneOut, data, new ProtocolOptions());
        var learned = new LearnedFactors(Factors(random, Movies), null, new FoldInOptions(0.3, 0.01, 1), Factors(random, Users));
        _scorer = MovieScorers.Of(RetrievalModels.Create("factors", learned, data, new VectorIndexOptions { Kind = "exact" }));
        _evaluator = new Evaluator(_split, new EvaluatorOptions { Threads = Threads });
    }

    /// <summary>Scores, sorts all movies and looks where the relevant ones stand; no other metric, no interval.</summary>
    [Benchmark(Baseline = true)]
    public double Sorting_all_movies()
    {
        double hits = 0;
        float[] scores = new float[Movies];
        int[] rows = new int[Movies];
        foreach (TestCase test in _split.Cases)
        {
            _scorer(test, scores);
            foreach (int row in test.HistoryRows)
            {
                scores[row] = float.NegativeInfinity;
            }

            for (int row = 0; row < rows.Length; row++)
            {
                rows[row] = row;
            }

            Array.Sort(scores, rows);
            hits += rows.AsSpan(Movies - 10).IndexOfAny(test.RelevantRows) >= 0 ? 1 : 0;
        }

        return hits / _split.Cases.Count;
    }

    [Benchmark]
    public EvaluationResult Evaluation() => _evaluator.Evaluate("factors", _scorer);

    private static EmbeddingRows Factors(Random random, int count) =>
        new([.. Enumerable.Range(1, count)], [.. Enumerable.Range(0, count * Dimension).Select(_ => (float)random.NextDouble() - 0.5f)], Dimension);
}
