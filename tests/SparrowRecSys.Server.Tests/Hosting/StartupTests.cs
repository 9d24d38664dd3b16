using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SparrowRecSys.Catalog;
using SparrowRecSys.Ranking;
using SparrowRecSys.Retrieval;
using SparrowRecSys.Server.Hosting;

namespace SparrowRecSys.Server.Tests.Hosting;

public sealed class StartupTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("startup").FullName;

    public StartupTests() => TinyData.Write(_folder);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_missing_data_folder_is_refused_with_its_full_path()
    {
        var error = Assert.Throws<InvalidDataException>(() => Get<DataSet>(("Data:Directory", Path.Combine(_folder, "nowhere"))));

        Assert.Contains(Path.Combine(_folder, "nowhere"), error.Message, StringComparison.Ordinal);
        Assert.True(StartupErrors.IsExpected(error));
    }

    [Fact]
    public void Too_many_bad_rows_are_refused_naming_file_line_found_and_expected()
    {
        File.AppendAllText(Path.Combine(_folder, "ratings.csv"), "4,9,eleven,5000\n");

        var error = Assert.Throws<InvalidDataException>(() => Get<DataSet>(("Data:Directory", _folder)));

        Assert.Contains("1 of 14 rows", error.Message, StringComparison.Ordinal);
        Assert.Contains(Path.Combine(_folder, "ratings.csv"), error.Message, StringComparison.Ordinal);
        Assert.Contains("line 15", error.Message, StringComparison.Ordinal);
        Assert.Contains("eleven", error.Message, StringComparison.Ordinal);
        Assert.Contains("Data:MaxBadRowShare", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_larger_share_may_be_allowed()
    {
        File.AppendAllText(Path.Combine(_folder, "ratings.csv"), "4,9,eleven,5000\n");

        Assert.Equal(13, Get<DataSet>(("Data:Directory", _folder), ("Data:MaxBadRowShare", "0.1")).Ratings.Count);
    }

    [Fact]
    public void A_ranker_that_is_not_loaded_cannot_be_the_default()
    {
        var error = Assert.Throws<ArgumentException>(() => Get<LiveRankers>(
            ("Data:Directory", _folder), ("Models:Directory", _folder), ("Ranking:Default", "deepfm")));

        Assert.Contains("'deepfm'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_shadow_ranker_that_is_not_loaded_is_refused()
    {
        var error = Assert.Throws<ArgumentException>(() => Get<LiveRankers>(
            ("Data:Directory", _folder), ("Models:Directory", _folder), ("Ranking:Shadow:Ranker", "deepfm")));

        Assert.Contains("Ranking:Shadow:Ranker is 'deepfm', but the loaded rankers are emb, popular", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Models:Directory")]
    [InlineData("Embeddings:Directory")]
    public void A_folder_that_was_named_must_exist(string key)
    {
        string missing = Path.Combine(_folder, "nowhere");

        var error = Assert.Throws<InvalidDataException>(() => Get<LiveRankers>(("Data:Directory", _folder), (key, missing)));

        Assert.Contains(missing, error.Message, StringComparison.Ordinal);
        Assert.Contains(key, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_embeddings_folder_is_the_one_beside_the_models_folder()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "models"));

        RetrievalModelSet models = Get<RetrievalModelSet>(("Data:Directory", _folder), ("Models:Directory", Path.Combine(_folder, "models")));

        Assert.Equal(["item2vec"], models.Names);
        Assert.Equal(11, models.Primary?.Neighbors.Table.PresentCount);
    }

    [Fact]
    public void A_broken_embedding_file_is_refused_and_the_others_serve()
    {
        File.WriteAllText(Path.Combine(_folder, "embeddings", "als.csv"), "1:0.5 zero\n");

        RetrievalModelSet models = Get<RetrievalModelSet>(("Data:Directory", _folder), ("Embeddings:Directory", Path.Combine(_folder, "embeddings")));

        Assert.Equal(["item2vec"], models.Names);
    }

    [Fact]
    public void Vectors_learned_from_other_data_are_refused_unless_their_folder_was_named()
    {
        File.WriteAllText(Path.Combine(_folder, "embeddings", "item2vec.json"), """{"dataHash":"feedfeedfeedfeed"}""");
        Directory.CreateDirectory(Path.Combine(_folder, "models"));
        (string, string) data = ("Data:Directory", _folder);

        Assert.Empty(Get<RetrievalModelSet>(data, ("Models:Directory", Path.Combine(_folder, "models"))).Names);
        Assert.Single(Get<RetrievalModelSet>(data, ("Embeddings:Directory", Path.Combine(_folder, "embeddings"))).Names);
    }

    [Fact]
    public void A_relative_folder_is_relative_to_the_current_directory()
    {
        string relative = Path.GetRelativePath(Directory.GetCurrentDirectory(), _folder);

        Assert.Equal(_folder, Get<ServerFolders>(("Data:Directory", relative)).Data);
    }

    [Fact]
    public void The_home_is_the_first_folder_upwards_with_a_site_and_data()
    {
        string bin = Path.Combine(_folder, "artifacts", "bin");
        Directory.CreateDirectory(bin);
        Assert.NotEqual(_folder, ServerFolders.FindHome(bin));

        Directory.CreateDirectory(Path.Combine(_folder, "wwwroot"));
        Directory.CreateDirectory(Path.Combine(_folder, "data"));

        Assert.Equal(_folder, ServerFolders.FindHome(bin));
    }

    [Theory]
    [InlineData("", null, false, "http://*:6010")]
    [InlineData("", null, true, "http://localhost:6010")]
    [InlineData("", "7000", true, "http://localhost:7000")]
    [InlineData("--urls=http://localhost:1234", "7000", true, "http://localhost:1234")]
    public void The_server_listens_on(string arguments, string? port, bool isDevelopment, string expected) =>
        Assert.Equal(expected, ListenAddress.Choose(arguments.Split(' '), port, new ConfigurationBuilder().Build(), isDevelopment));

    [Fact]
    public void Addresses_of_the_framework_are_left_to_it_unless_a_port_is_named()
    {
        IConfiguration configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([KeyValuePair.Create("urls", (string?)"http://localhost:6010")]).Build();

        Assert.Null(ListenAddress.Choose([], null, configuration, isDevelopment: true));
        Assert.Equal("http://localhost:7000", ListenAddress.Choose([], "7000", configuration, isDevelopment: true));
    }

    [Theory]
    [InlineData("http")]
    [InlineData("-1")]
    [InlineData("65536")]
    public void A_port_that_is_none_is_refused(string port)
    {
        var error = Assert.Throws<InvalidDataException>(() => ListenAddress.Choose([], port, new ConfigurationBuilder().Build(), true));

        Assert.Contains($"PORT is '{port}'", error.Message, StringComparison.Ordinal);
    }

    private static T Get<T>(params (string Key, string Value)[] settings)
        where T : class
    {
        IConfiguration configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(x => KeyValuePair.Create(x.Key, (string?)x.Value)))
            .Build();
        using ServiceProvider services = new ServiceCollection()
            .AddSingleton(configuration)
            .AddLogging()
            .AddRecommender()
            .BuildServiceProvider();
        return services.GetRequiredService<T>();
    }
}
