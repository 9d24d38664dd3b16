using SparrowRecSys.Server.Posters.Motifs;

namespace SparrowRecSys.Server.Posters;

/// <summary>Which type a period and a genre ask for.</summary>
internal static class Lettering
{
    public static TypeFace Choose(Era era, GenreArt genre, PosterRandom random)
    {
        if (genre.Faces.Length > 0 && random.Chance(0.4))
        {
            return random.Pick<TypeFace>(genre.Faces);
        }

        return random.Pick<TypeFace>(era switch
        {
            Era.Deco => [TypeFace.Didone, TypeFace.Geometric, TypeFace.Didone, TypeFace.Condensed],
            Era.Print => [TypeFace.Condensed, TypeFace.Bookish, TypeFace.GroteskCaps, TypeFace.BookishItalic],
            Era.Flat => [TypeFace.GroteskTight, TypeFace.Grotesk, TypeFace.GroteskCaps, TypeFace.Bookish],
            Era.Neon => [TypeFace.Slanted, TypeFace.Condensed, TypeFace.Slanted, TypeFace.Geometric],
            Era.Muted => [TypeFace.Inscription, TypeFace.Condensed, TypeFace.Bookish, TypeFace.GroteskCaps],
            Era.Cool => [TypeFace.Airy, TypeFace.Condensed, TypeFace.GroteskTight, TypeFace.Inscription],
            _ => [TypeFace.GroteskTight, TypeFace.Airy, TypeFace.BookishItalic, TypeFace.Geometric, TypeFace.Grotesk],
        });
    }
}
