using System.CommandLine;

namespace SparrowRecSys.Offline.Commands;

/// <summary><c>sparrow data</c>: everything about data sets.</summary>
internal static class DataCommand
{
    public static Command Create() => new("data", "Make, download, check and look at data sets.")
    {
        DataCheckCommand.Create(),
        DataDescribeCommand.Create(),
        DataDownloadCommand.Create(),
        DataGenerateCommand.Create(),
    };
}
