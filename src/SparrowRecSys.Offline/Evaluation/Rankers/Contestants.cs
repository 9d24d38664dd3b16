using System.Text.Json.Nodes;
using SparrowRecSys.Features;
using SparrowRecSys.Offline.BaselineRankers;
using SparrowRecSys.Offline.Models;
using SparrowRecSys.Offline.RetrievalMethods;
using SparrowRecSys.Offline.Samples;
using SparrowRecSys.Offline.Training;

namespace SparrowRecSys.Offline.Evaluation.Rankers;

/// <summary>Everything that can be measured as a ranker, the plainest first.</summary>
internal static class Contestants
{
    /// <param name="settings">Options of the networks.</param>
    public static IReadOnlyList<RankerContestant> All(MethodSettings settings) =>
        [.. PlainRankers.All, .. MlRankers.All, .. AllRankers.All.Select(method => Of(method, settings))];

    private static RankerContestant Of(RankerMethod method, MethodSettings settings) => new(method.Name, method.Help, IsSeeded: true, (samples, seed, cancellation) =>
    {
        TorchAvailability.Require();
        JsonObject values = settings.Of(method.Name);
        values.TryAdd("seed", seed);
        var options = (NetworkOptions)method.Options.FromJson(values);
        FeatureSchema schema = method.Schema(options, samples.Train.Schema);
        (SampleTable train, SampleTable validation) = (samples.Train.Select(schema), samples.Validation.Select(schema));
        RankingNetwork network = method.CreateNetwork(new NetworkInputs(train, BiasPrior.Of(train)), options);
        TrainingRun run = new NetworkTrainer(options).Fit(network, train, validation, cancellation);
        return new TrainedRanker(table => NetworkTrainer.Score(network, table.Select(schema)))
        {
            Choice = $"epoch {run.BestEpoch} of {run.Epochs.Count}",
            Curve = run.Epochs,
            Owned = network,
        };
    });
}
