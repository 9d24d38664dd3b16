using System.Text.RegularExpressions;
using System.Xml.Linq;
using SparrowRecSys.Evaluation;
using SparrowRecSys.Offline.Commands;
using SparrowRecSys.Offline.Evaluation;
using SparrowRecSys.Offline.Evaluation.Report;
using SparrowRecSys.Offline.Tests.Commands;
using Spectre.Console;

namespace SparrowRecSys.Offline.Tests.Evaluation;

public sealed partial class EvaluationReportTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public EvaluationReportTests() => RetrievalData.Write(_folder.Path);

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("temporal")]
    [InlineData("leave-one-out")]
    [InlineData("ratio")]
    [InlineData("strong")]
    public void It_is_one_page_that_is_well_formed_and_loads_nothing(string protocol)
    {
        string html = EvaluationReport.Write(Run("--protocol", protocol));
        XElement page = Parse(html);

        Assert.Equal("html", page.Name.LocalName);
        Assert.DoesNotMatch(LoadedFromElsewhere(), html);
        Assert.Empty(page.Descendants("script"));
        Assert.All(page.Descendants().Where(element => element.IsEmpty), element => Assert.Equal("meta", element.Name.LocalName));
    }

    [Fact]
    public void Every_model_stands_there_with_all_its_numbers()
    {
        EvaluationOutcome outcome = Run("--models", "popularity,item2vec,popularity+item2vec", "--k", "5,10");
        XElement page = Parse(EvaluationReport.Write(outcome));
        string[] cells = [.. page.Descendants("td").Select(cell => cell.Value)];
        string[] heads = [.. page.Descendants("th").Select(cell => cell.Value)];

        foreach (ModelEvaluation evaluation in outcome.First.Evaluations)
        {
            Assert.Contains(evaluation.Name, heads);
            MetricEstimate[] all = [.. evaluation.Results.SelectMany(result => result.Estimates)];
            Assert.All(all, estimate => Assert.Contains(
                $"{EvaluationWords.Number(estimate.Value)}{EvaluationWords.Number(estimate.Lower)} to {EvaluationWords.Number(estimate.Upper)}", cells));
            Assert.Contains(EvaluationWords.Number(evaluation.Results[0].Lists.Gini), cells);
        }
    }

    [Fact]
    public void Every_drawing_has_a_title_and_a_description_with_every_model()
    {
        XElement page = Parse(EvaluationReport.Write(Run()));
        XElement[] bars = [.. page.Descendants("svg").Where(svg => svg.Element("title")!.Value == "NDCG@10")];

        Assert.All(page.Descendants("svg"), svg => Assert.NotEqual("", svg.Element("desc")!.Value));
        XElement drawing = Assert.Single(bars);
        Assert.Contains("popularity 0.", drawing.Element("desc")!.Value, StringComparison.Ordinal);
        Assert.Contains("item2vec 0.", drawing.Element("desc")!.Value, StringComparison.Ordinal);
        Assert.Single(drawing.Elements("line"), line => line.Attribute("class")!.Value == "baseline");
    }

    [Fact]
    public void Titles_and_names_are_text_whatever_they_hold()
    {
        string path = Path.Combine(_folder.Path, "movies.csv");
        File.WriteAllText(path, File.ReadAllText(path).Replace("Film ", "<b onclick='x'>&amp;\u0001 ", StringComparison.Ordinal));
        string vectors = Path.Combine(_folder.Path, "vectors.csv");
        File.WriteAllLines(vectors, Enumerable.Range(1, RetrievalData.Movies).Select(movie => movie % 2 == 0 ? $"{movie}:0 1" : $"{movie}:1 0"));

        XElement page = Parse(EvaluationReport.Write(Run("--models", "popularity,<i>", "--vectors", "<i>=" + vectors)));

        Assert.Empty(page.Descendants("b"));
        Assert.Empty(page.Descendants("i"));
        Assert.Contains(page.Descendants("td"), cell => cell.Value.StartsWith("<b onclick='x'>&amp;\uFFFD ", StringComparison.Ordinal));
        Assert.Contains(page.Descendants("th"), cell => cell.Value == "<i>");
    }

    [Fact]
    public void The_same_outcome_gives_the_same_text()
    {
        EvaluationOutcome outcome = Run();

        Assert.Equal(EvaluationReport.Write(outcome), EvaluationReport.Write(outcome));
    }

    [Fact]
    public void A_model_without_neighbours_is_named_and_the_others_stand_side_by_side()
    {
        XElement page = Parse(EvaluationReport.Write(Run("--set", "item2vec.epochs=60")));
        XElement first = page.Descendants("table").First(table => table.Attribute("class")?.Value == "neighbors");

        Assert.Contains(page.Descendants("p"), text => text.Value.StartsWith("No neighbours: popularity.", StringComparison.Ordinal));
        Assert.Equal(["#", "item2vec"], first.Element("thead")!.Descendants("th").Select(cell => cell.Value));
        Assert.Equal(10, first.Element("tbody")!.Elements("tr").Count());
    }

    [Fact]
    public void A_model_that_failed_is_a_row_that_says_why_and_is_not_drawn()
    {
        XElement page = Parse(EvaluationReport.Write(Run("--set", "item2vec.minCount=1000000")));

        Assert.Contains(page.Descendants("td"), cell => cell.Value.StartsWith("Found 0 movies", StringComparison.Ordinal));
        Assert.DoesNotContain(page.Descendants("svg"), svg => svg.Value.Contains("item2vec", StringComparison.Ordinal));
    }

    [Fact]
    public void Without_any_model_the_page_still_says_what_happened()
    {
        XElement page = Parse(EvaluationReport.Write(Run("--models", "item2vec", "--set", "item2vec.minCount=1000000")));

        Assert.Empty(page.Descendants("svg"));
        Assert.Contains(page.Descendants("td"), cell => cell.Value.StartsWith("Found 0 movies", StringComparison.Ordinal));
    }

    [Fact]
    public void Simulated_ratings_and_controls_are_said_to_be_so()
    {
        File.WriteAllText(Path.Combine(_folder.Path, "generated.json"), "{}");

        XElement page = Parse(EvaluationReport.Write(Run("--models", "popularity", "--control", "random-labels")));

        string[] warnings = [.. page.Descendants("p").Where(text => text.Attribute("class")?.Value == "warning").Select(text => text.Value)];
        Assert.Equal(2, warnings.Length);
        Assert.StartsWith("The ratings are simulated", warnings[0], StringComparison.Ordinal);
        Assert.StartsWith("Control:", warnings[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Several_seeds_have_a_table_of_their_own()
    {
        XElement page = Parse(EvaluationReport.Write(Run("--models", "popularity", "--protocol", "ratio", "--seeds", "2")));

        Assert.Contains(page.Descendants("caption"), caption => caption.Value.Contains("standard deviation over 2 seeds", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_command_writes_the_file()
    {
        string path = Path.Combine(_folder.Path, "report.html");

        int code = await CommandLine.RunAsync(SparrowCommand.Create(), ["evaluate", "--data", _folder.Path, "--models", "popularity", "--report", path, "--json"]);

        Assert.Equal(0, code);
        Assert.StartsWith("<!DOCTYPE html>\n<html lang=\"en\">", await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    // What a browser would fetch; the page has neither links nor images.
    [GeneratedRegex(@"https?:|\bsrc\s*=|\bhref\s*=|url\(|@import", RegexOptions.IgnoreCase)]
    private static partial Regex LoadedFromElsewhere();

    private static XElement Parse(string html)
    {
        const string Doctype = "<!DOCTYPE html>\n";
        Assert.StartsWith(Doctype, html, StringComparison.Ordinal);
        return XElement.Parse(html[Doctype.Length..]);
    }

    private EvaluationOutcome Run(params string[] options)
    {
        string[] models = options.Contains("--models") ? [] : ["--models", "popularity,item2vec"];
        EvaluationRequest request = EvaluateCommand.Read(EvaluateCommand.Create().Parse(["--data", _folder.Path, .. models, .. options]));
        return EvaluationJob.Run(request, AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(TextWriter.Null) }), TestContext.Current.CancellationToken);
    }
}
