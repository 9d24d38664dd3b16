using System.Security.Cryptography;
using System.Text;
using SparrowRecSys.Offline.Data;

namespace SparrowRecSys.Offline.Tests.Data;

public sealed class ReleaseDownloaderTests : IAsyncDisposable
{
    private const string Name = "ml-1m";
    private const string Readme = "SUMMARY\n=======\n\nText.\n\nUSAGE LICENSE\n=============\n\nNo commercial use.\nAsk first.\n\nCITATION\n========\n\nText.\n";

    private readonly TemporaryFolder _folder = new();
    private readonly ArchiveServer _server = new();
    private readonly HttpClient _http = new();
    private readonly byte[] _archive = Archive.Of(("ml-1m/README", Readme), ("ml-1m/movies.dat", new string('x', 200_000)));
    private readonly RecordedProgress _progress = new();

    private string Directory => Path.Combine(_folder.Path, Name);

    private string Part => Directory + ".zip.part";

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _server.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_release_is_downloaded_compared_and_unpacked()
    {
        Serve(_archive, Md5(_archive));

        DownloadedRelease release = await DownloadAsync();

        Assert.Equal(new DownloadedRelease(Directory, _archive.Length, Md5(_archive), "No commercial use.\nAsk first."), release);
        Assert.Equal(200_000, new FileInfo(Path.Combine(Directory, "movies.dat")).Length);
        Assert.Equal((_archive.Length, _archive.Length), _progress.Reports[^1]);
        Assert.Equal([Directory], System.IO.Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public async Task A_broken_download_goes_on_where_it_stopped()
    {
        Serve(_archive, Md5(_archive));
        _server.CutAfterBytes = 100_000;

        await Assert.ThrowsAnyAsync<IOException>(DownloadAsync);
        long kept = new FileInfo(Part).Length;
        _server.CutAfterBytes = null;
        await DownloadAsync();

        Assert.Equal(100_000, kept);
        Assert.Equal(["/ml-1m.zip.md5", "/ml-1m.zip", "/ml-1m.zip.md5", "/ml-1m.zip bytes=100000-"], _server.Requests);
        Assert.Equal(200_000, new FileInfo(Path.Combine(Directory, "movies.dat")).Length);
    }

    [Fact]
    public async Task A_server_without_ranges_sends_everything_again()
    {
        Serve(_archive, Md5(_archive));
        _server.HasRanges = false;
        await File.WriteAllBytesAsync(Part, new byte[1000], TestContext.Current.CancellationToken);

        DownloadedRelease release = await DownloadAsync();

        Assert.Equal(_archive.Length, release.Bytes);
    }

    [Fact]
    public async Task A_part_that_is_already_whole_is_not_fetched_again()
    {
        Serve(_archive, Md5(_archive));
        await File.WriteAllBytesAsync(Part, _archive, TestContext.Current.CancellationToken);

        DownloadedRelease release = await DownloadAsync();

        Assert.Equal(_archive.Length, release.Bytes);
        Assert.Empty(_progress.Reports);
    }

    [Fact]
    public async Task A_part_longer_than_the_archive_is_thrown_away()
    {
        Serve(_archive, Md5(_archive));
        await File.WriteAllBytesAsync(Part, new byte[_archive.Length + 1], TestContext.Current.CancellationToken);

        DownloadedRelease release = await DownloadAsync();

        Assert.Equal(_archive.Length, release.Bytes);
    }

    [Fact]
    public async Task A_wrong_checksum_is_an_error_and_the_archive_is_deleted()
    {
        string expected = new('0', 32);
        Serve(_archive, expected);

        InvalidDataException error = await Assert.ThrowsAsync<InvalidDataException>(DownloadAsync);

        Assert.Equal(
            $"{Part}: found the MD5 checksum {Md5(_archive)}, expected {expected}. The file is deleted: call again to download it anew.", error.Message);
        Assert.Empty(System.IO.Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public async Task Without_a_checksum_the_release_is_taken_as_it_is()
    {
        _server.Files["/ml-1m.zip"] = _archive;

        DownloadedRelease release = await DownloadAsync();

        Assert.Null(release.Md5);
    }

    [Fact]
    public async Task A_checksum_file_without_a_checksum_is_an_error()
    {
        Serve(_archive, "soon");

        InvalidDataException error = await Assert.ThrowsAsync<InvalidDataException>(DownloadAsync);

        Assert.Equal($"{_server.Url}ml-1m.zip.md5: found MD5 (ml-1m.zip) = soon , expected an MD5 checksum of 32 hex digits.", error.Message);
    }

    [Fact]
    public async Task A_missing_release_is_an_error_that_names_the_address()
    {
        HttpRequestException error = await Assert.ThrowsAsync<HttpRequestException>(DownloadAsync);

        Assert.Equal($"{_server.Url}ml-1m.zip: the server answered 404 Not Found.", error.Message);
        Assert.Empty(System.IO.Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public async Task A_release_that_is_there_is_not_touched()
    {
        System.IO.Directory.CreateDirectory(Directory);

        IOException error = await Assert.ThrowsAsync<IOException>(DownloadAsync);

        Assert.Equal($"{Directory} is already there. Delete it to download it again.", error.Message);
        Assert.Empty(_server.Requests);
    }

    [Fact]
    public async Task A_hostile_archive_leaves_nothing()
    {
        byte[] hostile = Archive.Of(("../evil.txt", "x"));
        Serve(hostile, Md5(hostile));

        await Assert.ThrowsAsync<InvalidDataException>(DownloadAsync);

        Assert.Empty(System.IO.Directory.GetFileSystemEntries(_folder.Path));
    }

    private static string Md5(byte[] bytes) => Convert.ToHexStringLower(MD5.HashData(bytes));

    private void Serve(byte[] archive, string checksum)
    {
        _server.Files["/ml-1m.zip"] = archive;
        _server.Files["/ml-1m.zip.md5"] = Encoding.ASCII.GetBytes($"MD5 (ml-1m.zip) = {checksum}\n");
    }

    private Task<DownloadedRelease> DownloadAsync() =>
        new ReleaseDownloader(_http, _server.Url, TimeSpan.FromSeconds(30), _progress).DownloadAsync(Name, _folder.Path, TestContext.Current.CancellationToken);

    private sealed class RecordedProgress : IProgress<(long Done, long? Total)>
    {
        public List<(long Done, long? Total)> Reports { get; } = [];

        public void Report((long Done, long? Total) value) => Reports.Add(value);
    }
}
