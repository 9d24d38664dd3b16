using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace SparrowRecSys.Server.Tests;

/// <summary>The real server over a tiny data folder, with vectors and a site, all written to a temporary folder.</summary>
public sealed class TinyServer : WebApplicationFactory<Program>
{
    private readonly string _folder = Directory.CreateTempSubdirectory("tiny-server").FullName;

    public TinyServer()
    {
        TinyData.Write(Path.Combine(_folder, "data"));
        TinyData.WriteSite(Path.Combine(_folder, "site"));
    }

    public static Uri Url(string path) => new(path, UriKind.Relative);

    /// <summary>Gets a path and hands back status and body.</summary>
    public async Task<(int Status, string Body, HttpResponseMessage Response)> GetAsync(string path)
    {
        HttpResponseMessage response = await CreateClient().GetAsync(Url(path), TestContext.Current.CancellationToken);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), response);
    }

    /// <summary>Posts a JSON text and hands back status and body.</summary>
    public async Task<(int Status, string Body)> PostAsync(string path, string json)
    {
        using var content = new StringContent(json, Encoding.UTF8, "application/json");
        using HttpResponseMessage response = await CreateClient().PostAsync(Url(path), content, TestContext.Current.CancellationToken);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("Data:Directory", Path.Combine(_folder, "data"));
        builder.UseSetting("Models:Directory", Path.Combine(_folder, "data"));
        builder.UseSetting("Embeddings:Directory", Path.Combine(_folder, "data", "embeddings"));
        builder.UseSetting("Site:Directory", Path.Combine(_folder, "site"));
        builder.UseSetting("Site:ContentSecurityPolicy", "default-src 'self'");
        builder.UseSetting("Logging:LogLevel:Default", "Error");
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing && Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }
}

/// <summary>
/// Twelve films, four users. Users 1 and 2 like the first six (Crime), users 3 and 4 the last six (Animation); the vectors say the same.
/// </summary>
internal static class TinyData
{
    public static void Write(string folder)
    {
        Directory.CreateDirectory(Path.Combine(folder, "embeddings"));
        File.WriteAllText(Path.Combine(folder, "movies.csv"), Movies);
        File.WriteAllText(Path.Combine(folder, "ratings.csv"), Ratings);
        File.WriteAllText(Path.Combine(folder, "links.csv"), "movieId,imdbId,tmdbId\n1,0068646,238\n2,0071562,\n11,,129\n");
        File.WriteAllText(Path.Combine(folder, "details.csv"), Details);
        File.WriteAllText(Path.Combine(folder, "embeddings", "item2vec.csv"), Vectors());
    }

    public static void WriteSite(string folder)
    {
        Directory.CreateDirectory(Path.Combine(folder, "posters"));
        Directory.CreateDirectory(Path.Combine(folder, "data"));
        File.WriteAllText(Path.Combine(folder, "index.html"), "<h1>home</h1>");
        File.WriteAllText(Path.Combine(folder, "404.html"), "<h1>lost</h1>");
        File.WriteAllText(Path.Combine(folder, "app.js"), new string(' ', 5000) + "export const a = 1;");
        File.WriteAllText(Path.Combine(folder, "ratings.csv"), "secret");
        File.WriteAllText(Path.Combine(folder, "data", "ratings.csv"), "secret");
        File.WriteAllText(Path.Combine(folder, ".env"), "secret");
        File.WriteAllBytes(Path.Combine(folder, "posters", "2.jpg"), [0xFF, 0xD8, 0xFF]);
    }

    private const string Movies =
        """
        movieId,title,genres
        1,"Godfather, The (1972)",Crime|Drama
        2,"Godfather: Part II, The (1974)",Crime|Drama
        3,Heat (1995),Crime
        4,Goodfellas (1990),Crime|Drama
        5,Léon (1994),Crime|Drama
        6,Fargo (1996),Crime
        7,Toy Story (1995),Animation|Comedy
        8,Toy Story 2 (1999),Animation|Comedy
        9,Shrek (2001),Animation|Comedy
        10,Up (2009),Animation
        11,Spirited Away (2001),Animation|Fantasy
        12,Amélie (2001),(no genres listed)

        """;

    private const string Ratings =
        """
        userId,movieId,rating,timestamp
        1,1,5.0,1000
        1,2,4.5,1001
        1,3,4.0,1002
        1,7,2.0,1003
        2,1,5.0,2000
        2,4,4.0,2001
        2,5,3.5,2002
        3,7,5.0,3000
        3,8,4.5,3001
        3,1,3.0,3002
        4,7,4.0,4000
        4,9,4.5,4001
        4,11,5.0,4002

        """;

    private const string Details =
        """
        movieId,originalTitle,chineseTitle,director,cast,country,synopsis,synopsisZh
        1,,教父,Francis Ford Coppola,Marlon Brando|Al Pacino,USA,A crime family passes its power on.,一个家族的权力交接。
        2,,教父2,Francis Ford Coppola,Al Pacino|Robert De Niro,USA,,
        11,千と千尋の神隠し,千与千寻,Hayao Miyazaki,,Japan,A girl works in a bath house of spirits.,少女在神灵的浴场工作。

        """;

    private static string Vectors()
    {
        var text = new StringBuilder();
        for (int id = 1; id <= 11; id++)
        {
            // Crime points along x, Animation along y, each movie a little differently.
            double angle = (id <= 6 ? 0 : Math.PI / 2) + (0.005 * id * id);
            text.Append(CultureInfo.InvariantCulture, $"{id}:{Math.Cos(angle):F6} {Math.Sin(angle):F6}\n");
        }

        return text.ToString();
    }
}
