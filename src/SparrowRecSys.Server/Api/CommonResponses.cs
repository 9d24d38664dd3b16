using SparrowRecSys.Features;

namespace SparrowRecSys.Server.Api;

/// <summary>A list, and where its next page begins.</summary>
/// <param name="Items">At most as many as were asked for.</param>
/// <param name="NextCursor">Hand it back as <c>cursor</c>; null at the end.</param>
internal sealed record ListResponse<T>(IReadOnlyList<T> Items, string? NextCursor);

/// <summary>Why a movie is shown.</summary>
/// <param name="Kind"><c>liked</c>, <c>genre</c> or <c>popular</c>.</param>
/// <param name="MovieId">The movie that was liked; null for other kinds, as the titles are.</param>
/// <param name="Title">Its title.</param>
/// <param name="TitleZh">Its Chinese title; empty where unknown.</param>
/// <param name="Genre">The genre that is liked; null for other kinds.</param>
internal sealed record ReasonResponse(string Kind, int? MovieId, string? Title, string? TitleZh, string? Genre)
{
    public static ReasonResponse Popular { get; } = new("popular", null, null, null, null);

    public static ReasonResponse OfGenre(string? genre) => new("genre", null, null, null, genre);

    public static ReasonResponse OfLiked(Catalog.Movie movie) =>
        new("liked", movie.MovieId, movie.DisplayTitle, movie.Details?.ChineseTitle ?? "", null);
}

/// <summary>A user's taste, for the site to put into words.</summary>
/// <param name="Kind"><c>director</c>, <c>genre</c>, <c>era</c> or <c>new</c>.</param>
/// <param name="Genres">At most two.</param>
/// <param name="Director">Null when none stands out.</param>
/// <param name="Decade">First year; null when none stands out.</param>
internal sealed record PersonaResponse(string Kind, IReadOnlyList<string> Genres, string? Director, int? Decade)
{
    public static PersonaResponse Of(Persona persona)
    {
        string kind = persona.Kind switch
        {
            PersonaKind.Director => "director",
            PersonaKind.Genre => "genre",
            PersonaKind.Era => "era",
            _ => "new",
        };
        return new PersonaResponse(kind, persona.Genres, persona.Director, persona.Decade);
    }
}
