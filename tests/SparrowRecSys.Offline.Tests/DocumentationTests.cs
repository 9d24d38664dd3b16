using System.CommandLine;
using System.Text.RegularExpressions;
using SparrowRecSys.Offline.Commands;

namespace SparrowRecSys.Offline.Tests;

/// <summary>What the documents say of commands, files and folders is so.</summary>
public sealed partial class DocumentationTests
{
    [Theory]
    [InlineData("README.md")]
    [InlineData("README.zh-CN.md")]
    [InlineData("docs/data.md")]
    [InlineData("docs/indexes.md")]
    [InlineData("docs/models.md")]
    [InlineData("docs/serving.md")]
    public void Every_sparrow_command_in_it_can_be_parsed(string document)
    {
        string text = File.ReadAllText(Repository.PathOf(document));
        string[] lines = [.. SparrowCommandLine().Matches(text).Select(match => match.Groups[1].Value.Trim())];

        string[] wrong = [.. lines.Where(line => SparrowCommand.Create().Parse(Complete(line)).Errors.Count > 0)];

        Assert.NotEmpty(lines);
        Assert.Empty(wrong);
    }

    [Theory]
    [InlineData("README.md")]
    [InlineData("README.zh-CN.md")]
    [InlineData("CONTRIBUTING.md")]
    [InlineData("docs/architecture.md")]
    [InlineData("docs/data.md")]
    [InlineData("docs/indexes.md")]
    [InlineData("docs/models.md")]
    [InlineData("docs/serving.md")]
    public void Every_file_it_links_to_is_there(string document)
    {
        string folder = Path.GetDirectoryName(Repository.PathOf(document))!;
        string text = File.ReadAllText(Repository.PathOf(document));

        string[] missing = [..
            from match in RelativeLink().Matches(text)
            let target = Path.Combine(folder, match.Groups[1].Value)
            where !File.Exists(target) && !Directory.Exists(target)
            select match.Groups[1].Value];

        Assert.Empty(missing);
    }

    [Fact]
    public void Every_example_in_the_help_of_a_command_can_be_parsed()
    {
        string[] examples = [.. Leaves(SparrowCommand.Create()).SelectMany(command => HelpExample().Matches(command.Description ?? "")).Select(match => match.Groups[1].Value)];

        string[] wrong = [.. examples.Where(example => SparrowCommand.Create().Parse(Complete(example)).Errors.Count > 0)];

        Assert.NotEmpty(examples);
        Assert.Empty(wrong);
    }

    [Fact]
    public void Every_command_shows_examples() =>
        Assert.Empty(Leaves(SparrowCommand.Create()).Where(command => !(command.Description ?? "").Contains("Examples:", StringComparison.Ordinal)).Select(command => command.Name));

    /// <summary>A command named in running text may leave out what it requires.</summary>
    private static string[] Complete(string line)
    {
        string[] words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words switch
        {
            ["data", "generate"] => [.. words, "--out", "x"],
            _ => [.. words.TakeWhile(word => word is not ">" and not "|")],
        };
    }

    private static IEnumerable<Command> Leaves(Command command) =>
        command.Subcommands.Count == 0 ? [command] : command.Subcommands.SelectMany(Leaves);

    [GeneratedRegex(@"(?:^|`)sparrow ((?!=)[^`\n#]+)", RegexOptions.Multiline)]
    private static partial Regex SparrowCommandLine();

    [GeneratedRegex(@"^\s*sparrow (.+)$", RegexOptions.Multiline)]
    private static partial Regex HelpExample();

    [GeneratedRegex(@"\]\((?!https?:|#)([^)#\s]+)")]
    private static partial Regex RelativeLink();
}
