using System.Text.Json;
using SparrowRecSys.Server.Api;
using SparrowRecSys.Server.Tests.Hosting;

namespace SparrowRecSys.Server.Tests.Api;

public sealed class ModelsApiTests
{
    [Fact]
    public async Task Models_are_reloaded_for_who_knows_the_key()
    {
        await using var server = new ModelServer();
        server.Publish(1);
        Assert.Equal("1", await server.VersionOf());
        server.Publish(2);

        (int status, string body) = await Reload(server, "secret");

        Assert.Equal(200, status);
        Assert.Contains("\"name\":\"neuralcf\",\"version\":\"2\"", body, StringComparison.Ordinal);
        Assert.Equal("2", await server.VersionOf());
    }

    [Theory]
    [InlineData("", 401, "The header X-Api-Key is missing")]
    [InlineData("Secret", 401, "The header X-Api-Key is not the configured key")]
    public async Task Others_change_nothing(string key, int expected, string words)
    {
        await using var server = new ModelServer();
        server.Publish(1);

        (int status, string body) = await Reload(server, key);

        Assert.Equal(expected, status);
        Assert.Contains(words, body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("secret")]
    public async Task Without_a_configured_key_the_route_is_off(string key)
    {
        await using var server = new ModelServer(("Api:Key", ""));

        (int status, string body) = await Reload(server, key);

        Assert.Equal(403, status);
        Assert.Contains("This route is off: no key is configured (Api:Key).", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reload_by_hand_tries_again_what_was_refused()
    {
        await using var server = new ModelServer();
        server.Publish(1, spoil: folder => File.Delete(Path.Combine(folder, "metrics.json")));
        object first = Assert.Single(server.Reloader.Current.Refused);

        await Reload(server, "secret");

        Assert.NotSame(first, Assert.Single(server.Reloader.Current.Refused));
    }

    [Fact]
    public async Task The_trace_shows_what_a_network_was_given()
    {
        await using var server = new ModelServer();
        server.Publish(1);

        JsonElement network = (await server.Get("/api/v1/recommendations?userId=1&size=3&ranker=neuralcf&trace=true")).GetProperty("trace");
        JsonElement other = (await server.Get("/api/v1/recommendations?userId=1&size=3&ranker=emb&trace=true")).GetProperty("trace");

        Assert.Equal("""[{"name":"userId","kind":"user","values":[1],"genres":[]}]""", network.GetProperty("userInputs").GetRawText());
        Assert.All(network.GetProperty("items").EnumerateArray(), item => Assert.Equal(
            $$"""[{"name":"movieId","kind":"movie","values":[{{item.GetProperty("movieId").GetInt32()}}],"genres":[]}]""", item.GetProperty("inputs").GetRawText()));
        Assert.Equal(3, network.GetProperty("items").GetArrayLength());
        Assert.Equal("[]", other.GetProperty("userInputs").GetRawText());
        Assert.Equal("[]", other.GetProperty("items")[0].GetProperty("inputs").GetRawText());
    }

    [Fact]
    public async Task A_movie_is_predicted_by_any_model_that_is_loaded()
    {
        await using var server = new ModelServer();
        server.Publish(1);

        Assert.Equal("neuralcf", (await server.Get("/api/v1/movies/9?userId=1")).GetProperty("predicted").GetProperty("ranker").GetString());
        Assert.Equal("emb", (await server.Get("/api/v1/movies/9?userId=1&ranker=emb")).GetProperty("predicted").GetProperty("ranker").GetString());
        Assert.Equal(400, await server.StatusOf("/api/v1/movies/9?userId=1&ranker=gone"));
    }

    [Fact]
    public async Task The_shadow_ranker_is_told_and_measured()
    {
        await using var server = new ModelServer(("Ranking:Shadow:Ranker", "neuralcf"), ("Ranking:Shadow:Share", "1"));
        server.Publish(1);

        Assert.Equal(200, await server.StatusOf("/api/v1/recommendations?userId=1&size=3"));

        Assert.Equal("""{"ranker":"neuralcf","share":1}""", (await server.Get("/api/v1/models")).GetProperty("shadow").GetRawText());
        await ModelServer.Eventually(async () => (await server.GetText("/metrics")).Contains("sparrow_shadow_overlap_bucket", StringComparison.Ordinal));
        string metrics = await server.GetText("/metrics");
        Assert.Matches("""(?m)^sparrow_shadow_queries_total\{.*outcome="compared",ranker="neuralcf"\} 1$""", metrics);
        Assert.Matches("""(?m)^sparrow_shadow_overlap_count\{.*against="emb",ranker="neuralcf"\} 1$""", metrics);
        Assert.Matches("""(?m)^sparrow_shadow_correlation_bucket\{.*le="0\.95"\} 1$""", metrics);
        Assert.Matches("""(?m)^sparrow_shadow_duration_seconds_count\{.*ranker="neuralcf"\} 1$""", metrics);
    }

    private static async Task<(int Status, string Body)> Reload(ModelServer server, string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, TinyServer.Url("/api/v1/models/reload"));
        if (key.Length > 0)
        {
            request.Headers.TryAddWithoutValidation(ApiKeyFilter.Header, key);
        }

        using HttpResponseMessage response = await server.CreateClient().SendAsync(request, TestContext.Current.CancellationToken);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
