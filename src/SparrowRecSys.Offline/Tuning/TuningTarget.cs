using SparrowRecSys.Catalog;
using SparrowRecSys.Embeddings;
using SparrowRecSys.Evaluation;
using SparrowRecSys.Offline.Commands;
using SparrowRecSys.Offline.Evaluation;
using SparrowRecSys.Offline.Models;
using SparrowRecSys.Offline.RetrievalMethods;

namespace SparrowRecSys.Offline.Tuning;

/// <summary>What a search tunes and how it measures: a retrieval method by the lists that it makes, a ranking network by the AUC of its scores.</summary>
/// <param name="Name">Of the model.</param>
/// <param name="Options">Of the model.</param>
/// <param name="Metric">What is to be high.</param>
/// <param name="Identity">With the metric and the options that are not searched: which search it is.</param>
/// <param name="Measure">Trains with some options and measures on the validation part. Ends of the interval are NaN where there is none.</param>
internal sealed record TuningTarget(
    string Name, OptionSet Options, string Metric, TuningIdentity Identity, Func<object, CancellationToken, MetricEstimate> Measure)
{
    /// <summary>The metric by which ranking networks are tuned.</summary>
    public const string RankingMetric = "AUC";

    private const string RankingProtocol = "ranking";

    public static TuningTarget Of(RetrievalMethod method, EvaluationRequest request, EvaluationSplit validation, string metric)
    {
        var evaluator = new Evaluator(
            EvaluationSegment.Of(validation)[0].Split, new EvaluatorOptions { Ks = request.Ks, Seed = request.Options.Seed, Threads = request.Threads });
        var identity = new TuningIdentity(method.Name, validation.Train.Hash, request.Protocol, metric, request.Options.Seed, request.Options.MinHalfStars, "");
        return new TuningTarget(method.Name, method.Options, metric, identity, (options, cancellation) =>
        {
            LearnedOutput output = Interactions.Learn(method, validation.Train, halfStars: 1, options, new LearningContext(Cancellation: cancellation));
            var model = SparrowRecSys.Retrieval.RetrievalModels.Create(method.Name, output.Model, validation.Train, new VectorIndexOptions { Kind = "exact" });
            return evaluator.Evaluate(method.Name, MovieScorers.Of(model), cancellation)[metric];
        });
    }

    public static TuningTarget Of(RankerMethod method, DataSet data, int seed) => new(
        method.Name, method.Options, RankingMetric, new TuningIdentity(method.Name, data.Hash, RankingProtocol, RankingMetric, seed, Rating.PositiveHalfStars, ""),
        (options, cancellation) => new MetricEstimate(
            new RankerJob(method, (NetworkOptions)options, new RankerContext()).Validate(data, cancellation).Auc, double.NaN, double.NaN));
}
