using System.Diagnostics;
using System.Text.Json.Nodes;
using SparrowRecSys.Evaluation;

namespace SparrowRecSys.Offline.Tuning;

/// <summary>
/// Random search (Bergstra and Bengio 2012) over the options of one model, measured on the validation part only: the test part of the split is
/// never looked at.
/// </summary>
/// <param name="target">What is tuned.</param>
/// <param name="given">Options that are not searched, by name.</param>
internal sealed class TuningJob(TuningTarget target, JsonObject given)
{
    private readonly SearchSpace _space = new(target.Options);
    private readonly int _seed = target.Identity.Seed;

    /// <summary>Tries until there are enough trials or the time is over, and keeps each in the state.</summary>
    /// <param name="state">Trials that are there already are not repeated.</param>
    /// <param name="trials">Trials in all.</param>
    /// <param name="budget">No trial begins after it.</param>
    /// <param name="report">Is told of each trial.</param>
    /// <param name="cancellation">Stops between two steps; finished trials stay.</param>
    public void Run(TuningState state, int trials, TimeSpan budget, Action<TuningTrial> report, CancellationToken cancellation)
    {
        long started = Stopwatch.GetTimestamp();
        while (state.Trials.Count < trials && Stopwatch.GetElapsedTime(started) < budget)
        {
            TuningTrial trial = Try(state.Trials.Count, cancellation);
            state.Add(trial);
            report(trial);
        }
    }

    private TuningTrial Try(int number, CancellationToken cancellation)
    {
        JsonObject values = given.DeepClone().AsObject();
        foreach ((string name, JsonNode? value) in _space.Draw(number, _seed))
        {
            values[name] = values.ContainsKey(name) ? values[name]?.DeepClone() : value?.DeepClone();
        }

        long started = Stopwatch.GetTimestamp();
        try
        {
            MetricEstimate estimate = target.Measure(OptionsOf(values), cancellation);
            return new TuningTrial(number, values, estimate.Value, NumberOrNull(estimate.Lower), NumberOrNull(estimate.Upper), SecondsSince(started), null);
        }
        catch (InvalidDataException error)
        {
            return new TuningTrial(number, values, null, null, null, SecondsSince(started), error.Message);
        }
    }

    private object OptionsOf(JsonObject values)
    {
        JsonObject all = values.DeepClone().AsObject();
        if (target.Options.Names.Contains("seed") && !all.ContainsKey("seed"))
        {
            all["seed"] = _seed;
        }

        return target.Options.FromJson(all);
    }

    private static double? NumberOrNull(double value) => double.IsNaN(value) ? null : value;

    private static double SecondsSince(long started) => Math.Round(Stopwatch.GetElapsedTime(started).TotalSeconds, 2);
}
