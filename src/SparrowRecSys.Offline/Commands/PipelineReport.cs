using SparrowRecSys.Catalog;
using SparrowRecSys.Evaluation;
using SparrowRecSys.Offline.Evaluation;
using SparrowRecSys.Offline.Models;
using SparrowRecSys.Offline.RetrievalMethods;
using Spectre.Console;

namespace SparrowRecSys.Offline.Commands;

/// <summary>The tables that close <c>sparrow pipeline</c>.</summary>
internal static class PipelineReport
{
    public static void Write(
        IAnsiConsole console, DataSet data, IReadOnlyList<PipelineStage> stages, IReadOnlyList<LearnedRetrieval> retrieval, RankerOutput model,
        ServedReport served, string directory)
    {
        console.Write(ToTable(data, stages, retrieval, model));
        if (served.Rows.Count > 0)
        {
            console.Write(ToTable(served.Rows));
            console.Write(ToTable(served.Channels));
        }

        if (data.IsSimulated)
        {
            console.WriteLine("The ratings are simulated: these numbers say nothing about real people.");
        }

        console.WriteLine($"Written to {directory}: retrieval/{{{string.Join(",", retrieval.Select(learned => learned.Method.Name))}}}, models/{model.Schema.Name}");
    }

    private static Table ToTable(DataSet data, IReadOnlyList<PipelineStage> stages, IReadOnlyList<LearnedRetrieval> retrieval, RankerOutput model)
    {
        RankerSummary summary = model.Summary;
        Table table = new Table().AddColumns("", "").HideHeaders();
        table.AddRow("data", $"{data.Movies.Count:N0} movies, {data.Ratings.Count:N0} ratings of {data.Ratings.UserCount:N0} users, hash {data.Hash}");
        table.AddRow("refused rows", $"{data.Report.Files.Sum(file => file.BadRowCount):N0}");
        foreach (LearnedRetrieval learned in retrieval)
        {
            table.AddRow(learned.Method.Name, Markup.Escape(string.Join(", ", learned.Output.Facts.Select(fact => $"{fact.Key} {fact.Value}"))));
        }

        table.AddRow($"{model.Schema.Name}, test AUC", $"{summary.Test.Auc:f4}; movie average {summary.Baselines.MovieAverage:f4}, popularity {summary.Baselines.Popularity:f4}");
        table.AddRow($"{model.Schema.Name}, parity", $"{summary.Parity:g2}");
        table.AddRow("seconds", string.Join(", ", stages.Select(stage => $"{stage.Name} {stage.Seconds:f1}")));
        return table;
    }

    private static Table ToTable(IReadOnlyList<ServedRow> served)
    {
        Table table = new Table()
            .Title($"Recommended for you: last positive movie held out, {served[0].Result.Users:N0} users, full ranking")
            .AddColumns("list", "ranker", $"HitRate@{ServedQuality.K}", "95 %", $"NDCG@{ServedQuality.K}", "95 %");
        foreach (ServedRow row in served)
        {
            MetricEstimate hitRate = row.Result[$"HitRate@{ServedQuality.K}"];
            MetricEstimate ndcg = row.Result[$"NDCG@{ServedQuality.K}"];
            table.AddRow(row.Name, row.Ranker, Value(hitRate), Interval(hitRate), Value(ndcg), Interval(ndcg));
        }

        return table;
    }

    private static Table ToTable(IReadOnlyList<ChannelRecall> channels)
    {
        Table table = new Table().Title("Channels: share of the held-out movies among their candidates").AddColumns("channel", "candidates", "recall");
        foreach (ChannelRecall channel in channels)
        {
            table.AddRow(channel.Name, $"{channel.Candidates:f1}", $"{channel.Recall:f4}");
        }

        return table;
    }

    private static string Value(MetricEstimate estimate) => $"{estimate.Value:f4}";

    private static string Interval(MetricEstimate estimate) => $"{estimate.Lower:f4} to {estimate.Upper:f4}";
}
