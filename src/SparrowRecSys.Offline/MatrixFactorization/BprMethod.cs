using System.Text.Json.Nodes;
using SparrowRecSys.Catalog;
using SparrowRecSys.Offline.Item2Vec;
using SparrowRecSys.Offline.RetrievalMethods;
using SparrowRecSys.Retrieval;

namespace SparrowRecSys.Offline.MatrixFactorization;

/// <summary>
/// Bayesian personalized ranking (Rendle et al. 2009): for each interaction a movie is drawn that the user does not have, and the first is to
/// score above the second, −ln σ(s − s′). It learns an order, not how likely a movie is.
/// </summary>
internal static class BprMethod
{
    private const string Help = """
        BPR: matrix factorization that learns to score a movie of the user's above one that is drawn at random.

        Examples:
          sparrow train bpr
          sparrow train bpr --data ml-1m --out out/retrieval --epochs 100 --threads 0
        """;

    public static RetrievalMethod Instance { get; } = RetrievalMethod.Create<BprOptions>("bpr", Help, Learn);

    public static LearnedOutput Learn(DataSet interactions, BprOptions options, LearningContext context)
    {
        RatingTable ratings = interactions.Ratings;
        int[] rows = CoOccurrence.RowsWithAtLeast(ratings, 1);
        if (rows.Length < 2)
        {
            throw new InvalidDataException($"bpr: found {rows.Length} movies with an interaction, expected at least 2.");
        }

        var model = new SgdModel(ratings, options, rows);
        double loss = SgdTrainer.Train(ratings, model, new BprStep(ratings, model, options), options, context);
        Calibrate(ratings, model, options.Seed);
        return new LearnedOutput(
            model.ToLearned(interactions, new FoldInOptions(0, options.Regularization) { Negatives = 1 }),
            new JsonObject { ["interactions"] = ratings.Count, ["users"] = ratings.UserCount, ["movies"] = rows.Length, ["loss"] = Math.Round(loss, 4) });
    }

    /// <summary>
    /// Shifts all biases by one number, which changes no order, so that σ(score) is the probability that a movie is the user's where half of
    /// the movies are: folding a user in rests on that.
    /// </summary>
    private static void Calibrate(RatingTable ratings, SgdModel model, int seed)
    {
        const int Pairs = 20_000;
        const int Halvings = 40;
        var random = new FastRandom((ulong)seed);
        float[] scores = new float[2 * Pairs]; // of interactions and of movies drawn, in turn
        for (int i = 0; i < Pairs; i++)
        {
            int position = random.Next(ratings.Count);
            scores[2 * i] = Score(model, ratings.UserRows[position], model.MovieOf[position]);
            scores[(2 * i) + 1] = Score(model, ratings.UserRows[position], random.Next(model.Movies.Count));
        }

        (double low, double high) = (-100, 100);
        for (int i = 0; i < Halvings; i++)
        {
            double middle = (low + high) / 2;
            (low, high) = scores.Average(score => SgdKernel.Sigmoid(score + (float)middle)) < 0.5 ? (middle, high) : (low, middle);
        }

        foreach (ref float bias in model.Biases.AsSpan())
        {
            bias += (float)low;
        }
    }

    private static float Score(SgdModel model, int user, int movie) =>
        model.Biases[movie] + SgdKernel.Dot(model.Users.PaddedRow(user), model.Movies.PaddedRow(movie));

    /// <summary>Learns from an interaction and one movie that the user does not have.</summary>
    internal readonly struct BprStep : ISgdStep
    {
        private const int MostDraws = 100; // a user who has nearly all movies

        private readonly SgdModel _model;
        private readonly float _regularization;
        private readonly int[] _movies; // each user's, ascending, one user after the other
        private readonly int[] _starts; // (users + 1): where a user's begin in it

        public BprStep(RatingTable ratings, SgdModel model, BprOptions options)
        {
            (_model, _regularization) = (model, (float)options.Regularization);
            (_movies, _starts) = ([.. model.MovieOf], new int[ratings.UserCount + 1]);
            for (int user = 0; user < ratings.UserCount; user++)
            {
                int count = ratings.OfUser(user).Count;
                _starts[user + 1] = _starts[user] + count;
                Array.Sort(_movies, _starts[user], count);
            }
        }

        public float Learn(int user, int movie, float learningRate, ref FastRandom random)
        {
            int other = random.Next(_model.Movies.Count);
            ReadOnlySpan<int> own = _movies.AsSpan(_starts[user].._starts[user + 1]);
            for (int draw = 1; own.BinarySearch(other) >= 0; draw++)
            {
                if (draw == MostDraws)
                {
                    return 0;
                }

                other = random.Next(_model.Movies.Count);
            }

            Span<float> x = _model.Users.PaddedRow(user);
            Span<float> y = _model.Movies.PaddedRow(movie);
            Span<float> z = _model.Movies.PaddedRow(other);
            float difference = _model.Biases[movie] - _model.Biases[other] + SgdKernel.Dot(x, y) - SgdKernel.Dot(x, z);
            float step = learningRate * SgdKernel.Sigmoid(-difference);
            float keep = 1 - (learningRate * _regularization);
            SgdKernel.Update(x, y, z, step, keep);
            _model.Biases[movie] = (keep * _model.Biases[movie]) + step;
            _model.Biases[other] = (keep * _model.Biases[other]) - step;
            return MathF.Log(1 + MathF.Exp(-difference));
        }
    }
}
