namespace SparrowRecSys.Site.Tests;

/// <summary>Who comes to the site, with what. By default a new visitor with an English browser on a laptop.</summary>
public sealed record Visit
{
    /// <summary>Pixels; a phone (touch, mobile layout) below 600.</summary>
    public int Width { get; init; } = 1280;

    public int Height { get; init; } = 900;

    public string Locale { get; init; } = "en-US";

    /// <summary>What the system prefers: <c>dark</c> or <c>light</c>.</summary>
    public string Theme { get; init; } = "dark";

    /// <summary>A user of the data; <see langword="null"/> for a new visitor, to whom the site gives an id nobody had before.</summary>
    public int? UserId { get; init; }

    public bool ReducedMotion { get; init; }

    public bool IsPhone => Width < 600;
}
