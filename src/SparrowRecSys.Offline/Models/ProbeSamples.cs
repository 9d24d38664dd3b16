using SparrowRecSys.Features;
using SparrowRecSys.Offline.Samples;
using SparrowRecSys.Ranking;

namespace SparrowRecSys.Offline.Models;

/// <summary>Chooses the batch on which trainer and server are compared: some users of the samples, each against some movies of them.</summary>
internal static class ProbeSamples
{
    private const int Users = 4;
    private const int Movies = 32;

    /// <summary>A spread over the samples; the last user and the last movie are unknown ones, and the last user's history is empty.</summary>
    /// <param name="samples">At least one.</param>
    public static ModelProbe Of(SampleTable samples)
    {
        int[] users = Spread(samples.Count - 1, Users);
        int[] movies = Spread(samples.Count - 1, Movies);
        int[] userIds = Rows<int>(samples.Ids(FeatureBlock.UserIds), users, samples.Schema.Width(FeatureBlock.UserIds));
        int[] movieIds = Rows<int>(samples.Ids(FeatureBlock.MovieIds), movies, samples.Schema.Width(FeatureBlock.MovieIds));
        float[] movieNumbers = Rows<float>(samples.Numbers(FeatureBlock.MovieNumbers), movies, samples.Schema.Width(FeatureBlock.MovieNumbers));
        ForgetLastRow(samples, FeatureBlock.UserIds, userIds);
        ForgetLastRow(samples, FeatureBlock.MovieIds, movieIds);
        return new ModelProbe
        {
            Users = users.Length,
            Movies = movies.Length,
            UserIds = userIds,
            UserNumbers = Rows<float>(samples.Numbers(FeatureBlock.UserNumbers), users, samples.Schema.Width(FeatureBlock.UserNumbers)),
            MovieIds = [.. users.SelectMany(_ => movieIds)],
            MovieNumbers = [.. users.SelectMany(_ => movieNumbers)],
            Scores = [],
        };
    }

    /// <summary>In the last row, single ids become the unknown one and lists become empty.</summary>
    private static void ForgetLastRow(SampleTable samples, FeatureBlock block, int[] ids)
    {
        int width = samples.Schema.Width(block);
        foreach (FeatureSlot slot in samples.Schema.Features.Select(feature => samples.Schema.Find(feature.Name)).OfType<FeatureSlot>().Where(slot => slot.Block == block))
        {
            int value = slot.Feature.Name is FeatureNames.UserId or FeatureNames.MovieId
                ? samples.Vocabularies.RowCount(slot.Feature.Kind) - 1
                : FeatureVocabularies.Nothing;
            ids.AsSpan(ids.Length - width + slot.Offset, slot.Width).Fill(value);
        }
    }

    private static T[] Rows<T>(ReadOnlySpan<T> values, int[] positions, int width)
    {
        var rows = new T[positions.Length * width];
        for (int i = 0; i < positions.Length; i++)
        {
            values.Slice(positions[i] * width, width).CopyTo(rows.AsSpan(i * width));
        }

        return rows;
    }

    /// <summary>At most <paramref name="count"/> different positions from 0 to <paramref name="last"/>, both among them.</summary>
    private static int[] Spread(int last, int count) =>
        [.. Enumerable.Range(0, count).Select(i => (int)((long)last * i / (count - 1))).Distinct()];
}
