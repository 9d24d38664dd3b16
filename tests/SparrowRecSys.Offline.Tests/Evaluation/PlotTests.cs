using System.Globalization;
using System.Xml.Linq;
using SparrowRecSys.Evaluation;
using SparrowRecSys.Offline.Evaluation.Report;

namespace SparrowRecSys.Offline.Tests.Evaluation;

public sealed class PlotTests
{
    [Theory]
    [InlineData(0.33, "0 0.1 0.2 0.3 0.4")]
    [InlineData(0.05, "0 0.02 0.04 0.06")]
    [InlineData(1, "0 0.25 0.5 0.75 1")]
    [InlineData(7, "0 2 4 6 8")]
    [InlineData(0, "0 0.25 0.5 0.75 1")]
    [InlineData(double.NaN, "0 0.25 0.5 0.75 1")]
    public void An_axis_ends_at_a_round_number_that_has_room_for_the_largest(double largest, string ticks) =>
        Assert.Equal(ticks, string.Join(' ', new Axis(largest).Ticks.Select(Axis.Label)));

    [Fact]
    public void A_bar_is_as_long_as_its_value_and_its_whisker_ends_at_the_interval()
    {
        XElement figure = BarPlot.Create("NDCG@10", [("popularity", new MetricEstimate(0.2, 0.1, 0.3)), ("als", new MetricEstimate(0.4, 0.3, 0.4))]);
        XElement[] bars = [.. figure.Descendants("rect")];
        XElement[] whiskers = [.. figure.Descendants("line").Where(line => line.Attribute("class")!.Value == "whisker")];

        Assert.Equal(2 * Number(bars[0], "width"), Number(bars[1], "width"), 1);
        Assert.Equal(Number(bars[1], "x") + Number(bars[1], "width"), Number(whiskers[3], "x2"), 1);
        Assert.Equal(Number(bars[0], "x") + (Number(bars[0], "width") / 2), Number(whiskers[0], "x1"), 1);
    }

    [Fact]
    public void The_parts_of_a_popularity_bar_fill_it()
    {
        double[] shares = [0.55, 0.05, 0.05, 0.05, 0.05, 0.05, 0.05, 0.05, 0.05, 0.05];

        XElement[] parts = [.. PopularityPlot.Create("x", [("als", shares)]).Descendants("rect").Skip(10)];

        Assert.Equal(10, parts.Length);
        Assert.Equal(0.55, Number(parts[0], "width") / parts.Sum(part => Number(part, "width")), 2);
        Assert.Equal(Number(parts[0], "x") + Number(parts[0], "width"), Number(parts[1], "x"), 1);
    }

    [Fact]
    public void Names_of_points_that_lie_close_together_do_not_lie_on_each_other()
    {
        XElement[] labels = [.. ScatterPlot.Create("x", "NDCG@10", [("first", 0.5, 0.1), ("other", 0.5, 0.1)]).Descendants("text").TakeLast(2)];

        bool apart = Math.Abs(Number(labels[0], "y") - Number(labels[1], "y")) >= 12 || Math.Abs(Number(labels[0], "x") - Number(labels[1], "x")) >= 35;
        Assert.True(apart, string.Join(' ', labels.Select(label => label.ToString())));
    }

    private static double Number(XElement element, string attribute) => double.Parse(element.Attribute(attribute)!.Value, CultureInfo.InvariantCulture);
}
