namespace SparrowRecSys.Offline.Simulation;

/// <summary>
/// A few films that most people have heard of wherever they live. Their fame cannot be read from their genres, countries and people, so it
/// is stated here; all other fame is derived from facts. Natural titles with years; what a catalog does not have does not matter.
/// </summary>
internal static class HouseholdNames
{
    private static readonly HashSet<string> Titles = new(StringComparer.Ordinal)
    {
        "Avatar (2009)", "Avengers: Endgame (2019)", "Back to the Future (1985)", "Braveheart (1995)", "Casablanca (1942)", "E.T. the Extra-Terrestrial (1982)",
        "Farewell My Concubine (1993)", "Fight Club (1999)", "Finding Nemo (2003)", "Forrest Gump (1994)", "Frozen (2013)", "Gladiator (2000)",
        "Harry Potter and the Sorcerer's Stone (2001)", "Home Alone (1990)", "Inception (2010)", "Interstellar (2014)", "Jaws (1975)", "Jurassic Park (1993)",
        "My Neighbor Totoro (1988)", "Parasite (2019)", "Psycho (1960)", "Pulp Fiction (1994)", "Raiders of the Lost Ark (1981)",
        "Saving Private Ryan (1998)", "Schindler's List (1993)", "Se7en (1995)", "Shrek (2001)", "Spirited Away (2001)",
        "Star Wars: Episode IV - A New Hope (1977)", "Star Wars: Episode V - The Empire Strikes Back (1980)", "Terminator 2: Judgment Day (1991)",
        "The Dark Knight (2008)", "The Godfather (1972)", "The Green Mile (1999)", "The Lion King (1994)",
        "The Lord of the Rings: The Fellowship of the Ring (2001)", "The Lord of the Rings: The Return of the King (2003)", "The Matrix (1999)",
        "The Shawshank Redemption (1994)", "The Silence of the Lambs (1991)", "The Sixth Sense (1999)", "Titanic (1997)", "Toy Story (1995)",
        "Up (2009)", "WALL·E (2008)", "Your Name. (2016)", "Zootopia (2016)",
    };

    public static int Count => Titles.Count;

    /// <param name="displayTitle">Title in natural order.</param>
    /// <param name="releaseYear">Year of the release.</param>
    public static bool Contains(string displayTitle, int releaseYear) => Titles.Contains($"{displayTitle} ({releaseYear})");
}
