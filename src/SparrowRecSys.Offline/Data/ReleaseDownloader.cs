using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace SparrowRecSys.Offline.Data;

/// <summary>
/// Downloads a MovieLens release: into <c>NAME.zip.part</c>, from which a later call goes on, compared with the checksum beside the archive, then
/// unpacked into <c>NAME</c>.
/// </summary>
/// <param name="http">Without a timeout of its own: archives are large.</param>
/// <param name="baseUrl">Folder of the archives, ending in a slash.</param>
/// <param name="silence">A server that sends nothing for so long is given up.</param>
/// <param name="progress">Bytes so far and in all; in all is <see langword="null"/> where the server does not say.</param>
internal sealed partial class ReleaseDownloader(HttpClient http, Uri baseUrl, TimeSpan silence, IProgress<(long Done, long? Total)> progress)
{
    private const long MostUnpackedBytes = 16L << 30;

    /// <summary>Downloads, compares and unpacks.</summary>
    /// <param name="name">Name of the release, such as <c>ml-25m</c>.</param>
    /// <param name="outputDirectory">Is created; the release becomes a folder in it.</param>
    /// <param name="cancellation">Stops; what has come so far stays for the next call.</param>
    /// <exception cref="HttpRequestException">The server refuses or cannot be reached.</exception>
    /// <exception cref="IOException">The connection broke, or the folder is already there.</exception>
    /// <exception cref="InvalidDataException">The checksum is wrong (the archive is deleted), or the archive is not to be trusted.</exception>
    public async Task<DownloadedRelease> DownloadAsync(string name, string outputDirectory, CancellationToken cancellation)
    {
        string directory = Path.GetFullPath(Path.Combine(outputDirectory, name));
        if (Directory.Exists(directory) || File.Exists(directory))
        {
            throw new IOException($"{directory} is already there. Delete it to download it again.");
        }

        Directory.CreateDirectory(outputDirectory);
        string part = directory + ".zip.part";
        var url = new Uri(baseUrl, name + ".zip");
        string? md5 = await ReadChecksumAsync(new Uri(url + ".md5"), cancellation);
        await FetchAsync(url, part, cancellation);
        if (md5 is not null)
        {
            await CompareAsync(part, md5, cancellation);
        }

        long bytes = new FileInfo(part).Length;
        await UnpackAsync(part, directory, cancellation);
        File.Delete(part);
        return new DownloadedRelease(directory, bytes, md5, MovieLensRelease.ReadTerms(directory));
    }

    /// <summary>The checksum that GroupLens serves beside most archives, or null where there is none.</summary>
    private async Task<string?> ReadChecksumAsync(Uri url, CancellationToken cancellation)
    {
        using HttpResponseMessage response = await http.GetAsync(url, cancellation);
        if (response.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }

        Refuse(response, url);
        string text = await response.Content.ReadAsStringAsync(cancellation);
        Match match = Md5Digits().Match(text);
        return match.Success
            ? match.Value.ToLowerInvariant()
            : throw new InvalidDataException($"{url}: found {text.ReplaceLineEndings(" ")[..Math.Min(80, text.Length)]}, expected an MD5 checksum of 32 hex digits.");
    }

    private async Task FetchAsync(Uri url, string part, CancellationToken cancellation)
    {
        long have = File.Exists(part) ? new FileInfo(part).Length : 0;
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Headers.Range = have > 0 ? new RangeHeaderValue(have, null) : null;
        using HttpResponseMessage response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
        ContentRangeHeaderValue? range = response.Content.Headers.ContentRange;
        if (response.StatusCode == HttpStatusCode.RequestedRangeNotSatisfiable && have > 0)
        {
            await FinishAsync(url, part, isComplete: range?.Length == have, cancellation);
            return;
        }

        Refuse(response, url);
        bool isContinued = response.StatusCode == HttpStatusCode.PartialContent && range?.From == have;
        if (response.StatusCode == HttpStatusCode.PartialContent && !isContinued)
        {
            throw new HttpRequestException($"{url}: asked for the bytes from {have} on, found {range}.");
        }

        long start = isContinued ? have : 0;
        await ReceiveAsync(response, url, part, start, cancellation);
    }

    /// <summary>The server has nothing beyond what we have: that is all of it, or it is not the same file any more.</summary>
    private async Task FinishAsync(Uri url, string part, bool isComplete, CancellationToken cancellation)
    {
        if (!isComplete)
        {
            File.Delete(part);
            await FetchAsync(url, part, cancellation);
        }
    }

    private async Task ReceiveAsync(HttpResponseMessage response, Uri url, string part, long start, CancellationToken cancellation)
    {
        long? total = start + response.Content.Headers.ContentLength;
        await using Stream from = await response.Content.ReadAsStreamAsync(cancellation);
        await using var to = new FileStream(part, start > 0 ? FileMode.Append : FileMode.Create, FileAccess.Write);
        byte[] buffer = new byte[1 << 16];
        long done = start;
        int read;
        while ((read = await ReadAsync(from, buffer, url, cancellation)) > 0)
        {
            await to.WriteAsync(buffer.AsMemory(0, read), cancellation);
            done += read;
            progress.Report((done, total));
        }

        if (total is { } expected && done != expected)
        {
            throw new IOException($"{url}: found {done} bytes, expected {expected}. Call again to go on.");
        }
    }

    private async Task<int> ReadAsync(Stream from, byte[] buffer, Uri url, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(silence);
        try
        {
            return await from.ReadAsync(buffer, patience.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new IOException($"{url}: the server has sent nothing for {silence.TotalSeconds:0} s. Call again to go on.");
        }
        catch (HttpIOException error)
        {
            throw new IOException($"{url}: the connection broke ({error.HttpRequestError}). Call again to go on.", error);
        }
    }

    private static async Task CompareAsync(string part, string expected, CancellationToken cancellation)
    {
        string found;
        await using (FileStream stream = File.OpenRead(part))
        {
            // MD5 is what GroupLens publishes: it finds broken transfers; against forgery there is https.
#pragma warning disable CA5351
            found = Convert.ToHexStringLower(await MD5.HashDataAsync(stream, cancellation));
#pragma warning restore CA5351
        }

        if (found != expected)
        {
            File.Delete(part);
            throw new InvalidDataException($"{part}: found the MD5 checksum {found}, expected {expected}. The file is deleted: call again to download it anew.");
        }
    }

    /// <summary>Unpacks; an archive that cannot be unpacked is deleted, since going on from it would not help.</summary>
    private static async Task UnpackAsync(string part, string directory, CancellationToken cancellation)
    {
        try
        {
            await SafeZip.UnpackAsync(part, directory, MostUnpackedBytes, cancellation);
        }
        catch (InvalidDataException)
        {
            File.Delete(part);
            throw;
        }
    }

    private static void Refuse(HttpResponseMessage response, Uri url)
    {
        if (!response.IsSuccessStatusCode)
        {
            throw new HttpRequestException($"{url}: the server answered {(int)response.StatusCode} {response.ReasonPhrase}.", null, response.StatusCode);
        }
    }

    [GeneratedRegex(@"\b[0-9a-fA-F]{32}\b", RegexOptions.CultureInvariant)]
    private static partial Regex Md5Digits();
}
