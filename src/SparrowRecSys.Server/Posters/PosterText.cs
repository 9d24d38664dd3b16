using SparrowRecSys.Catalog;

namespace SparrowRecSys.Server.Posters;

/// <summary>The words on a poster, cleaned. Empty where the fact is not known. Immutable.</summary>
/// <param name="Title">In the site's natural order.</param>
/// <param name="SecondTitle">Original or Chinese title, one short line.</param>
/// <param name="Year">Digits.</param>
/// <param name="Directors">At most two names.</param>
/// <param name="Country">First production country, in English.</param>
internal sealed record PosterText(string Title, string SecondTitle, string Year, string Directors, string Country)
{
    private const int MaxSecondTitleLength = 34;

    public static PosterText Of(Movie movie)
    {
        string title = Typesetting.Clean(movie.DisplayTitle);
        return new PosterText(
            title.Length > 0 ? title : "#" + movie.MovieId,
            SecondTitleOf(movie, title),
            movie.ReleaseYear > 0 ? movie.ReleaseYear.ToString("0") : "",
            DirectorsOf(movie.Details?.Directors ?? []),
            movie.Details is { Countries: [string country, ..] } ? country : "");
    }

    private static string SecondTitleOf(Movie movie, string title)
    {
        if (movie.Details is not { } details)
        {
            return "";
        }

        string second = Typesetting.Clean(details.OriginalTitle.Length > 0 ? details.OriginalTitle : details.ChineseTitle);
        bool repeats = second.Equals(title, StringComparison.OrdinalIgnoreCase);
        return repeats || second.Length > MaxSecondTitleLength ? "" : second;
    }

    private static string DirectorsOf(IReadOnlyList<string> directors) => directors.Count switch
    {
        0 => "",
        1 => Typesetting.Clean(directors[0]),
        2 when directors[0].Length + directors[1].Length < 34 => Typesetting.Clean($"{directors[0]} & {directors[1]}"),
        _ => Typesetting.Clean($"{directors[0]} et al."),
    };
}
