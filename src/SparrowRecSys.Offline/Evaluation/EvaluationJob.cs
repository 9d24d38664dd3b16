using SparrowRecSys.Catalog;
using SparrowRecSys.Embeddings;
using SparrowRecSys.Evaluation;
using SparrowRecSys.Offline.RetrievalMethods;
using Spectre.Console;

namespace SparrowRecSys.Offline.Evaluation;

/// <summary>Loads, splits, trains and measures.</summary>
internal static class EvaluationJob
{
    /// <param name="request">What is to be measured.</param>
    /// <param name="console">Is told of each model when it is done.</param>
    /// <param name="cancellation">Stops between two steps.</param>
    /// <exception cref="InvalidDataException">The data are wrong, or no number over the split would be honest.</exception>
    public static EvaluationOutcome Run(EvaluationRequest request, IAnsiConsole console, CancellationToken cancellation)
    {
        DataSet? data = request.Protocol == Protocols.Ncf ? null : DataSetLoader.Load(request.Directory);
        var runs = new List<EvaluationSeedRun>();
        for (int i = 0; i < request.Seeds; i++)
        {
            runs.Add(Run(request, data, request.Options.Seed + i, console, cancellation));
        }

        return new EvaluationOutcome(request, runs);
    }

    /// <summary>The split that is measured: of the test, or of the validation.</summary>
    public static EvaluationSplit Split(EvaluationRequest request, DataSet? data, int seed)
    {
        EvaluationSplit split = data is null
            ? NcfFiles.Read(request.Directory, request.Name)
            : Protocols.Split(request.Protocol, data, request.Options with { Seed = seed });
        split = request.IsValidation ? split.ForValidation() : split;
        return request.HasRandomLabels ? RandomLabels.Replace(split, seed) : split;
    }

    private static EvaluationSeedRun Run(EvaluationRequest request, DataSet? data, int seed, IAnsiConsole console, CancellationToken cancellation)
    {
        EvaluationSplit split = Split(request, data, seed);
        SplitGuard.Check(split);
        var external = request.External.ToDictionary(entry => entry.Key, entry => LoadVectors(split, entry.Key, entry.Value));
        var options = new EvaluatorOptions { Ks = request.Ks, Seed = seed, Threads = request.Threads };
        var comparison = new ModelComparison(split, request.Settings, options, external, new LearningContext(Cancellation: cancellation));
        var evaluations = new List<ModelEvaluation>();
        foreach (string name in request.Models)
        {
            ModelEvaluation evaluation = console.Status().Start($"{Markup.Escape(name)} ...", _ => comparison.Evaluate(name));
            evaluations.Add(evaluation);
            string done = evaluation.Problem ?? $"trained in {evaluation.TrainingSeconds:f1} s, measured in {evaluation.Results.Sum(result => result.Seconds):f1} s";
            console.MarkupLineInterpolated($"{(request.Seeds > 1 ? $"seed {seed}, " : "")}{name}: {done}");
        }

        return new EvaluationSeedRun(seed, split, comparison.Segments, evaluations, comparison.Models);
    }

    private static EmbeddingRows LoadVectors(EvaluationSplit split, string name, string path)
    {
        SplitGuard.CheckFeatures(split, name, EmbeddingFile.FindDataHash(path));
        return EmbeddingFile.Load(path);
    }
}
