namespace SparrowRecSys.Server.Hosting;

/// <summary>What the server logs about its own life. Event ids are a contract: add, never renumber.</summary>
internal static partial class Log
{
    [LoggerMessage(EventId = 300, Level = LogLevel.Information, Message = "Loaded {Movies} movies and {Ratings} ratings of {Users} users in {ElapsedMs} ms from {Directory}")]
    public static partial void DataLoaded(ILogger logger, int movies, int ratings, int users, long elapsedMs, string directory);

    [LoggerMessage(EventId = 301, Level = LogLevel.Warning, Message = "{BadRows} of {Rows} rows refused in {Path}; first at line {Line}: found {Found}, expected {Expected}")]
    public static partial void RowsRefused(ILogger logger, int badRows, int rows, string path, int line, string found, string expected);

    [LoggerMessage(EventId = 302, Level = LogLevel.Information, Message = "Loaded embedding {Embedding}: {Vectors} movies, {Dimension} dimensions, from {Path}")]
    public static partial void EmbeddingLoaded(ILogger logger, string embedding, int vectors, int dimension, string path);

    [LoggerMessage(EventId = 303, Level = LogLevel.Information, Message = "Loaded ranker {Ranker} from {Path}")]
    public static partial void RankerLoaded(ILogger logger, string ranker, string path);

    [LoggerMessage(EventId = 304, Level = LogLevel.Warning, Message = "Refused {Path}: {Reason}")]
    public static partial void Refused(ILogger logger, string path, string reason);

    [LoggerMessage(EventId = 305, Level = LogLevel.Information, Message = "Ready in {ElapsedMs} ms. Open {Address}")]
    public static partial void Ready(ILogger logger, long elapsedMs, string address);

    [LoggerMessage(EventId = 306, Level = LogLevel.Warning, Message = "No site at {Path}: only the API answers")]
    public static partial void NoSite(ILogger logger, string path);

    [LoggerMessage(EventId = 307, Level = LogLevel.Information, Message = "No {What} at {Path}")]
    public static partial void NothingAt(ILogger logger, string what, string path);

    [LoggerMessage(EventId = 308, Level = LogLevel.Warning, Message = "{Path} was learned from data {Found}, these are {Expected}; used since its folder was configured")]
    public static partial void OtherData(ILogger logger, string path, string found, string expected);

    [LoggerMessage(EventId = 309, Level = LogLevel.Information, Message = "Loaded retrieval model {Model}: {Movies} movies, from {Path}")]
    public static partial void RetrievalModelLoaded(ILogger logger, string model, int movies, string path);

    [LoggerMessage(EventId = 310, Level = LogLevel.Information, Message = "Using the saved index {Path}")]
    public static partial void IndexLoaded(ILogger logger, string path);

    [LoggerMessage(EventId = 311, Level = LogLevel.Information, Message = "Built an index anew: {Reason}")]
    public static partial void IndexBuiltAnew(ILogger logger, string reason);

    [LoggerMessage(EventId = 312, Level = LogLevel.Information, Message = "Ranker {Ranker}: version {Version} took over from version {OldVersion}")]
    public static partial void ModelSwapped(ILogger logger, string ranker, int oldVersion, int version);

    [LoggerMessage(EventId = 313, Level = LogLevel.Information, Message = "Ranker {Ranker} is no longer served: no version of it is left")]
    public static partial void ModelGone(ILogger logger, string ranker);

    [LoggerMessage(EventId = 314, Level = LogLevel.Information, Message = "Ranker {Ranker}: closed version {Version}, whose last query is answered")]
    public static partial void ModelDropped(ILogger logger, string ranker, int version);

    [LoggerMessage(EventId = 315, Level = LogLevel.Warning, Message = "{Path} cannot be read, so that its models stay as they are: {Reason}")]
    public static partial void ReloadFailed(ILogger logger, string path, string reason);

    [LoggerMessage(EventId = 316, Level = LogLevel.Error, Message = "Looking for models in {Path} failed; what serves goes on")]
    public static partial void ReloadBroke(ILogger logger, string path, Exception error);

    [LoggerMessage(EventId = 317, Level = LogLevel.Warning, Message = "Ranking:Default is {Ranker}, of which no version is left: queries that name no ranker get {StandIn}")]
    public static partial void DefaultIsGone(ILogger logger, string ranker, string standIn);

    [LoggerMessage(EventId = 318, Level = LogLevel.Information, Message = "{Path} is looked at every {PollSeconds} s only, as it cannot be watched: {Reason}")]
    public static partial void NotWatched(ILogger logger, string path, double pollSeconds, string reason);
}
