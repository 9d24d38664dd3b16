using SparrowRecSys.Embeddings;

namespace SparrowRecSys.Tests.Embeddings;

public sealed class LshIndexTests : VectorIndexContract
{
    private const int Dimension = 16;

    private static readonly EmbeddingTable Table = new([.. Enumerable.Range(1, 3000)], PlantedVectors.Create(3000, Dimension), Dimension);
    private static readonly float[] Queries = PlantedVectors.Create(40, Dimension, seed: 3);

    protected override IVectorIndex Create(EmbeddingTable table) => LshIndex.Build(table, new LshOptions { Hashes = 6, Probes = 64 });

    [Fact]
    public void More_tables_and_more_probes_find_more()
    {
        double few = Recall(new LshOptions { Tables = 1, Hashes = 12, Probes = 1 });
        double moreTables = Recall(new LshOptions { Tables = 8, Hashes = 12, Probes = 1 });
        double moreProbes = Recall(new LshOptions { Tables = 1, Hashes = 12, Probes = 40 });

        Assert.True(few + 0.1 < moreTables, $"{few} and {moreTables}");
        Assert.True(few + 0.1 < moreProbes, $"{few} and {moreProbes}");
    }

    [Fact]
    public void The_width_follows_the_distances_between_neighbours()
    {
        var near = new EmbeddingTable([.. Enumerable.Range(1, 3000)], PlantedVectors.Create(3000, Dimension, spread: 0.1f), Dimension);

        double far = LshIndex.Build(Table, new LshOptions()).BucketWidth;

        Assert.InRange(LshIndex.Build(near, new LshOptions()).BucketWidth, 0.01 * far, 0.5 * far);
        Assert.Equal(0.25, LshIndex.Build(Table, new LshOptions { BucketWidth = 0.25 }).BucketWidth);
    }

    [Fact]
    public void When_buckets_are_empty_all_vectors_are_compared()
    {
        var index = LshIndex.Build(Table, new LshOptions { Tables = 1, Hashes = 32, BucketWidth = 1e-3, Probes = 1 });

        Assert.Equal(1, PlantedVectors.Recall(index, Table, Queries, 10));
    }

    [Fact]
    public void The_same_options_find_the_same_again()
    {
        Candidate[] Find()
        {
            var nearest = new Candidate[10];
            return nearest[..LshIndex.Build(Table, new LshOptions { Probes = 4 }).FindNearest(Queries.AsSpan(0, Dimension), nearest)];
        }

        Assert.Equal(Find(), Find());
    }

    [Theory]
    [InlineData(0, 8, 1)]
    [InlineData(8, 0, 1)]
    [InlineData(8, 33, 1)]
    [InlineData(8, 8, 0)]
    public void Options_out_of_range_are_refused(int tables, int hashes, int probes) => Assert.Throws<ArgumentOutOfRangeException>(
        () => LshIndex.Build(Table, new LshOptions { Tables = tables, Hashes = hashes, Probes = probes }));

    /// <summary>Over vectors without clusters, of the nearest two: buckets that hold fewer would have all vectors compared.</summary>
    private static double Recall(LshOptions options)
    {
        var table = new EmbeddingTable([.. Enumerable.Range(1, 3000)], PlantedVectors.Create(3000, Dimension, spread: 10), Dimension);
        return PlantedVectors.Recall(LshIndex.Build(table, options), table, PlantedVectors.Create(60, Dimension, seed: 3, spread: 10), 2);
    }
}
