using Microsoft.Extensions.Logging;

namespace SparrowRecSys.Serving;

/// <summary>What the serving path logs. Event ids are a contract: add, never renumber.</summary>
internal static partial class Log
{
    [LoggerMessage(EventId = 100, Level = LogLevel.Warning, Message = "Retriever {Retriever} failed for user {UserId}; going on without it.")]
    public static partial void RetrieverFailed(ILogger logger, string retriever, int userId, Exception error);

    [LoggerMessage(EventId = 101, Level = LogLevel.Warning, Message = "Retriever {Retriever} was not there after {TimeLimitMs} ms for user {UserId}; going on without it.")]
    public static partial void RetrieverLate(ILogger logger, string retriever, int userId, int timeLimitMs);

    [LoggerMessage(EventId = 103, Level = LogLevel.Warning, Message = "Ranker {Ranker} could not be explained for user {UserId}; the trace goes without.")]
    public static partial void InspectionFailed(ILogger logger, string ranker, int userId, Exception error);

    [LoggerMessage(EventId = 102, Level = LogLevel.Warning, Message = "Shadow ranker {Ranker} failed for user {UserId}; no answer was concerned.")]
    public static partial void ShadowFailed(ILogger logger, string ranker, int userId, Exception error);
}
