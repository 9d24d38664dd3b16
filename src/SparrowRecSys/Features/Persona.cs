namespace SparrowRecSys.Features;

/// <summary>A user's taste in a few words, drawn from the ratings: what the user likes much more than others do.</summary>
/// <param name="Kind">What stands out most.</param>
/// <param name="Genres">At most two genres, the most telling first; empty when none stands out.</param>
/// <param name="Director">The director whose films the user likes most, when there are at least three; else <see langword="null"/>.</param>
/// <param name="Decade">First year of the decade that stands out; else <see langword="null"/>.</param>
public sealed record Persona(PersonaKind Kind, IReadOnlyList<string> Genres, string? Director, int? Decade);

/// <summary>What stands out in a user's taste.</summary>
public enum PersonaKind
{
    /// <summary>Nothing yet: the user has liked nothing.</summary>
    New,

    /// <summary>One or two genres.</summary>
    Genre,

    /// <summary>A director.</summary>
    Director,

    /// <summary>A decade.</summary>
    Era,
}
