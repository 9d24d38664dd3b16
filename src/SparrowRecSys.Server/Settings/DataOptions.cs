using System.ComponentModel.DataAnnotations;

namespace SparrowRecSys.Server.Settings;

/// <summary>Section <c>Data</c> of the configuration.</summary>
internal sealed class DataOptions
{
    public const string SectionName = "Data";

    /// <summary>
    /// Folder with the data set; relative to the current directory. Default empty: the folder <c>data</c> of the server's home.
    /// </summary>
    public string Directory { get; set; } = "";

    /// <summary>Share of refused rows in a file, 0 to 1, past which the server does not start. Default 0.01.</summary>
    [Range(0.0, 1.0)]
    public double MaxBadRowShare { get; set; } = 0.01;
}
