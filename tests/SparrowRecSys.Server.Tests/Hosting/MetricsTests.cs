namespace SparrowRecSys.Server.Tests.Hosting;

public sealed class MetricsTests(TinyServer server) : IClassFixture<TinyServer>
{
    [Fact]
    public async Task Metrics_are_given_to_Prometheus()
    {
        await server.GetAsync("/api/v1/recommendations?userId=1&size=3");

        (int status, string body, HttpResponseMessage response) = await server.GetAsync("/metrics");

        Assert.Equal(200, status);
        Assert.Equal("text/plain", response.Content.Headers.ContentType?.MediaType);
        Assert.Matches("""(?m)^sparrow_recommendation_duration_seconds_bucket\{.*ranker="emb".*le="0\.001".*\} \d+""", body);
        Assert.Matches("""(?m)^sparrow_channel_candidates_total\{.*channel="item2vec".*\} [1-9]""", body);
        Assert.Matches("""(?m)^sparrow_channel_shown_total\{.*channel="genre".*\} \d+""", body);
        Assert.Matches("""(?m)^sparrow_channel_duration_seconds_count\{.*channel="popular".*\} [1-9]""", body);
    }
}
