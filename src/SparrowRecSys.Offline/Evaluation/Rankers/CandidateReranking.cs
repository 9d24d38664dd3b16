using SparrowRecSys.Catalog;
using SparrowRecSys.Embeddings;
using SparrowRecSys.Evaluation;
using SparrowRecSys.Features;
using SparrowRecSys.Offline.RetrievalMethods;
using SparrowRecSys.Offline.Samples;
using SparrowRecSys.Retrieval;

namespace SparrowRecSys.Offline.Evaluation.Rankers;

/// <summary>
/// What a ranker is for: a retrieval model, trained on the positives before the test, gives each user a hundred candidates, and a ranker orders them as of the test's first
/// moment. Right are the user's positives of the test; those that were not retrieved no ranker can find, and they count.
/// </summary>
internal sealed class CandidateReranking
{
    public const string RetrievalModel = "als";
    public const int CandidateCount = 100;
    public const int K = 10;
    private const int MostUsers = 2000; // evenly spread; more would only cost

    private readonly Evaluator _evaluator;
    private readonly EvaluationSplit _split;
    private readonly SampleTable _candidates; // those of a case side by side
    private readonly List<EvaluationResult> _results = [];
    private readonly Dictionary<int, int> _starts = []; // by user id: position of the user's first candidate

    private CandidateReranking(EvaluationSplit split, SampleTable candidates, int seed)
    {
        (_split, _candidates) = (split, candidates);
        _evaluator = new Evaluator(split, new EvaluatorOptions { Ks = [K], Seed = seed, Threads = 1 });
        for (int i = 0; i < split.Cases.Count; i++)
        {
            _starts[split.Cases[i].UserId] = i * CandidateCount;
        }
    }

    /// <summary>Trains the retrieval model and encodes the candidates; <see langword="null"/> when no user has positives before and in the test.</summary>
    public static CandidateReranking? Create(DataSet data, TimeSplit times, FeatureEncoder encoder, RankingRequest request)
    {
        EvaluationSplit split = RerankingSplit.At(data, times.TestFrom);
        int step = (split.Cases.Count + MostUsers - 1) / MostUsers;
        RetrievalMethod method = AllRetrievalMethods.Get(RetrievalModel);
        if (split.Cases.Count == 0 || data.Movies.Count <= CandidateCount)
        {
            return null;
        }

        LearnedModel learned = Interactions.Learn(method, split.Train, halfStars: 1, request.Settings.OptionsOf(method, request.Seed), new LearningContext()).Model;
        MovieScorer scorer = MovieScorers.Of(RetrievalModels.Create(RetrievalModel, learned, split.Train, new VectorIndexOptions { Kind = "exact" }));
        var kept = new List<TestCase>();
        var lists = new List<Candidate[]>();
        foreach (TestCase test in split.Cases.Where((_, i) => i % step == 0))
        {
            Candidate[] list = Retrieve(test, scorer, data.Movies.Count);
            if (list.Length == CandidateCount)
            {
                kept.Add(test);
                lists.Add(list);
            }
        }

        return kept.Count == 0 ? null : Measured(new CandidateReranking(split with { Cases = kept }, Encode(data, times.TestFrom, encoder, kept, lists), request.Seed), lists);
    }

    /// <summary>Measures the lists as one ranker orders them.</summary>
    public void Measure(string name, TrainedRanker ranker, CancellationToken cancellation) => Add(name, ranker.Score(_candidates), cancellation);

    public RerankingOutcome Outcome() => new(_results, _split.Cases.Count, RecallOfCandidates());

    /// <summary>The order of the retrieval model, and the best order that there is.</summary>
    private static CandidateReranking Measured(CandidateReranking reranking, List<Candidate[]> lists)
    {
        reranking.Add(RerankingOutcome.RetrievalOrder, [.. lists.SelectMany(list => list.Select(candidate => candidate.Score))]);
        reranking.Add(RerankingOutcome.PerfectOrder, Array.ConvertAll(reranking._candidates.Labels.ToArray(), label => label ? 1f : 0f));
        return reranking;
    }

    private void Add(string name, float[] candidateScores, CancellationToken cancellation = default) =>
        _results.Add(_evaluator.Evaluate(name, (test, scores) =>
        {
            scores.Fill(float.NegativeInfinity);
            for (int i = _starts[test.UserId]; i < _starts[test.UserId] + CandidateCount; i++)
            {
                scores[_candidates.MovieRows[i]] = candidateScores[i];
            }

            return true;
        }, cancellation));

    private double RecallOfCandidates() =>
        (double)_candidates.Labels.Count(true) / _split.Cases.Sum(test => test.RelevantRows.Length);

    private static Candidate[] Retrieve(TestCase test, MovieScorer scorer, int movieCount)
    {
        float[] scores = new float[movieCount];
        if (!scorer(test, scores))
        {
            return [];
        }

        foreach (int row in test.HistoryRows.Concat(test.MaskedRows))
        {
            scores[row] = float.NegativeInfinity;
        }

        var best = new Candidate[CandidateCount];
        var top = new TopCandidates(best);
        for (int row = 0; row < scores.Length; row++)
        {
            if (float.IsFinite(scores[row]))
            {
                top.Add(row, scores[row]);
            }
        }

        return best[..top.SortBestFirst()];
    }

    /// <summary>A sample for each candidate of each case, with the features as of the moment.</summary>
    private static SampleTable Encode(DataSet data, uint moment, FeatureEncoder encoder, List<TestCase> cases, List<Candidate[]> lists)
    {
        var table = new SampleTable(encoder.Schema, encoder.Vocabularies, cases.Count * CandidateCount);
        MovieCounts[] counts = CountBefore(data, moment);
        for (int i = 0; i < cases.Count; i++)
        {
            int userRow = data.Ratings.FindUserRow(cases[i].UserId);
            UserFold user = FoldBefore(data, userRow, moment);
            for (int j = 0; j < CandidateCount; j++)
            {
                int row = (i * CandidateCount) + j;
                int movieRow = lists[i][j].MovieRow;
                (table.UserRows[row], table.MovieRows[row], table.Timestamps[row]) = (userRow, movieRow, moment);
                table.Labels[row] = Array.BinarySearch(cases[i].RelevantRows, movieRow) >= 0;
                encoder.EncodeUser(cases[i].UserId, user, moment, table.IdsOf(FeatureBlock.UserIds, row), table.NumbersOf(FeatureBlock.UserNumbers, row));
                encoder.EncodeMovies(
                    user, [movieRow], counts.AsSpan(movieRow, 1), moment, table.IdsOf(FeatureBlock.MovieIds, row), table.NumbersOf(FeatureBlock.MovieNumbers, row));
            }
        }

        return table;
    }

    private static MovieCounts[] CountBefore(DataSet data, uint moment)
    {
        RatingTable ratings = data.Ratings;
        var counts = new MovieCounts[data.Movies.Count];
        int[] order = [.. Enumerable.Range(0, ratings.Count)];
        Array.Sort(ratings.Timestamps.ToArray(), order);
        foreach (int i in order)
        {
            if (ratings.Timestamps[i] < moment)
            {
                counts[ratings.MovieRows[i]] = counts[ratings.MovieRows[i]].With(ratings.HalfStars[i], ratings.Timestamps[i]);
            }
        }

        return counts;
    }

    private static UserFold FoldBefore(DataSet data, int userRow, uint moment)
    {
        RatingSlice slice = data.Ratings.OfUser(userRow);
        var fold = new UserFold(data.Movies);
        foreach (int i in slice.OrderByTime())
        {
            if (slice.Timestamps[i] < moment)
            {
                fold.Add(slice.MovieRows[i], slice.HalfStars[i], slice.Timestamps[i]);
            }
        }

        return fold;
    }
}
