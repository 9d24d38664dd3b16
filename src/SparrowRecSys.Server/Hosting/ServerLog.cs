using Serilog;
using Serilog.Events;

namespace SparrowRecSys.Server.Hosting;

/// <summary>Where and how much the server logs: to the console, its own life and what went wrong; each request only when asked to.</summary>
internal static class ServerLog
{
    private const string Requests = "Serilog.AspNetCore.RequestLoggingMiddleware";

    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(1);

    /// <summary>Levels are set as usual: <c>Logging:LogLevel:{Category}</c>. Requests are of the category of Serilog's middleware.</summary>
    public static void AddServerLog(this IServiceCollection services, IConfiguration configuration) =>
        services.AddSerilog(logger =>
        {
            logger.MinimumLevel.Information()
                .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
                .MinimumLevel.Override("System", LogEventLevel.Warning)
                .MinimumLevel.Override(Requests, LogEventLevel.Warning)
                .Enrich.FromLogContext()
                .WriteTo.Console(outputTemplate: "{Timestamp:HH:mm:ss} {Level:u3} {Message:lj}{NewLine}{Exception}");
            foreach (IConfigurationSection category in configuration.GetSection("Logging:LogLevel").GetChildren())
            {
                LogEventLevel level = LevelOf(category.Get<LogLevel>());
                _ = category.Key == "Default" ? logger.MinimumLevel.Is(level) : logger.MinimumLevel.Override(category.Key, level);
            }
        });

    public static void UseRequestLog(this WebApplication app) => app.UseSerilogRequestLogging(options =>
    {
        options.GetLevel = (context, elapsedMs, error) =>
            error is not null || context.Response.StatusCode >= StatusCodes.Status500InternalServerError ? LogEventLevel.Error
            : elapsedMs > Slow.TotalMilliseconds ? LogEventLevel.Warning
            : LogEventLevel.Information;
    });

    private static LogEventLevel LevelOf(LogLevel level) => level switch
    {
        LogLevel.Trace => LogEventLevel.Verbose,
        LogLevel.Debug => LogEventLevel.Debug,
        LogLevel.Information => LogEventLevel.Information,
        LogLevel.Warning => LogEventLevel.Warning,
        LogLevel.Error => LogEventLevel.Error,
        _ => LogEventLevel.Fatal,
    };
}
