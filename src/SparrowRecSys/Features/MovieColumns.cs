namespace SparrowRecSys.Features;

/// <summary>Writes the features of candidates, and of pairs, into the columns of a schema. Immutable.</summary>
internal sealed class MovieColumns
{
    private const int LargestGenreCount = 256;

    /// <summary>Positives of one user by person while candidates are written, else all 0: taking back what was added costs less than clearing.</summary>
    [ThreadStatic]
    private static int[]? Liked;

    private readonly MovieFacts _facts;
    private readonly int _idWidth;
    private readonly int _numberWidth;
    private readonly FeatureSlot? _movieId;
    private readonly FeatureSlot? _releaseYear;
    private readonly FeatureSlot? _ratingCount;
    private readonly FeatureSlot? _average;
    private readonly FeatureSlot? _deviation;
    private readonly FeatureSlot? _recent;
    private readonly FeatureSlot? _overlap;
    private readonly FeatureSlot? _director;
    private readonly FeatureSlot? _cast;
    private readonly FeatureSlot?[] _genres;

    public MovieColumns(FeatureSchema schema, MovieFacts facts)
    {
        _facts = facts;
        (_idWidth, _numberWidth) = (schema.Width(FeatureBlock.MovieIds), schema.Width(FeatureBlock.MovieNumbers));
        (_movieId, _releaseYear) = (schema.Find(FeatureNames.MovieId), schema.Find(FeatureNames.ReleaseYear));
        (_ratingCount, _recent) = (schema.Find(FeatureNames.MovieRatingCount), schema.Find(FeatureNames.MovieRecentCount));
        (_average, _deviation) = (schema.Find(FeatureNames.MovieAvgRating), schema.Find(FeatureNames.MovieRatingStddev));
        _overlap = schema.Find(FeatureNames.GenreOverlap);
        (_director, _cast) = (schema.Find(FeatureNames.LikedByDirector), schema.Find(FeatureNames.LikedByCast));
        _genres = [.. FeatureNames.MovieGenres.Select(schema.Find)];
    }

    public void Write(UserFold user, ReadOnlySpan<int> movieRows, ReadOnlySpan<MovieCounts> counts, uint moment, Span<int> ids, Span<float> numbers)
    {
        WriteFacts(movieRows, ids, numbers);
        WriteCounts(counts, moment, numbers);
        WriteOverlap(user, movieRows, numbers);
        WriteShared(user, movieRows, _facts.Directors, _director, numbers);
        WriteShared(user, movieRows, _facts.Cast, _cast, numbers);
    }

    private void WriteFacts(ReadOnlySpan<int> movieRows, Span<int> ids, Span<float> numbers)
    {
        for (int i = 0; i < movieRows.Length; i++)
        {
            int row = movieRows[i];
            if (_movieId is not null)
            {
                ids[(i * _idWidth) + _movieId.Offset] = _facts.Rows[row];
            }

            if (_releaseYear is not null)
            {
                numbers[(i * _numberWidth) + _releaseYear.Offset] = _facts.Movies[row].ReleaseYear;
            }

            int[] genres = _facts.Genres[row];
            for (int g = 0; g < _genres.Length; g++)
            {
                if (_genres[g] is { } slot)
                {
                    ids[(i * _idWidth) + slot.Offset] = g < genres.Length ? genres[g] : FeatureVocabularies.Nothing;
                }
            }
        }
    }

    private void WriteCounts(ReadOnlySpan<MovieCounts> counts, uint moment, Span<float> numbers)
    {
        for (int i = 0; i < counts.Length; i++)
        {
            ref readonly MovieCounts movie = ref counts[i];
            Span<float> columns = numbers.Slice(i * _numberWidth, _numberWidth);
            if (_ratingCount is not null)
            {
                columns[_ratingCount.Offset] = movie.RatingCount;
            }

            if (_average is not null)
            {
                columns[_average.Offset] = (float)movie.AverageRating;
            }

            if (_deviation is not null)
            {
                columns[_deviation.Offset] = (float)movie.RatingDeviation;
            }

            if (_recent is not null)
            {
                columns[_recent.Offset] = (float)movie.RecentAt(moment);
            }
        }
    }

    private void WriteOverlap(UserFold user, ReadOnlySpan<int> movieRows, Span<float> numbers)
    {
        if (_overlap is null)
        {
            return;
        }

        Span<float> shares = stackalloc float[LargestGenreCount];
        user.WriteGenreAffinity(shares);
        for (int i = 0; i < movieRows.Length; i++)
        {
            float overlap = 0;
            foreach (byte genre in _facts.Movies.GenreIndexes(movieRows[i]))
            {
                overlap += shares[genre];
            }

            numbers[(i * _numberWidth) + _overlap.Offset] = overlap;
        }
    }

    /// <summary>How many of the last positives share people with each candidate, a positive counting for each person shared.</summary>
    private void WriteShared(UserFold user, ReadOnlySpan<int> movieRows, MoviePeople people, FeatureSlot? slot, Span<float> numbers)
    {
        if (slot is null)
        {
            return;
        }

        if (Liked is null || Liked.Length < _facts.PersonCount)
        {
            Liked = new int[_facts.PersonCount];
        }

        int[] liked = Liked;
        int positives = people.IsEmpty ? 0 : user.PositiveCount;
        AddPeople(user, positives, people, liked, 1);
        for (int i = 0; i < movieRows.Length; i++)
        {
            int shared = 0;
            if (positives > 0)
            {
                foreach (int person in people.Of(movieRows[i]))
                {
                    shared += liked[person];
                }
            }

            numbers[(i * _numberWidth) + slot.Offset] = shared;
        }

        AddPeople(user, positives, people, liked, -1);
    }

    private static void AddPeople(UserFold user, int positives, MoviePeople people, int[] liked, int sign)
    {
        for (int i = 0; i < positives; i++)
        {
            foreach (int person in people.Of(user.Positive(i).MovieRow))
            {
                liked[person] += sign;
            }
        }
    }
}
