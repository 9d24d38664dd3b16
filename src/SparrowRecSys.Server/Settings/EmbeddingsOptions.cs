namespace SparrowRecSys.Server.Settings;

/// <summary>Section <c>Embeddings</c> of the configuration.</summary>
internal sealed class EmbeddingsOptions
{
    public const string SectionName = "Embeddings";

    /// <summary>
    /// Folder with embedding files, each named for its embedding; relative to the current directory. Default empty: the folder
    /// <c>embeddings</c> beside the models folder.
    /// </summary>
    public string Directory { get; set; } = "";
}
