using System.Text.Json.Serialization;

namespace SparrowRecSys.Features;

/// <summary>Whose a feature is: it decides how many rows it has in a request.</summary>
public enum FeatureSide
{
    /// <summary>Of the user: one row in a request.</summary>
    User,

    /// <summary>Of the candidate, features of the pair included: a row for each candidate.</summary>
    Movie,
}

/// <summary>What the columns of a feature hold.</summary>
public enum FeatureKind
{
    /// <summary>A plain number, as it was measured; transforms are layers of the network.</summary>
    Number,

    /// <summary>A row of the user vocabulary.</summary>
    UserId,

    /// <summary>A row of the movie vocabulary.</summary>
    MovieId,

    /// <summary>A row of the genre vocabulary.</summary>
    Genre,
}

/// <summary>One named input of a model.</summary>
/// <param name="Name">As in samples and <c>schema.json</c>.</param>
/// <param name="Side">Whose it is.</param>
/// <param name="Kind">Numbers, or rows of which vocabulary.</param>
/// <param name="Width">Columns, at least 1.</param>
public sealed record Feature(string Name, FeatureSide Side, FeatureKind Kind, int Width)
{
    /// <summary>Whether the columns are rows of a vocabulary.</summary>
    [JsonIgnore]
    public bool IsId => Kind != FeatureKind.Number;
}
