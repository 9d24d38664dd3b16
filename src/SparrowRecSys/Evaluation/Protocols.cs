using SparrowRecSys.Catalog;

namespace SparrowRecSys.Evaluation;

/// <summary>The protocols by name. <c>ncf</c> reads files of its own: see <see cref="NcfFiles"/>.</summary>
public static class Protocols
{
    public const string Temporal = "temporal";
    public const string LeaveOneOut = "leave-one-out";
    public const string Ncf = "ncf";
    public const string Ratio = "ratio";
    public const string Strong = "strong";

    /// <summary>All names, the default first.</summary>
    public static IReadOnlyList<string> Names { get; } = [Temporal, LeaveOneOut, Ncf, Ratio, Strong];

    /// <summary>Chooses the interactions of a data set and splits them.</summary>
    /// <exception cref="ArgumentException">There is no such protocol, or it reads files of its own.</exception>
    /// <exception cref="InvalidDataException">Nobody is left to be tested.</exception>
    public static EvaluationSplit Split(string protocol, DataSet data, ProtocolOptions options)
    {
        byte minHalfStars = protocol == Strong ? Math.Max(options.MinHalfStars, StrongProtocol.MinHalfStars) : options.MinHalfStars;
        DataSet interactions = Core.Filter(data with { Ratings = data.Ratings.AtLeast(minHalfStars) }, options.KCore);
        EvaluationSplit split = protocol switch
        {
            Temporal => TemporalProtocol.Split(interactions, options),
            LeaveOneOut => LeaveOneOutProtocol.Split(interactions, options),
            Ratio => RatioProtocol.Split(interactions, options),
            Strong => StrongProtocol.Split(interactions, options),
            _ => throw new ArgumentException($"There is no protocol '{protocol}' for a data set; there are {string.Join(", ", Names)}.", nameof(protocol)),
        };
        return split.Cases.Count > 0
            ? split
            : throw new InvalidDataException(
                $"{data.Directory}: the protocol {protocol} leaves no user to test; found {interactions.Ratings.Count} interactions of {interactions.Ratings.UserCount} users.");
    }

    /// <summary>By catalog row: all movies, or with a core filter those that have an interaction.</summary>
    internal static bool[] Ranked(DataSet interactions, ProtocolOptions options) => [..
        Enumerable.Range(0, interactions.Ratings.MovieCount).Select(row => options.KCore == 0 || !interactions.Ratings.PositionsOfMovie(row).IsEmpty)];
}
