using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace SparrowRecSys.Offline.Tests.Data;

/// <summary>A small HTTP server on this machine that serves files, ranges of them, and breaks connections when asked.</summary>
internal sealed class ArchiveServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _serving;

    public ArchiveServer()
    {
        _listener.Start();
        _serving = ServeAsync();
    }

    public Uri Url => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/");

    public Dictionary<string, byte[]> Files { get; } = [];

    /// <summary>What was asked for: <c>/a.zip</c> or <c>/a.zip bytes=5-</c>.</summary>
    public List<string> Requests { get; } = [];

    public bool HasRanges { get; set; } = true;

    /// <summary>Ends the connection after so many bytes of an archive; null: never.</summary>
    public int? CutAfterBytes { get; set; }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _serving;
        _stop.Dispose();
    }

    private async Task ServeAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                using TcpClient client = await _listener.AcceptTcpClientAsync(_stop.Token);
                await AnswerAsync(client.GetStream());
            }
            catch (Exception error) when (error is OperationCanceledException or IOException or SocketException)
            {
                // The client has gone, or the test is over.
            }
        }
    }

    private async Task AnswerAsync(NetworkStream stream)
    {
        using var reader = new StreamReader(stream, Encoding.ASCII, leaveOpen: true);
        string path = (await reader.ReadLineAsync(_stop.Token) ?? "").Split(' ')[1];
        string range = "";
        for (string? line = await reader.ReadLineAsync(_stop.Token); !string.IsNullOrEmpty(line); line = await reader.ReadLineAsync(_stop.Token))
        {
            range = line.StartsWith("Range: ", StringComparison.OrdinalIgnoreCase) ? line["Range: ".Length..] : range;
        }

        Requests.Add($"{path} {range}".Trim());
        byte[]? file = Files.GetValueOrDefault(path);
        int from = range.Length > 0 && HasRanges ? int.Parse(range["bytes=".Length..^1], CultureInfo.InvariantCulture) : 0;
        (string status, byte[] body) = file is null ? ("404 Not Found", [])
            : from == 0 ? ("200 OK", file)
            : from < file.Length ? ($"206 Partial Content\r\nContent-Range: bytes {from}-{file.Length - 1}/{file.Length}", file[from..])
            : ($"416 Range Not Satisfiable\r\nContent-Range: bytes */{file.Length}", Array.Empty<byte>());
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 {status}\r\nContent-Length: {body.Length}\r\nConnection: close\r\n\r\n"), _stop.Token);
        int sent = path.EndsWith(".zip", StringComparison.Ordinal) && CutAfterBytes is { } cut ? Math.Min(cut, body.Length) : body.Length;
        await stream.WriteAsync(body.AsMemory(0, sent), _stop.Token);
    }
}
