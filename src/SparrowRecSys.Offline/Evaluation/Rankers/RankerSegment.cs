using SparrowRecSys.Offline.Models;
using SparrowRecSys.Offline.Samples;

namespace SparrowRecSys.Offline.Evaluation.Rankers;

/// <summary>Test samples that are measured apart.</summary>
/// <param name="Name">Such as <c>warm users</c>.</param>
/// <param name="Positions">Positions of the samples in the test, ascending.</param>
/// <param name="Users">User of each, 0 to U − 1.</param>
/// <param name="Labels">Of each.</param>
internal sealed record RankerSegment(string Name, int[] Positions, int[] Users, bool[] Labels)
{
    /// <summary>Training samples from which a user is warm, as for retrieval models.</summary>
    public const int WarmSamples = 5;

    /// <summary>U.</summary>
    public int UserCount { get; } = Users.Length == 0 ? 0 : Users.Max() + 1;

    /// <summary>All test samples first; segments in which only one label occurs are left out.</summary>
    public static IReadOnlyList<RankerSegment> Of(RankerSamples samples)
    {
        SampleTable test = samples.Test;
        Dictionary<int, int> ofUser = CountBy(samples.Train.UserRows);
        Dictionary<int, int> ofMovie = CountBy(samples.Train.MovieRows);
        bool[] isWarm = Array.ConvertAll(test.UserRows.ToArray(), row => ofUser.GetValueOrDefault(row) >= WarmSamples);
        bool[] isColdMovie = Array.ConvertAll(test.MovieRows.ToArray(), row => !ofMovie.ContainsKey(row));
        RankerSegment[] segments =
        [
            Create("all samples", test, _ => true),
            Create("warm users", test, i => isWarm[i]),
            Create("cold users", test, i => !isWarm[i]),
            Create("cold movies", test, i => isColdMovie[i]),
        ];
        return [segments[0], .. segments.Skip(1).Where(segment => segment.Labels.Contains(true) && segment.Labels.Contains(false))];
    }

    private static RankerSegment Create(string name, SampleTable test, Func<int, bool> isIn)
    {
        int[] positions = [.. Enumerable.Range(0, test.Count).Where(isIn)];
        var numbers = new Dictionary<int, int>();
        int[] users = new int[positions.Length];
        bool[] labels = new bool[positions.Length];
        for (int i = 0; i < positions.Length; i++)
        {
            int row = test.UserRows[positions[i]];
            users[i] = numbers.TryGetValue(row, out int number) ? number : numbers[row] = numbers.Count;
            labels[i] = test.Labels[positions[i]];
        }

        return new RankerSegment(name, positions, users, labels);
    }

    private static Dictionary<int, int> CountBy(ReadOnlySpan<int> rows)
    {
        var counts = new Dictionary<int, int>();
        foreach (int row in rows)
        {
            counts[row] = counts.GetValueOrDefault(row) + 1;
        }

        return counts;
    }
}
