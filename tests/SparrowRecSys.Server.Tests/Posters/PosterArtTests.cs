using System.Globalization;
using System.Text;
using System.Xml.Linq;
using SparrowRecSys.Catalog;
using SparrowRecSys.Server.Posters;

namespace SparrowRecSys.Server.Tests.Posters;

public sealed class PosterArtTests
{
    private static readonly string[] Genres =
    [
        "Action", "Adventure", "Animation", "Children", "Comedy", "Crime", "Documentary", "Drama", "Fantasy", "Film-Noir", "Horror",
        "Musical", "Mystery", "Romance", "Sci-Fi", "Thriller", "War", "Western",
    ];

    private static readonly int[] Years = [0, 1895, 1927, 1948, 1967, 1984, 1996, 2005, 2024];

    private static readonly string LongTitle =
        "Dr. Strangelove or: How I Learned to Stop Worrying and Love the Bomb, Being a True Account of Many Things That Did Not Happen";

    public static TheoryData<string> HostileTitles =>
    [
        "<script>alert(\"x\")</script> & 'more'", "]]> <!-- --> &amp; &#0;", "Bell\u0007 and null\0 and \uFFFF", "lone \uD800 surrogate",
        "🎬🍿 Movie Night 👩‍👩‍👧‍👦", LongTitle, new string('W', 120), "Donaudampfschifffahrtsgesellschaftskapitän", "千と千尋の神隠し",
        "我们的父辈在那漫长而又寒冷的冬天里所经历过的一切以及后来发生在他们身上的种种离奇而真实的故事", "기생충", "A", "", "   ",
        "Ё́жик в тума́не", "जाने भी दो यारों", "!!!", "WWWWWW MMMMMM WWWWWW",
    ];

    [Fact]
    public void The_same_movie_gives_the_same_bytes()
    {
        string first = PosterArt.Render(Film(17, "The Third Man", 1949, "Film-Noir", "Thriller"));
        string second = PosterArt.Render(Film(17, "The Third Man", 1949, "Film-Noir", "Thriller"));

        Assert.Equal(first, second);
    }

    [Fact]
    public void The_sequence_of_an_id_never_changes()
    {
        var random = new PosterRandom(260);

        Assert.Equal([632, 42, 169, 360], Enumerable.Range(0, 4).Select(_ => random.Next(1000)));
    }

    [Fact]
    public void Five_hundred_movies_give_five_hundred_posters()
    {
        IEnumerable<string> posters = Enumerable.Range(1, 500).Select(id => PosterArt.Render(Film(id, "Same Title", 1975, "Drama")));

        Assert.Equal(500, posters.Distinct().Count());
    }

    [Fact]
    public void Posters_of_one_genre_and_year_differ_in_more_than_colour()
    {
        IEnumerable<string> skeletons = Enumerable.Range(1, 60)
            .Select(id => PosterArt.Render(Film(id, "Same Title", 1975, "Comedy")))
            .Select(svg => string.Join(' ', XDocument.Parse(svg).Descendants().Select(element => element.Name.LocalName)));

        Assert.True(skeletons.Distinct().Count() > 25);
    }

    [Fact]
    public void Every_genre_in_every_period_is_valid_small_and_harmless()
    {
        Assert.All(Samples(), movie => AssertGoodPoster(PosterArt.Render(movie)));
    }

    [Theory]
    [MemberData(nameof(HostileTitles))]
    public void A_hostile_title_stays_text_inside_the_paper(string title)
    {
        Assert.All(
            Enumerable.Range(1, 60).Select(id => Film(id, title, Years[id % Years.Length], Genres[id % Genres.Length])),
            movie => AssertGoodPoster(PosterArt.Render(movie)));
    }

    [Fact]
    public void A_title_is_written_whole()
    {
        string[] written = [.. Enumerable.Range(1, 200)
            .Select(id => XDocument.Parse(PosterArt.Render(Film(id, LongTitle[..120], Years[id % Years.Length], "War"))))
            .Select(WrittenTitle)];

        Assert.All(written, title => Assert.Equal(Letters(LongTitle[..120]), title, ignoreCase: true));
    }

    [Fact]
    public void A_movie_without_facts_has_a_poster()
    {
        var movie = new Movie { MovieId = 9, Title = "", DisplayTitle = "" };

        AssertGoodPoster(PosterArt.Render(movie));
    }

    [Fact]
    public void Director_year_and_original_title_are_on_the_poster()
    {
        var movie = new Movie
        {
            MovieId = 3,
            Title = "Spirited Away",
            DisplayTitle = "Spirited Away",
            ReleaseYear = 2001,
            Genres = ["Animation"],
            Details = new MovieDetails { OriginalTitle = "千と千尋の神隠し", Directors = ["Hayao <Miyazaki>"], Countries = ["Japan"] },
        };

        string text = XDocument.Parse(PosterArt.Render(movie)).Root?.Value ?? "";

        Assert.Contains("千と千尋の神隠し", text, StringComparison.Ordinal);
        Assert.Contains("2001", text, StringComparison.Ordinal);
        Assert.Contains("Hayao <Miyazaki>", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_period_changes_the_poster()
    {
        IEnumerable<string> posters = Years.Select(year => PosterArt.Render(Film(5, "Rain", year, "Drama")));

        Assert.Equal(Years.Length, posters.Distinct().Count());
    }

    [Fact]
    public void A_sober_film_of_the_eighties_is_printed_without_scan_lines()
    {
        const string ScanLine = "M0 0h4v1.2h-4z";

        Assert.Contains(ScanLine, PosterArt.Render(Film(5, "Rain", 1985, "Comedy")), StringComparison.Ordinal);
        Assert.DoesNotContain(ScanLine, PosterArt.Render(Film(5, "Rain", 1985, "Documentary")), StringComparison.Ordinal);
        Assert.DoesNotContain(ScanLine, PosterArt.Render(Film(5, "Rain", 1985, "Drama", "War")), StringComparison.Ordinal);
    }

    [Fact]
    public void The_second_genre_changes_the_poster()
    {
        IEnumerable<string> posters = Genres.Where(genre => genre != "Western")
            .Select(genre => PosterArt.Render(Film(5, "Rain", 1970, "Western", genre)));

        Assert.Equal(Genres.Length - 1, posters.Distinct().Count());
    }

    private static IEnumerable<Movie> Samples() =>
        from genre in Genres.Append("(none)")
        from year in Years
        from id in Enumerable.Range(1, 12)
        select Film((id * 101) + year, "The Long Way Home", year, genre, Genres[id]);

    private static Movie Film(int movieId, string title, int year, params string[] genres) => new()
    {
        MovieId = movieId,
        Title = title,
        DisplayTitle = title,
        ReleaseYear = year,
        Genres = genres,
        Details = new MovieDetails { ChineseTitle = "漫漫归途", Directors = ["Ana Example", "Bo Sample"], Countries = ["France"] },
    };

    private static void AssertGoodPoster(string svg)
    {
        XDocument document = XDocument.Parse(svg);
        string[] forbidden = ["script", "foreignObject", "image", "use", "a", "style"];

        Assert.InRange(Encoding.UTF8.GetByteCount(svg), 700, 5120);
        Assert.DoesNotContain(document.Descendants(), element => forbidden.Contains(element.Name.LocalName));
        Assert.DoesNotContain(
            document.Descendants().Attributes(),
            attribute => attribute.Name.LocalName is "href" || attribute.Name.LocalName.StartsWith("on", StringComparison.Ordinal));
        Assert.DoesNotContain("NaN", svg, StringComparison.Ordinal);
        Assert.All(document.Descendants().Where(element => element.Name.LocalName == "text"), AssertFits);
    }

    private static void AssertFits(XElement line)
    {
        double x = Number(line, "x");
        double size = Number(line, "font-size");
        double width = Number(line, "textLength");
        bool isTurned = line.Ancestors().Any(group => ((string?)group.Attribute("transform"))?.Contains("rotate(-90)", StringComparison.Ordinal) == true);
        bool isCentred = (string?)line.Parent?.Attribute("text-anchor") == "middle";
        double room = isTurned ? 600 - 40 : 400;
        double left = isCentred ? x - (width / 2) : x;

        Assert.InRange(left, isTurned ? 0 : 20, room);
        Assert.InRange(left + width, 0, isTurned ? room : room - 15);
        Assert.InRange(size, 4, 120);
        Assert.True(width >= GenerouslyNarrow(line.Value) * size, $"'{line.Value}' is squeezed into {width} at size {size}");
    }

    /// <summary>Ems below which no readable line can be: an independent floor for the estimator.</summary>
    private static double GenerouslyNarrow(string text) => text.EnumerateRunes().Sum(rune => rune.Value switch
    {
        ' ' or 'i' or 'l' or 'I' or '!' or '.' or ',' or ':' or '\'' => 0.12,
        >= 0x3040 and < 0xE000 => 0.6,
        _ => Rune.IsLetterOrDigit(rune) ? 0.2 : 0,
    });

    private static double Number(XElement element, string attribute) =>
        double.Parse(element.Attribute(attribute)?.Value ?? "", CultureInfo.InvariantCulture);

    /// <summary>Letters of the title lines: the first group with texts.</summary>
    private static string WrittenTitle(XDocument document) => Letters(string.Concat(
        document.Descendants().First(element => element.Elements().Any(child => child.Name.LocalName == "text")).Elements().Select(line => line.Value)));

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetter));
}
