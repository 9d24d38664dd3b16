using System.Diagnostics;
using System.Text.Json.Nodes;
using SparrowRecSys.Embeddings;
using SparrowRecSys.Evaluation;
using SparrowRecSys.Offline.Evaluation;
using SparrowRecSys.Offline.RetrievalMethods;

namespace SparrowRecSys.Offline.Tuning;

/// <summary>
/// Random search (Bergstra and Bengio 2012) over the options of one method, measured on the validation part only: the test part of the split is
/// never looked at.
/// </summary>
/// <param name="method">The method.</param>
/// <param name="given">Options that are not searched, by name.</param>
/// <param name="validation">The validation part.</param>
/// <param name="metric">Name of the metric, higher is better.</param>
/// <param name="options">What is measured.</param>
internal sealed class TuningJob(RetrievalMethod method, JsonObject given, EvaluationSplit validation, string metric, EvaluatorOptions options)
{
    private readonly SearchSpace _space = new(method.Options);
    private readonly Evaluator _evaluator = new(EvaluationSegment.Of(validation)[0].Split, options);

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
        foreach ((string name, JsonNode? value) in _space.Draw(number, options.Seed))
        {
            values[name] = values.ContainsKey(name) ? values[name]?.DeepClone() : value?.DeepClone();
        }

        long started = Stopwatch.GetTimestamp();
        try
        {
            LearnedOutput output = Interactions.Learn(method, validation.Train, halfStars: 1, OptionsOf(values), new LearningContext(Cancellation: cancellation));
            var model = SparrowRecSys.Retrieval.RetrievalModels.Create(method.Name, output.Model, validation.Train, new VectorIndexOptions { Kind = "exact" });
            MetricEstimate estimate = _evaluator.Evaluate(method.Name, MovieScorers.Of(model), cancellation)[metric];
            return new TuningTrial(number, values, estimate.Value, estimate.Lower, estimate.Upper, SecondsSince(started), null);
        }
        catch (InvalidDataException error)
        {
            return new TuningTrial(number, values, null, null, null, SecondsSince(started), error.Message);
        }
    }

    private object OptionsOf(JsonObject values)
    {
        JsonObject all = values.DeepClone().AsObject();
        if (method.Options.Names.Contains("seed") && !all.ContainsKey("seed"))
        {
            all["seed"] = options.Seed;
        }

        return method.Options.FromJson(all);
    }

    private static double SecondsSince(long started) => Math.Round(Stopwatch.GetElapsedTime(started).TotalSeconds, 2);
}
