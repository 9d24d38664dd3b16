using System.Globalization;
using Microsoft.ML;
using Microsoft.ML.Trainers;
using Microsoft.ML.Trainers.LightGbm;
using SparrowRecSys.Evaluation;
using SparrowRecSys.Offline.Evaluation.Rankers;
using SparrowRecSys.Offline.Models;
using SparrowRecSys.Offline.Samples;
using SparrowRecSys.Offline.Training;

namespace SparrowRecSys.Offline.BaselineRankers;

/// <summary>Baselines with Microsoft.ML. Every one is tried with a few settings, and the one of the lowest validation log loss stays.</summary>
internal static class MlRankers
{
    private const string Features = "Features";

    public static IReadOnlyList<RankerContestant> All { get; } =
    [
        new("lbfgs", "Logistic regression by L-BFGS: ids one-hot, genres and history multi-hot.", IsSeeded: false, Logistic),
        new("ffm", "Field-aware factorization machine over the same fields (Juan et al. 2016).", IsSeeded: true, Factorization),
        new("lightgbm", "Boosted trees on the numbers and genres (Ke et al. 2017).", IsSeeded: true, Trees),
    ];

    private static TrainedRanker Logistic(RankerSamples samples, int seed, CancellationToken cancellation) =>
        Choose(samples, seed, [10f, 30f, 100f, 300f], l2 => "L2 " + l2.ToString(CultureInfo.InvariantCulture), MlSamples.Fields, (context, train, _, l2) =>
            context.BinaryClassification.Trainers.LbfgsLogisticRegression(new LbfgsLogisticRegressionBinaryTrainer.Options
            {
                FeatureColumnName = Features,
                L1Regularization = 0,
                L2Regularization = l2,
                NumberOfThreads = 1,
                MaximumNumberOfIterations = 60,
                OptimizationTolerance = 1e-5f,
            }).Fit(train), cancellation);

    private static TrainedRanker Factorization(RankerSamples samples, int seed, CancellationToken cancellation)
    {
        FieldAwareFactorizationMachineTrainer.Options Options(int passes) => new()
        {
            FeatureColumnName = MlSamples.Fields[0],
            ExtraFeatureColumns = MlSamples.Fields[1..],
            LatentDimension = 8,
            NumberOfIterations = passes,
            LearningRate = 0.1f,
            LambdaLatent = 1e-4f,
            LambdaLinear = 1e-4f,
        };
        return Choose(samples, seed, [1, 2, 3, 5], passes => passes == 1 ? "1 pass" : $"{passes} passes", [], (context, train, _, passes) =>
            context.BinaryClassification.Trainers.FieldAwareFactorizationMachine(Options(passes)).Fit(train), cancellation);
    }

    private static TrainedRanker Trees(RankerSamples samples, int seed, CancellationToken cancellation) =>
        Choose(
            samples, seed, [8, 16, 31], leaves => $"{leaves} leaves",
            [nameof(MlRow.UserGenres), nameof(MlRow.MovieGenres), nameof(MlRow.UserNumbers), nameof(MlRow.MovieNumbers)],
            (context, train, validation, leaves) => context.BinaryClassification.Trainers.LightGbm(new LightGbmBinaryTrainer.Options
            {
                FeatureColumnName = Features,
                NumberOfLeaves = leaves,
                NumberOfIterations = 1000,
                EarlyStoppingRound = 50,
                LearningRate = 0.05,
                MinimumExampleCountPerLeaf = 50,
                EvaluationMetric = LightGbmBinaryTrainer.Options.EvaluateMetricType.Logloss,
                NumberOfThreads = 1,
                Seed = seed,
                Silent = true,
                Verbose = false,
                Booster = new GradientBooster.Options { FeatureFraction = 0.8, SubsampleFraction = 0.8, SubsampleFrequency = 1, L2Regularization = 1 },
            }).Fit(train, validation),
            cancellation);

    /// <param name="samples">To learn from and to choose by.</param>
    /// <param name="seed">Of Microsoft.ML.</param>
    /// <param name="settings">What is tried.</param>
    /// <param name="inWords">A setting for the report.</param>
    /// <param name="joined">Fields that are joined into one vector; empty: none.</param>
    /// <param name="fit">Trains on the first view with one setting; may stop by the second.</param>
    /// <param name="cancellation">Stops between two settings.</param>
    private static TrainedRanker Choose<T>(
        RankerSamples samples, int seed, IEnumerable<T> settings, Func<T, string> inWords, string[] joined,
        Func<MLContext, IDataView, IDataView, T, ITransformer> fit, CancellationToken cancellation)
    {
        TorchAvailability.Require(); // the networks' transform of numbers is theirs too
        var context = new MLContext(seed);
        var views = new MlSamples(context, samples.Train);
        IDataView View(SampleTable table)
        {
            IDataView view = views.Of(table);
            return joined.Length == 0 ? view : context.Transforms.Concatenate(Features, joined).Fit(view).Transform(view);
        }

        (IDataView train, IDataView validation) = (context.Data.Cache(View(samples.Train)), context.Data.Cache(View(samples.Validation)));
        (ITransformer? best, string choice, double lowest) = (null, "", double.PositiveInfinity);
        foreach (T setting in settings)
        {
            cancellation.ThrowIfCancellationRequested();
            ITransformer model = fit(context, train, validation, setting);
            double loss = BinaryMetrics.LogLoss(MlSamples.Probabilities(model, validation), samples.Validation.Labels);
            (best, choice, lowest) = best is null || loss < lowest ? (model, inWords(setting), loss) : (best, choice, lowest);
        }

        ITransformer chosen = best ?? throw new ArgumentException("Expected at least one setting.", nameof(settings));
        return new TrainedRanker(table => MlSamples.Probabilities(chosen, View(table))) { Choice = choice, Owned = views };
    }
}
