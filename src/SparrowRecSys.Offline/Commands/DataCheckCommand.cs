using System.CommandLine;
using SparrowRecSys.Catalog;
using Spectre.Console;

namespace SparrowRecSys.Offline.Commands;

/// <summary><c>sparrow data check</c>: every bad row of a data set.</summary>
internal static class DataCheckCommand
{
    private const string Help = """
        List every bad row of a data set: file, line, what was found, what was expected. Exit code 1 when there is one.

        A bad row is left out when the data are loaded. Where a user rated a movie more than once, the last row of the file
        stays and the others are bad.

        Examples:
          sparrow data check data
          sparrow data check ml-25m --json > bad.json
        """;

    private static readonly Argument<string> Directory = new("DIR") { Description = "Directory of the data set, in any MovieLens layout." };

    public static Command Create() => new Command("check", Help) { Directory, CommandLine.Json }.Runs(Run);

    private static void Run(ParseResult parsed, CancellationToken cancellation)
    {
        DataSet data = DataSetLoader.Load(parsed.GetRequiredValue(Directory), badRowsKept: int.MaxValue);
        cancellation.ThrowIfCancellationRequested();
        if (parsed.GetValue(CommandLine.Json))
        {
            CommandLine.WriteJson(new { data.Directory, data.Layout, data.Report.Files });
        }
        else
        {
            WriteBadRows(data, System.Console.Out);
            CommandLine.Console.Write(Counts(data));
        }

        int bad = data.Report.Files.Sum(file => file.BadRowCount);
        if (bad > 0)
        {
            throw new InvalidDataException($"{data.Directory}: {bad:N0} of {data.Report.Files.Sum(file => (long)file.Rows):N0} rows are bad.");
        }
    }

    /// <summary>One line for each bad row, as compilers write them.</summary>
    internal static void WriteBadRows(DataSet data, TextWriter output)
    {
        foreach (FileReport file in data.Report.Files)
        {
            foreach (BadRow row in file.BadRows)
            {
                output.Write($"{file.Path}({row.Line}): found {row.Found}, expected {row.Expected}\n");
            }
        }
    }

    private static Table Counts(DataSet data)
    {
        Table table = new Table().AddColumn("file");
        foreach (string name in new[] { "rows", "bad", "share" })
        {
            table.AddColumn(name, column => column.RightAligned());
        }

        foreach (FileReport file in data.Report.Files)
        {
            table.AddRow(Markup.Escape(Path.GetFileName(file.Path)), $"{file.Rows:N0}", $"{file.BadRowCount:N0}", $"{file.BadShare:P2}");
        }

        return table;
    }
}
