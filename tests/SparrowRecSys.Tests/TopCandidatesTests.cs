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

    [Fact]
    public void A_score_that_is_not_a_number_is_never_kept()
    {
        var kept = new Candidate[2];

        int count = Keep([new Candidate(0, float.NaN), new Candidate(1, -5)], kept);

        Assert.Equal([new Candidate(1, -5)], kept.Take(count));
    }

    [Fact]
    public void The_threshold_is_the_worst_kept_score_once_there_is_no_room()
    {
        var top = new TopCandidates(new Candidate[2]);
        Assert.Equal(float.NegativeInfinity, top.Threshold);

        top.Add(0, 3);
        top.Add(1, 1);
        top.Add(2, 2);

        Assert.Equal(2, top.Threshold);
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
