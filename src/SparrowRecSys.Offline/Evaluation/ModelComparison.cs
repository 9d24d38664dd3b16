using System.Diagnostics;
using SparrowRecSys.Embeddings;
using SparrowRecSys.Evaluation;
using SparrowRecSys.Offline.Content;
using SparrowRecSys.Offline.RetrievalMethods;
using SparrowRecSys.Retrieval;

namespace SparrowRecSys.Offline.Evaluation;

/// <summary>Trains models on the training part of a split and measures them side by side.</summary>
/// <param name="split">Where they learn and what they are tested on.</param>
/// <param name="settings">Options by method.</param>
/// <param name="options">What is measured.</param>
/// <param name="external">Vectors from elsewhere, by the name of the model they make.</param>
/// <param name="context">Progress of the training, cancellation.</param>
internal sealed class ModelComparison(
    EvaluationSplit split, MethodSettings settings, EvaluatorOptions options, IReadOnlyDictionary<string, EmbeddingRows> external, LearningContext context)
{
    private readonly IReadOnlyList<EvaluationSegment> _segments = EvaluationSegment.Of(split);
    private readonly Dictionary<string, Trained> _trained = [];

    /// <summary>What is measured apart; each evaluation has a result for each of them.</summary>
    public IReadOnlyList<EvaluationSegment> Segments => _segments;

    /// <summary>The models that were trained so far, by name.</summary>
    public IReadOnlyDictionary<string, IRetrievalModel> Models => _trained.ToDictionary(entry => entry.Key, entry => entry.Value.Model);

    /// <summary>Trains and measures a model; <c>als+content</c> is the fusion of both. One that cannot be trained is a row that says why.</summary>
    /// <exception cref="InvalidDataException">No number over the split would be honest.</exception>
    public ModelEvaluation Evaluate(string name)
    {
        try
        {
            Trained[] parts = [.. name.Split('+').Select(Train)];
            MovieScorer[] scorers = [.. parts.Select(part => MovieScorers.Of(part.Model))];
            MovieScorer scorer = scorers.Length == 1 ? scorers[0] : MovieScorers.Fuse(scorers);
            return new ModelEvaluation(name, Measure(name, scorer), parts.Sum(part => part.Seconds));
        }
        catch (TrainingFailedException error)
        {
            return new ModelEvaluation(name, [], 0, error.Message);
        }
    }

    private List<EvaluationResult> Measure(string name, MovieScorer scorer)
    {
        var results = new List<EvaluationResult>();
        foreach (EvaluationSegment segment in _segments)
        {
            results.Add(new Evaluator(segment.Split, options).Evaluate(name, scorer, context.Cancellation));
        }

        return results;
    }

    private Trained Train(string name)
    {
        if (!_trained.TryGetValue(name, out Trained? trained))
        {
            long started = Stopwatch.GetTimestamp();
            LearnedModel learned = external.TryGetValue(name, out EmbeddingRows? rows) ? new LearnedEmbedding(rows) : Learn(AllRetrievalMethods.Get(name));
            double seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
            IRetrievalModel model = RetrievalModels.Create(name, learned, split.Train, new VectorIndexOptions { Kind = "exact" });
            _trained[name] = trained = new Trained(model, external.ContainsKey(name) ? 0 : seconds);
        }

        return trained;
    }

    private LearnedModel Learn(RetrievalMethod method)
    {
        object chosen = settings.OptionsOf(method, options.Seed);
        if (chosen is ContentOptions { Vectors: { Length: > 0 } path })
        {
            SplitGuard.CheckFeatures(split, path, EmbeddingFile.FindDataHash(path));
        }

        try
        {
            // The split's ratings are interactions already.
            return Interactions.Learn(method, split.Train, halfStars: 1, chosen, context).Model;
        }
        catch (InvalidDataException error)
        {
            throw new TrainingFailedException(error.Message, error);
        }
    }

    private sealed record Trained(IRetrievalModel Model, double Seconds);

    private sealed class TrainingFailedException(string message, Exception inner) : Exception(message, inner);
}
