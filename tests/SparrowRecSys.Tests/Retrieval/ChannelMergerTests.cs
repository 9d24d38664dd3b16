using SparrowRecSys.Retrieval;

namespace SparrowRecSys.Tests.Retrieval;

public sealed class ChannelMergerTests
{
    private const int MovieCount = 200;

    public static TheoryData<bool, int, int> Cases { get; } = [.. from byScore in new[] { false, true } from seed in Enumerable.Range(1, 10) from most in new[] { 1, 20, 60, 1000 } select (byScore, seed, most)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Merges_as_the_formula_says(bool byScore, int seed, int most)
    {
        (ChannelOptions[] options, Candidate[][] lists) = Random(seed, most);

        int[] rows = Merge(byScore, options, lists, most);

        Assert.Equal(Naive(byScore, options, lists, most).Order(), rows.Order());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_order_in_which_channels_are_added_changes_nothing(bool byScore)
    {
        (_, Candidate[][] lists) = Random(seed: 5, most: 1);
        ChannelOptions[] equal = [.. lists.Select(list => new ChannelOptions { Count = 60 })];

        int[] forwards = Merge(byScore, equal, lists, 30);
        int[] backwards = Merge(byScore, equal, [.. lists.Reverse()], 30);

        Assert.Equal(forwards, backwards);
    }

    [Fact]
    public void Equal_scores_are_ordered_by_row()
    {
        Candidate[][] lists = [[new(9, 1), new(8, 1)], [new(3, 1), new(8, 1)], [new(7, 1), new(2, 1)]];

        Assert.Equal([8, 3, 7], Merge(false, Options(3), lists, 3));
        Assert.Equal([8, 2, 3, 7], Merge(true, Options(3), lists, 4));
    }

    [Fact]
    public void What_two_channels_bring_comes_before_what_one_brings()
    {
        Candidate[][] lists = [[new(1, 9), new(2, 8), new(3, 7)], [new(4, 9), new(5, 8), new(3, 7)]];

        Assert.Equal(3, Merge(false, Options(2), lists, 2)[0]);
    }

    [Fact]
    public void A_heavier_channel_comes_first()
    {
        Candidate[][] lists = [[new(1, 9), new(2, 8)], [new(3, 9), new(4, 8)]];
        ChannelOptions[] options = [new(), new() { Weight = 2 }];

        Assert.Equal([3, 4], Merge(false, options, lists, 2));
    }

    [Fact]
    public void A_quota_keeps_a_channels_first_movies_however_little_it_weighs()
    {
        Candidate[][] lists = [[new(1, 9), new(2, 8), new(3, 7), new(4, 6)], [new(11, 9), new(12, 8), new(13, 7)]];
        ChannelOptions[] options = [new(), new() { Weight = 0, Quota = 2 }];

        Assert.Equal([1, 2, 11, 12], Merge(false, options, lists, 4).Order());
        Assert.Equal([1, 2, 3, 4, 11, 12], Merge(false, options, lists, 6).Order());
    }

    [Theory]
    [InlineData(float.PositiveInfinity)]
    [InlineData(float.NegativeInfinity)]
    [InlineData(float.NaN)]
    public void Scores_that_are_not_finite_count_alike(float odd)
    {
        Candidate[][] lists = [[new(4, 1), new(3, odd), new(5, 0)]];

        Assert.Equal([3, 4], Merge(true, Options(1), lists, 2));
    }

    [Fact]
    public void A_merger_forgets_and_remembers_channels()
    {
        var merger = new ChannelMerger(MovieCount, byScore: false, Options(2));
        merger.Add(0, [new(1, 1), new(2, 1)]);
        merger.Add(1, [new(2, 1), new(3, 1)]);
        merger.AddLast(0, 2);
        merger.AddLast(0, 4);

        Assert.Equal([1, 2, 3, 4], merger.Rows.ToArray());
        Assert.Equal([0b01u, 0b11u, 0b10u, 0b01u], merger.Rows.ToArray().Select(merger.ChannelsOf));

        merger.Cut(1);
        merger.Finish();

        Assert.True(merger.Rows.IsEmpty);
        Assert.DoesNotContain(Enumerable.Range(0, MovieCount), merger.Has);
    }

    private static ChannelOptions[] Options(int count) => [.. Enumerable.Range(0, count).Select(_ => new ChannelOptions())];

    private static int[] Merge(bool byScore, ChannelOptions[] options, Candidate[][] lists, int most)
    {
        var merger = new ChannelMerger(MovieCount, byScore, options);
        int[] rows = [];
        for (int time = 0; time < 2; time++)
        {
            // Twice: the second must find nothing of the first.
            for (int channel = 0; channel < lists.Length; channel++)
            {
                merger.Add(channel, lists[channel]);
            }

            merger.Cut(most);
            rows = merger.Rows.ToArray();
            merger.Finish();
        }

        return rows;
    }

    private static int[] Naive(bool byScore, ChannelOptions[] options, Candidate[][] lists, int most)
    {
        var scores = new Dictionary<int, double>();
        var kept = new HashSet<int>();
        for (int channel = 0; channel < lists.Length; channel++)
        {
            Candidate[] list = lists[channel];
            for (int i = 0; i < list.Length; i++)
            {
                double own = byScore ? (list[i].Score - list.Min(c => c.Score)) / (list.Max(c => c.Score) - list.Min(c => c.Score)) : 1.0 / (61 + i);
                scores[list[i].MovieRow] = scores.GetValueOrDefault(list[i].MovieRow) + (options[channel].Weight * (double.IsNaN(own) ? 1 : own));
                if (i < options[channel].Quota)
                {
                    kept.Add(list[i].MovieRow);
                }
            }
        }

        return [.. scores.OrderByDescending(x => kept.Contains(x.Key)).ThenByDescending(x => Math.Round(x.Value, 7)).ThenBy(x => x.Key).Take(most).Select(x => x.Key)];
    }

    /// <summary>Up to eight lists of 0 to 60 movies; scores fall by sixteenths, so that many are equal.</summary>
    private static (ChannelOptions[] Options, Candidate[][] Lists) Random(int seed, int most)
    {
        var random = new Random(1000 * seed);
        Candidate[][] lists = [.. Enumerable.Range(0, 1 + random.Next(8)).Select(_ => Enumerable.Range(0, MovieCount)
            .OrderBy(_ => random.Next()).Take(random.Next(61)).Select(row => new Candidate(row, random.Next(16) / 16f))
            .Order(Comparer<Candidate>.Create(Candidate.CompareBestFirst)).ToArray())];
        ChannelOptions[] options = [.. lists.Select(_ => new ChannelOptions { Count = 60, Weight = random.Next(4) / 2.0, Quota = random.Next(1 + (most / lists.Length)) })];
        return (options, lists);
    }
}
