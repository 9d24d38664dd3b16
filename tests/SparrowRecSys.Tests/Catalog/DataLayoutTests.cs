using System.Text;
using SparrowRecSys.Catalog;

namespace SparrowRecSys.Tests.Catalog;

public sealed class DataLayoutTests : IDisposable
{
    private readonly DataFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_latest_layout_is_read_with_links_and_details()
    {
        _folder
            .Write("movies.csv", "movieId,title,genres\n11,\"American President, The (1995)\",Comedy|Drama\n3,Héros,(no genres listed)\n")
            .Write("ratings.csv", "userId,movieId,rating,timestamp\n7,11,4.5,964982703\n")
            .Write("links.csv", "movieId,imdbId,tmdbId\n11,0112346,9087\n3,,\n99,0000001,1\n")
            .Write("details.csv", "movieId,originalTitle,chineseTitle,director,cast,country,synopsis,synopsisZh\n"
                + "11,,美国总统,Rob Reiner,Michael Douglas|Annette Bening,USA,\"A president, in love.\",总统恋爱了。\n");

        DataSet data = _folder.Load();

        Movie movie = data.Movies[data.Movies.FindRow(11)];
        Assert.Equal("latest", data.Layout);
        Assert.Equal(("American President, The", "The American President", 1995), (movie.Title, movie.DisplayTitle, movie.ReleaseYear));
        Assert.Equal(["Comedy", "Drama"], movie.Genres);
        Assert.Equal(("0112346", "9087"), (movie.ImdbId, movie.TmdbId));
        Assert.Equal(("美国总统", "A president, in love."), (movie.Details?.ChineseTitle, movie.Details?.Synopsis));
        Assert.Equal(["Michael Douglas", "Annette Bening"], movie.Details?.Cast);
        Movie other = data.Movies[data.Movies.FindRow(3)];
        Assert.Equal((0, null, null, null), (other.ReleaseYear, other.ImdbId, other.TmdbId, other.Details));
        Assert.Empty(other.Genres);
        Assert.Equal("Héros", other.Title);
        Assert.Equal([7], data.Ratings.UserIds.ToArray());
        Assert.Equal([9], data.Ratings.HalfStars.ToArray());
        Assert.Equal([964982703u], data.Ratings.Timestamps.ToArray());
        Assert.All(data.Report.Files, file => Assert.Equal(0, file.BadRowCount));
        Assert.Equal([2, 1, 3, 1], data.Report.Files.OrderBy(file => Path.GetFileName(file.Path) switch
        {
            "movies.csv" => 0,
            "ratings.csv" => 1,
            "links.csv" => 2,
            _ => 3,
        }).Select(file => file.Rows));
    }

    [Fact]
    public void The_1M_layout_is_read_as_Latin_1_and_its_genres_have_their_later_names()
    {
        _folder
            .Write("movies.dat", "1::Toy Story (1995)::Animation|Children's\n73::Misérables, Les (1995)::Drama\n", Encoding.Latin1)
            .Write("ratings.dat", "1::73::5::978300760\n1::1::3::978302109\n")
            .Write("users.dat", "1::F::1::10::48067\n");

        DataSet data = _folder.Load();

        Assert.Equal("1m", data.Layout);
        Assert.Equal("Les Misérables", data.Movies[1].DisplayTitle);
        Assert.Equal(["Animation", "Children"], data.Movies[0].Genres);
        Assert.Equal([10, 6], data.Ratings.HalfStars.ToArray());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_10M_layout_is_read_as_UTF_8(bool hasTags)
    {
        _folder.Write("movies.dat", "73::Misérables, Les: one (1995)::Drama\n").Write("ratings.dat", "1::73::0.5::838985046\n");
        _folder.Write(hasTags ? "tags.dat" : "README.html", "");

        DataSet data = _folder.Load();

        Assert.Equal("10m", data.Layout);
        Assert.Equal("Misérables, Les: one", data.Movies[0].Title);
        Assert.Equal([1], data.Ratings.HalfStars.ToArray());
    }

    [Fact]
    public void The_1M_layout_is_recognised_by_its_bytes_when_users_are_missing()
    {
        _folder.Write("movies.dat", "73::Misérables, Les (1995)::Drama\n", Encoding.Latin1).Write("ratings.dat", "");

        DataSet data = _folder.Load();

        Assert.Equal(("1m", "Misérables, Les"), (data.Layout, data.Movies[0].Title));
    }

    [Fact]
    public void The_100K_layout_is_read_with_its_genre_flags_and_dates()
    {
        _folder
            .Write("u.item", "1|Toy Story (1995)|01-Jan-1995||http://us.imdb.com/M/title-exact?Toy%20Story%20(1995)|0|0|0|1|1|1|0|0|0|0|0|0|0|0|0|0|0|0|0\n"
                + "267|unknown||||1|0|0|0|0|0|0|0|0|0|0|0|0|0|0|0|0|0|0\n"
                + "543|Misérables, Les|01-Jan-1995||x|0|0|0|0|0|0|0|0|1|0|0|0|1|0|0|0|0|0|0\n", Encoding.Latin1)
            .Write("u.data", "196\t1\t3\t881250949\n22\t543\t1\t878887116\n196\t543\t5\t881250950\n");

        DataSet data = _folder.Load();

        Assert.Equal("100k", data.Layout);
        Assert.Equal(["Animation", "Children", "Comedy"], data.Movies[0].Genres);
        Assert.Empty(data.Movies[1].Genres);
        Assert.Equal(0, data.Movies[1].ReleaseYear);
        Assert.Equal(["Drama", "Musical"], data.Movies[2].Genres);
        Assert.Equal(("Les Misérables", 1995), (data.Movies[2].DisplayTitle, data.Movies[2].ReleaseYear));
        Assert.Equal([22, 196], data.Ratings.UserIds.ToArray());
        Assert.Equal([2, 6, 10], data.Ratings.HalfStars.ToArray());
    }

    [Theory]
    [InlineData("", "webroot")]
    [InlineData("sampledata", "latest")]
    public void The_webroot_of_the_original_is_read_from_outside_and_from_inside(string pointedAt, string layout)
    {
        _folder
            .Write("sampledata/movies.csv", "movieId,title,genres\r\n1,Toy Story (1995),Animation\r\n")
            .Write("sampledata/ratings.csv", "userId,movieId,rating,timestamp\r\n1,1,4.0,964982703\r\n")
            .Write("sampledata/links.csv", "movieId,imdbId,tmdbId\r\n1,0114709,862\r\n")
            .Write("modeldata/item2vecEmb.csv", "1:0.1 0.2\n");

        DataSet data = DataSetLoader.Load(Path.Combine(_folder.Path, pointedAt));

        Assert.Equal((layout, 1, 1, "0114709"), (data.Layout, data.Movies.Count, data.Ratings.Count, data.Movies[0].ImdbId));
    }

    [Fact]
    public void An_unknown_layout_is_an_error_that_says_what_was_looked_for_and_what_is_there()
    {
        _folder.Write("b.txt", "").Write("a.txt", "").Write("movies.csv", "");

        InvalidDataException error = Assert.Throws<InvalidDataException>(_folder.Load);

        string sampleMovies = Path.Combine("sampledata", "movies.csv");
        string sampleRatings = Path.Combine("sampledata", "ratings.csv");
        Assert.Equal(
            $"{_folder.Path}: not a data set. Expected movies.csv with ratings.csv, or {sampleMovies} with {sampleRatings}, "
            + "or movies.dat with ratings.dat, or u.item with u.data. Found a.txt, b.txt, movies.csv.",
            error.Message);
    }

    [Fact]
    public void A_directory_that_is_not_there_is_an_error_that_names_it()
    {
        string path = Path.Combine(_folder.Path, "nowhere");

        InvalidDataException error = Assert.Throws<InvalidDataException>(() => DataSetLoader.Load(path));

        Assert.Equal($"{path}: no such directory. Expected a MovieLens release or the webroot of SparrowRecSys.", error.Message);
    }
}
