using System.CommandLine;
using System.Numerics.Tensors;
using SparrowRecSys.Embeddings;
using SparrowRecSys.Offline.Commands;
using SparrowRecSys.Offline.Item2Vec;

namespace SparrowRecSys.Offline.Tests.Commands;

public sealed class FileLearningTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string Tokens => Path.Combine(_folder.Path, "tokens.txt");

    private string Vectors => Path.Combine(_folder.Path, "out", "vectors.txt");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Tokens_of_the_same_sequences_get_vectors_that_are_alike()
    {
        WriteTwoKinds();

        int exitCode = await Run("--sequences", Tokens, "--out", Vectors, "--dimension", "12", "--epochs", "5", "--subsampling", "0", "--window", "4");

        WordVectors vectors = WordVectorFormat.Read(Vectors);
        int near = Nearest(vectors, Array.IndexOf(vectors.Words, "left0"));
        Assert.Equal(0, exitCode);
        Assert.Equal((20, 12), (vectors.Count, vectors.Dimension));
        Assert.StartsWith("left", vectors.Words[near], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_seed_writes_the_same_file()
    {
        WriteTwoKinds();

        await Run("--sequences", Tokens, "--out", Vectors, "--epochs", "2", "--seed", "3");
        string once = await File.ReadAllTextAsync(Vectors, Stop);
        await Run("--sequences", Tokens, "--out", Vectors, "--epochs", "2", "--seed", "3");

        Assert.Equal(once, await File.ReadAllTextAsync(Vectors, Stop));
    }

    [Theory]
    [InlineData("--data data --sequences x --out y")]
    [InlineData("--sequences x")]
    [InlineData("--sequences x --out .")]
    public async Task Wrong_use_exits_with_2(string line) => Assert.Equal(2, await Run(line.Split(' ')));

    [Theory]
    [InlineData("--data")]
    [InlineData("--index")]
    [InlineData("--min-rating")]
    public void A_file_and_ratings_exclude_one_another(string option)
    {
        ParseResult parsed = SparrowCommand.Create().Parse(["embed", "item2vec", option, "3", "--sequences", "x"]);
        Option[] ofRatings = [parsed.CommandResult.Command.Options.Single(other => other.Name == option)];

        UsageException error = Assert.Throws<UsageException>(() => FileLearning.IsAsked(Item2VecMethod.Instance.Source!.File, [], parsed, ofRatings));

        Assert.Equal($"{option} and --sequences exclude one another: found both, expected ratings or a file.", error.Message);
    }

    [Fact]
    public async Task A_file_that_is_not_there_exits_with_1_and_leaves_nothing()
    {
        Assert.Equal(1, await Run("--sequences", Tokens, "--out", Vectors));
        Assert.False(File.Exists(Vectors));
    }

    private static Task<int> Run(params string[] options) => SparrowCommand.Create().Parse(["embed", "item2vec", .. options]).InvokeAsync(cancellationToken: Stop);

    private static int Nearest(WordVectors vectors, int row) => Enumerable.Range(0, vectors.Count)
        .Where(other => other != row)
        .MaxBy(other => TensorPrimitives.CosineSimilarity(vectors.Row(row), vectors.Row(other)));

    private void WriteTwoKinds()
    {
        var random = new Random(1);
        File.WriteAllLines(Tokens, Enumerable.Range(0, 300).Select(line =>
            string.Join(' ', Enumerable.Range(0, 8).Select(_ => $"{(line % 2 == 0 ? "left" : "right")}{random.Next(10)}"))));
    }
}
