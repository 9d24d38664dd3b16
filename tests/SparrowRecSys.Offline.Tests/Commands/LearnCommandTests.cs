using System.CommandLine;
using SparrowRecSys.Embeddings;
using SparrowRecSys.Offline.Commands;
using SparrowRecSys.Offline.Item2Vec;
using SparrowRecSys.Retrieval;

namespace SparrowRecSys.Offline.Tests.Commands;

public sealed class LearnCommandTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("embed-").FullName;
    private readonly Command _command = LearnCommand.Create(Item2VecMethod.Instance);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string Output => Path.Combine(_directory, "retrieval");

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public async Task It_learns_from_a_directory_and_writes_what_the_server_loads()
    {
        WriteData();

        int exitCode = await Parse("--dimension", "8").InvokeAsync(cancellationToken: Stop);

        RetrievalFolder folder = Assert.IsType<RetrievalFolder>(RetrievalFolder.FindNewest(Output, "item2vec").Folder);
        EmbeddingRows movies = Assert.IsType<LearnedEmbedding>(folder.Learned).Movies;
        Assert.Equal(0, exitCode);
        Assert.Equal(8, folder.Manifest.Options["dimension"]?.GetValue<int>());
        Assert.Equal(8, movies.Dimension);
        Assert.Equal([1, 2, 3], movies.Ids);
    }

    [Fact]
    public async Task The_same_seed_writes_the_same_bytes()
    {
        WriteData();
        await Parse("--seed", "7").InvokeAsync(cancellationToken: Stop);
        byte[] once = await File.ReadAllBytesAsync(Path.Combine(Output, "item2vec", "1", "vectors.bin"), Stop);
        await Parse("--seed", "7").InvokeAsync(cancellationToken: Stop);
        byte[] again = await File.ReadAllBytesAsync(Path.Combine(Output, "item2vec", "2", "vectors.bin"), Stop);

        Assert.Equal(once, again);
    }

    [Fact]
    public async Task An_index_that_is_asked_for_is_written_with_the_vectors()
    {
        WriteData();
        await Parse().InvokeAsync(cancellationToken: Stop);
        int exitCode = await Parse("--index", "hnsw").InvokeAsync(cancellationToken: Stop);

        Assert.Equal(0, exitCode);
        Assert.Equal(["retrieval.json", "vectors.bin"], FilesOf("1"));
        Assert.Equal(["index.hnsw", "neighbors.hnsw", "retrieval.json", "vectors.bin"], FilesOf("2"));
    }

    [Fact]
    public void An_index_that_cannot_be_saved_is_refused() => Assert.Equal(
        "--index: found lsh, allowed are auto, exact and hnsw.", Assert.Throws<UsageException>(() => IndexOption.Read(Parse("--index", "lsh"))).Message);

    [Fact]
    public async Task Stopping_it_exits_with_130_and_leaves_no_file()
    {
        WriteData();
        using var stopped = new CancellationTokenSource();
        await stopped.CancelAsync();

        int exitCode = await Parse().InvokeAsync(cancellationToken: stopped.Token);

        Assert.Equal(130, exitCode);
        Assert.False(Directory.Exists(Output));
    }

    [Fact]
    public async Task A_wrong_value_exits_with_2() => Assert.Equal(2, await Parse("--epochs", "0").InvokeAsync(cancellationToken: Stop));

    [Fact]
    public async Task A_directory_without_data_exits_with_1() => Assert.Equal(1, await Parse().InvokeAsync(cancellationToken: Stop));

    [Theory]
    [InlineData("--dimension", "1", "--dimension: found 1, allowed are 2 to 1024.")]
    [InlineData("--window", "0", "--window: found 0, allowed are 1 to 1000.")]
    [InlineData("--negative-samples", "101", "--negative-samples: found 101, allowed are 1 to 100.")]
    [InlineData("--epochs", "-1", "--epochs: found -1, allowed are 1 to 10000.")]
    [InlineData("--learning-rate", "NaN", "--learning-rate: found NaN, allowed are 1E-06 to 10.")]
    [InlineData("--min-count", "0", "--min-count: found 0, allowed are 1 to 1000000.")]
    [InlineData("--subsampling", "1.5", "--subsampling: found 1.5, allowed are 0 to 1.")]
    [InlineData("--threads", "-1", "--threads: found -1, allowed are 0 to 1024.")]
    [InlineData("--seed", "-1", "--seed: found -1, allowed are 0 to 2147483647.")]
    public void A_value_out_of_range_is_refused_naming_option_found_and_allowed(string option, string value, string message)
    {
        UsageException error = Assert.Throws<UsageException>(() => Item2VecMethod.Instance.Options.Read(Parse(option, value)));

        Assert.Equal(message, error.Message);
    }

    [Fact]
    public void Without_options_the_defaults_hold() => Assert.Equal(new Item2VecOptions(), Item2VecMethod.Instance.Options.Read(Parse()));

    private ParseResult Parse(params string[] options) => _command.Parse(["--data", _directory, "--out", Output, .. options]);

    private IEnumerable<string?> FilesOf(string version) =>
        Directory.EnumerateFiles(Path.Combine(Output, "item2vec", version)).Select(Path.GetFileName).Order(StringComparer.Ordinal);

    private void WriteData()
    {
        File.WriteAllText(Path.Combine(_directory, "movies.csv"), "movieId,title,genres\n1,A (2001),Drama\n2,B (2002),Drama\n3,C (2003),Drama\n");
        string rows = string.Concat(Enumerable.Range(1, 5).Select(user => $"{user},1,4.0,10\n{user},2,4.5,20\n{user},3,5.0,30\n"));
        File.WriteAllText(Path.Combine(_directory, "ratings.csv"), "userId,movieId,rating,timestamp\n" + rows);
    }
}
