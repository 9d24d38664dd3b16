using System.Text.Json.Nodes;
using SparrowRecSys.Catalog;
using SparrowRecSys.Embeddings;
using SparrowRecSys.Retrieval;

namespace SparrowRecSys.Tests.Retrieval;

/// <summary>An index that is saved with the vectors it belongs to.</summary>
public sealed class SavedIndexTests : IDisposable
{
    private const int Wanted = 5; // so few of 40 that the graph is searched

    private static readonly VectorIndexOptions Hnsw = new() { Kind = VectorIndexes.Hnsw, HnswM = 8, EfConstruction = 40, EfSearch = 40 };

    private readonly string _directory = Directory.CreateTempSubdirectory("saved-index-").FullName;

    public static TheoryData<LearnedModel> Kinds =>
    [
        new LearnedEmbedding(Vectors(), CosineWeight: 3, PopularityWeight: 0.5),
        new LearnedFactors(Vectors(), null, new FoldInOptions(0.3, 0.007)),
        new LearnedFactors(Vectors(), [.. Enumerable.Range(0, PlantedData.MovieCount).Select(row => 0.01f * row)], new FoldInOptions(0, 0.1, MeanStars: 3.5)),
    ];

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_saved_index_is_used_and_finds_what_a_new_one_finds(LearnedModel learned)
    {
        RetrievalFolder folder = RetrievalFolder.Load(Save(learned, Hnsw));

        (IRetrievalModel loaded, ModelIndexes indexes) = Open(folder, Hnsw);

        Assert.Equal([Path.Combine(folder.Path, RetrievalFolder.IndexFile), Path.Combine(folder.Path, RetrievalFolder.NeighborsFile)], indexes.Loaded);
        Assert.Empty(indexes.Unused);
        Assert.Equal(new IndexBuild(8, 40), folder.Manifest.Index);
        Assert.Equal([RetrievalFolder.IndexFile, RetrievalFolder.NeighborsFile, RetrievalFolder.VectorsFile], folder.Manifest.Files.Keys.Order(StringComparer.Ordinal));
        IRetrievalModel built = RetrievalModels.Create("tiny", folder.Learned, PlantedData.Data, new VectorIndexOptions { Kind = VectorIndexes.Exact }, Wanted);
        Assert.Equal(BestOf(built), BestOf(loaded));
        Assert.Equal(SimilarTo(built), SimilarTo(loaded));
    }

    [Fact]
    public void Few_vectors_have_no_index_file()
    {
        RetrievalFolder folder = RetrievalFolder.Load(Save(AnyModel(), new VectorIndexOptions()));

        Assert.Null(folder.Manifest.Index);
        Assert.Equal([RetrievalFolder.VectorsFile], folder.Manifest.Files.Keys);
        Assert.DoesNotContain("index", File.ReadAllText(Path.Combine(folder.Path, RetrievalFolder.ManifestFile)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(RetrievalFolder.IndexFile)]
    [InlineData(RetrievalFolder.NeighborsFile)]
    public void A_version_with_a_damaged_index_is_refused_and_the_one_before_it_is_found(string file)
    {
        Save(AnyModel(), Hnsw);
        string damaged = Path.Combine(Save(AnyModel(), Hnsw), file);
        byte[] bytes = File.ReadAllBytes(damaged);
        bytes[^100] ^= 1;
        File.WriteAllBytes(damaged, bytes);

        RetrievalSearch search = RetrievalFolder.FindNewest(_directory, "tiny");

        Assert.Equal(1, search.Folder?.Version);
        string reason = Assert.Single(search.Refused).Reason;
        Assert.StartsWith($"{damaged}: found SHA-256 ", reason, StringComparison.Ordinal);
        Assert.EndsWith("the file is damaged or of another version.", reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_version_whose_index_is_missing_is_refused()
    {
        string missing = Path.Combine(Save(AnyModel(), Hnsw), RetrievalFolder.IndexFile);
        File.Delete(missing);

        Assert.StartsWith(
            $"{missing}: there is no such file", Assert.Single(RetrievalFolder.FindNewest(_directory, "tiny").Refused).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void With_another_catalog_the_index_is_built_anew()
    {
        RetrievalFolder folder = RetrievalFolder.Load(Save(AnyModel(), Hnsw));
        DataSet others = PlantedData.NewData(new MovieCatalog(Enumerable.Range(1, PlantedData.MovieCount - 1).Select(row => PlantedData.Movies[row]).Append(PlantedData.NewMovie(9999, ["Drama"]))), []);
        var indexes = new ModelIndexes(Hnsw, folder);

        IRetrievalModel model = RetrievalModels.Create("tiny", folder.Learned, others, indexes, Wanted);

        Assert.Empty(indexes.Loaded);
        Assert.Equal(2, indexes.Unused.Count);
        Assert.All(indexes.Unused, reason => Assert.Contains("it belongs to other vectors", reason, StringComparison.Ordinal));
        Assert.Equal(SimilarTo(RetrievalModels.Create("tiny", folder.Learned, others, new VectorIndexOptions { Kind = VectorIndexes.Exact }, Wanted)), SimilarTo(model));
    }

    [Theory]
    [InlineData("exact", 8, 40, "found hnsw with M 8 and efConstruction 40, the options ask for exact.")]
    [InlineData("auto", 8, 40, "the options ask for exact.")]
    [InlineData("hnsw", 9, 40, "the options ask for hnsw with M 9 and efConstruction 40.")]
    [InlineData("hnsw", 8, 50, "the options ask for hnsw with M 8 and efConstruction 50.")]
    public void With_other_options_the_index_is_built_anew(string kind, int m, int efConstruction, string message)
    {
        RetrievalFolder folder = RetrievalFolder.Load(Save(AnyModel(), Hnsw));

        (IRetrievalModel model, ModelIndexes indexes) = Open(folder, new VectorIndexOptions { Kind = kind, HnswM = m, EfConstruction = efConstruction });

        Assert.Empty(indexes.Loaded);
        Assert.Equal(2, indexes.Unused.Count);
        Assert.StartsWith(Path.Combine(folder.Path, RetrievalFolder.IndexFile), indexes.Unused[0], StringComparison.Ordinal);
        Assert.EndsWith(message, indexes.Unused[0], StringComparison.Ordinal);
        Assert.NotEmpty(BestOf(model));
    }

    [Fact]
    public void A_search_may_keep_another_number_of_vectors_than_when_the_index_was_saved()
    {
        RetrievalFolder folder = RetrievalFolder.Load(Save(AnyModel(), Hnsw));

        (_, ModelIndexes indexes) = Open(folder, new VectorIndexOptions { Kind = VectorIndexes.Hnsw, HnswM = 8, EfConstruction = 40, EfSearch = 33 });

        Assert.Equal(2, indexes.Loaded.Count);
    }

    private static LearnedEmbedding AnyModel() => new(Vectors());

    private static EmbeddingRows Vectors()
    {
        var random = new Random(4);
        return new EmbeddingRows(
            [.. Enumerable.Range(0, PlantedData.MovieCount).Select(row => PlantedData.Movies[row].MovieId)], [.. Enumerable.Range(0, PlantedData.MovieCount * 4).Select(_ => random.NextSingle() - 0.5f)], 4);
    }

    private static (IRetrievalModel Model, ModelIndexes Indexes) Open(RetrievalFolder folder, VectorIndexOptions options)
    {
        var indexes = new ModelIndexes(options, folder);
        return (RetrievalModels.Create("tiny", folder.Learned, PlantedData.Data, indexes, Wanted), indexes);
    }

    private static int[] BestOf(IRetrievalModel model)
    {
        var best = new Candidate[Wanted];
        return [.. best[..model.Retrieve(new UserHistory(0, [0, 1], [9, 8]), best)].Select(candidate => candidate.MovieRow)];
    }

    private static int[] SimilarTo(IRetrievalModel model)
    {
        var similar = new Candidate[Wanted];
        return [.. similar[..model.FindSimilar(3, similar)].Select(candidate => candidate.MovieRow)];
    }

    private string Save(LearnedModel learned, VectorIndexOptions options)
    {
        var indexes = new ModelIndexes(options);
        RetrievalModels.Create("tiny", learned, PlantedData.Data, indexes);
        var manifest = new RetrievalManifest
        {
            Name = "tiny",
            Kind = "",
            DataHash = "0123456789abcdef",
            RatingsAreSimulated = true,
            InteractionHalfStars = 7,
            Movies = 0,
            Files = new Dictionary<string, string>(),
            Options = new JsonObject(),
            Facts = [],
        };
        return RetrievalFolder.Save(_directory, learned, manifest, indexes, TestContext.Current.CancellationToken);
    }
}
