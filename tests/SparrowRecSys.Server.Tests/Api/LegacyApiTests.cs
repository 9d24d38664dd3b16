using System.Text.Json;

namespace SparrowRecSys.Server.Tests.Api;

public sealed class LegacyApiTests(TinyServer server) : IClassFixture<TinyServer>
{
    private const string Godfather =
        """{"movieId":1,"title":"Godfather, The","releaseYear":1972,"imdbId":"0068646","tmdbId":"238","genres":["Crime","Drama"],"ratingNumber":3,"averageRating":4.333333333333333,"topRatings":[{"rating":{"movieId":1,"userId":3,"score":3.0,"timestamp":3002}},{"rating":{"movieId":1,"userId":2,"score":5.0,"timestamp":2000}},{"rating":{"movieId":1,"userId":1,"score":5.0,"timestamp":1000}}]}""";

    private const string Fargo =
        """{"movieId":6,"title":"Fargo","releaseYear":1996,"imdbId":null,"tmdbId":null,"genres":["Crime"],"ratingNumber":0,"averageRating":0.0,"topRatings":[]}""";

    private const string Amelie =
        """{"movieId":12,"title":"Amélie","releaseYear":2001,"imdbId":null,"tmdbId":null,"genres":[],"ratingNumber":0,"averageRating":0.0,"topRatings":[]}""";

    [Theory]
    [InlineData("/getmovie?id=1", Godfather)]
    [InlineData("/getmovie?id=6", Fargo)]
    [InlineData("/getmovie?id=12", Amelie)]
    [InlineData("/getuser?id=2", """{"userId":2,"averageRating":4.166666666666667,"highestRating":5.0,"lowestRating":3.5,"ratingCount":3,"ratings":[{"rating":{"movieId":1,"userId":2,"score":5.0,"timestamp":2000}},{"rating":{"movieId":4,"userId":2,"score":4.0,"timestamp":2001}},{"rating":{"movieId":5,"userId":2,"score":3.5,"timestamp":2002}}]}""")]
    [InlineData("/getrecommendation?genre=Crime&size=1", "[" + Godfather + "]")]
    [InlineData("/getrecommendation?genre=Crime&size=0", "[]")]
    public async Task The_whole_body_is(string path, string expected)
    {
        (int status, string body, HttpResponseMessage response) = await server.GetAsync(path);

        Assert.Equal(200, status);
        Assert.Equal(expected, body);
        Assert.Equal("application/json; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        Assert.Equal("*", Assert.Single(response.Headers.GetValues("Access-Control-Allow-Origin")));
    }

    [Theory]
    [InlineData("/getrecommendation?genre=Crime", "1 2 3 4 5 6")]
    [InlineData("/getrecommendation?genre=cRIME", "1 2 3 4 5 6")]
    [InlineData("/getrecommendation?genre=Crime&sortby=rating", "2 1 3 4 5 6")]
    [InlineData("/getrecommendation?genre=Crime&sortby=releaseYear", "6 3 5 4 2 1")]
    [InlineData("/getrecommendation?genre=Crime&sortby=whatever&size=2", "1 2")]
    [InlineData("/getsimilarmovie?movieId=3&size=3&model=emb", "2 4 1")]
    [InlineData("/getsimilarmovie?movieId=3&size=3", "2 4 1")]
    [InlineData("/getsimilarmovie?movieId=3&size=3&model=item2vec", "2 4 1")]
    [InlineData("/getsimilarmovie?movieId=10&size=20&model=genre", "11 8 9 7")]
    [InlineData("/getsimilarmovie?movieId=10&size=20&model=similarity", "11 8 9 7")]
    [InlineData("/getsimilarmovie?movieId=12&size=20", "")]
    [InlineData("/getrecforyou?id=2&size=1", "3")]
    [InlineData("/getrecforyou?id=2&size=1&model=emb", "3")]
    [InlineData("/getrecforyou?id=2&size=1&model=item2vec", "3")]
    [InlineData("/getrecforyou?id=3&size=1&model=popular", "11")]
    public async Task The_movies_are(string path, string expectedIds)
    {
        (int status, string body, _) = await server.GetAsync(path);

        Assert.Equal(200, status);
        Assert.Equal(expectedIds, string.Join(' ', Ids(body)));
    }

    [Theory]
    [InlineData("/getrecforyou?id=1&size=1000", 8)]
    [InlineData("/getrecforyou?id=4711&size=5", 5)]
    [InlineData("/getrecforyou?id=4711&size=1000", 12)]
    public async Task A_list_is_full_for_a_new_user_too_and_holds_nothing_the_user_has_rated(string path, int expected)
    {
        (_, string body, _) = await server.GetAsync(path);

        Assert.Equal(expected, Ids(body).Distinct().Count());
    }

    [Theory]
    [InlineData("/getmovie", 400, "The parameter 'id' is missing; expected an integer.")]
    [InlineData("/getmovie?id=", 400, "The parameter 'id' is missing; expected an integer.")]
    [InlineData("/getmovie?id=abc", 400, "The parameter 'id' is 'abc'; expected an integer.")]
    [InlineData("/getmovie?id=1.5", 400, "The parameter 'id' is '1.5'; expected an integer.")]
    [InlineData("/getmovie?id=99999999999", 400, "The parameter 'id' is '99999999999'; expected an integer.")]
    [InlineData("/getmovie?id=1&id=2", 400, "The parameter 'id' is '1,2'; expected an integer.")]
    [InlineData("/getmovie?id=4711", 404, "There is no movie 4711 (parameter 'id').")]
    [InlineData("/getmovie?id=-1", 404, "There is no movie -1 (parameter 'id').")]
    [InlineData("/getuser", 400, "The parameter 'id' is missing; expected an integer.")]
    [InlineData("/getuser?id=4711", 404, "There is no user 4711 (parameter 'id').")]
    [InlineData("/getsimilarmovie?size=3", 400, "The parameter 'movieId' is missing; expected an integer.")]
    [InlineData("/getsimilarmovie?movieId=4711", 404, "There is no movie 4711 (parameter 'movieId').")]
    [InlineData("/getsimilarmovie?movieId=1&size=1001", 400, "The parameter 'size' is '1001'; expected an integer from 0 to 1000.")]
    [InlineData("/getsimilarmovie?movieId=1&model=als", 400, "The model 'als' is not loaded (parameter 'model'); loaded are emb, item2vec, genre.")]
    [InlineData("/getrecommendation?size=3", 400, "The parameter 'genre' is missing; expected one of Animation, Comedy, Crime, Drama, Fantasy.")]
    [InlineData("/getrecommendation?genre=Polka", 404, "There is no genre 'Polka' (parameter 'genre'); there are Animation, Comedy, Crime, Drama, Fantasy.")]
    [InlineData("/getrecommendation?genre=Crime&size=-1", 400, "The parameter 'size' is '-1'; expected an integer from 0 to 1000.")]
    [InlineData("/getrecforyou?size=3", 400, "The parameter 'id' is missing; expected an integer.")]
    [InlineData("/getrecforyou?id=1&size=abc", 400, "The parameter 'size' is 'abc'; expected an integer from 0 to 1000.")]
    [InlineData("/getrecforyou?id=0", 404, "There is no user 0 (parameter 'id').")]
    [InlineData("/getrecforyou?id=1&model=nerualcf", 400, "The model 'neuralcf' is not loaded (parameter 'model'); loaded are emb, popular, item2vec.")]
    public async Task A_wrong_request_is_told_what_is_wrong(string path, int expectedStatus, string expectedDetail)
    {
        (int status, string body, HttpResponseMessage response) = await server.GetAsync(path);

        using JsonDocument problem = JsonDocument.Parse(body);
        Assert.Equal(expectedStatus, status);
        Assert.Equal(expectedDetail, problem.RootElement.GetProperty("detail").GetString());
        Assert.Equal(expectedStatus, problem.RootElement.GetProperty("status").GetInt32());
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("*", Assert.Single(response.Headers.GetValues("Access-Control-Allow-Origin")));
    }

    [Fact]
    public async Task The_length_of_the_body_is_announced()
    {
        (_, string body, HttpResponseMessage response) = await server.GetAsync("/getrecforyou?id=1&size=3");

        Assert.Equal(System.Text.Encoding.UTF8.GetByteCount(body), response.Content.Headers.ContentLength);
    }

    private static IEnumerable<int> Ids(string body)
    {
        using JsonDocument document = JsonDocument.Parse(body);
        return [.. document.RootElement.EnumerateArray().Select(movie => movie.GetProperty("movieId").GetInt32())];
    }
}
