using System.CommandLine;
using System.Text.Json;
using Spectre.Console;

namespace SparrowRecSys.Offline.Commands;

/// <summary>What all verbs share: exit codes, errors on one line, Ctrl-C, and where the output goes.</summary>
/// <remarks>Exit codes: 0 done, 1 failed (bad data, disk, network), 2 wrong use, 130 stopped by Ctrl-C.</remarks>
internal static class CommandLine
{
    private const int Failed = 1;
    private const int WrongUse = 2;
    private const int Stopped = 130;
    private const int WidthOfFiles = 200;

    /// <summary>For people: tables and progress bars, on standard error, so that standard output stays free for results.</summary>
    /// <remarks>A new one for each use: a console runs one progress bar at a time, and two commands may run side by side in one process.</remarks>
    public static IAnsiConsole Console => AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(System.Console.Error) });

    /// <summary>For tables that are the result, on standard output; wide enough for them where it is no terminal.</summary>
    public static IAnsiConsole Results { get; } = CreateResults();

    public static Option<bool> Json { get; } = new("--json") { Description = "Print the result as JSON on standard output." };

    /// <summary>Runs <paramref name="work"/> when the command is called.</summary>
    public static Command Runs(this Command command, Func<ParseResult, CancellationToken, Task> work)
    {
        command.SetAction(async (parsed, cancellation) =>
        {
            try
            {
                await work(parsed, cancellation);
                return 0;
            }
            catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
            {
                return Say("Stopped. Nothing half-done was left behind.", Stopped);
            }
            catch (UsageException error)
            {
                return Say($"{error.Message} See '{Path(command)} --help'.", WrongUse);
            }
            catch (Exception error) when (error is InvalidDataException or IOException or UnauthorizedAccessException or HttpRequestException)
            {
                return Say(error.Message, Failed);
            }
        });
        return command;
    }

    /// <summary>The same for work that does not wait for anything but the processor.</summary>
    public static Command Runs(this Command command, Action<ParseResult, CancellationToken> work) =>
        command.Runs((parsed, cancellation) =>
        {
            work(parsed, cancellation);
            return Task.CompletedTask;
        });

    /// <summary>Parses and runs; a line that cannot be parsed is answered with one line and exit code 2.</summary>
    public static Task<int> RunAsync(RootCommand root, string[] args)
    {
        ParseResult parsed = root.Parse(args);
        if (parsed.Errors.Count > 0 && parsed.Action is not System.CommandLine.Help.HelpAction)
        {
            return Task.FromResult(Say($"{parsed.Errors[0].Message} See '{Path(parsed.CommandResult.Command)} --help'.", WrongUse));
        }

        return parsed.InvokeAsync();
    }

    /// <summary>Writes a result as indented JSON to standard output.</summary>
    public static void WriteJson<T>(T value) => System.Console.Out.WriteLine(JsonSerializer.Serialize(value, JsonOptions));

    private static JsonSerializerOptions JsonOptions { get; } = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static IAnsiConsole CreateResults()
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(System.Console.Out) });
        console.Profile.Width = System.Console.IsOutputRedirected ? Math.Max(console.Profile.Width, WidthOfFiles) : console.Profile.Width;
        return console;
    }

    private static int Say(string line, int exitCode)
    {
        System.Console.Error.WriteLine(line);
        return exitCode;
    }

    /// <summary>The words that call a command: <c>sparrow data check</c>.</summary>
    private static string Path(Command command)
    {
        var words = new Stack<string>();
        for (Symbol? symbol = command; symbol is Command and not RootCommand; symbol = symbol.Parents.FirstOrDefault())
        {
            words.Push(symbol.Name);
        }

        return string.Join(' ', words.Prepend("sparrow"));
    }
}
