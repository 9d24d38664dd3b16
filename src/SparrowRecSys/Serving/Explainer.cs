using SparrowRecSys.Catalog;
using SparrowRecSys.Embeddings;
using SparrowRecSys.Features;

namespace SparrowRecSys.Serving;

/// <summary>Says why a movie suits a user. Called for the movies that are shown only. Thread-safe.</summary>
/// <param name="movies">Gives the genres.</param>
/// <param name="table">Aligned to the catalog; <see langword="null"/>: no reason is a liked movie.</param>
public sealed class Explainer(MovieCatalog movies, EmbeddingTable? table)
{
    /// <summary>From this cosine on two movies are near enough to name one as the reason for the other; below, people see no kinship.</summary>
    public const float NearCosine = 0.4f;

    /// <summary>Liked movies that are compared, the most recent ones: older ones are forgotten, and the cost has a bound.</summary>
    public const int ComparedMovies = 200;

    /// <summary>The strongest reason: a liked movie that is near, else a liked genre, else that many people like the movie.</summary>
    public Explanation Explain(UserState user, int movieRow)
    {
        (int likedRow, float similarity) = FindNearestLiked(user, movieRow);
        (int genre, float affinity) = FindBestGenre(user, movieRow);
        ReasonKind kind = likedRow >= 0 && similarity >= NearCosine ? ReasonKind.Liked
            : genre >= 0 ? ReasonKind.Genre
            : ReasonKind.Popular;
        return new Explanation(kind, likedRow, similarity, genre < 0 ? null : movies.Genres[genre], affinity);
    }

    private (int Row, float Similarity) FindNearestLiked(UserState user, int movieRow)
    {
        (int best, float bestCosine) = (-1, 0);
        if (table is null || !table.HasVector(movieRow))
        {
            return (best, bestCosine);
        }

        ReadOnlySpan<int> liked = user.Positives;
        foreach (int row in liked[..Math.Min(liked.Length, ComparedMovies)])
        {
            float cosine = table.Cosine(row, movieRow);
            if (row != movieRow && cosine > bestCosine)
            {
                (best, bestCosine) = (row, cosine);
            }
        }

        return (best, bestCosine);
    }

    private (int Genre, float Affinity) FindBestGenre(UserState user, int movieRow)
    {
        (int best, float bestAffinity) = (-1, 0);
        foreach (byte genre in movies.GenreIndexes(movieRow))
        {
            if (user.GenreAffinity[genre] > bestAffinity)
            {
                (best, bestAffinity) = (genre, user.GenreAffinity[genre]);
            }
        }

        return (best, bestAffinity);
    }
}

/// <summary>Kinds of reason.</summary>
public enum ReasonKind
{
    /// <summary>Near to a movie the user liked.</summary>
    Liked,

    /// <summary>Of a genre the user likes.</summary>
    Genre,

    /// <summary>Liked by many.</summary>
    Popular,
}

/// <summary>Why a movie suits a user.</summary>
/// <param name="Kind">The reason to show.</param>
/// <param name="LikedRow">Catalog row of the nearest liked movie; -1 when there is none.</param>
/// <param name="Similarity">Cosine to it, 0 to 1; 0 when there is none.</param>
/// <param name="Genre">The movie's genre that the user likes best; <see langword="null"/> when the user likes none of them.</param>
/// <param name="GenreAffinity">The user's affinity to it, 0 to 1.</param>
public readonly record struct Explanation(ReasonKind Kind, int LikedRow, float Similarity, string? Genre, float GenreAffinity);
