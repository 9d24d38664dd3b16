namespace SparrowRecSys.Server.Posters;

/// <summary>Three inks a country is known by; they colour the short rule under the title.</summary>
internal static class Flags
{
    private static readonly Dictionary<string, Ink[]> Inks = new()
    {
        ["USA"] = Parse("b22234 f2f2f2 3c3b6e"),
        ["UK"] = Parse("012169 f2f2f2 c8102e"),
        ["France"] = Parse("1f3a93 f2f2f2 e1363f"),
        ["Italy"] = Parse("1f8a4c f2f2f2 ce2b37"),
        ["Germany"] = Parse("1a1a1a dd2a1b f2c230"),
        ["Spain"] = Parse("aa151b f1bf00 aa151b"),
        ["Japan"] = Parse("f2f2f2 bc002d f2f2f2"),
        ["China"] = Parse("de2910 de2910 ffde00"),
        ["Hong Kong"] = Parse("de2910 f2f2f2 de2910"),
        ["Taiwan"] = Parse("d01f34 f2f2f2 27348b"),
        ["South Korea"] = Parse("cd2e3a f2f2f2 0047a0"),
        ["India"] = Parse("ff9933 f2f2f2 138808"),
        ["Soviet Union"] = Parse("c62828 c62828 f5c400"),
        ["Russia"] = Parse("f2f2f2 2a4fa3 d52b1e"),
        ["Sweden"] = Parse("2a6aa8 f5c400 2a6aa8"),
        ["Denmark"] = Parse("c60c30 f2f2f2 c60c30"),
        ["Norway"] = Parse("ba0c2f f2f2f2 24418e"),
        ["Poland"] = Parse("f2f2f2 f2f2f2 dc143c"),
        ["Iran"] = Parse("239f40 f2f2f2 da0000"),
        ["Brazil"] = Parse("1b9b4b f5d000 2b3f8f"),
        ["Mexico"] = Parse("0a6847 f2f2f2 ce1126"),
        ["Argentina"] = Parse("74acdf f2f2f2 74acdf"),
        ["Canada"] = Parse("d52b1e f2f2f2 d52b1e"),
        ["Australia"] = Parse("1b2f7a f2f2f2 e4002b"),
        ["Ireland"] = Parse("169b62 f2f2f2 ff883e"),
    };

    /// <summary>Three inks, or <see langword="null"/> for a country without an entry.</summary>
    public static Ink[]? Find(string country) => Inks.GetValueOrDefault(country);

    private static Ink[] Parse(string inks) => [.. inks.Split(' ').Select(Ink.Parse)];
}
