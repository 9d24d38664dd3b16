using System.Text.Json;

namespace SparrowRecSys.Server.Tests.Api;

/// <summary>Each test has a server of its own, since it changes what the server knows.</summary>
public sealed class EventsApiTests : IDisposable
{
    private readonly TinyServer _server = new();

    public void Dispose() => _server.Dispose();

    [Fact]
    public async Task A_rating_changes_the_next_recommendation_the_user_and_the_movie()
    {
        Assert.Contains("\"movieId\":6,", (await _server.GetAsync("/getrecforyou?id=2&size=12")).Body, StringComparison.Ordinal);

        (int status, string body) = await _server.PostAsync(
            "/api/v1/events", """{"type":"rating","userId":2,"movieId":6,"rating":4.5,"eventTime":"2026-01-02T03:04:05Z"}""");

        Assert.Equal((202, """{"accepted":1}"""), (status, body));
        Assert.DoesNotContain("\"movieId\":6,", (await _server.GetAsync("/getrecforyou?id=2&size=12")).Body, StringComparison.Ordinal);
        Assert.Contains(
            """{"rating":{"movieId":6,"userId":2,"score":4.5,"timestamp":1767323045}}]}""", (await _server.GetAsync("/getuser?id=2")).Body, StringComparison.Ordinal);
        Assert.Contains(
            "\"ratingNumber\":1,\"averageRating\":4.5,\"topRatings\":[{\"rating\":{\"movieId\":6,\"userId\":2", (await _server.GetAsync("/getmovie?id=6")).Body,
            StringComparison.Ordinal);
        Assert.Contains("\"ratingCount\":4", (await _server.GetAsync("/api/v1/users/2")).Body, StringComparison.Ordinal);
        Assert.Contains("\"yourRating\":4.5", (await _server.GetAsync("/api/v1/movies/6?userId=2")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_visitor_becomes_a_user_with_a_taste()
    {
        await _server.PostAsync(
            "/api/v1/events", """[{"type":"rating","userId":77,"movieId":7,"rating":5},{"type":"rating","userId":77,"movieId":11,"rating":4.5}]""");

        using JsonDocument feed = JsonDocument.Parse((await _server.GetAsync("/api/v1/recommendations?userId=77&size=3")).Body);
        Assert.Equal("emb", feed.RootElement.GetProperty("ranker").GetString());
        Assert.False(feed.RootElement.GetProperty("isNew").GetBoolean());
        Assert.InRange(feed.RootElement.GetProperty("items")[0].GetProperty("movieId").GetInt32(), 8, 10);
        Assert.Contains("\"userId\":77", (await _server.GetAsync("/api/v1/users?size=100")).Body, StringComparison.Ordinal);
        Assert.Equal(200, (await _server.GetAsync("/getuser?id=77")).Status);
    }

    [Fact]
    public async Task A_second_rating_of_the_same_movie_replaces_the_first()
    {
        await _server.PostAsync("/api/v1/events", """{"type":"rating","userId":1,"movieId":1,"rating":1}""");

        using JsonDocument movie = JsonDocument.Parse((await _server.GetAsync("/getmovie?id=1")).Body);
        Assert.Equal(3, movie.RootElement.GetProperty("ratingNumber").GetInt32());
        Assert.Equal(3, movie.RootElement.GetProperty("averageRating").GetDouble());
    }

    [Fact]
    public async Task An_event_that_is_sent_twice_is_recorded_once()
    {
        await _server.PostAsync("/api/v1/events", """{"type":"rating","userId":1,"movieId":1,"rating":2,"eventId":"a"}""");
        await _server.PostAsync("/api/v1/events", """{"type":"rating","userId":1,"movieId":1,"rating":3,"eventId":"b"}""");

        (int status, string body) = await _server.PostAsync("/api/v1/events", """{"type":"rating","userId":1,"movieId":1,"rating":2,"eventId":"a"}""");

        Assert.Equal((202, """{"accepted":1}"""), (status, body));
        Assert.Contains("\"yourRating\":3", (await _server.GetAsync("/api/v1/movies/1?userId=1")).Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""nonsense""", "The body is not JSON")]
    [InlineData("""[1]""", "The event at index 0 is 1; expected an object.")]
    [InlineData("""{"userId":1,"movieId":1,"rating":5}""", "The event: 'type' is missing; expected \"rating\".")]
    [InlineData("""{"type":"click","userId":1,"movieId":1}""", "The event: 'type' is \"click\"; expected \"rating\".")]
    [InlineData("""{"type":"rating","userId":0,"movieId":1,"rating":5}""", "The event: 'userId' is 0; expected a positive integer.")]
    [InlineData("""{"type":"rating","userId":"1","movieId":1,"rating":5}""", "The event: 'userId' is \"1\"; expected a positive integer.")]
    [InlineData("""{"type":"rating","userId":1,"movieId":4711,"rating":5}""", "The event: 'movieId' is 4711; expected the id of a movie of the catalogue.")]
    [InlineData("""{"type":"rating","userId":1,"movieId":1,"rating":5.5}""", "The event: 'rating' is 5.5; expected 0.5 to 5 in steps of 0.5.")]
    [InlineData("""{"type":"rating","userId":1,"movieId":1,"rating":3.2}""", "The event: 'rating' is 3.2; expected 0.5 to 5 in steps of 0.5.")]
    [InlineData("""{"type":"rating","userId":1,"movieId":1}""", "The event: 'rating' is missing; expected 0.5 to 5 in steps of 0.5.")]
    [InlineData("""{"type":"rating","userId":1,"movieId":1,"rating":5,"eventTime":"yesterday"}""", "The event: 'eventTime' is \"yesterday\"; expected a time")]
    [InlineData("""{"type":"rating","userId":1,"movieId":1,"rating":5,"eventTime":"2999-01-01T00:00:00Z"}""", "The event: 'eventTime' is \"2999-01-01T00:00:00Z\"; expected a time")]
    [InlineData("""{"type":"rating","userId":1,"movieId":1,"rating":5,"eventId":""}""", "The event: 'eventId' is \"\"; expected a text of 1 to 100 characters.")]
    [InlineData("""[{"type":"rating","userId":1,"movieId":4,"rating":5},{"type":"rating","userId":1,"movieId":5,"rating":7}]""", "The event at index 1: 'rating' is 7;")]
    public async Task A_bad_entry_refuses_the_whole_list_saying_which_and_why(string json, string expectedDetail)
    {
        (int status, string body) = await _server.PostAsync("/api/v1/events", json);

        using JsonDocument problem = JsonDocument.Parse(body);
        Assert.Equal(400, status);
        Assert.StartsWith(expectedDetail, problem.RootElement.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Contains("\"ratingCount\":4", (await _server.GetAsync("/api/v1/users/1")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_that_is_not_announced_as_json_is_refused()
    {
        using var content = new StringContent("""{"type":"rating","userId":1,"movieId":4,"rating":5}""");
        using HttpClient client = _server.CreateClient();

        using HttpResponseMessage response = await client.PostAsync(
            TinyServer.Url("/api/v1/events"), content, TestContext.Current.CancellationToken);

        Assert.Equal(System.Net.HttpStatusCode.UnsupportedMediaType, response.StatusCode);
    }

    [Fact]
    public async Task A_body_that_is_too_large_is_refused()
    {
        // Only the real server counts bytes; the one in memory does not.
        _server.UseKestrel(0);
        _server.StartServer();

        Assert.Equal(413, (await _server.PostAsync("/api/v1/events", "[" + new string(' ', 2_000_000) + "]")).Status);
    }
}
