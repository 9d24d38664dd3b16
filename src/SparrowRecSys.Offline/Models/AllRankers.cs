using SparrowRecSys.Features;

namespace SparrowRecSys.Offline.Models;

/// <summary>The ranking networks that there are, in the order in which tables show them.</summary>
internal static class AllRankers
{
    private static readonly string[] Ids = [FeatureNames.UserId, FeatureNames.MovieId];

    private static readonly string[] Numbers =
    [
        FeatureNames.UserRatingCount, FeatureNames.UserAvgRating, FeatureNames.UserRatingStddev, FeatureNames.UserAvgReleaseYear,
        FeatureNames.UserReleaseYearStddev, FeatureNames.UserSecondsSinceLastEvent, FeatureNames.UserGenreAffinity,
        FeatureNames.ReleaseYear, FeatureNames.MovieRatingCount, FeatureNames.MovieAvgRating, FeatureNames.MovieRatingStddev,
        FeatureNames.MovieRecentCount, FeatureNames.GenreOverlap, FeatureNames.LikedByDirector, FeatureNames.LikedByCast,
    ];

    private static readonly string[] Features = [.. Ids, FeatureNames.UserHistory, .. FeatureNames.UserGenres, .. FeatureNames.MovieGenres, .. Numbers];

    private static readonly string[] FeaturesWithAges = [.. Features, FeatureNames.UserHistoryAge];

    public static IReadOnlyList<RankerMethod> All { get; } =
    [
        RankerMethod.Create<LogisticOptions>("logistic", "Logistic regression on all features: what a network must beat.", Features, (inputs, options) => new LogisticRegression(inputs, options)),
        RankerMethod.Create<NeuralCFOptions>("neuralcf", "Neural collaborative filtering: nothing but the two ids.", Ids, (inputs, options) => new NeuralCF(inputs, options)),
        RankerMethod.Create<TwoTowerOptions>("twotower", "Two towers: a vector of the user, a vector of the movie, their dot product.", Features, (inputs, options) => new TwoTower(inputs, options)),
        RankerMethod.Create<EmbeddingMlpOptions>("embeddingmlp", "Embedding & MLP: every id a vector, all joined, dense layers.", Features, (inputs, options) => new EmbeddingMlp(inputs, options)),
        RankerMethod.Create<WideAndDeepOptions>("widendeep", "Wide & Deep: an MLP, and a weight for each pair of candidate and last liked film.", Features, (inputs, options) => new WideAndDeep(inputs, options)),
        RankerMethod.Create<DeepFMOptions>("deepfm", "DeepFM: a factorization machine and an MLP over the same embeddings.", Features, (inputs, options) => new DeepFM(inputs, options)),
        RankerMethod.Create<DcnV2Options>("dcnv2", "DCN v2: cross layers beside an MLP.", Features, (inputs, options) => new DcnV2(inputs, options)),
        RankerMethod.Create<DinOptions>("din", "Deep Interest Network: the history weighted anew for each candidate.", FeaturesWithAges, (inputs, options) => new Din(inputs, options)),
        RankerMethod.Create<DienOptions>("dien", "Deep Interest Evolution Network: a GRU over the history, and one whose gates the candidate moves.", FeaturesWithAges, (inputs, options) => new Dien(inputs, options)),
        RankerMethod.Create<SasRecOptions>("sasrec", "SASRec as a ranker: self-attention over the history.", Features, (inputs, options) => new SasRec(inputs, options)),
    ];

    /// <exception cref="UsageException">There is no such network.</exception>
    public static RankerMethod Get(string name) => All.FirstOrDefault(method => method.Name == name)
        ?? throw new UsageException($"Found the ranker '{name}', allowed are {string.Join(", ", All.Select(method => method.Name))}.");
}
