namespace SparrowRecSys.Features;

/// <summary>The four tensors in which all features of a request travel: columns side by side, in the order of the schema.</summary>
public enum FeatureBlock
{
    /// <summary><c>user_ids</c>, int32: a row of the user.</summary>
    UserIds,

    /// <summary><c>user_numbers</c>, float32: a row of the user.</summary>
    UserNumbers,

    /// <summary><c>movie_ids</c>, int32: a row for each candidate.</summary>
    MovieIds,

    /// <summary><c>movie_numbers</c>, float32: a row for each candidate.</summary>
    MovieNumbers,
}

/// <summary>Where a feature stands.</summary>
/// <param name="Feature">The feature.</param>
/// <param name="Block">Its tensor.</param>
/// <param name="Offset">Its first column there.</param>
public sealed record FeatureSlot(Feature Feature, FeatureBlock Block, int Offset)
{
    /// <summary>Columns.</summary>
    public int Width => Feature.Width;
}
