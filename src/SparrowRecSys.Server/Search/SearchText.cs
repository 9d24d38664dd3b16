namespace SparrowRecSys.Server.Search;

/// <summary>A text that can be found. Immutable.</summary>
/// <param name="row">What the text belongs to.</param>
/// <param name="original">As it is shown.</param>
internal sealed class SearchText(int row, string original)
{
    public int Row => row;

    public string Original => original;

    /// <summary>As it is compared.</summary>
    public string Folded { get; } = TextFolding.Fold(original);

    /// <summary>The words of <see cref="Folded"/>.</summary>
    public string[] Words { get; } = TextFolding.Fold(original).Split(' ');
}
