using SparrowRecSys.Features;
using TorchSharp;

namespace SparrowRecSys.Offline.Models.Layers;

/// <summary>
/// Everything that is known of the user, or of the movie, as fields of D numbers each (ids embedded, several of a kind as their mean) and as
/// plain numbers (<see cref="NumberTransform"/>).
/// </summary>
internal sealed class SideInputs : torch.nn.Module
{
    private readonly IReadOnlyList<(FeatureKind Kind, FeatureBlock Block, int[] Columns)> _groups;
    private readonly Func<FeatureKind, IdEmbedding> _tableOf; // not registered here: both sides share the tables
    private readonly NumberTransform _numbers;
    private readonly int _dimension;

    /// <param name="inputs">The columns.</param>
    /// <param name="side">Whose.</param>
    /// <param name="tables">Embeddings by kind of id, shared by both sides.</param>
    /// <param name="dimension">D.</param>
    /// <param name="history">Whether the films that the user liked are a field, as their mean.</param>
    public SideInputs(NetworkInputs inputs, FeatureSide side, IdTables tables, int dimension, bool history = true)
        : base(nameof(SideInputs))
    {
        (_tableOf, _dimension) = (kind => tables[kind], dimension);
        string[][] fields = side == FeatureSide.User
            ? [[FeatureNames.UserId], history ? HistoryOf(inputs.Schema) : [], [.. FeatureNames.UserGenres]]
            : [[FeatureNames.MovieId], [.. FeatureNames.MovieGenres]];
        _groups = [.. fields.Select(names => names.Select(inputs.Schema.Find).OfType<FeatureSlot>().ToArray()).Where(slots => slots.Length > 0)
            .Select(slots => (slots[0].Feature.Kind, slots[0].Block, slots.SelectMany(slot => Enumerable.Range(slot.Offset, slot.Width)).ToArray()))];
        _numbers = new NumberTransform(side, inputs.Train);
        RegisterComponents();
    }

    /// <summary>Fields that there are.</summary>
    public int FieldCount => _groups.Count;

    /// <summary>Plain numbers that there are.</summary>
    public int NumberWidth => _numbers.Width;

    /// <summary>Of <see cref="Vector"/>.</summary>
    public int Width => (FieldCount * _dimension) + NumberWidth;

    /// <summary>(B, D) each.</summary>
    public IReadOnlyList<Value> Fields(Blocks blocks) => [.. _groups.Select(group => Field(group.Kind, blocks[group.Block, group.Columns], group.Columns.Length))];

    /// <summary>(B, W).</summary>
    public Value Numbers(Blocks blocks) => _numbers.Apply(blocks);

    /// <summary>Fields and numbers side by side.</summary>
    public Value Vector(Blocks blocks)
    {
        Value[] all = NumberWidth == 0 ? [.. Fields(blocks)] : [.. Fields(blocks), Numbers(blocks)];
        return all[0].Concat(all.AsSpan(1));
    }

    private Value Field(FeatureKind kind, Value ids, int width)
    {
        IdEmbedding table = _tableOf(kind);
        return width == 1 ? table.Row(ids) : table.Mean(ids);
    }

    private static string[] HistoryOf(FeatureSchema schema) =>
        schema.Has(FeatureNames.UserHistory) ? [FeatureNames.UserHistory] : [.. FeatureNames.UserRatedMovies];
}
