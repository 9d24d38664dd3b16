using SparrowRecSys.Evaluation;
using SparrowRecSys.Offline.RetrievalMethods;

namespace SparrowRecSys.Offline.Evaluation;

/// <summary>What is to be measured, all checked.</summary>
internal sealed record EvaluationRequest
{
    /// <summary>The control that replaces the right movies by random ones.</summary>
    public const string RandomLabels = "random-labels";

    public required string Directory { get; init; }

    public required string Protocol { get; init; }

    /// <summary>Of the files of protocol ncf; <see langword="null"/>: the only ones.</summary>
    public string? Name { get; init; }

    /// <summary>Each once, in the order of the table.</summary>
    public required IReadOnlyList<string> Models { get; init; }

    public required MethodSettings Settings { get; init; }

    /// <summary>File of vectors by name of the model they make.</summary>
    public IReadOnlyDictionary<string, string> External { get; init; } = new Dictionary<string, string>();

    /// <summary>Lengths of list, ascending.</summary>
    public required IReadOnlyList<int> Ks { get; init; }

    public required ProtocolOptions Options { get; init; }

    /// <summary>How often to repeat, each time with the next seed.</summary>
    public int Seeds { get; init; } = 1;

    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Whether to measure on the validation part instead of the test.</summary>
    public bool IsValidation { get; init; }

    public bool HasRandomLabels { get; init; }
}
