using SparrowRecSys.Catalog;
using SparrowRecSys.Embeddings;
using SparrowRecSys.Features;
using SparrowRecSys.Offline.Content;
using SparrowRecSys.Offline.RetrievalMethods;
using SparrowRecSys.Retrieval;
using SparrowRecSys.Serving;

namespace SparrowRecSys.Offline.Tests.Content;

public sealed class ContentMethodTests : IDisposable
{
    private static readonly ContentOptions Nothing = new()
    {
        Dimension = 16,
        TitleWeight = 0,
        YearWeight = 0,
        GenreWeight = 0,
        DirectorWeight = 0,
        CastWeight = 0,
        CountryWeight = 0,
        SynopsisWeight = 0,
    };

    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_film_without_a_single_rating_has_the_films_of_its_kind_as_neighbours()
    {
        DataSet data = Films.Planted();
        EmbeddingTable vectors = VectorsOf(data, new ContentOptions { Dimension = 16 });

        Assert.Equal(2 * Films.OfKind, vectors.PresentCount);
        Assert.All(Enumerable.Range(6, (2 * Films.OfKind) - 6), row => Assert.All(Nearest(vectors, row, Films.OfKind - 1), near => Assert.Equal(row % 2, near % 2)));
    }

    [Theory]
    [InlineData("genre")]
    [InlineData("director")]
    [InlineData("cast")]
    [InlineData("country")]
    [InlineData("synopsis")]
    public void Each_field_alone_finds_a_film_of_the_same_kind(string field)
    {
        ContentOptions options = field switch
        {
            "genre" => Nothing with { GenreWeight = 1 },
            "director" => Nothing with { DirectorWeight = 1 },
            "cast" => Nothing with { CastWeight = 1 },
            "country" => Nothing with { CountryWeight = 1 },
            _ => Nothing with { SynopsisWeight = 1 },
        };

        EmbeddingTable vectors = VectorsOf(Films.Planted(), options);

        Assert.All(Enumerable.Range(0, vectors.Count), row => Assert.Equal(row % 2, Nearest(vectors, row, 1)[0] % 2));
    }

    [Fact]
    public void The_Chinese_synopsis_alone_is_enough()
    {
        DataSet data = Films.Planted(movie => movie with { Details = movie.Details! with { Synopsis = "" } });

        EmbeddingTable vectors = VectorsOf(data, Nothing with { SynopsisWeight = 1 });

        Assert.All(Enumerable.Range(0, vectors.Count), row => Assert.Equal(row % 2, Nearest(vectors, row, 1)[0] % 2));
    }

    [Fact]
    public void Titles_alone_find_the_series()
    {
        DataSet data = Films.Of([
            Films.Titled(1, "Toy Story"), Films.Titled(2, "Blue Night"), Films.Titled(3, "Toy Story 2"), Films.Titled(4, "The Night Train"), Films.Titled(5, "Blue Train")]);

        EmbeddingTable vectors = VectorsOf(data, Nothing with { TitleWeight = 1, Dimension = 3 });

        Assert.Equal([2], Nearest(vectors, 0, 1));
        Assert.Equal([0], Nearest(vectors, 2, 1));
    }

    [Fact]
    public void Years_alone_find_the_nearest_year()
    {
        int[] years = [1950, 1953, 1964, 1990, 1994, 2001, 2003];
        DataSet data = Films.Of(years.Select((year, i) => Films.Titled(i + 1, "A", year)));

        EmbeddingTable vectors = VectorsOf(data, Nothing with { YearWeight = 1 });

        int[] rows = [0, 1, 3, 5];
        Assert.Equal([1, 0, 4, 6], rows.Select(row => Nearest(vectors, row, 1)[0]));
    }

    [Fact]
    public void Data_without_details_have_vectors_from_title_year_and_genres_and_a_film_of_which_nothing_is_known_has_none()
    {
        DataSet data = Films.Of([
            Films.Titled(1, "One", 1990, "Drama"), Films.Titled(2, "Two", 1991, "Drama"), Films.Titled(3, "Three", 1990, "Horror"), Films.Titled(4, "Four", 1992, "Horror"), Films.Titled(5, "Unlike all")]);

        LearnedOutput output = ContentMethod.Learn(data, new ContentOptions { Dimension = 4 }, new LearningContext(Cancellation: Stop));

        Assert.Equal([1, 2, 3, 4], Movies(output).Ids);
        Assert.Equal(4, output.Facts["movies"]!.GetValue<int>());
        Assert.Equal(1, output.Facts["moviesWithoutFeatures"]!.GetValue<int>());
    }

    [Fact]
    public void The_same_seed_gives_the_same_bits()
    {
        EmbeddingRows once = Movies(ContentMethod.Learn(Films.Planted(), new ContentOptions(), new LearningContext(Cancellation: Stop)));
        EmbeddingRows again = Movies(ContentMethod.Learn(Films.Planted(), new ContentOptions(), new LearningContext(Cancellation: Stop)));

        Assert.Equal(once.Values, again.Values);
    }

    [Fact]
    public void Ratings_change_nothing()
    {
        DataSet data = Films.Planted();

        EmbeddingRows with = Movies(ContentMethod.Learn(data, new ContentOptions(), new LearningContext(Cancellation: Stop)));
        EmbeddingRows without = Movies(ContentMethod.Learn(Films.Of(Enumerable.Range(0, data.Movies.Count).Select(row => data.Movies[row])), new ContentOptions(), new LearningContext(Cancellation: Stop)));

        Assert.Equal(with.Values, without.Values);
    }

    [Fact]
    public void Data_of_which_nothing_is_known_are_refused()
    {
        DataSet data = Films.Of([Films.Titled(1, "One"), Films.Titled(2, "Two")]);

        var error = Assert.Throws<InvalidDataException>(() => ContentMethod.Learn(data, new ContentOptions(), new LearningContext(Cancellation: Stop)));

        Assert.Equal("Found 0 movies of which anything is known that two movies have in common, expected at least 2.", error.Message);
    }

    [Fact]
    public void What_is_published_is_what_the_server_finds_similar_movies_by()
    {
        const int Unrated = 9;
        DataSet data = Films.Planted();
        LearnedOutput output = Interactions.Learn(ContentMethod.Instance, data, Rating.PositiveHalfStars, new ContentOptions { Dimension = 16 }, new LearningContext(Cancellation: Stop));
        RetrievalPublisher.Publish(_folder.Path, ContentMethod.Instance, data, new ContentOptions { Dimension = 16 }, output, new VectorIndexOptions(), Stop);
        RetrievalFolder folder = Assert.IsType<RetrievalFolder>(RetrievalFolder.FindNewest(_folder.Path, "content").Folder);
        var models = new RetrievalModelSet([RetrievalModels.Create("content", folder.Learned, data, new VectorIndexOptions())]);
        var finder = new SimilarMovieFinder(new FeatureStore(data), models, new MoviePopularity(data, 3650));
        var similar = new Candidate[3];

        (int count, string similarity) = finder.Find(Unrated, "content", similar);

        Assert.Equal((3, "content"), (count, similarity));
        Assert.All(similar, candidate => Assert.Equal(Unrated % 2, candidate.MovieRow % 2));
        Assert.All(similar, candidate => Assert.InRange(candidate.Score, 0.01f, 1f));
    }

    private static EmbeddingRows Movies(LearnedOutput output) => Assert.IsType<LearnedEmbedding>(output.Model).Movies;

    private static EmbeddingTable VectorsOf(DataSet data, ContentOptions options)
    {
        EmbeddingRows rows = Movies(ContentMethod.Learn(data, options, new LearningContext(Cancellation: Stop)));
        return new EmbeddingTable(rows.Ids, rows.Values, rows.Dimension).AlignTo(data.Movies);
    }

    private static int[] Nearest(EmbeddingTable vectors, int row, int count) =>
        [.. Enumerable.Range(0, vectors.Count).Where(other => other != row).OrderByDescending(other => vectors.Cosine(row, other)).Take(count)];
}
