namespace SparrowRecSys.Catalog;

/// <summary>A row of <c>details.csv</c>. Texts are empty, and lists empty, where the fact is not known.</summary>
public sealed record MovieDetails
{
    /// <summary>Title in the original language and script; empty when it is the English title.</summary>
    public string OriginalTitle { get; init; } = "";

    /// <summary>Title of the release in mainland China.</summary>
    public string ChineseTitle { get; init; } = "";

    public IReadOnlyList<string> Directors { get; init; } = [];

    /// <summary>At most four leads.</summary>
    public IReadOnlyList<string> Cast { get; init; } = [];

    public IReadOnlyList<string> Countries { get; init; } = [];

    public string Synopsis { get; init; } = "";

    public string ChineseSynopsis { get; init; } = "";
}
