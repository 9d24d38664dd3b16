using System.ComponentModel.DataAnnotations;
using System.Text.Json.Nodes;
using SparrowRecSys.Offline.Commands;
using SparrowRecSys.Offline.RetrievalMethods;
using SparrowRecSys.Offline.Tuning;

namespace SparrowRecSys.Offline.Tests.Tuning;

public sealed class SearchSpaceTests
{
    private static readonly SearchSpace Space = new(OptionSet.Of<Searched>());

    private static readonly JsonObject[] Drawn = [.. Enumerable.Range(1, 2000).Select(trial => Space.Draw(trial, seed: 1))];

    [Fact]
    public void Options_without_a_search_are_not_searched() => Assert.Equal(["even", "byFactors", "whole", "choice"], Space.Names);

    [Fact]
    public void The_first_trial_is_the_defaults() => Assert.Empty(Space.Draw(0, seed: 1));

    [Fact]
    public void Values_lie_in_their_ranges()
    {
        Assert.All(Values("even"), value => Assert.InRange(value, -1, 3));
        Assert.All(Values("byFactors"), value => Assert.InRange(value, 0.001, 10));
        Assert.All(Values("whole"), value => Assert.True(value is >= 1 and <= 4 && value == Math.Truncate(value)));
        Assert.All(Values("choice"), value => Assert.Contains(value, new double[] { 8, 16, 64 }));
    }

    [Fact]
    public void They_are_spread_as_the_scale_says()
    {
        Assert.Equal(0.5, Values("even").Count(value => value < 1) / 2000.0, 0.05);
        Assert.Equal(0.5, Values("byFactors").Count(value => value < 0.1) / 2000.0, 0.05);
        Assert.Equal(1 / 3.0, Values("choice").Count(value => value == 16) / 2000.0, 0.05);
    }

    [Fact]
    public void Neighbouring_trials_are_not_alike()
    {
        double[] even = Values("even");
        double[] steps = [.. even.Zip(even.Skip(2), (x, y) => Math.Abs(x - y))];

        Assert.Equal(4 / 3.0, steps.Average(), 0.1); // mean distance of two uniform draws from a range of 4
    }

    [Fact]
    public void The_same_trial_draws_the_same_and_another_seed_draws_others()
    {
        Assert.Equal(Space.Draw(7, 3).ToJsonString(), Space.Draw(7, 3).ToJsonString());
        Assert.NotEqual(Space.Draw(7, 3).ToJsonString(), Space.Draw(7, 4).ToJsonString());
    }

    [Fact]
    public void What_is_searched_lies_in_the_allowed_range_of_every_method() =>
        Assert.All(AllRetrievalMethods.All, method => Assert.All(
            Enumerable.Range(1, 200), trial => method.Options.FromJson(new SearchSpace(method.Options).Draw(trial, seed: 1))));

    private static double[] Values(string name) => [.. Drawn.Select(values => double.Parse(values[name]!.ToJsonString(), System.Globalization.CultureInfo.InvariantCulture))];

    private sealed record Searched
    {
        [Search(-1, 3)]
        public double Even { get; init; }

        [Search(0.001, 10, SearchScale.Logarithmic)]
        public double ByFactors { get; init; } = 1;

        [Search(1, 4)]
        public int Whole { get; init; } = 2;

        [Search(8, 16, 64)]
        public int Choice { get; init; } = 8;

        [Range(0, 9)]
        public int Fixed { get; init; } = 3;
    }
}
