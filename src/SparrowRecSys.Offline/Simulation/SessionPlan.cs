namespace SparrowRecSys.Offline.Simulation;

/// <summary>When a user comes: sessions of a few minutes to a few hours, days to years apart, between 2010 and 2025.</summary>
internal static class SessionPlan
{
    private const double MedianRatings = 9;
    private const int MostRatings = 80;
    private const double MedianGapDays = 45;
    private const double MedianPauseSeconds = 75;
    private const int LongestPauseSeconds = 900;
    private const long SecondsPerDay = 86_400;
    private const long SessionLimit = MostRatings * (long)LongestPauseSeconds; // 20 hours: no session reaches the next

    private static readonly long Start = new DateTimeOffset(2010, 1, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeSeconds();
    private static readonly long End = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeSeconds();

    /// <summary>First day of the simulation, in days since 1970-01-01.</summary>
    public static int FirstDay { get; } = (int)(Start / SecondsPerDay);

    /// <summary>Fills the list with sessions in order of time that do not overlap; their counts add up to <paramref name="ratings"/>.</summary>
    public static void Draw(List<Session> sessions, int ratings, ref SimulationRandom random)
    {
        sessions.Clear();
        long time = 0;
        for (int left = ratings; left > 0;)
        {
            int count = (int)Math.Clamp(random.NextLogNormal(MedianRatings, 1), 1, Math.Min(left, MostRatings));
            sessions.Add(new Session(time, count));
            left -= count;
            time += SessionLimit + (long)(SecondsPerDay * random.NextLogNormal(MedianGapDays, 1.8));
        }

        // Long stories are told faster, so that the last session still lies in the period; then the story starts where there is room for it.
        long span = sessions[^1].Start + SessionLimit;
        double pace = Math.Min(1, (double)(End - Start) / span);
        long room = End - Start - (long)(span * pace);
        long joined = Start + (long)(room * Math.Sqrt(random.NextDouble())); // more people join later
        for (int i = 0; i < sessions.Count; i++)
        {
            sessions[i] = sessions[i] with { Start = joined + (long)(sessions[i].Start * pace) };
        }
    }

    /// <summary>Seconds from one rating to the next within a session, at least 3.</summary>
    public static int DrawPause(ref SimulationRandom random) =>
        (int)Math.Clamp(random.NextLogNormal(MedianPauseSeconds, 0.9), 3, LongestPauseSeconds);

    public static int DayOf(long timestamp) => (int)(timestamp / SecondsPerDay);
}
