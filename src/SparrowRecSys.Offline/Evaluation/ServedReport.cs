namespace SparrowRecSys.Offline.Evaluation;

/// <summary>All that was measured of "recommended for you".</summary>
/// <param name="Rows">The list with each ranker.</param>
/// <param name="Channels">What the channels find for it.</param>
internal sealed record ServedReport(IReadOnlyList<ServedRow> Rows, IReadOnlyList<ChannelRecall> Channels);
