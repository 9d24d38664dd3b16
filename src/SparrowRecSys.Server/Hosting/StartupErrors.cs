using Microsoft.Extensions.Options;

namespace SparrowRecSys.Server.Hosting;

/// <summary>What may go wrong at start by no fault of the program, and how it is said.</summary>
internal static class StartupErrors
{
    /// <summary>Exit code of a server that did not start.</summary>
    public const int ExitCode = 1;

    /// <summary>Whether somebody's data, settings or port are the cause: said in one line, without a stack trace.</summary>
    public static bool IsExpected(Exception error) =>
        error is OptionsValidationException or InvalidDataException or IOException or UnauthorizedAccessException or ConfigurationException;

    public static string Describe(Exception error) => $"The server cannot start: {error.Message.ReplaceLineEndings(" ")}";
}

/// <summary>A setting that cannot be used.</summary>
internal sealed class ConfigurationException(string message, Exception? innerException = null) : Exception(message, innerException);
