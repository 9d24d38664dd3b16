using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SparrowRecSys.Catalog;
using SparrowRecSys.Embeddings;
using SparrowRecSys.Retrieval;

namespace SparrowRecSys.Server.Tests.Hosting;

public sealed class SavedIndexLogTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("saved-index-log").FullName;

    public SavedIndexLogTests() => TinyData.Write(_folder);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("hnsw", "Using the saved index {0}")]
    [InlineData("exact", "Built an index anew: {0}: found hnsw with M 16 and efConstruction 200, the options ask for exact.")]
    public void The_server_says_whether_it_uses_a_saved_index(string kind, string expected)
    {
        string version = Publish();

        IReadOnlyList<string> log = Start(kind);

        Assert.All(
            [RetrievalFolder.IndexFile, RetrievalFolder.NeighborsFile],
            file => Assert.Contains(expected.Replace("{0}", Path.Combine(version, file), StringComparison.Ordinal), log));
    }

    private string Publish()
    {
        DataSet data = DataSetLoader.Load(_folder);
        var indexes = new ModelIndexes(new VectorIndexOptions { Kind = VectorIndexes.Hnsw });
        var learned = new LearnedEmbedding(EmbeddingFile.Load(Path.Combine(_folder, "embeddings", "item2vec.csv")));
        RetrievalModels.Create("tiny", learned, data, indexes);
        return RetrievalFolder.Save(Path.Combine(_folder, "retrieval"), learned, new RetrievalManifest
        {
            Name = "tiny",
            Kind = "",
            DataHash = data.Hash,
            RatingsAreSimulated = false,
            InteractionHalfStars = 7,
            Movies = 0,
            Files = new Dictionary<string, string>(),
            Options = [],
            Facts = [],
        }, indexes, TestContext.Current.CancellationToken);
    }

    /// <summary>What is logged while the models are loaded.</summary>
    private List<string> Start(string kind)
    {
        IConfiguration configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["Data:Directory"] = _folder,
                ["Retrieval:Directory"] = Path.Combine(_folder, "retrieval"),
                ["Embeddings:Directory"] = Path.Combine(_folder, "embeddings"),
                ["Index:Kind"] = kind,
            })
            .Build();
        using var messages = new Messages();
        using ServiceProvider services = new ServiceCollection()
            .AddSingleton(configuration)
            .AddLogging(logging => logging.AddProvider(messages))
            .AddRecommender()
            .BuildServiceProvider();
        Assert.Contains("tiny", services.GetRequiredService<RetrievalModelSet>().Names);
        return messages.All;
    }

    private sealed class Messages : ILoggerProvider, ILogger
    {
        public List<string> All { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            lock (All)
            {
                All.Add(formatter(state, exception));
            }
        }

        public void Dispose()
        {
        }
    }
}
