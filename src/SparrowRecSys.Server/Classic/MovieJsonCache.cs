using System.Buffers;
using SparrowRecSys.Features;

namespace SparrowRecSys.Server.Classic;

/// <summary>
/// The JSON of each movie in the original's form, written when it is first asked for and again after a rating of the movie: about 1 KB a movie.
/// Thread-safe.
/// </summary>
internal sealed class MovieJsonCache(FeatureStore features)
{
    private readonly Entry?[] _entries = new Entry?[features.Movies.Count];

    /// <summary>The movie's JSON as UTF-8.</summary>
    public byte[] Of(int movieRow)
    {
        // Every rating gives the movie a new statistics object: as long as it is the same one, so is the JSON.
        MovieStatistics statistics = features.OfMovie(movieRow);
        Entry? entry = Volatile.Read(ref _entries[movieRow]);
        return entry is not null && ReferenceEquals(entry.Statistics, statistics) ? entry.Json : Write(movieRow, statistics);
    }

    private byte[] Write(int movieRow, MovieStatistics statistics)
    {
        var output = new ArrayBufferWriter<byte>(1024);
        ClassicJson.WriteMovie(output, features.Movies[movieRow], statistics, features.RatingsOfMovie(movieRow));
        byte[] json = output.WrittenSpan.ToArray();
        Volatile.Write(ref _entries[movieRow], new Entry(statistics, json));
        return json;
    }

    private sealed record Entry(MovieStatistics Statistics, byte[] Json);
}
