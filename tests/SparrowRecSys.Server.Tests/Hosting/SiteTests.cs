using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace SparrowRecSys.Server.Tests.Hosting;

public sealed class SiteTests(TinyServer server) : IClassFixture<TinyServer>
{
    [Theory]
    [InlineData("/", "text/html", "no-cache")]
    [InlineData("/index.html", "text/html", "no-cache")]
    [InlineData("/app.js", "text/javascript", "max-age")]
    public async Task A_file_of_the_site_is_served_with_a_tag_to_ask_again_by(string path, string contentType, string cacheControl)
    {
        (int status, _, HttpResponseMessage response) = await server.GetAsync(path);

        Assert.Equal(200, status);
        Assert.Equal(contentType, response.Content.Headers.ContentType?.MediaType);
        Assert.Contains(cacheControl, response.Headers.CacheControl?.ToString() ?? "", StringComparison.Ordinal);
        Assert.NotNull(response.Headers.ETag);
    }

    [Theory]
    [InlineData("/data/ratings.csv")]
    [InlineData("/ratings.csv")]
    [InlineData("/data")]
    [InlineData("/data/")]
    [InlineData("/posters/")]
    [InlineData("/.env")]
    [InlineData("/../data/ratings.csv")]
    [InlineData("/%2e%2e/data/ratings.csv")]
    [InlineData("/..%2fdata/ratings.csv")]
    [InlineData("/..%5cdata%5cratings.csv")]
    [InlineData("/posters/../../data/movies.csv")]
    [InlineData("/posters/..%2f..%2fdata%2fmovies.csv")]
    [InlineData("/appsettings.json")]
    [InlineData("/api/v1/../../appsettings.json")]
    public async Task Nothing_but_the_site_can_be_downloaded_and_no_folder_is_listed(string path)
    {
        (int status, string body, _) = await server.GetAsync(path);

        Assert.InRange(status, 400, 404);
        Assert.DoesNotContain("secret", body, StringComparison.Ordinal);
        Assert.DoesNotContain("userId,movieId", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_page_gets_the_sites_own_page()
    {
        (int status, string body, HttpResponseMessage response) = await server.GetAsync("/no-such-page");

        Assert.Equal(404, status);
        Assert.Equal("<h1>lost</h1>", body);
        Assert.Equal("text/html", response.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [InlineData("/api/v1/nothing")]
    [InlineData("/api")]
    [InlineData("/posters/nothing.png")]
    public async Task An_unknown_path_of_the_api_gets_problem_details(string path)
    {
        (int status, string body, HttpResponseMessage response) = await server.GetAsync(path);

        Assert.Equal(404, status);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.Contains(path, body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/app.js")]
    [InlineData("/getmovie?id=1")]
    [InlineData("/getmovie?id=x")]
    [InlineData("/api/v1/movies/1")]
    [InlineData("/no-such-page")]
    public async Task Every_answer_tells_the_browser_what_it_may_do(string path)
    {
        (_, _, HttpResponseMessage response) = await server.GetAsync(path);

        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("DENY", Assert.Single(response.Headers.GetValues("X-Frame-Options")));
        Assert.NotEmpty(response.Headers.GetValues("Content-Security-Policy"));
        Assert.False(response.Headers.Contains("Server"));
    }

    [Theory]
    [InlineData("/app.js", "br")]
    [InlineData("/app.js", "gzip")]
    [InlineData("/api/v1/movies", "br")]
    [InlineData("/getrecommendation?genre=Crime", "gzip")]
    [InlineData("/posters/1.jpg", "gzip")]
    public async Task Text_is_compressed_for_who_can_read_it(string path, string encoding)
    {
        using HttpClient client = server.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, TinyServer.Url(path));
        request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue(encoding));

        using HttpResponseMessage response = await client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(encoding, Assert.Single(response.Content.Headers.ContentEncoding));
        Assert.NotEmpty(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_poster_is_drawn_and_asked_for_again_by_its_tag()
    {
        using HttpClient client = server.CreateClient();
        using HttpResponseMessage first = await client.GetAsync(TinyServer.Url("/posters/1.jpg"), TestContext.Current.CancellationToken);
        using var request = new HttpRequestMessage(HttpMethod.Get, TinyServer.Url("/posters/1.jpg"));
        request.Headers.IfNoneMatch.Add(first.Headers.ETag ?? throw new InvalidOperationException("no tag"));

        using HttpResponseMessage second = await client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal("image/svg+xml", first.Content.Headers.ContentType?.MediaType);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }

    [Fact]
    public async Task A_poster_that_the_site_has_is_served_as_it_is()
    {
        (int status, _, HttpResponseMessage response) = await server.GetAsync("/posters/2.jpg");

        Assert.Equal(200, status);
        Assert.Equal("image/jpeg", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(3, response.Content.Headers.ContentLength);
    }

    [Theory]
    [InlineData("/posters/4711.jpg", 404)]
    [InlineData("/posters/abc.jpg", 400)]
    public async Task There_is_no_poster_for(string path, int expectedStatus) =>
        Assert.Equal(expectedStatus, (await server.GetAsync(path)).Status);

    [Fact]
    public async Task Health_is_told()
    {
        Assert.Equal("""{"status":"alive"}""", (await server.GetAsync("/healthz")).Body);
        Assert.Equal(200, (await server.GetAsync("/readyz")).Status);
    }

    [Fact]
    public async Task The_api_describes_itself()
    {
        (int status, string body, _) = await server.GetAsync("/openapi/v1.json");

        using JsonDocument document = JsonDocument.Parse(body);
        string[] paths = [.. document.RootElement.GetProperty("paths").EnumerateObject().Select(path => path.Name)];
        Assert.Equal(200, status);
        Assert.Superset(
            new HashSet<string>
            {
                "/getmovie", "/getuser", "/getsimilarmovie", "/getrecommendation", "/getrecforyou", "/api/v1/movies", "/api/v1/movies/{movieId}",
                "/api/v1/movies/{movieId}/similar", "/api/v1/search", "/api/v1/genres", "/api/v1/users", "/api/v1/users/{userId}",
                "/api/v1/users/{userId}/ratings", "/api/v1/recommendations", "/api/v1/events", "/api/v1/models",
            },
            new HashSet<string>(paths));
    }
}
