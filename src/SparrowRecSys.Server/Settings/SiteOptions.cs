namespace SparrowRecSys.Server.Settings;

/// <summary>Section <c>Site</c> of the configuration.</summary>
internal sealed class SiteOptions
{
    public const string SectionName = "Site";

    /// <summary>
    /// Folder with the site; relative to the current directory. <c>--webroot DIR</c> says the same. Default empty: the folder <c>wwwroot</c> of
    /// the server's home.
    /// </summary>
    public string Directory { get; set; } = "";

    /// <summary>
    /// Content-Security-Policy of every answer. Default null: a strict one for our own site, none for another folder, since older pages
    /// have scripts inline.
    /// </summary>
    public string? ContentSecurityPolicy { get; set; }
}
