namespace SparrowRecSys.Site.Tests;

/// <summary>One address of every page, by the page's name.</summary>
internal static class PageAddresses
{
    public const int KnownUser = 648;

    private static readonly Dictionary<string, string> Addresses = new()
    {
        ["home"] = "/",
        ["movie"] = "/movie.html?movieId=1436",
        ["user"] = $"/user.html?id={KnownUser}",
        ["foryou"] = "/foryou.html",
        ["collection"] = "/collection.html?type=genre&value=Film-Noir",
        ["search"] = "/search.html?q=kurosawa",
        ["notfound"] = "/no/such/page",
    };

    public static IEnumerable<string> Names => Addresses.Keys;

    public static string Of(string page) => Addresses[page];
}
