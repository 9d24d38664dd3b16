namespace SparrowRecSys.Tests;

public sealed class TopCandidatesTests
{
    [Theory]
    [InlineData(0, 5)]
    [InlineData(1, 0)]
    [InlineData(1, 1)]
    [InlineData(10, 3)]
    [InlineData(1000, 7)]
    [InlineData(1000, 999)]
    [InlineData(50, 100)]
    [InlineData(5000, 10)]
    [InlineData(5000, 2000)]
    public void Keeps_what_sorting_everything_would_keep(int offered, int wanted)
    {
        // Few distinct scores, so that most comparisons are ties.
        var random = new Random(7);
        Candidate[] all = [.. Enumerable.Range(0, offered).Select(row => new Candidate(row, random.Next(5)))];
        random.Shuffle(all);
        var kept = new Candidate[wanted];

        int count = Keep(all, kept);

        Assert.Equal(all.OrderByDescending(x => x.Score).ThenBy(x => x.MovieRow).Take(wanted), kept.Take(count));
    }

    [Theory]
    [InlineData(3000, 240)]
    [InlineData(700, 96)]
    [InlineData(20000, 7)]
    public void Keeps_what_sorting_would_keep_of_scores_that_are_spread_and_of_scores_that_are_not(int offered, int wanted)
    {
        var random = new Random(8);
        Candidate[] spread = [.. Enumerable.Range(0, offered).Select(row => new Candidate(row, (random.NextSingle() - 0.5f) * 100))];
        Candidate[] skewed = [.. Enumerable.Range(0, offered).Select(row => new Candidate(row, MathF.Exp(40 * random.NextSingle())))];
        var kept = new Candidate[wanted];

        Assert.Equal(wanted, Keep(spread, kept));
        Assert.Equal(spread.OrderByDescending(x => x.Score).ThenBy(x => x.MovieRow).Take(wanted), kept);
        Assert.Equal(wanted, Keep(skewed, kept));
        Assert.Equal(skewed.OrderByDescending(x => x.Score).ThenBy(x => x.MovieRow).Take(wanted), kept);
    }

    [Fact]
    public void A_score_that_is_not_a_number_is_never_kept()
    {
        var kept = new Candidate[2];

        int count = Keep([new Candidate(0, float.NaN), new Candidate(1, -5)], kept);

        Assert.Equal([new Candidate(1, -5)], kept.Take(count));
    }

    [Fact]
    public void Negative_zero_and_infinite_scores_keep_their_order()
    {
        var kept = new Candidate[6];
        Candidate[] offered =
        [
            new(0, float.NegativeInfinity), new(1, -1), new(3, 0f), new(2, -0f), new(4, float.Epsilon), new(5, float.PositiveInfinity),
        ];

        int count = Keep(offered, kept);

        Assert.Equal([5, 4, 2, 3, 1, 0], kept.Take(count).Select(candidate => candidate.MovieRow));
        Assert.Equal(float.NegativeInfinity, kept[5].Score);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void What_scores_below_the_threshold_is_not_among_the_best(bool isAscending)
    {
        var top = new TopCandidates(new Candidate[10]);
        Assert.Equal(float.NegativeInfinity, top.Threshold);

        for (int row = 0; row < 5000; row++)
        {
            top.Add(row, isAscending ? row : -row);
        }

        Assert.InRange(top.Threshold, isAscending ? 0 : -4999, isAscending ? 4990 : -9);
    }

    private static int Keep(Candidate[] offered, Candidate[] kept)
    {
        var top = new TopCandidates(kept);
        foreach (Candidate candidate in offered)
        {
            top.Add(candidate.MovieRow, candidate.Score);
        }

        return top.SortBestFirst();
    }
}
