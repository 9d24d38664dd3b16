using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using SparrowRecSys.Ranking;
using SparrowRecSys.Server.Hosting;

namespace SparrowRecSys.Server.Tests.Hosting;

/// <summary>The tiny server over a models folder of its own, into which versions of the committed model are put as training does it.</summary>
internal sealed class ModelServer : IAsyncDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private readonly TinyServer _tiny = new();
    private readonly Lazy<WebApplicationFactory<Program>> _host;

    public ModelServer(params (string Key, string Value)[] settings)
    {
        _host = new Lazy<WebApplicationFactory<Program>>(() => _tiny.WithWebHostBuilder(builder =>
        {
            builder.UseSetting("Models:Directory", Models);
            builder.UseSetting("Models:PollSeconds", "0");
            builder.UseSetting("Api:Key", "secret");
            foreach ((string key, string value) in settings)
            {
                builder.UseSetting(key, value);
            }
        }));
    }

    public string Models { get; } = Directory.CreateTempSubdirectory("models").FullName;

    public LiveRankers Live => _host.Value.Services.GetRequiredService<LiveRankers>();

    public ModelReloader Reloader => _host.Value.Services.GetRequiredService<ModelReloader>();

    public HttpClient CreateClient() => _host.Value.CreateClient();

    public static async Task Eventually(Func<Task<bool>> isSo)
    {
        long started = Environment.TickCount64;
        while (!await isSo())
        {
            Assert.True(Environment.TickCount64 - started < Limit.TotalMilliseconds, "It did not come about in time.");
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Puts a version into the folder by one move.</summary>
    public string Publish(int version, string name = "neuralcf", Action<string>? spoil = null)
    {
        string source = Committed();
        string folder = Path.Combine(Models, $".{name}.{version}.tmp");
        string target = Path.Combine(Models, name, version.ToString(CultureInfo.InvariantCulture));
        Directory.CreateDirectory(folder);
        foreach (string file in Directory.EnumerateFiles(source))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        }

        string schema = Path.Combine(folder, ModelFolder.SchemaFile);
        var json = (JsonObject)JsonNode.Parse(File.ReadAllText(schema))!;
        (json["version"], json["name"]) = (version, name);
        File.WriteAllText(schema, json.ToJsonString());
        spoil?.Invoke(folder);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        Directory.Move(folder, target);
        return target;
    }

    public void Pin(int version, string name = "neuralcf") => File.WriteAllText(ModelVersions.PinPath(Models, name), $$"""{"version":{{version}}}""");

    public Task<LoadedRankers> Reload() => Reloader.ReloadAsync(isForced: false, TestContext.Current.CancellationToken);

    /// <summary>The version of a model that /models names; empty when it names none.</summary>
    public async Task<string> VersionOf(string name = "neuralcf")
    {
        JsonElement models = await Get("/api/v1/models");
        JsonElement ranker = models.GetProperty("rankers").EnumerateArray().FirstOrDefault(ranker => ranker.GetProperty("name").GetString() == name);
        return ranker.ValueKind == JsonValueKind.Undefined ? "" : ranker.GetProperty("version").GetString() ?? "";
    }

    public async Task<JsonElement> Get(string path)
    {
        await using Stream body = await CreateClient().GetStreamAsync(TinyServer.Url(path), TestContext.Current.CancellationToken);
        return (await JsonDocument.ParseAsync(body, cancellationToken: TestContext.Current.CancellationToken)).RootElement;
    }

    public Task<string> GetText(string path) => CreateClient().GetStringAsync(TinyServer.Url(path), TestContext.Current.CancellationToken);

    public async Task<int> StatusOf(string path)
    {
        using HttpResponseMessage response = await CreateClient().GetAsync(TinyServer.Url(path), TestContext.Current.CancellationToken);
        return (int)response.StatusCode;
    }

    public async ValueTask DisposeAsync()
    {
        await _tiny.DisposeAsync();
        Directory.Delete(Models, recursive: true);
    }

    private static string Committed([CallerFilePath] string file = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", "..", "..", "data", "models", "neuralcf", "1"));
}
