using SparrowRecSys.Features;
using TorchSharp;

namespace SparrowRecSys.Offline.Models.Layers;

/// <summary>An embedding for each kind of id that a schema has: a movie is the same vector as candidate and in the history.</summary>
internal sealed class IdTables : torch.nn.Module
{
    private readonly Dictionary<FeatureKind, IdEmbedding> _tables = [];

    /// <param name="inputs">The columns.</param>
    /// <param name="dimension">D.</param>
    public IdTables(NetworkInputs inputs, int dimension)
        : base(nameof(IdTables))
    {
        foreach (FeatureKind kind in inputs.Schema.Features.Where(feature => feature.IsId).Select(feature => feature.Kind).Distinct().Order())
        {
            // Weights that go straight to a logit, D = 1, start at nothing.
            _tables[kind] = dimension == 1 ? new IdEmbedding(inputs.Vocabularies.RowCount(kind), 1, spread: 0) : new IdEmbedding(inputs.Vocabularies.RowCount(kind), dimension);
            register_module(kind.ToString(), _tables[kind]);
        }
    }

    /// <summary>The films.</summary>
    public IdEmbedding Movies => this[FeatureKind.MovieId];

    /// <exception cref="InvalidDataException">The schema has no such id.</exception>
    public IdEmbedding this[FeatureKind kind] =>
        _tables.TryGetValue(kind, out IdEmbedding? table) ? table : throw new InvalidDataException($"Found no id of the kind {kind} among the features, expected one.");
}
