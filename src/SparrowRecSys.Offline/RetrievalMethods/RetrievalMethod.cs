using System.Text.Json.Nodes;
using SparrowRecSys.Catalog;
using SparrowRecSys.Offline.Commands;
using SparrowRecSys.Retrieval;

namespace SparrowRecSys.Offline.RetrievalMethods;

/// <summary>How far a method is.</summary>
/// <param name="Done">Share of the work that is done, 0 to 1.</param>
/// <param name="Text">Speed and loss in a few words; may be empty.</param>
internal readonly record struct LearningProgress(double Done, string Text);

/// <summary>What a method learned and what it reports of it.</summary>
/// <param name="Model">What was learned.</param>
/// <param name="Facts">For people and for <c>retrieval.json</c>: losses, counts. The same for the same seed.</param>
internal sealed record LearnedOutput(LearnedModel Model, JsonObject Facts);

/// <summary>
/// A method that learns a retrieval model from interactions: its name, its options and its training. Commands, evaluation, tuning and the
/// pipeline all take methods from <see cref="AllRetrievalMethods"/>.
/// </summary>
internal sealed class RetrievalMethod
{
    private readonly Func<DataSet, object, LearningContext, LearnedOutput> _learn;

    private RetrievalMethod(string name, string help, OptionSet options, Func<DataSet, object, LearningContext, LearnedOutput> learn) =>
        (Name, Help, Options, _learn) = (name, help, options, learn);

    public delegate LearnedOutput Learner<in TOptions>(DataSet interactions, TOptions options, LearningContext context);

    /// <summary>Such as <c>als</c>.</summary>
    public string Name { get; }

    /// <summary>Help of its command: what it does, the paper, examples.</summary>
    public string Help { get; }

    /// <summary>Its hyper-parameters.</summary>
    public OptionSet Options { get; }

    /// <summary>A file that it can learn from instead of ratings; <see langword="null"/>: there is none.</summary>
    public VectorSource? Source { get; private init; }

    public static RetrievalMethod Create<TOptions>(string name, string help, Learner<TOptions> learn, VectorSource? source = null)
        where TOptions : class, new() =>
        new(name, help, OptionSet.Of<TOptions>(), (interactions, options, context) => learn(interactions, (TOptions)options, context)) { Source = source };

    /// <summary>Learns from all ratings of the data: whoever calls has left out those that are no interaction.</summary>
    /// <param name="interactions">The data to learn from.</param>
    /// <param name="options">Of the type of <see cref="Options"/>, in range.</param>
    /// <param name="context">Progress and cancellation.</param>
    /// <exception cref="InvalidDataException">There is nothing to learn from, the data are too large, or the training diverged.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public LearnedOutput Learn(DataSet interactions, object options, LearningContext context) => _learn(interactions, options, context);
}

/// <summary>What surrounds a training.</summary>
/// <param name="Progress">Is told how far it is; <see langword="null"/>: nobody looks.</param>
/// <param name="Cancellation">Stops it between two steps.</param>
internal sealed record LearningContext(IProgress<LearningProgress>? Progress = null, CancellationToken Cancellation = default);
