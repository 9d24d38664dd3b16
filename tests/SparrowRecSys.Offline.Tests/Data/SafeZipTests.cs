using SparrowRecSys.Offline.Data;

namespace SparrowRecSys.Offline.Tests.Data;

public sealed class SafeZipTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Target => Path.Combine(_folder.Path, "unpacked");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_single_top_folder_becomes_the_directory()
    {
        await UnpackAsync(Archive.Of(("ml-1m/", ""), ("ml-1m/movies.dat", "one"), ("ml-1m/more/x.txt", "two")));

        Assert.Equal("one", await ReadAsync("movies.dat"));
        Assert.Equal("two", await ReadAsync(Path.Combine("more", "x.txt")));
        Assert.Equal([Path.Combine(_folder.Path, "a.zip"), Target], Directory.GetFileSystemEntries(_folder.Path).Order());
    }

    [Fact]
    public async Task Without_a_single_top_folder_the_files_stand_in_the_directory()
    {
        await UnpackAsync(Archive.Of(("movies.dat", "one"), ("ratings.dat", "two")));

        Assert.Equal("two", await ReadAsync("ratings.dat"));
    }

    [Theory]
    [InlineData("../evil.txt")]
    [InlineData("ml/../../evil.txt")]
    [InlineData("/evil.txt")]
    [InlineData("ml\\..\\..\\evil.txt")]
    [InlineData("C:evil.txt")]
    [InlineData("ml/..")]
    public async Task A_name_that_leads_out_is_refused_and_nothing_is_left(string name)
    {
        InvalidDataException error = await Assert.ThrowsAsync<InvalidDataException>(() => UnpackAsync(Archive.Of(("ml/good.txt", "x"), (name, "evil"))));

        Assert.EndsWith($"a.zip: found the entry {name}, expected names within the archive's own folder.", error.Message, StringComparison.Ordinal);
        Assert.Equal([Path.Combine(_folder.Path, "a.zip")], Directory.GetFileSystemEntries(_folder.Path));
        Assert.False(File.Exists(Path.Combine(_folder.Path, "..", "evil.txt")));
    }

    [Fact]
    public async Task More_than_the_allowed_bytes_are_refused()
    {
        InvalidDataException error = await Assert.ThrowsAsync<InvalidDataException>(() => UnpackAsync(Archive.Of(("a", "123456"), ("b", "78901")), mostBytes: 10));

        Assert.EndsWith("found more than 10 bytes in the archive, expected fewer.", error.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Target));
    }

    [Fact]
    public async Task A_file_that_is_no_archive_is_refused() =>
        await Assert.ThrowsAsync<InvalidDataException>(() => UnpackAsync("<html>not found</html>"u8.ToArray()));

    private async Task UnpackAsync(byte[] archive, long mostBytes = 1000)
    {
        string zip = Path.Combine(_folder.Path, "a.zip");
        await File.WriteAllBytesAsync(zip, archive, TestContext.Current.CancellationToken);
        await SafeZip.UnpackAsync(zip, Target, mostBytes, TestContext.Current.CancellationToken);
    }

    private Task<string> ReadAsync(string file) => File.ReadAllTextAsync(Path.Combine(Target, file), TestContext.Current.CancellationToken);
}
