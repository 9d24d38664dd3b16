using SparrowRecSys.Catalog;

namespace SparrowRecSys.Offline.Samples;

/// <summary>What can be said of a pair without a model, from the training ratings alone: what a model must beat.</summary>
internal sealed class Baselines
{
    /// <summary>Ratings of average score that a damped mean adds to every movie.</summary>
    private const double PriorCount = 5;

    private readonly double _average; // half stars, all training ratings
    private readonly Mean[] _movies; // by movie row
    private readonly Mean[] _users; // by user row

    public Baselines(RatingSamples train, int userCount, int movieCount)
    {
        _movies = new Mean[movieCount];
        _users = new Mean[userCount];
        _average = train.HalfStars.Average(halfStars => (double)halfStars);
        for (int i = 0; i < train.Count; i++)
        {
            _movies[train.MovieRows[i]].Add(train.HalfStars[i]);
            _users[train.UserRows[i]].Add(train.HalfStars[i]);
        }
    }

    /// <summary>Number of the movie's training ratings.</summary>
    public float[] Popularity(RatingSamples samples) => [.. samples.MovieRows.Select(movie => (float)_movies[movie].Count)];

    /// <summary>The movie's mean, in half stars; the mean of all ratings for a movie without one.</summary>
    public float[] MovieAverage(RatingSamples samples) => [.. samples.MovieRows.Select(movie => (float)_movies[movie].Damped(_average, 0))];

    /// <summary>The movie's mean as if it had five more ratings of average score.</summary>
    public float[] DampedMovieAverage(RatingSamples samples) =>
        [.. samples.MovieRows.Select(movie => (float)_movies[movie].Damped(_average, PriorCount))];

    /// <summary>Sum of the damped means of the user and of the movie.</summary>
    public float[] UserAndMovieAverage(RatingSamples samples) =>
        [.. samples.UserRows.Zip(samples.MovieRows, (user, movie) =>
            (float)(_users[user].Damped(_average, PriorCount) + _movies[movie].Damped(_average, PriorCount)))];

    /// <summary>The same from all ratings earlier than each sample's moment, for the ratings from a moment on, in the order of the table.</summary>
    /// <param name="ratings">All ratings.</param>
    /// <param name="from">Seconds since 1970-01-01 UTC.</param>
    public static float[] UserAndMovieAverageAtMoment(RatingTable ratings, uint from)
    {
        int[] order = [.. Enumerable.Range(0, ratings.Count)];
        uint[] times = ratings.Timestamps.ToArray();
        Array.Sort(times, order);
        var (users, movies, all) = (new Mean[ratings.UserCount], new Mean[ratings.MovieCount], default(Mean));
        float[] scores = new float[ratings.Count];
        for (int i = 0, folded = 0; i < order.Length; i++)
        {
            for (; times[folded] < times[i]; folded++)
            {
                byte halfStars = ratings.HalfStars[order[folded]];
                users[ratings.UserRows[order[folded]]].Add(halfStars);
                movies[ratings.MovieRows[order[folded]]].Add(halfStars);
                all.Add(halfStars);
            }

            double average = all.Damped(0, 0);
            scores[order[i]] = (float)(users[ratings.UserRows[order[i]]].Damped(average, PriorCount) + movies[ratings.MovieRows[order[i]]].Damped(average, PriorCount));
        }

        return [.. Enumerable.Range(0, ratings.Count).Where(position => ratings.Timestamps[position] >= from).Select(position => scores[position])];
    }

    private struct Mean
    {
        private long _sum;

        public int Count { get; private set; }

        public void Add(byte halfStars)
        {
            _sum += halfStars;
            Count++;
        }

        public readonly double Damped(double prior, double priorCount) =>
            Count + priorCount == 0 ? prior : (_sum + (prior * priorCount)) / (Count + priorCount);
    }
}
