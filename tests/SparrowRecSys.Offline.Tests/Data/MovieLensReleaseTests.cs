using SparrowRecSys.Offline.Data;

namespace SparrowRecSys.Offline.Tests.Data;

public sealed class MovieLensReleaseTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("Usage License\n=============\n\nMay be used.\n\nCitation\n========\n", "May be used.")]
    [InlineData("USAGE LICENSE\n--------\nOne.\n\nTwo.\n", "One.\n\nTwo.")]
    [InlineData("Usage License\nOne.\n", "One.")]
    public void The_terms_are_the_licence_section_of_the_README(string readme, string expected)
    {
        File.WriteAllText(Path.Combine(_folder.Path, "README.txt"), readme);

        Assert.Equal(expected, MovieLensRelease.ReadTerms(_folder.Path));
    }

    [Fact]
    public void A_README_without_that_section_is_named()
    {
        string path = Path.Combine(_folder.Path, "README.html");
        File.WriteAllText(path, "<html>");

        Assert.Equal($"The terms are in {path}.", MovieLensRelease.ReadTerms(_folder.Path));
    }

    [Fact]
    public void Without_a_README_the_address_is_given() => Assert.Equal(
        "Found no README in the archive. The terms are at https://grouplens.org/datasets/movielens/.", MovieLensRelease.ReadTerms(_folder.Path));
}
