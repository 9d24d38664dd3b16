using System.Text.Json.Nodes;
using SparrowRecSys.Offline.RetrievalMethods;
using Spectre.Console;

namespace SparrowRecSys.Offline.Commands;

/// <summary>What a person sees of a training: a progress bar while it runs, a table when it is done.</summary>
internal static class LearningBar
{
    public static T Run<T>(string name, Func<LearningContext, T> learn, CancellationToken cancellation) =>
        CommandLine.Console.Progress()
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .Start(context => learn(new LearningContext(new Bar(context.AddTask(name, maxValue: 1), name), cancellation)));

    /// <param name="name">Heading.</param>
    /// <param name="facts">What the method reports.</param>
    /// <param name="rows">What the command adds.</param>
    public static void ShowFacts(string name, JsonObject facts, IEnumerable<(string Name, string Value)> rows)
    {
        Table table = new Table().AddColumns(name, "").HideHeaders();
        foreach ((string fact, JsonNode? value) in facts)
        {
            table.AddRow(Markup.Escape(fact), Markup.Escape(value?.ToString() ?? ""));
        }

        foreach ((string row, string value) in rows)
        {
            table.AddRow(Markup.Escape(row), Markup.Escape(value));
        }

        CommandLine.Console.Write(table);
    }

    private sealed class Bar(ProgressTask task, string name) : IProgress<LearningProgress>
    {
        public void Report(LearningProgress value)
        {
            task.Value = value.Done;
            task.Description = value.Text.Length == 0 ? name : $"{name}: {Markup.Escape(value.Text)}";
        }
    }
}
