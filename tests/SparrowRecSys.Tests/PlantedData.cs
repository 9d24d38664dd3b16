using SparrowRecSys.Catalog;
using SparrowRecSys.Embeddings;
using SparrowRecSys.Features;
using SparrowRecSys.Ranking;
using SparrowRecSys.Reranking;
using SparrowRecSys.Retrieval;

namespace SparrowRecSys.Tests;

/// <summary>
/// A small world with a known answer: 40 movies, the first half Action, the second half Drama; users 1-10 love Action and hate Drama, users
/// 11-20 the other way round. Each has rated about half of each genre, lower rows more often. Vectors of a genre point the same way.
/// </summary>
internal static class PlantedData
{
    public const int ActionFan = 1;
    public const int DramaFan = 11;
    public const int NewUser = 999;
    public const int MovieCount = 40;
    public const int LastAction = 19; // row

    public static DataSet Data { get; } = CreateData();

    public static MovieCatalog Movies => Data.Movies;

    public static FeatureStore Features { get; } = new(Data);

    public static MoviePopularity Popularity { get; } = new(Data, halfLifeDays: 365);

    public static EmbeddingTable Table { get; } = CreateTable();

    public static MovieNeighbors Neighbors { get; } = new(Table, new ExactIndex(Table), count: 10);

    /// <summary>Orders by cosine alone.</summary>
    public static IRetrievalModel Model { get; } = RetrievalModels.Create(
        "item2vec",
        new LearnedEmbedding(new EmbeddingRows(Table.Ids.ToArray(), Table.Rows(0, Table.Count).ToArray(), Table.Dimension), CosineWeight: 1, PopularityWeight: 0),
        Data, new VectorIndexOptions(), neighborsPerMovie: 10);

    public static UserState User(int userId) => Features.OfUser(userId);

    public static bool IsAction(int row) => row <= LastAction;

    public static DiversityReranker Reranker(RerankingOptions? options = null) => new(Movies, Table, options ?? new RerankingOptions());

    public static IRanker[] Rankers(params IRanker[] before) =>
        [.. before, new EmbeddingRanker(Table, Features, new RankingOptions()), new PopularityRanker(Popularity)];

    public static Movie NewMovie(int id, string[] genres, int year = 0) =>
        new() { MovieId = id, Title = $"Movie {id}", DisplayTitle = $"Movie {id}", Genres = genres, ReleaseYear = year };

    public static DataSet NewData(MovieCatalog movies, IEnumerable<Rating> ratings)
    {
        var builder = new RatingTableBuilder(movies.Count);
        foreach (Rating rating in ratings)
        {
            builder.Add(rating.UserId, movies.FindRow(rating.MovieId), (byte)(2 * rating.Score), (uint)rating.Timestamp);
        }

        return new DataSet
        {
            Directory = "/planted",
            Layout = "latest",
            Movies = movies,
            Ratings = builder.Build(),
            Hash = "0123456789abcdef",
            IsSimulated = true,
            Report = new DataReport([]),
        };
    }

    private static DataSet CreateData()
    {
        var movies = new MovieCatalog(Enumerable.Range(0, MovieCount)
            .Select(row => NewMovie(10 * (row + 1), [IsAction(row) ? "Action" : "Drama"], 1980 + row)));
        var random = new Random(3);
        var ratings = new List<Rating>();
        for (int user = 1; user <= 20; user++)
        {
            for (int row = 0; row < MovieCount; row++)
            {
                // The lower the row within its genre, the more have seen it; nobody has seen the last two of a genre.
                int place = row % 20;
                if (place < 18 && random.Next(18) >= place / 2)
                {
                    bool isLiked = (user <= 10) == IsAction(row);
                    ratings.Add(new Rating(user, 10 * (row + 1), isLiked ? 4.5f : 1.5f, 1_000_000 + (1000 * user) + random.Next(1000)));
                }
            }
        }

        return NewData(movies, ratings);
    }

    private static EmbeddingTable CreateTable()
    {
        var random = new Random(5);
        int[] ids = [.. Enumerable.Range(0, MovieCount).Select(row => Movies[row].MovieId)];
        float[] values = [.. ids.SelectMany((_, row) => IsAction(row) ? new[] { 1, Noise(), Noise() } : [Noise(), 1, Noise()])];
        values.AsSpan(3 * 5, 3).Clear(); // row 5 has no vector
        return new EmbeddingTable(ids, values, dimension: 3);

        float Noise() => 0.4f * (random.NextSingle() - 0.5f);
    }
}
