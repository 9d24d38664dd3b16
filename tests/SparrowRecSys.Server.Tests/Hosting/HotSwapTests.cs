using System.Text.Json;
using SparrowRecSys.Ranking;
using SparrowRecSys.Server.Hosting;

namespace SparrowRecSys.Server.Tests.Hosting;

/// <summary>Models come and go while the server answers.</summary>
public sealed class HotSwapTests
{
    private const string Ranked = "/api/v1/recommendations?userId=1&size=3&ranker=neuralcf";

    [Fact]
    public async Task Ten_swaps_under_load_fail_no_request_and_leave_no_session_open()
    {
        await using var server = new ModelServer();
        server.Publish(1);
        Assert.Equal("1", await server.VersionOf());
        int open = server.Live.HeldCount;
        using var stop = new CancellationTokenSource();
        string[] paths = [Ranked, "/getrecforyou?id=2&size=5&model=neuralcf", "/api/v1/movies/9?userId=1", "/api/v1/recommendations?userId=3&trace=true"];
        Task<Dictionary<string, int>>[] visitors = [.. paths.Select(path => Task.Run(() => Visit(server, path, stop.Token)))];

        for (int version = 2; version <= 11; version++)
        {
            server.Publish(version);
            await server.Reload();
            Assert.Equal($"{version}", await server.VersionOf());
        }

        await stop.CancelAsync();
        Dictionary<string, int>[] answers = await Task.WhenAll(visitors);
        Assert.All(answers, answer => Assert.Equal("200", Assert.Single(answer).Key));
        await ModelServer.Eventually(() => Task.FromResult(server.Live.HeldCount == open));
        Assert.Equal(1, open);
        Assert.Matches("""(?m)^sparrow_model_swaps_total\{.*model="neuralcf".*\} 10$""", await server.GetText("/metrics"));
    }

    [Fact]
    public async Task A_broken_version_is_refused_with_the_reason_and_the_one_before_it_goes_on()
    {
        await using var server = new ModelServer();
        server.Publish(1);
        Assert.Equal("1", await server.VersionOf());
        OnnxRanker before = Assert.Single(server.Reloader.Current.Models).Ranker;

        string broken = server.Publish(2, spoil: folder => File.AppendAllText(Path.Combine(folder, "model.onnx"), "x"));
        await server.Reload();

        Assert.Equal("1", await server.VersionOf());
        Assert.Same(before, Assert.Single(server.Reloader.Current.Models).Ranker);
        JsonElement refused = Assert.Single((await server.Get("/api/v1/models")).GetProperty("refused").EnumerateArray());
        Assert.Equal(("neuralcf", "2", broken), (Text(refused, "name"), Text(refused, "version"), Text(refused, "path")));
        Assert.Contains("found SHA-256 of model.onnx", Text(refused, "reason"), StringComparison.Ordinal);
        Assert.Equal("neuralcf", (await server.Get(Ranked)).GetProperty("ranker").GetString());
        Assert.Matches("""(?m)^sparrow_model_refusals_total\{.*model="neuralcf".*\} 1$""", await server.GetText("/metrics"));
    }

    [Fact]
    public async Task A_version_that_was_refused_is_not_read_again_until_it_changes()
    {
        await using var server = new ModelServer();
        server.Publish(1);
        string broken = server.Publish(2, spoil: folder => File.Delete(Path.Combine(folder, "metrics.json")));
        RefusedVersion first = Assert.Single(server.Reloader.Current.Refused);

        Assert.Same(first, Assert.Single((await server.Reload()).Refused));
        File.Copy(Path.Combine(server.Models, "neuralcf", "1", "metrics.json"), Path.Combine(broken, "metrics.json"));

        Assert.Empty((await server.Reload()).Refused);
        Assert.Equal("2", await server.VersionOf());
    }

    [Fact]
    public async Task A_pin_rolls_back_and_without_it_the_newest_serves_again()
    {
        await using var server = new ModelServer();
        server.Publish(1);
        server.Publish(2);
        Assert.Equal("2", await server.VersionOf());

        server.Pin(1);
        await server.Reload();
        Assert.Equal("1", await server.VersionOf());
        Assert.True((await server.Get("/api/v1/models")).GetProperty("rankers")[0].GetProperty("isPinned").GetBoolean());
        server.Publish(3);
        await server.Reload();
        Assert.Equal("1", await server.VersionOf());

        File.Delete(ModelVersions.PinPath(server.Models, "neuralcf"));
        await server.Reload();
        Assert.Equal("3", await server.VersionOf());
    }

    [Theory]
    [InlineData("{\"version\":9}", "found version 9, expected one of those that are there: 1, 2, 3")]
    [InlineData("version 1", "found 'version 1', expected {\"version\":N}")]
    public async Task A_pin_that_cannot_be_followed_leaves_what_serves_rather_than_what_was_rolled_back_from(string pin, string reason)
    {
        await using var server = new ModelServer();
        server.Publish(1);
        server.Publish(2);
        server.Publish(3);
        server.Pin(2);
        Assert.Equal("2", await server.VersionOf());

        await File.WriteAllTextAsync(ModelVersions.PinPath(server.Models, "neuralcf"), pin, TestContext.Current.CancellationToken);
        await server.Reload();

        Assert.Equal("2", await server.VersionOf());
        Assert.Contains(reason, Assert.Single(server.Reloader.Current.Refused).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Removing_a_version_brings_the_one_before_it_and_removing_the_last_takes_the_ranker_away()
    {
        await using var server = new ModelServer(("Ranking:Default", "neuralcf"));
        server.Publish(1);
        string second = server.Publish(2);
        Assert.Equal("2", await server.VersionOf());

        Directory.Delete(second, recursive: true);
        await server.Reload();
        Assert.Equal("1", await server.VersionOf());

        Directory.Delete(Path.Combine(server.Models, "neuralcf"), recursive: true);
        await server.Reload();
        Assert.Equal("", await server.VersionOf());
        Assert.Equal(400, await server.StatusOf(Ranked));
        Assert.Equal("emb", (await server.Get("/api/v1/recommendations?userId=1&size=3")).GetProperty("ranker").GetString());
        await ModelServer.Eventually(() => Task.FromResult(server.Live.HeldCount == 0));

        server.Publish(7);
        await server.Reload();
        Assert.Equal("neuralcf", (await server.Get("/api/v1/recommendations?userId=1&size=3")).GetProperty("ranker").GetString());
    }

    [Fact]
    public async Task A_models_folder_that_is_away_as_a_whole_takes_no_model_with_it()
    {
        await using var server = new ModelServer();
        server.Publish(1);
        Assert.Equal("1", await server.VersionOf());

        Directory.Move(server.Models, server.Models + "-away");
        await server.Reload();
        Assert.Equal("1", await server.VersionOf());

        Directory.Move(server.Models + "-away", server.Models);
        await server.Reload();
        Assert.Equal("1", await server.VersionOf());
    }

    [Fact]
    public async Task Several_models_serve_side_by_side_and_only_the_one_that_changed_is_loaded_again()
    {
        await using var server = new ModelServer();
        server.Publish(1);
        server.Publish(1, "widendeep");
        OnnxRanker kept = server.Reloader.Current.Models[0].Ranker;

        server.Publish(2, "widendeep");
        await server.Reload();

        Assert.Equal(["neuralcf 1", "widendeep 2"], server.Reloader.Current.Models.Select(model => $"{model.Name} {model.Version}"));
        Assert.Same(kept, server.Reloader.Current.Models[0].Ranker);
        Assert.Equal("widendeep", (await server.Get("/api/v1/recommendations?userId=1&ranker=widendeep")).GetProperty("ranker").GetString());
        await ModelServer.Eventually(() => Task.FromResult(server.Live.HeldCount == 2));
    }

    [Fact]
    public async Task Reloads_at_the_same_time_end_with_what_the_folder_says_last()
    {
        await using var server = new ModelServer();
        server.Publish(1);
        server.Publish(2);
        server.Publish(3);
        Assert.Equal("3", await server.VersionOf());

        await Task.WhenAll(Enumerable.Range(0, 12).Select(i => Task.Run(async () =>
        {
            ModelPin(server, 1 + (i % 3));
            await server.Reload();
        })));
        server.Pin(1);
        await server.Reload();

        Assert.Equal("1", await server.VersionOf());
        await ModelServer.Eventually(() => Task.FromResult(server.Live.HeldCount == 1));
    }

    [Fact]
    public async Task A_new_version_is_seen_without_being_asked_for()
    {
        await using var server = new ModelServer(("Models:PollSeconds", "3600"));
        server.Publish(1);
        Assert.Equal("1", await server.VersionOf());

        server.Publish(2);
        await ModelServer.Eventually(async () => await server.VersionOf() == "2");
        server.Pin(1);
        await ModelServer.Eventually(async () => await server.VersionOf() == "1");
    }

    [Fact]
    public async Task What_the_file_system_does_not_tell_of_is_found_by_looking()
    {
        await using var server = new ModelServer(("Models:PollSeconds", "0.05"));
        server.Publish(1);
        Assert.Equal("1", await server.VersionOf());

        Directory.Delete(server.Models, recursive: true); // and with it the watch on it
        Directory.CreateDirectory(server.Models);
        server.Publish(2);

        await ModelServer.Eventually(async () => await server.VersionOf() == "2");
    }

    private static string? Text(JsonElement json, string name) => json.GetProperty(name).GetString();

    private static void ModelPin(ModelServer server, int version)
    {
        string temporary = Path.Combine(server.Models, "neuralcf", $"active.{Guid.NewGuid()}.tmp");
        File.WriteAllText(temporary, $$"""{"version":{{version}}}""");
        File.Move(temporary, ModelVersions.PinPath(server.Models, "neuralcf"), overwrite: true);
    }

    /// <summary>Asks again and again, and counts the answers by status.</summary>
    private static async Task<Dictionary<string, int>> Visit(ModelServer server, string path, CancellationToken stop)
    {
        using HttpClient client = server.CreateClient();
        var statuses = new Dictionary<string, int>();
        while (statuses.Count == 0 || !stop.IsCancellationRequested)
        {
            using HttpResponseMessage response = await client.GetAsync(TinyServer.Url(path), CancellationToken.None);
            string body = await response.Content.ReadAsStringAsync(CancellationToken.None);
            string status = body.Contains("failed", StringComparison.Ordinal) ? body : $"{(int)response.StatusCode}";
            statuses[status] = statuses.GetValueOrDefault(status) + 1;
        }

        return statuses;
    }
}
