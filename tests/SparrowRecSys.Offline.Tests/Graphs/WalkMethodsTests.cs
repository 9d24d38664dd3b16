using System.Numerics.Tensors;
using SparrowRecSys.Catalog;
using SparrowRecSys.Embeddings;
using SparrowRecSys.Offline.Commands;
using SparrowRecSys.Offline.Graphs;
using SparrowRecSys.Offline.Item2Vec;
using SparrowRecSys.Offline.RetrievalMethods;
using SparrowRecSys.Offline.Tests.Item2Vec;
using SparrowRecSys.Retrieval;

namespace SparrowRecSys.Offline.Tests.Graphs;

public sealed class WalkMethodsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string Edges => Path.Combine(_folder.Path, "graph.edges");

    private string Vectors => Path.Combine(_folder.Path, "vectors.txt");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Movies_that_follow_one_another_have_edges_that_count_how_often()
    {
        DataSet data = SmallData.Of(3, [(1, 0, 8), (1, 1, 8), (1, 2, 8), (2, 1, 8), (2, 0, 8)]);
        var sequences = InteractionSequences.From(data.Ratings, minCount: 1);

        Graph near = MovieGraph.From(sequences, reach: 1, isDirected: false);
        Graph far = MovieGraph.From(sequences, reach: 2, isDirected: true);

        Assert.Equal([2f, 1f], near.WeightsOf(1));
        Assert.Equal([1, 2], far.TargetsOf(0));
        Assert.Equal([0, 2], far.TargetsOf(1));
        Assert.Equal(0, far.DegreeOf(2));
    }

    [Theory]
    [InlineData("deepwalk")]
    [InlineData("node2vec")]
    public void The_nearest_movie_is_of_the_same_planted_group(string name)
    {
        const int Groups = 4;
        RetrievalMethod method = AllRetrievalMethods.Get(name);
        object options = method.Options.FromJson(new() { ["dimension"] = 16, ["window"] = 3, ["epochs"] = 3, ["walksPerNode"] = 10, ["walkLength"] = 30, ["learningRate"] = 0.05 });

        LearnedOutput output = method.Learn(TinyData.Groups(Groups, moviesOfGroup: 12, users: 200), options, new LearningContext(Cancellation: Stop));

        EmbeddingRows movies = Assert.IsType<LearnedEmbedding>(output.Model).Movies;
        Assert.Equal(48, movies.Count);
        Assert.All(Enumerable.Range(0, 48), row => Assert.Equal(row % Groups, NearestOf(movies.Values, 16, row) % Groups));
    }

    [Theory]
    [InlineData("deepwalk")]
    [InlineData("node2vec --p 0.5 --q 2")]
    public async Task Vectors_of_a_planted_partition_tell_the_blocks(string method)
    {
        const int Blocks = 5;
        Graph graph = SmallGraph.PlantedPartition(150, Blocks, edgesWithin: 10, edgesAcross: 2, seed: 1);
        File.WriteAllLines(Edges, from node in Enumerable.Range(0, 150) from target in graph.TargetsOf(node).ToArray() where node < target select $"n{node} n{target}");

        int exitCode = await Run($"{method} --edges {Edges} --out {Vectors} --dimension 16 --walks-per-node 10 --walk-length 20 --window 5 --learning-rate 0.05 --epochs 2");

        WordVectors vectors = WordVectorFormat.Read(Vectors);
        int[] blocks = [.. vectors.Words.Select(name => int.Parse(name[1..], null) % Blocks)];
        int right = Enumerable.Range(0, vectors.Count).Count(row => blocks[NearestOf(vectors.Values, 16, row)] == blocks[row]);
        Assert.Equal(0, exitCode);
        Assert.InRange(right, 0.85 * vectors.Count, vectors.Count);
    }

    [Fact]
    public async Task The_same_seed_writes_the_same_file_and_the_dimension_of_edges_is_128()
    {
        await File.WriteAllTextAsync(Edges, "a b 1\nb c 2\nc d 1\n", Stop);

        await Run($"node2vec --edges {Edges} --weighted --out {Vectors} --seed 4");
        string once = await File.ReadAllTextAsync(Vectors, Stop);
        await Run($"node2vec --edges {Edges} --weighted --out {Vectors} --seed 4");
        string again = await File.ReadAllTextAsync(Vectors, Stop);
        await Run($"node2vec --edges {Edges} --weighted --out {Vectors} --seed 5");

        Assert.StartsWith("4 128\n", once, StringComparison.Ordinal);
        Assert.Equal(once, again);
        Assert.NotEqual(once, await File.ReadAllTextAsync(Vectors, Stop));
    }

    [Theory]
    [InlineData("deepwalk --weighted")]
    [InlineData("deepwalk --edges x --data data --out y")]
    [InlineData("deepwalk --edges x")]
    [InlineData("node2vec --edges x --out y --p 0")]
    public async Task Wrong_use_exits_with_2(string line) => Assert.Equal(2, await Run(line));

    [Theory]
    [InlineData("--p 0")]
    [InlineData("--q 1,x")]
    [InlineData("--length 1")]
    [InlineData("--walks 0")]
    [InlineData("--weighted")]
    public async Task Wrong_use_of_walks_exits_with_2(string options) =>
        Assert.Equal(2, await SparrowCommand.Create().Parse($"walks stats {options}").InvokeAsync(cancellationToken: Stop));

    [Fact]
    public async Task A_file_without_an_edge_exits_with_1()
    {
        await File.WriteAllTextAsync(Edges, "# none", Stop);

        Assert.Equal(1, await SparrowCommand.Create().Parse($"walks stats --edges {Edges}").InvokeAsync(cancellationToken: Stop));
    }

    private static Task<int> Run(string line) => SparrowCommand.Create().Parse("embed " + line).InvokeAsync(cancellationToken: Stop);

    private static int NearestOf(ReadOnlySpan<float> values, int dimension, int row)
    {
        float[] all = values.ToArray();
        return Enumerable.Range(0, all.Length / dimension).Where(other => other != row).MaxBy(other => TensorPrimitives.CosineSimilarity<float>(
            all.AsSpan(row * dimension, dimension), all.AsSpan(other * dimension, dimension)));
    }
}
