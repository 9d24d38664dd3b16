using System.ComponentModel.DataAnnotations;

namespace SparrowRecSys.Server.Settings;

/// <summary>Section <c>Models</c> of the configuration.</summary>
internal sealed class ModelsOptions
{
    public const string SectionName = "Models";

    /// <summary>
    /// Folder with a folder for each model; relative to the current directory. Default empty: the folder <c>data/models</c> of the server's home.
    /// </summary>
    public string Directory { get; set; } = "";

    /// <summary>
    /// Seconds after which the folder is looked at again, for what the file system does not tell of; what it tells of is seen at once. Default 2;
    /// 0: models change by <c>POST /api/v1/models/reload</c> only.
    /// </summary>
    [Range(0.0, 3600.0)]
    public double PollSeconds { get; set; } = 2;
}
