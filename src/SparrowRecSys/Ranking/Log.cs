using Microsoft.Extensions.Logging;

namespace SparrowRecSys.Ranking;

/// <summary>What ranking logs. Event ids are a contract: add, never renumber.</summary>
internal static partial class Log
{
    [LoggerMessage(EventId = 200, Level = LogLevel.Warning, Message = "Ranker {Ranker} failed for user {UserId}; the next one down answers.")]
    public static partial void RankerFailed(ILogger logger, string ranker, int userId, Exception error);

    [LoggerMessage(EventId = 201, Level = LogLevel.Warning, Message = "Ranker {Ranker} gave a score that is not finite for user {UserId}; the next one down answers.")]
    public static partial void RankerNotFinite(ILogger logger, string ranker, int userId);
}
