namespace SparrowRecSys.Server.Settings;

/// <summary>Section <c>Models</c> of the configuration.</summary>
internal sealed class ModelsOptions
{
    public const string SectionName = "Models";

    /// <summary>
    /// Folder with a folder for each model; relative to the current directory. Default empty: the folder <c>data/models</c> of the server's home.
    /// </summary>
    public string Directory { get; set; } = "";
}
