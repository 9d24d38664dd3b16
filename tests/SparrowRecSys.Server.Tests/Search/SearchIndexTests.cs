using SparrowRecSys.Catalog;
using SparrowRecSys.Features;
using SparrowRecSys.Server.Search;

namespace SparrowRecSys.Server.Tests.Search;

public sealed class SearchIndexTests
{
    private static readonly MovieCatalog Movies = new(
    [
        Film(1, "The Godfather", "Godfather, The", "教父", "", "Francis Ford Coppola"),
        Film(2, "Spirited Away", "Spirited Away", "千与千寻", "千と千尋の神隠し", "Hayao Miyazaki"),
        Film(3, "Amélie", "Amélie", "天使爱美丽", "Le Fabuleux Destin d'Amélie Poulain", "Jean-Pierre Jeunet"),
        Film(4, "Star Wars: Episode IV - A New Hope", "Star Wars: Episode IV - A New Hope", "星球大战", "", "George Lucas"),
        Film(5, "WALL·E", "WALL·E", "机器人总动员", "", "Andrew Stanton"),
        Film(6, "My Neighbor Totoro", "My Neighbor Totoro", "龙猫", "となりのトトロ", "Hayao Miyazaki"),
        Film(7, "Schindler's List", "Schindler's List", "辛德勒的名单", "", "Steven Spielberg"),
    ]);

    private static readonly SearchIndex Index = new(Movies, new MoviePopularity(Data(), 100));

    [Theory]
    [InlineData("godfather", 1)]
    [InlineData("the godf", 1)]
    [InlineData("Godfather, The", 1)]
    [InlineData("g", 1)]
    [InlineData("GODFATHER", 1)]
    [InlineData("godfahter", 1)]
    [InlineData("godfater", 1)]
    [InlineData("gofather", 1)]
    [InlineData("教父", 1)]
    [InlineData("教", 1)]
    [InlineData("千寻", 2)]
    [InlineData("神隠し", 2)]
    [InlineData("spirted away", 2)]
    [InlineData("away spirited", 2)]
    [InlineData("amelie", 3)]
    [InlineData("AMÉLIE", 3)]
    [InlineData("fabuleux destin", 3)]
    [InlineData("star wars new hope", 4)]
    [InlineData("schindlers list", 7)]
    [InlineData("shindler", 7)]
    public void A_title_is_found_by(string text, int expectedId) =>
        Assert.Equal(expectedId, Movies[Index.FindTitles(text, 5)[0].MovieRow].MovieId);

    [Theory]
    [InlineData("miyazaki", "Hayao Miyazaki", 2)]
    [InlineData("hayao m", "Hayao Miyazaki", 2)]
    [InlineData("miyasaki", "Hayao Miyazaki", 2)]
    [InlineData("coppola", "Francis Ford Coppola", 1)]
    public void A_person_is_found_by(string text, string expectedName, int expectedMovies)
    {
        Person person = Index.FindPeople(text, 3)[0];

        Assert.Equal(expectedName, person.Name);
        Assert.Equal(expectedMovies, person.MovieRows.Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("?!")]
    [InlineData("zzzzzz")]
    [InlineData("%_*\"'")]
    public void Nothing_is_found_by(string text)
    {
        Assert.Empty(Index.FindTitles(text, 5));
        Assert.Empty(Index.FindPeople(text, 5));
    }

    [Fact]
    public void The_title_that_fits_is_told() => Assert.Equal("千与千寻", Index.FindTitles("千寻", 1)[0].Text);

    [Fact]
    public void A_movie_is_found_once_however_many_of_its_titles_fit() => Assert.Single(Index.FindTitles("amelie", 10));

    [Fact]
    public void What_may_have_been_meant_is_suggested() =>
        Assert.Equal(1, Movies[Index.Suggest("tha gootfadder", 3)[0]].MovieId);

    [Theory]
    [InlineData("abc", "abc", 0)]
    [InlineData("abc", "abcdef", 0)]
    [InlineData("abd", "abcdef", 1)]
    [InlineData("acb", "abcdef", 1)]
    [InlineData("ac", "abcdef", 1)]
    [InlineData("xbc", "abcdef", 1)]
    [InlineData("kitten", "sitting", 2)]
    [InlineData("xyz", "abcdef", 3)]
    [InlineData("", "abc", 0)]
    public void Typing_errors_are_counted_against_the_nearest_beginning(string typed, string word, int expected) =>
        Assert.Equal(Math.Min(expected, 3), EditDistance.ToPrefix(typed, word, 2));

    private static Movie Film(int id, string display, string title, string chinese, string original, string director) => new()
    {
        MovieId = id,
        Title = title,
        DisplayTitle = display,
        Details = new MovieDetails { ChineseTitle = chinese, OriginalTitle = original, Directors = [director] },
    };

    private static DataSet Data() => new()
    {
        Directory = "/tiny",
        Layout = "latest",
        Movies = Movies,
        Ratings = new RatingTableBuilder(Movies.Count).Build(),
        Hash = "0",
        IsSimulated = false,
        Report = new DataReport([]),
    };
}
