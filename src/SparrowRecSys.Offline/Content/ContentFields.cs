using System.Globalization;
using SparrowRecSys.Catalog;

namespace SparrowRecSys.Offline.Content;

/// <summary>How the text of a field falls into terms.</summary>
internal enum FieldKind
{
    /// <summary>Words and pairs of neighbouring words, without the commonest English words, accents, case and punctuation.</summary>
    Words,

    /// <summary>Names between bars, each a term as it stands.</summary>
    Names,

    /// <summary>Pairs of neighbouring characters: for Chinese, which has no spaces between words.</summary>
    Characters,
}

/// <summary>A part of what is known of a movie.</summary>
/// <param name="Kind">How it falls into terms.</param>
/// <param name="Weight">Its weight, above 0.</param>
/// <param name="TextOf">Its text; empty where it is not known.</param>
internal sealed record ContentField(FieldKind Kind, double Weight, Func<Movie, string> TextOf)
{
    private const char Bar = '|';
    private const int YearsApart = 5; // a year shares its term with those this near on both sides

    /// <summary>The fields that have a weight.</summary>
    public static IReadOnlyList<ContentField> Of(ContentOptions options)
    {
        ContentField[] all =
        [
            new(FieldKind.Words, options.TitleWeight, movie => movie.DisplayTitle),
            new(FieldKind.Names, options.YearWeight, movie => Years(movie.ReleaseYear)),
            new(FieldKind.Names, options.GenreWeight, movie => string.Join(Bar, movie.Genres)),
            new(FieldKind.Names, options.DirectorWeight, movie => string.Join(Bar, movie.Details?.Directors ?? [])),
            new(FieldKind.Names, options.CastWeight, movie => string.Join(Bar, movie.Details?.Cast ?? [])),
            new(FieldKind.Names, options.CountryWeight, movie => string.Join(Bar, movie.Details?.Countries ?? [])),
            new(FieldKind.Words, options.SynopsisWeight / 2, movie => movie.Details?.Synopsis ?? ""),
            new(FieldKind.Characters, options.SynopsisWeight / 2, movie => movie.Details?.ChineseSynopsis ?? ""),
        ];
        return [.. all.Where(field => field.Weight > 0)];
    }

    /// <summary>The year and those around it, so that two years have the more terms in common the nearer they are.</summary>
    private static string Years(int year) => year == 0
        ? ""
        : string.Join(Bar, Enumerable.Range(year - YearsApart, (2 * YearsApart) + 1).Select(near => near.ToString(CultureInfo.InvariantCulture)));
}
