using System.Text.Json;

namespace SparrowRecSys.Server.Tests.Api;

public sealed class V1ApiTests(TinyServer server) : IClassFixture<TinyServer>
{
    private const string GodfatherCard =
        """{"movieId":1,"title":"The Godfather","titleZh":"教父","year":1972,"genres":["Crime","Drama"],"averageRating":4.333333333333333,"ratingCount":3""";

    [Theory]
    [InlineData("/api/v1/movies?genre=Crime&size=1&sort=popular", "{\"items\":[" + GodfatherCard + "}],\"nextCursor\":\"QAgAAAAAAAAAAAAB\",\"total\":6}")]
    [InlineData("/api/v1/genres", """{"items":[{"name":"Animation","count":5},{"name":"Comedy","count":3},{"name":"Crime","count":6},{"name":"Drama","count":4},{"name":"Fantasy","count":1}],"nextCursor":null}""")]
    [InlineData("/api/v1/users/4711", """{"userId":4711,"isNew":true,"persona":{"kind":"new","genres":[],"director":null,"decade":null},"ratingCount":0,"averageRating":0,"highestRating":0,"lowestRating":0,"histogram":[0,0,0,0,0,0,0,0,0,0],"genres":[],"years":[],"directors":[],"firstRatingAt":null,"lastRatingAt":null}""")]
    [InlineData("/api/v1/users/4711/ratings", """{"items":[],"nextCursor":null}""")]
    [InlineData("/api/v1/search?q=", """{"items":[],"people":[],"suggestions":[],"nextCursor":null}""")]
    [InlineData("/api/v1/search?q=%E6%95%99%E7%88%B6&size=1", "{\"items\":[" + GodfatherCard + ",\"match\":\"教父\"}],\"people\":[],\"suggestions\":[],\"nextCursor\":null}")]
    public async Task The_whole_body_is(string path, string expected)
    {
        (int status, string body, _) = await server.GetAsync(path);

        Assert.Equal(200, status);
        Assert.Equal(expected, body);
    }

    [Fact]
    public async Task Similar_movies_have_a_score_and_a_reason()
    {
        JsonElement byVectors = await GetAsync("/api/v1/movies/1/similar?size=1");
        JsonElement byGenre = await GetAsync("/api/v1/movies/1/similar?size=1&model=genre");

        JsonElement reason = byVectors.GetProperty("items")[0].GetProperty("reason");
        Assert.Equal("item2vec", byVectors.GetProperty("embedding").GetString());
        Assert.Equal(["item2vec", "genre"], byVectors.GetProperty("available").EnumerateArray().Select(name => name.GetString()));
        Assert.Equal([2], Ids(byVectors));
        Assert.Equal(Math.Cos(0.015), byVectors.GetProperty("items")[0].GetProperty("score").GetDouble(), tolerance: 1e-5);
        Assert.Equal("liked", reason.GetProperty("kind").GetString());
        Assert.Equal("教父", reason.GetProperty("titleZh").GetString());
        Assert.Equal("Crime", byGenre.GetProperty("items")[0].GetProperty("reason").GetProperty("genre").GetString());
    }

    [Fact]
    public async Task A_movie_has_its_facts_its_ratings_and_for_a_user_a_prediction()
    {
        JsonElement movie = await GetAsync("/api/v1/movies/1?userId=4");

        Assert.Equal("Francis Ford Coppola", movie.GetProperty("directors")[0].GetString());
        Assert.Equal("Marlon Brando", movie.GetProperty("cast")[0].GetString());
        Assert.Equal("USA", movie.GetProperty("countries")[0].GetString());
        Assert.Equal("0068646", movie.GetProperty("imdbId").GetString());
        Assert.Equal([0, 0, 0, 0, 0, 1, 0, 0, 0, 2], movie.GetProperty("histogram").EnumerateArray().Select(count => count.GetInt32()));
        Assert.Equal([2, 1], movie.GetProperty("fans").EnumerateArray().Select(fan => fan.GetProperty("userId").GetInt32()));
        Assert.Equal(JsonValueKind.Null, movie.GetProperty("yourRating").ValueKind);
        Assert.InRange(movie.GetProperty("predicted").GetProperty("score").GetDouble(), 0.5, 5);
        Assert.Equal("emb", movie.GetProperty("predicted").GetProperty("ranker").GetString());
    }

    [Fact]
    public async Task A_movie_shows_the_users_own_rating_and_predicts_nothing_for_a_new_user()
    {
        Assert.Equal(5, (await GetAsync("/api/v1/movies/1?userId=1")).GetProperty("yourRating").GetDouble());
        Assert.Equal(JsonValueKind.Null, (await GetAsync("/api/v1/movies/1?userId=4711")).GetProperty("predicted").ValueKind);
        Assert.Equal(JsonValueKind.Null, (await GetAsync("/api/v1/movies/1")).GetProperty("predicted").ValueKind);
    }

    [Theory]
    [InlineData("sort=year", "10 9 11 12 8 6 3 7 5 4 2 1")]
    [InlineData("sort=rating", "11 2 4711")]
    [InlineData("sort=popular", "1 7 4711")]
    [InlineData("yearFrom=2000&sort=year", "10 9 11 12")]
    [InlineData("yearTo=1974", "1 2")]
    [InlineData("genre=fantasy", "11")]
    public async Task The_catalogue_is_sorted_and_filtered(string query, string expectedIds)
    {
        int[] expected = [.. expectedIds.Split(' ').Select(int.Parse)];

        int[] actual = Ids(await GetAsync($"/api/v1/movies?size=100&{query}"));

        Assert.Equal(expected.TakeWhile(id => id != 4711), expected.Contains(4711) ? actual.Take(expected.Length - 1) : actual);
    }

    [Theory]
    [InlineData("/api/v1/movies?sort=year&size=5")]
    [InlineData("/api/v1/movies?sort=score&size=1")]
    [InlineData("/api/v1/movies?sort=trending&size=7")]
    [InlineData("/api/v1/recommendations?size=5")]
    [InlineData("/api/v1/recommendations?userId=1&size=3")]
    public async Task Pages_together_hold_every_movie_once(string path)
    {
        var seen = new List<int>();
        string? cursor = "";
        while (cursor is not null)
        {
            JsonElement page = await GetAsync($"{path}&cursor={cursor}");
            seen.AddRange(Ids(page));
            cursor = page.GetProperty("nextCursor").GetString();
        }

        Assert.Distinct(seen);
        Assert.Equal(path.Contains("userId=1", StringComparison.Ordinal) ? 8 : 12, seen.Count);
    }

    [Fact]
    public async Task A_user_has_statistics_and_a_history_newest_first()
    {
        JsonElement user = await GetAsync("/api/v1/users/1");
        JsonElement ratings = await GetAsync("/api/v1/users/1/ratings?size=2");
        JsonElement rest = await GetAsync($"/api/v1/users/1/ratings?size=2&cursor={ratings.GetProperty("nextCursor").GetString()}");

        Assert.Equal(4, user.GetProperty("ratingCount").GetInt32());
        Assert.Equal(3.875, user.GetProperty("averageRating").GetDouble());
        Assert.Equal(5, user.GetProperty("highestRating").GetDouble());
        Assert.Equal(2, user.GetProperty("lowestRating").GetDouble());
        Assert.Equal("Crime", user.GetProperty("genres")[0].GetProperty("name").GetString());
        Assert.Equal("Francis Ford Coppola", user.GetProperty("directors")[0].GetProperty("name").GetString());
        Assert.Equal("1970-01-01T00:16:40+00:00", user.GetProperty("firstRatingAt").GetString());
        Assert.Equal([7, 3], Ids(ratings));
        Assert.Equal([2, 1], Ids(rest));
        Assert.Equal(JsonValueKind.Null, rest.GetProperty("nextCursor").ValueKind);
    }

    [Fact]
    public async Task Users_come_the_most_active_first()
    {
        JsonElement first = await GetAsync("/api/v1/users?size=3");
        JsonElement second = await GetAsync($"/api/v1/users?size=3&cursor={first.GetProperty("nextCursor").GetString()}");

        Assert.Equal([1, 2, 3], first.GetProperty("items").EnumerateArray().Select(user => user.GetProperty("userId").GetInt32()));
        Assert.Equal([4], second.GetProperty("items").EnumerateArray().Select(user => user.GetProperty("userId").GetInt32()));
    }

    [Theory]
    [InlineData("item2vec", 2, "item2vec")]
    [InlineData("popular", 2, "popular")]
    [InlineData("item2vec", 4711, "popular")] // it knows nothing of a new user
    public async Task The_feed_is_ranked_by_the_model_that_is_asked_for(string ranker, int userId, string expected)
    {
        JsonElement feed = await GetAsync($"/api/v1/recommendations?userId={userId}&size=3&ranker={ranker}");

        Assert.Equal(expected, feed.GetProperty("ranker").GetString());
        Assert.Equal(3, feed.GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task The_feed_says_why_each_movie_is_there()
    {
        JsonElement feed = await GetAsync("/api/v1/recommendations?userId=2&size=2&trace=true");

        JsonElement first = feed.GetProperty("items")[0];
        JsonElement trace = feed.GetProperty("trace");
        Assert.NotEmpty(feed.GetProperty("requestId").GetString() ?? "");
        Assert.Equal("emb", feed.GetProperty("ranker").GetString());
        Assert.Equal(JsonValueKind.Null, feed.GetProperty("degraded").ValueKind);
        Assert.False(feed.GetProperty("isNew").GetBoolean());
        Assert.Equal("liked", first.GetProperty("reason").GetProperty("kind").GetString());
        Assert.NotEmpty(first.GetProperty("channels").EnumerateArray());
        Assert.Equal("popular", trace.GetProperty("channels")[0].GetProperty("name").GetString());
        Assert.Equal("rated", trace.GetProperty("filtered")[0].GetProperty("reason").GetString());
        Assert.Equal(3, trace.GetProperty("filtered")[0].GetProperty("count").GetInt32());
        Assert.Equal(1, trace.GetProperty("items")[0].GetProperty("shownAt").GetInt32());
        Assert.True(trace.GetProperty("items")[0].GetProperty("features").GetProperty("bestLikedSimilarity").GetDouble() > 0.9);
    }

    [Fact]
    public async Task A_visitor_gets_a_feed_without_asking_for_a_user()
    {
        JsonElement feed = await GetAsync("/api/v1/recommendations?size=6");

        Assert.Equal(JsonValueKind.Null, feed.GetProperty("userId").ValueKind);
        Assert.True(feed.GetProperty("isNew").GetBoolean());
        Assert.Equal("popular", feed.GetProperty("ranker").GetString());
        Assert.Contains(Ids(feed), id => id <= 6);
        Assert.Contains(Ids(feed), id => id > 6);
    }

    [Fact]
    public async Task The_feed_keeps_to_what_is_asked_for()
    {
        JsonElement feed = await GetAsync("/api/v1/recommendations?size=50&genre=Animation&yearFrom=1999&yearTo=2001&exclude=9,4711");

        Assert.Equal([8, 11], Ids(feed).Order());
    }

    [Fact]
    public async Task The_models_are_told()
    {
        JsonElement models = await GetAsync("/api/v1/models");

        Assert.Equal(["emb", "popular", "item2vec"], models.GetProperty("rankers").EnumerateArray().Select(ranker => ranker.GetProperty("name").GetString()));
        Assert.True(models.GetProperty("rankers")[0].GetProperty("isDefault").GetBoolean());
        Assert.Equal("retrieval", models.GetProperty("rankers")[2].GetProperty("type").GetString());
        Assert.Equal(11, models.GetProperty("embeddings")[0].GetProperty("count").GetInt32());
        Assert.Equal("""{"name":"item2vec","version":"","kind":"embedding","dimension":2,"movies":11}""", models.GetProperty("retrieval")[0].GetRawText());
        Assert.Equal(12, models.GetProperty("data").GetProperty("movies").GetInt32());
    }

    [Theory]
    [InlineData("/api/v1/movies/abc", 400, "The parameter 'movieId' is 'abc'; expected an integer.")]
    [InlineData("/api/v1/movies/4711", 404, "There is no movie 4711 (parameter 'movieId').")]
    [InlineData("/api/v1/movies/1?userId=0", 400, "The parameter 'userId' is '0'; expected an integer of at least 1.")]
    [InlineData("/api/v1/movies?size=0", 400, "The parameter 'size' is '0'; expected an integer from 1 to 100.")]
    [InlineData("/api/v1/movies?size=abc", 400, "The parameter 'size' is 'abc'; expected an integer from 1 to 100.")]
    [InlineData("/api/v1/movies?sort=best", 400, "The parameter 'sort' is 'best'; expected one of score, rating, year, popular, trending.")]
    [InlineData("/api/v1/movies?cursor=nonsense", 400, "The parameter 'cursor' is 'nonsense'; expected the nextCursor of an earlier answer.")]
    [InlineData("/api/v1/movies?genre=Polka", 404, "There is no genre 'Polka' (parameter 'genre'); there are Animation, Comedy, Crime, Drama, Fantasy.")]
    [InlineData("/api/v1/movies?yearFrom=-5", 400, "The parameter 'yearFrom' is '-5'; expected an integer from 0 to 9999.")]
    [InlineData("/api/v1/movies/1/similar?embedding=als", 400, "The parameter 'embedding' is 'als'; expected one of item2vec, genre.")]
    [InlineData("/api/v1/movies/1/similar?model=als", 400, "The parameter 'model' is 'als'; expected one of item2vec, genre.")]
    [InlineData("/api/v1/users/0", 400, "The parameter 'userId' is '0'; expected an integer of at least 1.")]
    [InlineData("/api/v1/users/x/ratings", 400, "The parameter 'userId' is 'x'; expected an integer of at least 1.")]
    [InlineData("/api/v1/users?cursor=!", 400, "The parameter 'cursor' is '!'; expected the nextCursor of an earlier answer.")]
    [InlineData("/api/v1/recommendations?userId=-1", 400, "The parameter 'userId' is '-1'; expected an integer of at least 1.")]
    [InlineData("/api/v1/recommendations?ranker=deepfm", 400, "The ranker 'deepfm' is not loaded (parameter 'ranker'); loaded are emb, popular, item2vec.")]
    [InlineData("/api/v1/recommendations?diversity=2", 400, "The parameter 'diversity' is '2'; expected a number from 0 to 1.")]
    [InlineData("/api/v1/recommendations?diversity=NaN", 400, "The parameter 'diversity' is 'NaN'; expected a number from 0 to 1.")]
    [InlineData("/api/v1/recommendations?trace=maybe", 400, "The parameter 'trace' is 'maybe'; expected true or false.")]
    [InlineData("/api/v1/recommendations?exclude=1,x", 400, "The parameter 'exclude' is '1,x'; expected at most 1000 positive integers with commas between.")]
    [InlineData("/api/v1/recommendations?cursor=a", 400, "The parameter 'cursor' is 'a'; expected the nextCursor of an earlier answer.")]
    public async Task A_wrong_request_is_told_what_is_wrong(string path, int expectedStatus, string expectedDetail)
    {
        (int status, string body, HttpResponseMessage response) = await server.GetAsync(path);

        using JsonDocument problem = JsonDocument.Parse(body);
        Assert.Equal(expectedStatus, status);
        Assert.Equal(expectedDetail, problem.RootElement.GetProperty("detail").GetString());
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
    }

    private async Task<JsonElement> GetAsync(string path)
    {
        (int status, string body, _) = await server.GetAsync(path);
        Assert.Equal(200, status);
        using JsonDocument document = JsonDocument.Parse(body);
        return document.RootElement.Clone();
    }

    private static int[] Ids(JsonElement list) =>
        [.. list.GetProperty("items").EnumerateArray().Select(movie => movie.GetProperty("movieId").GetInt32())];
}
