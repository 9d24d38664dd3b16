namespace SparrowRecSys.Retrieval;

/// <summary>The retrieval models that are loaded, by name. Immutable.</summary>
public sealed class RetrievalModelSet
{
    /// <summary>The model whose vectors retrieval by neighbours, diversity and reasons use when it is there.</summary>
    public const string PrimaryName = "item2vec";

    private readonly Dictionary<string, IRetrievalModel> _models;

    /// <param name="models">Distinct names.</param>
    /// <param name="refusedNames">Names of models that are there and cannot be used; <see langword="null"/>: none.</param>
    public RetrievalModelSet(IEnumerable<IRetrievalModel> models, IEnumerable<string>? refusedNames = null)
    {
        RefusedNames = [.. refusedNames ?? []];
        _models = models.ToDictionary(model => model.Name);
        Names = [.. _models.Keys.OrderBy(name => name != PrimaryName).ThenBy(name => name, StringComparer.Ordinal)];
        All = [.. Names.Select(name => _models[name])];
        Primary = All.OfType<VectorModel>().FirstOrDefault();
    }

    /// <summary>Names, the primary one first.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Models that were refused: their names may be configured, and no error follows from that.</summary>
    public IReadOnlyList<string> RefusedNames { get; }

    /// <summary>The models in the order of <see cref="Names"/>.</summary>
    public IReadOnlyList<IRetrievalModel> All { get; }

    /// <summary>The model whose vectors are used where none is named; <see langword="null"/> when no model with vectors is loaded.</summary>
    public VectorModel? Primary { get; }

    /// <summary>A model by name; <see langword="null"/> when it is not loaded.</summary>
    public IRetrievalModel? Find(string name) => _models.GetValueOrDefault(name);
}
