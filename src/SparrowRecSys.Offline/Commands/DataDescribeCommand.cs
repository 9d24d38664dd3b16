using System.CommandLine;
using System.Globalization;
using SparrowRecSys.Catalog;
using SparrowRecSys.Offline.Data;
using Spectre.Console;

namespace SparrowRecSys.Offline.Commands;

/// <summary><c>sparrow data describe</c>: the statistics of a data set.</summary>
internal static class DataDescribeCommand
{
    private const string Help = """
        Describe a data set: counts, scores, how skewed popularity is, how active users are, when they rated, genres.

        Examples:
          sparrow data describe data
          sparrow data describe ml-latest-small --json
        """;

    private static readonly Argument<string> Directory = new("DIR") { Description = "Directory of the data set, in any MovieLens layout." };

    public static Command Create() => new Command("describe", Help) { Directory, CommandLine.Json }.Runs(Run);

    private static void Run(ParseResult parsed, CancellationToken cancellation)
    {
        DataSet data = DataSetLoader.Load(parsed.GetRequiredValue(Directory));
        cancellation.ThrowIfCancellationRequested();
        var statistics = DataStatistics.Of(data);
        if (parsed.GetValue(CommandLine.Json))
        {
            CommandLine.WriteJson(statistics);
        }
        else
        {
            Show(statistics, CommandLine.Results);
        }
    }

    internal static void Show(DataStatistics statistics, IAnsiConsole console)
    {
        string title = $"{statistics.Directory} ({statistics.Layout})" + (statistics.IsSimulated ? ": simulated ratings" : "");
        console.Write(Facts(statistics).Title(Markup.Escape(title)));
        console.Write(Scores(statistics));
        console.Write(Spread(statistics));
        console.Write(Genres(statistics));
        if (statistics.IsSimulated)
        {
            console.WriteLine("The ratings are simulated: these numbers describe the simulation, not people.");
        }
    }

    private static Table Facts(DataStatistics statistics)
    {
        Table table = new Table().AddColumn("").AddColumn("", column => column.RightAligned()).HideHeaders();
        table.AddRow("movies", Count(statistics.Movies));
        table.AddRow("  with a rating", Count(statistics.RatedMovies));
        table.AddRow("users", Count(statistics.Users));
        table.AddRow("ratings", Count(statistics.Ratings));
        table.AddRow("sparsity", Percent(statistics.Sparsity));
        table.AddRow("mean score", statistics.MeanScore.ToString("0.00", CultureInfo.InvariantCulture));
        table.AddRow("first rating", Day(statistics.FirstRatingAt));
        table.AddRow("last rating", Day(statistics.LastRatingAt));
        table.AddRow("Gini of popularity", statistics.PopularityGini.ToString("0.000", CultureInfo.InvariantCulture));
        table.AddRow("ratings of the top 1 % of movies", Percent(statistics.Top1PercentShare));
        table.AddRow("ratings of the top 10 % of movies", Percent(statistics.Top10PercentShare));
        table.AddRow("hash", statistics.Hash);
        return table;
    }

    private static Table Scores(DataStatistics statistics)
    {
        Table table = NewTable("stars", "ratings", "share").AddColumn("");
        int most = Math.Max(1, statistics.ScoreHistogram.Max());
        for (int i = 0; i < statistics.ScoreHistogram.Count; i++)
        {
            int count = statistics.ScoreHistogram[i];
            string stars = ((i + 1) / 2.0).ToString("0.0", CultureInfo.InvariantCulture);
            table.AddRow(stars, Count(count), Percent((double)count / Math.Max(1, statistics.Ratings)), new string('█', (int)(30L * count / most)));
        }

        return table;
    }

    private static Table Spread(DataStatistics statistics)
    {
        Table table = NewTable("ratings of a", "min", "25 %", "median", "75 %", "90 %", "99 %", "max", "mean");
        AddSpread(table, "user", statistics.RatingsPerUser);
        AddSpread(table, "movie", statistics.RatingsPerMovie);
        return table;
    }

    private static void AddSpread(Table table, string name, Quantiles of) => table.AddRow(
        name, Count(of.Min), Count(of.P25), Count(of.Median), Count(of.P75), Count(of.P90), Count(of.P99), Count(of.Max),
        of.Mean.ToString("N1", CultureInfo.InvariantCulture));

    private static Table Genres(DataStatistics statistics)
    {
        Table table = NewTable("genre", "movies", "ratings");
        foreach (GenreCount genre in statistics.Genres)
        {
            table.AddRow(Markup.Escape(genre.Name), Count(genre.Movies), Count(genre.Ratings));
        }

        return table;
    }

    private static Table NewTable(params string[] columns)
    {
        Table table = new Table().AddColumn(columns[0]);
        foreach (string name in columns.Skip(1))
        {
            table.AddColumn(name, column => column.RightAligned());
        }

        return table;
    }

    private static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    private static string Percent(double share) => (100 * share).ToString("0.00", CultureInfo.InvariantCulture) + " %";

    private static string Day(DateTimeOffset? time) => time?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "-";
}
