namespace SparrowRecSys.Offline.Simulation;

/// <summary>
/// Plays one user after the other: plans the sessions, chooses what is watched, scores it. What a user does depends on the seed and the user
/// id alone. Reuses its buffers, so each thread has its own.
/// </summary>
/// <param name="model">The world.</param>
/// <param name="seed">Seed of the whole simulation.</param>
internal sealed class UserSimulator(TasteModel model, ulong seed)
{
    private const float MoodLength = 0.45f; // of one session's mood against the lasting taste
    private const int MostKinAsked = 24;
    private const int MostMisses = 24; // draws of a watched movie before the weights are made anew without them

    private readonly CandidatePool _pool = new();
    private readonly List<Session> _sessions = [];
    private readonly int[] _watchedBy = new int[model.Traits.Count]; // by movie row, the user id that watched it last
    private float[] _affinities = [];
    private float[] _weights = [];
    private CumulativeWeights _choice = new(0);
    private readonly int[] _kin = new int[MostKinAsked];
    private readonly float[] _kinWeights = new float[MostKinAsked];
    private readonly CumulativeWeights _kinChoice = new(MostKinAsked);

    /// <summary>Replaces the content of <paramref name="ratings"/> by the user's, ascending by movie row.</summary>
    /// <param name="userId">From 1.</param>
    /// <param name="count">At most half the movies.</param>
    /// <param name="ratings">Result.</param>
    /// <param name="cancellation">Looked at once a session.</param>
    public void Simulate(int userId, int count, List<SimulatedRating> ratings, CancellationToken cancellation)
    {
        ratings.Clear();
        UserTaste taste = model.TasteOf(userId);
        var random = new SimulationRandom(seed, "history", userId);
        SessionPlan.Draw(_sessions, count, ref random);
        _pool.Fill(model, count, ref random);
        Reserve(_pool.Count);
        Span<float> vector = stackalloc float[MovieTraits.Dimension];
        long time = 0;
        foreach (Session session in _sessions)
        {
            cancellation.ThrowIfCancellationRequested();
            time = Math.Max(time + 1, session.Start);
            int day = SessionPlan.DayOf(time);
            taste.At(day, vector);
            BeginSession(taste, vector, day, userId, ref random);
            PlaySession(new Viewer(userId, taste, day), session.Count, time, ratings, ref random);
            time = ratings[^1].Timestamp;
        }

        ratings.Sort(static (left, right) => left.MovieRow.CompareTo(right.MovieRow));
    }

    private void PlaySession(in Viewer viewer, int count, long time, List<SimulatedRating> ratings, ref SimulationRandom random)
    {
        Span<float> lasting = stackalloc float[MovieTraits.Dimension];
        viewer.Taste.At(viewer.Day, lasting);
        int last = -1;
        for (int i = 0; i < count; i++)
        {
            int movieRow = last >= 0 && random.Chance(viewer.Taste.StreakShare) ? ChooseKin(viewer, lasting, last, ref random) : -1;
            if (movieRow < 0)
            {
                movieRow = ChooseFromPool(viewer.UserId, ref random);
            }

            _watchedBy[movieRow] = viewer.UserId;
            byte halfStars = model.Rate(viewer.Taste, model.Affinity(lasting, movieRow), movieRow, ref random);
            ratings.Add(new SimulatedRating(movieRow, halfStars, time));
            time += SessionPlan.DrawPause(ref random);
            last = movieRow;
        }
    }

    /// <summary>Weighs the pool for one session: the lasting taste plus a mood of the day.</summary>
    private void BeginSession(UserTaste taste, Span<float> vector, int day, int userId, ref SimulationRandom random)
    {
        Span<float> mood = stackalloc float[MovieTraits.Dimension];
        random.FillNormal(mood, MoodLength);
        for (int d = 0; d < vector.Length; d++)
        {
            vector[d] += mood[d];
        }

        MovieVectors.Normalise(vector);
        _pool.Score(vector, _affinities);
        ReadOnlySpan<int> rows = _pool.Rows;
        for (int i = 0; i < rows.Length; i++)
        {
            _weights[i] = PortableMath.ExpFast(model.Attraction(taste, _affinities[i], rows[i], day));
        }

        LeaveOutWatched(userId);
    }

    private int ChooseFromPool(int userId, ref SimulationRandom random)
    {
        while (true)
        {
            for (int miss = 0; miss < MostMisses; miss++)
            {
                int movieRow = _pool.Rows[_choice.Draw(ref random)];
                if (_watchedBy[movieRow] != userId)
                {
                    return movieRow;
                }
            }

            LeaveOutWatched(userId);
        }
    }

    private void LeaveOutWatched(int userId)
    {
        ReadOnlySpan<int> rows = _pool.Rows;
        for (int i = 0; i < rows.Length; i++)
        {
            if (_watchedBy[rows[i]] == userId)
            {
                _weights[i] = 0;
            }
        }

        _choice.Fill(_weights.AsSpan(0, _pool.Count));
    }

    /// <summary>A movie of a group that the last one belongs to, by the user's taste; -1 when all of them are watched or not out yet.</summary>
    private int ChooseKin(in Viewer viewer, ReadOnlySpan<float> taste, int last, ref SimulationRandom random)
    {
        ReadOnlySpan<int> members = DrawGroup(last, ref random);
        int asked = Math.Min(members.Length, MostKinAsked);
        int first = members.Length > asked ? random.Next(members.Length) : 0;
        int found = 0;
        for (int i = 0; i < asked; i++)
        {
            int movieRow = members[(first + i) % members.Length];
            if (_watchedBy[movieRow] != viewer.UserId && model.Traits.ReleaseDay[movieRow] <= viewer.Day)
            {
                _kin[found] = movieRow;
                _kinWeights[found++] = PortableMath.ExpFast(model.Attraction(viewer.Taste, model.Affinity(taste, movieRow), movieRow, viewer.Day));
            }
        }

        if (found == 0)
        {
            return -1;
        }

        _kinChoice.Fill(_kinWeights.AsSpan(0, found));
        return _kin[_kinChoice.Draw(ref random)];
    }

    /// <summary>Members of one of the movie's groups, drawn by strength; empty when it has no group.</summary>
    private ReadOnlySpan<int> DrawGroup(int movieRow, ref SimulationRandom random)
    {
        ReadOnlySpan<Kinship> kinships = model.Traits.Kin.Of(movieRow);
        float total = 0;
        foreach (Kinship kinship in kinships)
        {
            total += kinship.Strength;
        }

        double point = random.NextDouble() * total;
        foreach (Kinship kinship in kinships)
        {
            point -= kinship.Strength;
            if (point < 0)
            {
                return model.Traits.Kin.Members(kinship.Group);
            }
        }

        return [];
    }

    private void Reserve(int count)
    {
        if (_weights.Length < count)
        {
            _affinities = new float[count];
            _weights = new float[count];
            _choice = new CumulativeWeights(count);
        }
    }

    /// <summary>Who watches, on which day since 1970-01-01.</summary>
    private readonly record struct Viewer(int UserId, UserTaste Taste, int Day);
}
