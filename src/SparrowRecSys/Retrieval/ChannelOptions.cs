using System.ComponentModel.DataAnnotations;

namespace SparrowRecSys.Retrieval;

/// <summary>Section <c>Retrieval:Channels:NAME</c> of the configuration: one channel.</summary>
public sealed class ChannelOptions
{
    public const string SectionName = "Retrieval:Channels:NAME";

    /// <summary>Whether the channel is asked at all. Default true.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>Candidates taken from the channel for a query, after filtering. Default 100: on both data sets more find no more hits.</summary>
    [Range(1, 10_000)]
    public int Count { get; set; } = 100;

    /// <summary>Weight of the channel in the merged list; 0: only <see cref="Quota"/> and other channels bring its movies there. Default 1.</summary>
    [Range(0.0, 1000.0)]
    public double Weight { get; set; } = 1;

    /// <summary>The channel's first so many movies are in the merged list in any case. Default 0.</summary>
    [Range(0, 10_000)]
    public int Quota { get; set; }

    /// <summary>Milliseconds that a query waits for the channel before it goes on without it; 0: as long as it takes. Default 200.</summary>
    [Range(0, 60_000)]
    public int TimeLimitMs { get; set; } = 200;
}
