namespace SparrowRecSys.Offline.Simulation;

/// <summary>Movies that lead to one another: the same saga, director, lead, or kind (rarest genre, region and era). Immutable, thread-safe.</summary>
internal sealed class KinGroups
{
    private readonly int[][] _members; // by group, rows ascending
    private readonly Kinship[][] _ofMovie; // by movie row

    /// <param name="movieCount">N.</param>
    /// <param name="memberships">Movie row, name of the group, strength.</param>
    public KinGroups(int movieCount, IEnumerable<(int MovieRow, string Name, float Strength)> memberships)
    {
        var groups = new Dictionary<string, List<(int MovieRow, float Strength)>>(StringComparer.Ordinal);
        foreach ((int movieRow, string name, float strength) in memberships)
        {
            if (!groups.TryGetValue(name, out List<(int, float)>? members))
            {
                groups[name] = members = [];
            }

            members.Add((movieRow, strength));
        }

        var ofMovie = new List<Kinship>?[movieCount];
        var kept = new List<int[]>();
        foreach (List<(int MovieRow, float Strength)> members in groups.OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => g.Value).Where(m => m.Count > 1))
        {
            foreach ((int movieRow, float strength) in members)
            {
                (ofMovie[movieRow] ??= []).Add(new Kinship(kept.Count, strength));
            }

            kept.Add([.. members.Select(member => member.MovieRow).Order()]);
        }

        _members = [.. kept];
        _ofMovie = [.. ofMovie.Select(kinships => kinships?.ToArray() ?? [])];
    }

    /// <summary>The groups of a movie that have another member too.</summary>
    public ReadOnlySpan<Kinship> Of(int movieRow) => _ofMovie[movieRow];

    /// <summary>Rows of a group's movies, ascending.</summary>
    public ReadOnlySpan<int> Members(int group) => _members[group];
}
