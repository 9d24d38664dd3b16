namespace SparrowRecSys.Features;

/// <summary>
/// The features of one model, in order, and where each stands in the four blocks. Trainer, samples and server read the same object, so a
/// column cannot mean two things. Immutable.
/// </summary>
public sealed class FeatureSchema
{
    /// <summary>Positives of a user that a history holds unless said otherwise.</summary>
    public const int DefaultHistoryLength = UserFold.PositiveLength;

    private readonly Dictionary<string, FeatureSlot> _slots;
    private readonly int[] _widths = new int[4]; // by block

    /// <param name="features">In order; names distinct.</param>
    /// <exception cref="ArgumentException">A name appears twice, or a width is under 1.</exception>
    public FeatureSchema(IEnumerable<Feature> features)
    {
        Features = [.. features];
        _slots = new Dictionary<string, FeatureSlot>(Features.Count);
        foreach (Feature feature in Features)
        {
            FeatureBlock block = BlockOf(feature);
            var slot = new FeatureSlot(feature, block, _widths[(int)block]);
            if (feature.Width < 1 || !_slots.TryAdd(feature.Name, slot))
            {
                throw new ArgumentException($"Expected distinct features of width 1 or more, got {feature.Name} of width {feature.Width}.", nameof(features));
            }

            _widths[(int)block] += feature.Width;
        }
    }

    /// <summary>All features, in order.</summary>
    public IReadOnlyList<Feature> Features { get; }

    /// <summary>Columns of a block; 0 means that a model has no such input.</summary>
    public int Width(FeatureBlock block) => _widths[(int)block];

    /// <summary>Where a feature stands, or <see langword="null"/> when the model does not take it.</summary>
    public FeatureSlot? Find(string name) => _slots.GetValueOrDefault(name);

    /// <summary>Whether the model takes a feature.</summary>
    public bool Has(string name) => _slots.ContainsKey(name);

    /// <summary>Name of a block in a graph, such as <c>user_ids</c>.</summary>
    public static string NameOf(FeatureBlock block) => block switch
    {
        FeatureBlock.UserIds => "user_ids",
        FeatureBlock.UserNumbers => "user_numbers",
        FeatureBlock.MovieIds => "movie_ids",
        _ => "movie_numbers",
    };

    /// <summary>Schema of known features by name, in the order given.</summary>
    /// <param name="names">Of <see cref="FeatureNames"/>.</param>
    /// <param name="genreCount">Genres in the vocabulary, for the width of the affinity.</param>
    /// <param name="historyLength">Columns of the history.</param>
    /// <exception cref="ArgumentException">There is no feature of a name.</exception>
    public static FeatureSchema Of(IEnumerable<string> names, int genreCount, int historyLength = DefaultHistoryLength)
    {
        IReadOnlyList<Feature> known = All(genreCount, historyLength).Features;
        return new FeatureSchema(names.Select(name => known.FirstOrDefault(feature => feature.Name == name)
            ?? throw new ArgumentException($"Found the feature '{name}', allowed are {string.Join(", ", known.Select(feature => feature.Name))}.", nameof(names))));
    }

    /// <summary>Schema of all features that can be computed.</summary>
    /// <param name="genreCount">Genres in the vocabulary, at least 1.</param>
    /// <param name="historyLength">Columns of the history.</param>
    public static FeatureSchema All(int genreCount, int historyLength = DefaultHistoryLength)
    {
        static Feature User(string name, FeatureKind kind, int width = 1) => new(name, FeatureSide.User, kind, width);
        static Feature Movie(string name, FeatureKind kind) => new(name, FeatureSide.Movie, kind, 1);
        return new FeatureSchema(
        [
            User(FeatureNames.UserId, FeatureKind.UserId),
            .. FeatureNames.UserRatedMovies.Select(name => User(name, FeatureKind.MovieId)),
            .. FeatureNames.UserGenres.Select(name => User(name, FeatureKind.Genre)),
            User(FeatureNames.UserHistory, FeatureKind.MovieId, historyLength),
            User(FeatureNames.UserRatingCount, FeatureKind.Number),
            User(FeatureNames.UserAvgRating, FeatureKind.Number),
            User(FeatureNames.UserRatingStddev, FeatureKind.Number),
            User(FeatureNames.UserAvgReleaseYear, FeatureKind.Number),
            User(FeatureNames.UserReleaseYearStddev, FeatureKind.Number),
            User(FeatureNames.UserSecondsSinceLastEvent, FeatureKind.Number),
            User(FeatureNames.UserGenreAffinity, FeatureKind.Number, Math.Max(1, genreCount)),
            User(FeatureNames.UserHistoryAge, FeatureKind.Number, historyLength),
            Movie(FeatureNames.MovieId, FeatureKind.MovieId),
            .. FeatureNames.MovieGenres.Select(name => Movie(name, FeatureKind.Genre)),
            Movie(FeatureNames.ReleaseYear, FeatureKind.Number),
            Movie(FeatureNames.MovieRatingCount, FeatureKind.Number),
            Movie(FeatureNames.MovieAvgRating, FeatureKind.Number),
            Movie(FeatureNames.MovieRatingStddev, FeatureKind.Number),
            Movie(FeatureNames.MovieRecentCount, FeatureKind.Number),
            Movie(FeatureNames.GenreOverlap, FeatureKind.Number),
            Movie(FeatureNames.LikedByDirector, FeatureKind.Number),
            Movie(FeatureNames.LikedByCast, FeatureKind.Number),
        ]);
    }

    private static FeatureBlock BlockOf(Feature feature) => (feature.Side, feature.IsId) switch
    {
        (FeatureSide.User, true) => FeatureBlock.UserIds,
        (FeatureSide.User, false) => FeatureBlock.UserNumbers,
        (FeatureSide.Movie, true) => FeatureBlock.MovieIds,
        _ => FeatureBlock.MovieNumbers,
    };
}
