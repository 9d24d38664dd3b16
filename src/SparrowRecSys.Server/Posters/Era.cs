namespace SparrowRecSys.Server.Posters;

/// <summary>Periods of poster design; they decide colour treatment, print texture, type and layout.</summary>
internal enum Era
{
    /// <summary>Before 1935: art deco.</summary>
    Deco,

    /// <summary>1935 to 1959: few printing inks, halftone.</summary>
    Print,

    /// <summary>1960 to 1979: flat cut-outs.</summary>
    Flat,

    /// <summary>1980 to 1989: neon on dark.</summary>
    Neon,

    /// <summary>1990 to 1999: dark and muted.</summary>
    Muted,

    /// <summary>2000 to 2012: cool gradients.</summary>
    Cool,

    /// <summary>From 2013, and unknown years: minimal.</summary>
    Minimal,
}

internal static class Eras
{
    /// <param name="year">0 where unknown.</param>
    public static Era Of(int year) => year switch
    {
        <= 0 => Era.Minimal,
        < 1935 => Era.Deco,
        < 1960 => Era.Print,
        < 1980 => Era.Flat,
        < 1990 => Era.Neon,
        < 2000 => Era.Muted,
        < 2013 => Era.Cool,
        _ => Era.Minimal,
    };
}
