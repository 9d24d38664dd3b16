using System.IO.Hashing;
using SparrowRecSys.Catalog;

namespace SparrowRecSys.Tests.Catalog;

public sealed class DataSetLoaderTests
{
    [Fact]
    public void The_hash_is_that_of_the_movies_followed_by_the_ratings()
    {
        using DataFolder folder = DataFolder.Latest(ratings: "1,1,4.0,5\n");
        byte[] bytes = [.. File.ReadAllBytes(Path.Combine(folder.Path, "movies.csv")), .. File.ReadAllBytes(Path.Combine(folder.Path, "ratings.csv"))];

        string hash = folder.Write("links.csv", "movieId,imdbId,tmdbId\n").Load().Hash;

        Assert.Equal(Convert.ToHexStringLower(XxHash3.Hash(bytes)), hash);
    }

    [Fact]
    public void Ratings_are_simulated_when_generated_json_stands_beside_them()
    {
        using DataFolder folder = DataFolder.Latest();

        bool before = folder.Load().IsSimulated;
        bool after = folder.Write("generated.json", "{}").Load().IsSimulated;

        Assert.Equal((false, true), (before, after));
    }

    [Fact]
    public void Files_without_rows_are_a_data_set_without_movies()
    {
        using DataFolder folder = DataFolder.Latest(movies: "");

        DataSet data = folder.Load();

        Assert.Equal((0, 0, 0, 0d), (data.Movies.Count, data.Ratings.Count, data.Ratings.UserCount, data.Report.WorstBadShare));
    }
}
