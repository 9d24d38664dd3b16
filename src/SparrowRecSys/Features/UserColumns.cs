namespace SparrowRecSys.Features;

/// <summary>Writes the user's features into the columns of a schema. Immutable.</summary>
internal sealed class UserColumns
{
    private const int LargestGenreCount = 256;

    private readonly FeatureVocabularies _vocabularies;
    private readonly MovieFacts _facts;
    private readonly int[] _genreOfRow; // genres of the catalog in the order of the vocabulary
    private readonly FeatureSlot? _userId;
    private readonly FeatureSlot? _history;
    private readonly FeatureSlot? _historyAge;
    private readonly FeatureSlot? _affinity;
    private readonly FeatureSlot?[] _ratedMovies;
    private readonly FeatureSlot?[] _genres;
    private readonly bool _hasGenres;
    private readonly (FeatureSlot? Slot, Func<UserFold, uint, double> Value)[] _numbers;

    public UserColumns(FeatureSchema schema, FeatureVocabularies vocabularies, MovieFacts facts)
    {
        (_vocabularies, _facts) = (vocabularies, facts);
        _genreOfRow = [.. Enumerable.Range(0, facts.GenreRows.Length).OrderBy(genre => facts.GenreRows[genre])];
        (_userId, _history) = (schema.Find(FeatureNames.UserId), schema.Find(FeatureNames.UserHistory));
        (_historyAge, _affinity) = (schema.Find(FeatureNames.UserHistoryAge), schema.Find(FeatureNames.UserGenreAffinity));
        _ratedMovies = [.. FeatureNames.UserRatedMovies.Select(schema.Find)];
        _genres = [.. FeatureNames.UserGenres.Select(schema.Find)];
        _hasGenres = _genres.Any(slot => slot is not null);
        _numbers =
        [
            (schema.Find(FeatureNames.UserRatingCount), (user, _) => user.WindowCount),
            (schema.Find(FeatureNames.UserAvgRating), (user, _) => user.AverageRating),
            (schema.Find(FeatureNames.UserRatingStddev), (user, _) => user.RatingDeviation),
            (schema.Find(FeatureNames.UserAvgReleaseYear), (user, _) => user.AverageReleaseYear),
            (schema.Find(FeatureNames.UserReleaseYearStddev), (user, _) => user.ReleaseYearDeviation),
            (schema.Find(FeatureNames.UserSecondsSinceLastEvent), (user, moment) => user.WindowCount == 0 ? 0 : Age(user.LastTimestamp, moment)),
        ];
    }

    public void Write(int userId, UserFold user, uint moment, Span<int> ids, Span<float> numbers)
    {
        if (_userId is { } slot)
        {
            ids[slot.Offset] = _vocabularies.RowOfUser(userId);
        }

        foreach ((FeatureSlot? number, Func<UserFold, uint, double> value) in _numbers)
        {
            if (number is not null)
            {
                numbers[number.Offset] = (float)value(user, moment);
            }
        }

        for (int i = 0; i < _ratedMovies.Length; i++)
        {
            if (_ratedMovies[i] is { } rated)
            {
                ids[rated.Offset] = i < user.PositiveCount ? _facts.Rows[user.Positive(i).MovieRow] : FeatureVocabularies.Nothing;
            }
        }

        WriteHistory(user, moment, ids, numbers);
        WriteGenres(user, ids);
        WriteAffinity(user, numbers);
    }

    private void WriteHistory(UserFold user, uint moment, Span<int> ids, Span<float> numbers)
    {
        for (int i = 0; i < (_history?.Width ?? 0); i++)
        {
            ids[_history!.Offset + i] = i < user.PositiveCount ? _facts.Rows[user.Positive(i).MovieRow] : FeatureVocabularies.Nothing;
        }

        for (int i = 0; i < (_historyAge?.Width ?? 0); i++)
        {
            numbers[_historyAge!.Offset + i] = i < user.PositiveCount ? (float)Age(user.Positive(i).Timestamp, moment) : 0;
        }
    }

    private void WriteGenres(UserFold user, Span<int> ids)
    {
        if (!_hasGenres)
        {
            return;
        }

        ReadOnlySpan<int> counts = user.GenreCounts;
        Span<bool> isTaken = stackalloc bool[LargestGenreCount];
        isTaken[..counts.Length].Clear();
        foreach (FeatureSlot? slot in _genres)
        {
            int best = -1;
            foreach (int genre in _genreOfRow)
            {
                if (!isTaken[genre] && counts[genre] > (best < 0 ? 0 : counts[best]))
                {
                    best = genre;
                }
            }

            if (best >= 0)
            {
                isTaken[best] = true;
            }

            if (slot is not null)
            {
                ids[slot.Offset] = best < 0 ? FeatureVocabularies.Nothing : _facts.GenreRows[best];
            }
        }
    }

    private void WriteAffinity(UserFold user, Span<float> numbers)
    {
        if (_affinity is null)
        {
            return;
        }

        Span<float> shares = stackalloc float[LargestGenreCount];
        user.WriteGenreAffinity(shares);
        Span<float> columns = numbers.Slice(_affinity.Offset, _affinity.Width);
        columns.Clear();
        for (int genre = 0; genre < _facts.GenreRows.Length; genre++)
        {
            int row = _facts.GenreRows[genre];
            if (row < columns.Length)
            {
                columns[row] = shares[genre];
            }
        }
    }

    private static double Age(uint time, uint moment) => moment > time ? moment - time : 0;
}
