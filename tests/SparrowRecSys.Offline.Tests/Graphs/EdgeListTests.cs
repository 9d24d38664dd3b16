using SparrowRecSys.Offline.Graphs;

namespace SparrowRecSys.Offline.Tests.Graphs;

public sealed class EdgeListTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string FilePath => Path.Combine(_folder.Path, "graph.edges");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Nodes_have_any_names_and_comments_and_empty_lines_are_passed_over()
    {
        EdgeList edges = Load("# two edges\nAnna 7\t1.5 \r\n\n  # more\n 7  b#1 2\r\nb#1 7 1", isWeighted: true);

        Assert.Equal(["Anna", "7", "b#1"], edges.Names);
        Assert.Equal([0, 2], edges.Graph.TargetsOf(1));
        Assert.Equal([1.5f, 3f], edges.Graph.WeightsOf(1));
    }

    [Fact]
    public void Without_weighted_a_third_field_is_passed_over_and_edges_count_once()
    {
        EdgeList edges = Load("a b 9\nb a x\na c", isWeighted: false);

        Assert.Equal([1f, 1f], edges.Graph.WeightsOf(0));
    }

    [Theory]
    [InlineData("a b 1\na b", true, ", line 2: found 2 fields, expected 'node node weight'.")]
    [InlineData("#\na", false, ", line 2: found 1 fields, expected 'node node'.")]
    [InlineData("a b 1 2", false, ", line 1: found more than 3 fields, expected 'node node'.")]
    [InlineData("a b -1", true, ", line 1: found the weight '-1', expected a number above 0 such as 2.5.")]
    [InlineData("a b 0", true, ", line 1: found the weight '0', expected a number above 0 such as 2.5.")]
    [InlineData("a b heavy", true, ", line 1: found the weight 'heavy', expected a number above 0 such as 2.5.")]
    [InlineData("a b NaN", true, ", line 1: found the weight 'NaN', expected a number above 0 such as 2.5.")]
    [InlineData("a b 1e99", true, ", line 1: found the weight '1e99', expected a number above 0 such as 2.5.")]
    [InlineData("# nothing\n", true, ": found no edge, expected lines of the form 'node node weight'.")]
    public void A_wrong_line_is_named_with_what_was_found_and_expected(string text, bool isWeighted, string message)
    {
        InvalidDataException error = Assert.Throws<InvalidDataException>(() => Load(text, isWeighted));

        Assert.Equal(FilePath + message, error.Message);
    }

    private EdgeList Load(string text, bool isWeighted)
    {
        File.WriteAllText(FilePath, text);
        return EdgeList.Load(FilePath, isWeighted, isDirected: false, Stop);
    }
}
