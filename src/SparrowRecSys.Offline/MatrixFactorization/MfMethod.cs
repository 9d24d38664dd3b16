using System.Text.Json.Nodes;
using SparrowRecSys.Catalog;
using SparrowRecSys.Offline.Item2Vec;
using SparrowRecSys.Offline.RetrievalMethods;
using SparrowRecSys.Retrieval;

namespace SparrowRecSys.Offline.MatrixFactorization;

/// <summary>
/// Matrix factorization with the logistic loss and sampled negatives (Rendle et al. 2020, "Neural collaborative filtering vs. matrix
/// factorization revisited"): P(interaction) = σ(c + b + x·y). For each interaction m movies are drawn uniformly and taken for not liked; c = −ln m is the share
/// of interactions among all that is learned from.
/// </summary>
internal static class MfMethod
{
    private const string Help = """
        Matrix factorization by stochastic gradient descent: logistic loss, some movies drawn at random as negatives for each interaction.

        Examples:
          sparrow train mf
          sparrow train mf --data ml-1m --out out/retrieval --dimension 192 --regularization 0.005 --threads 0
        """;

    public static RetrievalMethod Instance { get; } = RetrievalMethod.Create<MfOptions>("mf", Help, Learn);

    public static LearnedOutput Learn(DataSet interactions, MfOptions options, LearningContext context)
    {
        RatingTable ratings = interactions.Ratings;
        int[] rows = CoOccurrence.RowsWithAtLeast(ratings, 1);
        if (rows.Length == 0)
        {
            throw new InvalidDataException("mf: found no interactions.");
        }

        var model = new SgdModel(ratings, options, rows);
        double loss = SgdTrainer.Train(ratings, model, new MfStep(model, options), options, context);
        float offset = -MathF.Log(options.NegativeSamples);
        foreach (ref float bias in model.Biases.AsSpan())
        {
            bias += offset;
        }

        // Each interaction shrinks the user's vector once for itself and once for each of its negatives.
        var foldIn = new FoldInOptions(0, options.Regularization * (1 + options.NegativeSamples)) { Negatives = options.NegativeSamples };
        return new LearnedOutput(
            model.ToLearned(interactions, foldIn),
            new JsonObject { ["interactions"] = ratings.Count, ["users"] = ratings.UserCount, ["movies"] = rows.Length, ["loss"] = Math.Round(loss, 4) });
    }

    /// <summary>Learns from an interaction and its negatives.</summary>
    internal readonly struct MfStep(SgdModel model, MfOptions options) : ISgdStep
    {
        private readonly float _offset = -MathF.Log(options.NegativeSamples);
        private readonly float _regularization = (float)options.Regularization;

        public float Learn(int user, int movie, float learningRate, ref FastRandom random)
        {
            float score = Learn(user, movie, 1, learningRate);
            for (int i = 0; i < options.NegativeSamples; i++)
            {
                Learn(user, random.Next(model.Movies.Count), 0, learningRate);
            }

            return MathF.Log(1 + MathF.Exp(-score));
        }

        /// <returns>The score before the step.</returns>
        private float Learn(int user, int movie, float label, float learningRate)
        {
            Span<float> x = model.Users.PaddedRow(user);
            Span<float> y = model.Movies.PaddedRow(movie);
            ref float bias = ref model.Biases[movie];
            float score = _offset + bias + SgdKernel.Dot(x, y);
            float step = learningRate * (label - SgdKernel.Sigmoid(score));
            float keep = 1 - (learningRate * _regularization);
            SgdKernel.Update(x, y, step, keep);
            bias = (keep * bias) + step;
            return score;
        }
    }
}
