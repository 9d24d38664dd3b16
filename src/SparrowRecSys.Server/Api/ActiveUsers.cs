using SparrowRecSys.Features;

namespace SparrowRecSys.Server.Api;

/// <summary>All users, those with the most ratings first; sorted when first asked for and again after a rating. Thread-safe.</summary>
internal sealed class ActiveUsers(FeatureStore features)
{
    private SortedUsers? _sorted;

    /// <summary>Ids of one page, and the cursor of the next; null at the end.</summary>
    public (ReadOnlyMemory<int> UserIds, string? Next) Page(int size, Cursor? after)
    {
        SortedUsers sorted = Sort();
        int start = after is { } last
            ? Array.FindIndex(sorted.UserIds, id => last.IsBefore(features.RatingCountOf(id), id))
            : 0;
        if (start < 0)
        {
            return (default, null);
        }

        int end = Math.Min(sorted.UserIds.Length, start + size);
        string? next = end == sorted.UserIds.Length
            ? null
            : new Cursor(features.RatingCountOf(sorted.UserIds[end - 1]), sorted.UserIds[end - 1]).ToString();
        return (sorted.UserIds.AsMemory(start..end), next);
    }

    private SortedUsers Sort()
    {
        int recorded = features.RecordedCount;
        SortedUsers? known = Volatile.Read(ref _sorted);
        if (known is null || known.RecordedCount != recorded)
        {
            int[] ids = [.. features.UserIds.OrderByDescending(features.RatingCountOf).ThenBy(id => id)];
            known = new SortedUsers(recorded, ids);
            Volatile.Write(ref _sorted, known);
        }

        return known;
    }

    private sealed record SortedUsers(int RecordedCount, int[] UserIds);
}
