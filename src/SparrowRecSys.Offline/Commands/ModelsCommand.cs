using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using SparrowRecSys.Offline.Models;
using Spectre.Console;

namespace SparrowRecSys.Offline.Commands;

/// <summary><c>sparrow models</c>: which versions of the trained rankers there are, which of them serves, and rolling back.</summary>
internal static class ModelsCommand
{
    private const string ListHelp = """
        List every version of every trained ranker, with what the server makes of it.

        active    serves; pinned where 'sparrow models activate' chose it, else the newest valid one
        newer     valid and newer than the active one
        older     valid and older
        refused   must not serve; the reason says what was found and what was expected
        Each version is checked as the server does at load: files, schema, hash, and the trainer's scores. The server also refuses a model that was learned
        from other data than it serves, unless its models folder was named.

        Examples:
          sparrow models list
          sparrow models list --models out/small/models --json
        """;

    private const string ActivateHelp = """
        Choose the version that serves. A running server follows within a second or two, without a failed request.

        Examples:
          sparrow models activate neuralcf 1
          sparrow models activate neuralcf latest
        """;

    private const string RemoveHelp = """
        Remove a version from the disk. The active one only where another valid one will serve in its place.

        Examples:
          sparrow models remove neuralcf 1
        """;

    private static readonly Option<string> Models = new("--models") { Description = "Folder with a folder for each model.", DefaultValueFactory = _ => "data/models" };
    private static readonly Argument<string> Name = new("name") { Description = "Name of the model." };
    private static readonly Argument<string> Version = new("version") { Description = "Number of the version, or latest: the newest valid one, now and later." };
    private static readonly Argument<string> Removed = new("version") { Description = "Number of the version." };

    public static Command Create() => new("models", "Look at trained rankers, roll one back, remove one.")
    {
        new Command("list", ListHelp) { Models, CommandLine.Json }.Runs(List),
        new Command("activate", ActivateHelp) { Name, Version, Models, CommandLine.Json }.Runs(Activate),
        new Command("remove", RemoveHelp) { Name, Removed, Models, CommandLine.Json }.Runs(Remove),
    };

    private static void List(ParseResult parsed, CancellationToken cancellation)
    {
        ModelShelf shelf = Open(parsed);
        ShelvedModel[] models = [.. shelf.Names.SelectMany(name =>
        {
            cancellation.ThrowIfCancellationRequested();
            return shelf.Look(name);
        })];
        if (parsed.GetValue(CommandLine.Json))
        {
            CommandLine.WriteJson(models);
            return;
        }

        Table table = new Table().AddColumns("name", "version", "created", "test AUC", "parity", "state", "reason");
        foreach (ShelvedModel model in models)
        {
            string state = model.State == ModelState.Active && model.IsPinned ? "active (pinned)" : NameOf(model.State);
            table.AddRow(
                Markup.Escape(model.Name), $"{model.Version}", model.Created?.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) ?? "", Number(model.TestAuc, "f4"),
                Number(model.Parity, "g2"), state, Markup.Escape(model.Reason ?? ""));
        }

        CommandLine.Results.Write(table);
    }

    private static void Activate(ParseResult parsed, CancellationToken cancellation)
    {
        ModelShelf shelf = Open(parsed);
        string name = parsed.GetRequiredValue(Name);
        string version = parsed.GetRequiredValue(Version);
        ShelvedModel active = version == "latest" ? shelf.Unpin(name) : shelf.Pin(name, ReadVersion(version, "a number or latest"));
        Say(parsed, active, active.IsPinned
            ? $"{name} version {active.Version} is pinned."
            : $"{name} is no longer pinned: version {active.Version} is the newest valid one.");
    }

    private static void Remove(ParseResult parsed, CancellationToken cancellation)
    {
        ModelShelf shelf = Open(parsed);
        string name = parsed.GetRequiredValue(Name);
        int version = ReadVersion(parsed.GetRequiredValue(Removed), "a number");
        ShelvedModel? active = shelf.Remove(name, version);
        Say(parsed, active, $"{name} version {version} is removed; {(active is null ? "no version of it serves" : $"version {active.Version} serves")}.");
    }

    private static void Say(ParseResult parsed, ShelvedModel? active, string line)
    {
        if (parsed.GetValue(CommandLine.Json))
        {
            CommandLine.WriteJson(new { active });
        }
        else
        {
            CommandLine.Console.MarkupLineInterpolated($"{line}");
        }
    }

    private static ModelShelf Open(ParseResult parsed)
    {
        string folder = parsed.GetRequiredValue(Models);
        return Directory.Exists(folder)
            ? new ModelShelf(folder)
            : throw new UsageException($"{Models.Name}: there is no folder at '{Path.GetFullPath(folder)}'.");
    }

    private static int ReadVersion(string text, string allowed) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int version) && version > 0
            ? version
            : throw new UsageException($"version: found '{text}', expected {allowed}.");

    private static string Number(double? value, string format) => value?.ToString(format, CultureInfo.InvariantCulture) ?? "";

    private static string NameOf(ModelState state) => JsonNamingPolicy.CamelCase.ConvertName(state.ToString());
}
