using System.IO.Hashing;
using System.Runtime.InteropServices;
using SparrowRecSys.Catalog;
using SparrowRecSys.Features;

namespace SparrowRecSys.Offline.Samples;

/// <summary>Writes the samples of a data set as CSV and Parquet, in parts: memory does not grow with the number of samples.</summary>
internal sealed class SamplesJob(DataSet data, SamplesOptions options, IProgress<double>? progress = null)
{
    private const int ChunkSize = 100_000;

    /// <summary>Writes the samples; the writers are fed on a second thread.</summary>
    /// <param name="training">Writers of the samples to train on.</param>
    /// <param name="test">Writers of the samples to test on.</param>
    /// <param name="cancellation">Stops between two parts.</param>
    public SamplesSummary Run(IReadOnlyList<ISampleWriter> training, IReadOnlyList<ISampleWriter> test, CancellationToken cancellation)
    {
        uint testFrom = TestFrom();
        var replay = new PointInTimeReplay(data, new FeatureEncoder(Schema(data, options), AllIds(), data.Movies));
        var summary = new SamplesSummary(0, 0, 0, options.IsRandom ? null : DateTimeOffset.FromUnixTimeSeconds(testFrom));
        Task<SamplesSummary> writing = Task.FromResult(summary);
        long done = 0;
        foreach (SampleTable chunk in replay.Chunks(ChunkSize, options))
        {
            cancellation.ThrowIfCancellationRequested();
            summary = writing.GetAwaiter().GetResult();
            SamplesSummary before = summary;
            writing = Task.Run(() => Write(chunk, testFrom, training, test, before), CancellationToken.None);
            done += chunk.HalfStars.Length - chunk.HalfStars.Count((byte)0);
            progress?.Report((double)done / data.Ratings.Count);
        }

        summary = writing.GetAwaiter().GetResult();
        foreach (ISampleWriter writer in training.Concat(test))
        {
            writer.Complete();
        }

        return summary;
    }

    /// <summary>All features; every genre of the catalog.</summary>
    public static FeatureSchema Schema(DataSet data, SamplesOptions options) => FeatureSchema.All(data.Movies.Genres.Count, options.HistoryLength);

    /// <summary>Every user and every movie, also those that nobody rated: they may be negatives.</summary>
    private FeatureVocabularies AllIds() => new(
        data.Ratings.UserIds.ToArray(), [.. Enumerable.Range(0, data.Movies.Count).Select(row => data.Movies[row].MovieId)], data.Movies.Genres);

    private SamplesSummary Write(
        SampleTable chunk, uint testFrom, IReadOnlyList<ISampleWriter> training, IReadOnlyList<ISampleWriter> test, SamplesSummary before)
    {
        var parts = (Training: new List<int>(chunk.Count), Test: new List<int>());
        for (int i = 0; i < chunk.Count; i++)
        {
            (IsTest(chunk, i, testFrom) ? parts.Test : parts.Training).Add(i);
        }

        Write(chunk, parts.Training, training);
        Write(chunk, parts.Test, test);
        return before with
        {
            Training = before.Training + parts.Training.Count,
            Test = before.Test + parts.Test.Count,
            Positives = before.Positives + chunk.Labels.Count(true),
        };
    }

    private static void Write(SampleTable chunk, List<int> positions, IReadOnlyList<ISampleWriter> writers)
    {
        foreach (ISampleWriter writer in writers)
        {
            writer.Write(chunk, CollectionsMarshal.AsSpan(positions));
        }
    }

    /// <summary>By time; or at random by user, time and seed, so that a positive and its negatives stay together.</summary>
    private bool IsTest(SampleTable chunk, int row, uint testFrom)
    {
        if (!options.IsRandom)
        {
            return chunk.Timestamps[row] >= testFrom;
        }

        ReadOnlySpan<uint> key = [(uint)options.Seed, (uint)chunk.UserRows[row], chunk.Timestamps[row]];
        return XxHash3.HashToUInt64(MemoryMarshal.AsBytes(key)) < options.TestShare * ulong.MaxValue;
    }

    private uint TestFrom()
    {
        uint[] times = data.Ratings.Timestamps.ToArray();
        Array.Sort(times);
        int first = (int)(times.Length * (1 - options.TestShare));
        return first < times.Length ? times[first] : uint.MaxValue;
    }
}

/// <summary>What was written.</summary>
/// <param name="Training">Samples to train on.</param>
/// <param name="Test">Samples to test on.</param>
/// <param name="Positives">Positive labels among all.</param>
/// <param name="TestFrom">The first moment of the test samples; <see langword="null"/> when they were drawn at random.</param>
internal sealed record SamplesSummary(long Training, long Test, long Positives, DateTimeOffset? TestFrom);
