using SparrowRecSys.Catalog;

namespace SparrowRecSys.Tests.Catalog;

public sealed class BadRowTests
{
    [Theory]
    [InlineData("1,1,4.0", "4 fields (userId, movieId, rating, timestamp), found 3")]
    [InlineData("1,1,4.0,5,6", "4 fields (userId, movieId, rating, timestamp), found 5")]
    [InlineData("x,1,4.0,5", "a userId of 1 to 2147483647")]
    [InlineData("0,1,4.0,5", "a userId of 1 to 2147483647")]
    [InlineData("2147483648,1,4.0,5", "a userId of 1 to 2147483647")]
    [InlineData("+1,1,4.0,5", "a userId of 1 to 2147483647")]
    [InlineData(" 1,1,4.0,5", "a userId of 1 to 2147483647")]
    [InlineData("1,1.0,4.0,5", "a movieId of 1 to 2147483647")]
    [InlineData("1,,4.0,5", "a movieId of 1 to 2147483647")]
    [InlineData("1,3,4.0,5", "a movieId of movies.csv, 3 is not there")]
    [InlineData("1,1,0,5", "a rating of 0.5 to 5 in half steps")]
    [InlineData("1,1,5.5,5", "a rating of 0.5 to 5 in half steps")]
    [InlineData("1,1,4.2,5", "a rating of 0.5 to 5 in half steps")]
    [InlineData("1,1,-1,5", "a rating of 0.5 to 5 in half steps")]
    [InlineData("1,1,NaN,5", "a rating of 0.5 to 5 in half steps")]
    [InlineData("1,1,4.,5", "a rating of 0.5 to 5 in half steps")]
    [InlineData("1,1,4.0,-5", "a timestamp in seconds since 1970, 0 to 4294967295")]
    [InlineData("1,1,4.0,4294967296", "a timestamp in seconds since 1970, 0 to 4294967295")]
    [InlineData("1,1,4.0,99999999999999999999", "a timestamp in seconds since 1970, 0 to 4294967295")]
    [InlineData("1,1,4.0,", "a timestamp in seconds since 1970, 0 to 4294967295")]
    [InlineData("1,1,\"4.0,5", "a closing quote")]
    public void A_bad_rating_is_left_out_and_reported_with_its_line(string row, string expected)
    {
        using DataFolder folder = DataFolder.Latest(ratings: $"9,1,4.0,5\n{row}\n9,2,4.0,5\n");

        string[] bad = folder.BadRows("ratings.csv");

        Assert.Equal([$"3: {row} -> {expected}"], bad);
        Assert.Equal(2, folder.Load().Ratings.Count);
    }

    [Theory]
    [InlineData("\"1\",\"1\",\"4.0\",\"5\"", 8)]
    [InlineData("1,1,4,5", 8)]
    [InlineData("1,1,4.50,5", 9)]
    [InlineData("1,1,.5,5", 0)]
    [InlineData("2147483647,1,0.5,4294967295", 1)]
    [InlineData("0000000001,1,5.0,0", 10)]
    public void Unusual_ratings_are_taken_or_not_by_the_rule(string row, int halfStars)
    {
        using DataFolder folder = DataFolder.Latest(ratings: row + "\n");

        byte[] taken = folder.Load().Ratings.HalfStars.ToArray();

        Assert.Equal(halfStars == 0 ? [] : [(byte)halfStars], taken);
    }

    [Fact]
    public void Of_two_ratings_of_a_movie_the_last_stays_and_the_first_is_reported_with_both_lines()
    {
        using DataFolder folder = DataFolder.Latest(ratings: "1,1,4.0,50\n\nbad\n1,2,3.0,60\n2,1,1.0,70\n1,1,2.5,40\n");

        RatingTable ratings = folder.Load().Ratings;

        Assert.Equal(
            ["2: 1,1,4.0,50 -> one rating of a movie by a user, line 7 rates it again and stays", "4: bad -> 4 fields (userId, movieId, rating, timestamp), found 1"],
            folder.BadRows("ratings.csv"));
        Assert.Equal([6, 5, 2], ratings.HalfStars.ToArray());
        Assert.Equal([1, 2], ratings.UserIds.ToArray());
    }

    [Theory]
    [InlineData("5,A", "3 fields (movieId, title, genres), found 2")]
    [InlineData("5,A, The (1990),Drama", "3 fields (movieId, title, genres), found 4")]
    [InlineData("five,A,Drama", "a movieId of 1 to 2147483647")]
    [InlineData("-5,A,Drama", "a movieId of 1 to 2147483647")]
    [InlineData("5,,Drama", "a title")]
    [InlineData("1,Again,Drama", "each movieId once, line 2 has 1 too")]
    [InlineData("5,\"A,Drama", "a closing quote")]
    [InlineData("5,\"A\" B,Drama", "a separator or the end of the row behind a closing quote")]
    public void A_bad_movie_is_left_out_and_reported_with_its_line(string row, string expected)
    {
        using DataFolder folder = DataFolder.Latest(movies: $"1,First,Drama\n{row}\n9,Last,Drama\n");

        string[] bad = folder.BadRows("movies.csv");

        Assert.Equal([$"3: {row} -> {expected}"], bad);
        Assert.Equal(2, folder.Load().Movies.Count);
    }

    [Fact]
    public void Bytes_that_are_no_UTF_8_are_reported()
    {
        using DataFolder folder = DataFolder.Latest().Write("movies.csv", [.. "movieId,title,genres\n1,Caf"u8, 0xE9, .. ",Drama\n"u8]);

        Assert.Equal(["2: 1,Caf\uFFFD,Drama -> valid UTF-8"], folder.BadRows("movies.csv"));
    }

    [Fact]
    public void A_bad_link_or_detail_is_reported_and_the_movie_stays()
    {
        using DataFolder folder = DataFolder.Latest()
            .Write("links.csv", "movieId,imdbId,tmdbId\n1,tt1,2\n2,1\n")
            .Write("details.csv", "movieId,originalTitle,chineseTitle,director,cast,country,synopsis,synopsisZh\nx,,,,,,,\n");

        Assert.Equal(
            ["2: 1,tt1,2 -> ids of digits only, or empty", "3: 2,1 -> 3 fields (movieId, imdbId, tmdbId), found 2"],
            folder.BadRows("links.csv"));
        Assert.Equal(["2: x,,,,,,, -> a movieId of 1 to 2147483647"], folder.BadRows("details.csv"));
        Assert.Equal(2, folder.Load().Movies.Count);
    }

    [Fact]
    public void A_long_row_is_cut_and_a_line_break_in_it_does_not_break_the_message()
    {
        using DataFolder folder = DataFolder.Latest(movies: $"1,\"a\nb{new string('x', 100)}\"\n");

        Assert.Equal([$"2: 1,\"a\uFFFDb{new string('x', 74)}… -> 3 fields (movieId, title, genres), found 2"], folder.BadRows("movies.csv"));
    }

    [Theory]
    [InlineData("", "ratings.csv: found an empty file, expected the header userId,movieId,rating,timestamp.")]
    [InlineData("1,1,4.0,5\n", "ratings.csv, line 1: found the header 1,1,4.0,5, expected userId,movieId,rating,timestamp.")]
    public void A_file_without_its_header_is_refused(string ratings, string message)
    {
        using DataFolder folder = DataFolder.Latest().Write("ratings.csv", ratings);

        InvalidDataException error = Assert.Throws<InvalidDataException>(folder.Load);

        Assert.Equal(Path.Combine(folder.Path, message), error.Message);
    }

    [Fact]
    public void Loading_remembers_as_many_bad_rows_as_asked_and_counts_all()
    {
        using DataFolder folder = DataFolder.Latest(ratings: string.Concat(Enumerable.Repeat("bad\n", 250)) + "1,1,4.0,5\n");

        FileReport few = Ratings(DataSetLoader.Load(folder.Path));
        FileReport all = Ratings(DataSetLoader.Load(folder.Path, badRowsKept: int.MaxValue));

        Assert.Equal((251, 250, 100), (few.Rows, few.BadRowCount, few.BadRows.Count));
        Assert.Equal((251, 250, 250), (all.Rows, all.BadRowCount, all.BadRows.Count));
        Assert.Equal(250 / 251.0, folder.Load().Report.WorstBadShare);
    }

    private static FileReport Ratings(DataSet data) => data.Report.Files.Single(file => file.Path.EndsWith("ratings.csv", StringComparison.Ordinal));
}
