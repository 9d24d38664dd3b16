using SparrowRecSys.Embeddings;
using SparrowRecSys.Offline.Commands;
using SparrowRecSys.Offline.Indexes;

namespace SparrowRecSys.Offline.Tests.Commands;

public sealed class IndexCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Every_kind_is_measured_and_more_work_finds_more()
    {
        var data = IndexBenchData.Generate(count: 4000, dimension: 16, queries: 60, perCluster: 4000, spread: 1, seed: 3);
        var bench = new IndexBench(data, k: 10);

        IndexMeasurement exact = bench.MeasureExact();
        IndexMeasurement[] hnsw = [.. bench.MeasureHnsw(new HnswOptions { M = 4, EfConstruction = 40 }, [10, 200], 1, TestContext.Current.CancellationToken)];
        IndexMeasurement[] lsh = [.. bench.MeasureLsh(new LshOptions { Hashes = 4, Tables = 2 }, [1, 80], TestContext.Current.CancellationToken)];

        Assert.Equal(1, exact.Recall);
        Assert.InRange(hnsw[0].Recall, 0.2, hnsw[1].Recall - 0.01);
        Assert.InRange(lsh[0].Recall, 0.05, lsh[1].Recall - 0.01);
        Assert.All([exact, .. hnsw, .. lsh], row => Assert.InRange(row.P50, 0, row.P99));
        Assert.All([.. hnsw, .. lsh], row => Assert.True(row.IndexBytes > 4000 && row.BuildSeconds > 0));
    }

    [Fact]
    public void Drawn_vectors_are_the_same_again_with_the_same_seed()
    {
        float[] Draw(int seed) => IndexBenchData.Generate(100, 8, 10, 20, 0.6, seed).Queries;

        Assert.Equal(Draw(1), Draw(1));
        Assert.NotEqual(Draw(1), Draw(2));
    }

    [Fact]
    public void Queries_of_a_file_are_not_among_its_vectors()
    {
        string path = Path.Combine(_folder.Path, "vectors.txt");
        float[] values = [.. Enumerable.Range(1, 20).SelectMany(i => (float[])[MathF.Cos(i), MathF.Sin(i)])];
        using (FileStream stream = File.Create(path))
        {
            WordVectorFormat.Write(stream, new WordVectors([.. Enumerable.Range(0, 20).Select(i => $"w{i}")], values, 2));
        }

        IndexBenchData data = IndexBenchData.Load(path, queries: 5, seed: 1);

        float[][] all = [.. data.Queries.Chunk(2), .. Enumerable.Range(0, 15).Select(row => data.Table.Row(row).ToArray())];
        Assert.Equal(15, data.Table.Count);
        Assert.Equal(values.Chunk(2).Select(row => row[0]).Order(), all.Select(row => row[0]).Order(), (x, y) => Math.Abs(x - y) < 1e-6);
        Assert.Contains("found 20 vectors, expected at least 22", Assert.Throws<InvalidDataException>(() => IndexBenchData.Load(path, 11, 1)).Message);
    }

    [Theory]
    [InlineData("--kind tree")]
    [InlineData("--ef 16,x")]
    [InlineData("--probes 0")]
    [InlineData("--count 0")]
    [InlineData("--hashes 33")]
    public async Task Wrong_use_exits_with_2(string line) =>
        Assert.Equal(2, await CommandLine.RunAsync(SparrowCommand.Create(), ["index", "bench", .. line.Split(' ')]));

    [Fact]
    public async Task A_small_bench_runs()
    {
        Assert.Equal(0, await CommandLine.RunAsync(SparrowCommand.Create(), ["index", "bench", "--count", "300", "--dimension", "8", "--queries", "10", "--json"]));
        Assert.Equal(1, await CommandLine.RunAsync(SparrowCommand.Create(), ["index", "bench", "--vectors", Path.Combine(_folder.Path, "no.bin")]));
    }
}
