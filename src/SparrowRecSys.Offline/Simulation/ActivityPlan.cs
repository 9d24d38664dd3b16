namespace SparrowRecSys.Offline.Simulation;

/// <summary>How many ratings each user gives: a floor plus a log-normal tail, together exactly what was asked for.</summary>
internal static class ActivityPlan
{
    /// <summary>Ratings that every user has at least, as in MovieLens, where the mean leaves room for it.</summary>
    public const int Floor = 20;

    private const double Sigma = 1.25; // of the logarithm of the tail; gives the 90 % and 99 % quantiles of MovieLens in units of the median

    /// <summary>Most ratings of one user: half the catalog, so that there is always something left to choose, and at most 5,000.</summary>
    public static int Most(int movies) => Math.Clamp(movies / 2, 1, 5_000);

    /// <summary>(users) counts, each 1 to <see cref="Most"/>, whose sum is <paramref name="ratings"/>.</summary>
    /// <param name="users">At least 1.</param>
    /// <param name="movies">At least 1.</param>
    /// <param name="ratings">From <paramref name="users"/> to <paramref name="users"/> · <see cref="Most"/>.</param>
    /// <param name="seed">Seed of the whole simulation.</param>
    public static int[] Draw(int users, int movies, long ratings, ulong seed)
    {
        int most = Most(movies);
        int floor = (int)Math.Clamp(ratings / users / 2, 1, Math.Min(Floor, most));
        double[] tails = new double[users];
        for (int user = 0; user < users; user++)
        {
            tails[user] = new SimulationRandom(seed, "activity", user + 1).NextLogNormal(1, Sigma);
        }

        // The cut at the top makes the sum bend; halving the interval finds the scale that just does not exceed the total.
        double low = 0;
        double high = (double)most / tails.Min();
        for (int step = 0; step < 60; step++)
        {
            double middle = (low + high) / 2;
            (low, high) = tails.Sum(tail => (long)Count(tail, middle)) <= ratings ? (middle, high) : (low, middle);
        }

        int[] counts = [.. tails.Select(tail => Count(tail, low))];
        HandOut(counts, ratings - counts.Sum(count => (long)count), most);
        return counts;

        int Count(double tail, double scale) => (int)Math.Min(most, floor + (tail * scale));
    }

    /// <summary>Rounding down left a few: one each to the first users that have room.</summary>
    private static void HandOut(int[] counts, long left, int most)
    {
        while (left > 0)
        {
            for (int user = 0; user < counts.Length && left > 0; user++)
            {
                if (counts[user] < most)
                {
                    counts[user]++;
                    left--;
                }
            }
        }
    }
}
