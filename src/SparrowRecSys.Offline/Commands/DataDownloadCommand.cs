using System.CommandLine;
using SparrowRecSys.Offline.Data;
using Spectre.Console;

namespace SparrowRecSys.Offline.Commands;

/// <summary><c>sparrow data download</c>: a MovieLens release from GroupLens.</summary>
internal static class DataDownloadCommand
{
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(60);

    private static readonly string Help = $"""
        Download a MovieLens release from GroupLens, compare its checksum, unpack it and print its terms.

        A download that stops leaves NAME.zip.part; the same command goes on from there.

        Releases:
        {string.Join('\n', MovieLensRelease.All.Select(release => $"  {release.Name,-16} {release.Description}"))}

        Examples:
          sparrow data download ml-latest-small
          sparrow data download ml-25m --out /data/movielens
        """;

    private static readonly Argument<string> Name = new("RELEASE") { Description = "Name of a release." };

    private static readonly Option<string> Out = new("--out")
    {
        Description = "Directory in which the release becomes a folder.",
        DefaultValueFactory = _ => ".",
    };

    private static readonly Option<string> Url = new("--url")
    {
        Description = "Folder of the archives on another server.",
        DefaultValueFactory = _ => MovieLensRelease.DefaultUrl,
    };

    public static Command Create() => new Command("download", Help) { Name, Out, Url, CommandLine.Json }.Runs(RunAsync);

    private static async Task RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        string name = ReadName(parsed);
        Uri url = ReadUrl(parsed);
        using var handler = new SocketsHttpHandler { ConnectTimeout = TimeSpan.FromSeconds(30) };
        using var http = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        DownloadedRelease release = await CommandLine.Console.Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new DownloadedColumn(), new TransferSpeedColumn())
            .StartAsync(context =>
            {
                ProgressTask bar = context.AddTask(name);
                var downloader = new ReleaseDownloader(http, url, Silence, new BarProgress(bar));
                return downloader.DownloadAsync(name, parsed.GetRequiredValue(Out), cancellation);
            });
        if (parsed.GetValue(CommandLine.Json))
        {
            CommandLine.WriteJson(release);
        }
        else
        {
            Show(release);
        }
    }

    private static string ReadName(ParseResult parsed)
    {
        string name = parsed.GetRequiredValue(Name);
        return MovieLensRelease.All.Any(release => release.Name == name)
            ? name
            : throw new UsageException($"RELEASE: found {name}, allowed are {string.Join(", ", MovieLensRelease.All.Select(release => release.Name))}.");
    }

    private static Uri ReadUrl(ParseResult parsed)
    {
        string text = parsed.GetRequiredValue(Url);
        return Uri.TryCreate(text.EndsWith('/') ? text : text + "/", UriKind.Absolute, out Uri? url) && url.Scheme is "http" or "https"
            ? url
            : throw new UsageException($"--url: found {text}, expected an http or https address.");
    }

    private static void Show(DownloadedRelease release)
    {
        string checksum = release.Md5 is null ? "GroupLens has no checksum for it" : "checksum right";
        System.Console.Out.WriteLine($"{release.Directory}: {release.Bytes / 1e6:N1} MB, {checksum}.");
        System.Console.Out.WriteLine();
        System.Console.Out.WriteLine(release.Terms);
    }

    private sealed class BarProgress(ProgressTask bar) : IProgress<(long Done, long? Total)>
    {
        public void Report((long Done, long? Total) value)
        {
            bar.IsIndeterminate = value.Total is null;
            bar.MaxValue = value.Total ?? value.Done;
            bar.Value = value.Done;
        }
    }
}
