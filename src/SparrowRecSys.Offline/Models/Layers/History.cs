using SparrowRecSys.Features;

namespace SparrowRecSys.Offline.Models.Layers;

/// <summary>Where the films that a user liked stand, newest first: <c>userHistory</c>, or where a schema lacks it the columns <c>userRatedMovie1..5</c>.</summary>
internal sealed class History
{
    private readonly int[] _columns; // of UserIds
    private readonly FeatureSlot? _ages;

    /// <param name="schema">Where it is looked for.</param>
    /// <exception cref="InvalidDataException">The schema has no history at all.</exception>
    public History(FeatureSchema schema)
    {
        FeatureSlot[] slots = schema.Find(FeatureNames.UserHistory) is { } history
            ? [history]
            : [.. FeatureNames.UserRatedMovies.Select(schema.Find).OfType<FeatureSlot>()];
        _columns = [.. slots.SelectMany(slot => Enumerable.Range(slot.Offset, slot.Width))];
        _ages = schema.Find(FeatureNames.UserHistoryAge) is { } ages && ages.Width == Length ? ages : null;
        if (Length == 0)
        {
            throw new InvalidDataException($"Found no history among the features, expected {FeatureNames.UserHistory} or {FeatureNames.UserRatedMovies[0]}.");
        }
    }

    /// <summary>L.</summary>
    public int Length => _columns.Length;

    /// <summary>Numbers beside each film: 1 where its age is known, else 0.</summary>
    public int ContextWidth => _ages is null ? 0 : 1;

    /// <summary>Movie ids (U, L), -1 after the last.</summary>
    public Value Ids(Blocks blocks) => blocks[FeatureBlock.UserIds, _columns];

    /// <summary>The age of each film, (U, L, 1): log(1 + days) / 4, which is about 0 to 2; <see langword="null"/> where it is not known.</summary>
    public Value? Context(Blocks blocks)
    {
        const double SecondsOfDay = 86_400;
        return _ages is null ? null : (((blocks[_ages] * (1 / SecondsOfDay)) + 1).Log() * 0.25).Unsqueeze(-1);
    }
}
