using SparrowRecSys.Catalog;
using SparrowRecSys.Server.Posters.Motifs;

namespace SparrowRecSys.Server.Posters;

/// <summary>
/// Draws a movie's poster from its facts. The genre gives inks and motif, a second genre the accent and a small device, the year
/// the period's print, type and layout, the country a coloured rule, and the id seeds the composition. Thread-safe.
/// </summary>
public static class PosterArt
{
    /// <summary>
    /// An SVG document of 2:3, mostly 2 to 4 kB and not more than 5, without scripts or links. The same movie gives the same text
    /// everywhere.
    /// </summary>
    public static string Render(Movie movie)
    {
        var random = new PosterRandom(movie.MovieId);
        Era era = Eras.Of(movie.ReleaseYear);
        (GenreArt genre, GenreArt? second) = GenreArt.Of(movie.Genres);
        if (era == Era.Neon && (genre.IsSober || second is { IsSober: true }))
        {
            era = Era.Muted;
        }

        Palette inks = random.Pick<Palette>(genre.Palettes);
        if (second is not null)
        {
            inks = inks with { Accent = random.Pick<Palette>(second.Palettes).Accent };
        }

        inks = inks.In(era, random);
        TypeFace face = Lettering.Choose(era, genre, random);
        Composition motif = random.Pick<Composition>(genre.Compositions);
        Composition? device = second?.Device;
        PosterText text = PosterText.Of(movie);

        var svg = new SvgWriter();
        svg.Raw("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 400 600\" width=\"400\" height=\"600\">");
        Finish.Ground(svg, era, inks, random);
        Layout layout = Layouts.Choose(era, text.Title, random);
        layout(new Sheet(svg, text, inks, era, face, random, stage => Draw(stage, motif, device)));
        Finish.Surface(svg, era, inks);
        return svg.Raw("</svg>").ToString();
    }

    private static void Draw(Stage stage, Composition motif, Composition? device)
    {
        device?.Invoke(stage);
        motif(stage);
    }
}
