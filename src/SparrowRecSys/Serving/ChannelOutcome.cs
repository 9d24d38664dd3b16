namespace SparrowRecSys.Serving;

/// <summary>How a channel did for one query.</summary>
public enum ChannelOutcome
{
    /// <summary>It answered.</summary>
    Ok,

    /// <summary>It threw.</summary>
    Failed,

    /// <summary>It was not there when its time was over.</summary>
    Late,

    /// <summary>It was not asked, because too many of its late runs have not come back.</summary>
    Skipped,
}

/// <summary>What outcomes are called in answers and metrics.</summary>
public static class ChannelOutcomes
{
    extension(ChannelOutcome outcome)
    {
        /// <summary><c>failed</c>, <c>late</c> or <c>skipped</c>; <see langword="null"/> when the channel answered.</summary>
        public string? Fault => outcome switch
        {
            ChannelOutcome.Failed => "failed",
            ChannelOutcome.Late => "late",
            ChannelOutcome.Skipped => "skipped",
            _ => null,
        };
    }
}
