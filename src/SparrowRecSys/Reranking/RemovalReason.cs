namespace SparrowRecSys.Reranking;

/// <summary>Why a filter removed a candidate.</summary>
public enum RemovalReason
{
    /// <summary>It did not: the candidate is kept.</summary>
    None,

    /// <summary>The user has rated the movie.</summary>
    Rated,

    /// <summary>The query excludes the movie.</summary>
    Excluded,

    /// <summary>The movie is not of the genre the query asks for.</summary>
    Genre,

    /// <summary>The movie was not released in the years the query asks for; an unknown year is in none.</summary>
    Year,
}
