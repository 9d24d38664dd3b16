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
