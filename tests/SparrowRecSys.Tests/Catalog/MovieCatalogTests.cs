using SparrowRecSys.Catalog;

namespace SparrowRecSys.Tests.Catalog;

public sealed class MovieCatalogTests
{
    private readonly MovieCatalog _movies = new([NewMovie(30, "War", "Drama"), NewMovie(10, "Comedy"), NewMovie(20, "Drama"), NewMovie(40)]);

    [Fact]
    public void Rows_ascend_with_the_id_and_the_file_order_is_kept_beside()
    {
        Assert.Equal([10, 20, 30, 40], Enumerable.Range(0, _movies.Count).Select(row => _movies[row].MovieId));
        Assert.Equal([2, 0, 1, 3], _movies.FileOrder);
        Assert.Equal(1, _movies.FindRow(20));
        Assert.Equal(-1, _movies.FindRow(25));
    }

    [Fact]
    public void Genres_are_found_in_any_case_in_file_order()
    {
        Assert.Equal(["Comedy", "Drama", "War"], _movies.Genres);
        Assert.Equal([2, 1], _movies.RowsOfGenre("drama").ToArray());
        Assert.Equal([], _movies.RowsOfGenre("Western").ToArray());
        Assert.Equal([2, 1], _movies.GenreIndexes(2).ToArray());
        Assert.Equal([], _movies.GenreIndexes(3).ToArray());
    }

    [Fact]
    public void An_id_that_appears_twice_is_refused() =>
        Assert.Throws<ArgumentException>(() => new MovieCatalog([NewMovie(1), NewMovie(1)]));

    private static Movie NewMovie(int id, params string[] genres) => new() { MovieId = id, Title = "T", DisplayTitle = "T", Genres = genres };
}
