using SparrowRecSys.Features;

namespace SparrowRecSys.Offline.Models.Layers;

/// <summary>The inputs of a network: a value for each block of columns that its schema has.</summary>
/// <param name="schema">What each column is.</param>
/// <param name="values">By block, ids of any integer type and numbers as floats, (B, width); those of width 0 are not looked at.</param>
internal sealed class Blocks(FeatureSchema schema, IReadOnlyList<Value?> values)
{
    /// <summary>
    /// How much each film of the history matters for each candidate, (N, L), the more the greater: noted by a network that attends to the history, and
    /// given to the server for its explanations.
    /// </summary>
    public Value? Attention { get; set; }

    /// <summary>The columns of a feature, (B, width).</summary>
    public Value this[FeatureSlot slot] =>
        slot.Width == schema.Width(slot.Block) ? Of(slot.Block) : Of(slot.Block).Slice(1, slot.Offset, slot.Width);

    /// <summary>Some columns of a block, in the order given, (B, columns).</summary>
    public Value this[FeatureBlock block, ReadOnlySpan<int> columns] =>
        IsRun(columns) ? Run(block, columns[0], columns.Length) : Of(block).Columns(columns);

    private Value Run(FeatureBlock block, int first, int count) => count == schema.Width(block) ? Of(block) : Of(block).Slice(1, first, count);

    private Value Of(FeatureBlock block) =>
        values[(int)block] ?? throw new ArgumentException($"Expected a value for the columns {FeatureSchema.NameOf(block)}, got none.", nameof(block));

    private static bool IsRun(ReadOnlySpan<int> columns)
    {
        for (int i = 1; i < columns.Length; i++)
        {
            if (columns[i] != columns[0] + i)
            {
                return false;
            }
        }

        return true;
    }
}
