using SparrowRecSys.Catalog;
using SparrowRecSys.Offline.Item2Vec;

namespace SparrowRecSys.Offline.Tests.Item2Vec;

public sealed class SkipGramPartsTests
{
    [Fact]
    public void Negatives_are_drawn_in_proportion_to_popularity_to_the_power_of_three_quarters()
    {
        int[] counts = [1, 10, 100, 1000, 1, 16];
        var table = new NegativeTable(counts);
        var random = new FastRandom(7);
        const int Draws = 1_000_000;
        int[] drawn = new int[counts.Length];

        for (int i = 0; i < Draws; i++)
        {
            drawn[table.Draw(ref random)]++;
        }

        double total = counts.Sum(count => Math.Pow(count, 0.75));
        Assert.All(counts.Zip(drawn), pair => Assert.Equal(Math.Pow(pair.First, 0.75) / total, (double)pair.Second / Draws, 0.002));
    }

    [Theory]
    [InlineData(-20f, -8.0)]
    [InlineData(-8f, -8.0)]
    [InlineData(-1.234f, -1.234)]
    [InlineData(0f, 0.0)]
    [InlineData(0.4321f, 0.4321)]
    [InlineData(8f, 8.0)]
    [InlineData(20f, 8.0)]
    public void The_logistic_table_is_near_the_function_and_ends_at_8(float margin, double at)
    {
        (float miss, float loss) = new LogisticTable()[margin];

        Assert.Equal(1 - (1 / (1 + Math.Exp(-at))), miss, 0.0005);
        Assert.Equal(Math.Log(1 + Math.Exp(-at)), loss, 0.002);
    }

    [Fact]
    public void Random_floats_and_integers_are_uniform()
    {
        var random = new FastRandom(1);
        int[] drawn = new int[10];
        double sum = 0;

        for (int i = 0; i < 100_000; i++)
        {
            drawn[random.Next(10)]++;
            sum += random.NextFloat();
        }

        Assert.All(drawn, count => Assert.InRange(count, 9_600, 10_400));
        Assert.Equal(0.5, sum / 100_000, 0.005);
    }

    [Fact]
    public void Sequences_hold_the_movies_of_each_user_in_order_of_time()
    {
        var ratings = new RatingTableBuilder(4);
        ratings.Add(9, 3, 7, 30); // 3.5 stars: positive
        ratings.Add(9, 0, 6, 20); // 3 stars: not
        ratings.Add(9, 1, 10, 10);
        ratings.Add(4, 1, 8, 5);
        ratings.Add(5, 0, 1, 5);

        var sequences = InteractionSequences.From(ratings.Build().AtLeast(Rating.PositiveHalfStars), minCount: 1);

        Assert.Equal([1, 3], sequences.MovieRows);
        Assert.Equal([2, 1], sequences.Counts);
        Assert.Equal(2, sequences.Count);
        Assert.Equal([0], sequences[0]);
        Assert.Equal([0, 1], sequences[1]);
    }

    [Fact]
    public void Movies_below_the_minimum_count_are_no_items()
    {
        var ratings = new RatingTableBuilder(2);
        ratings.Add(1, 0, 8, 1);
        ratings.Add(1, 1, 8, 2);
        ratings.Add(2, 1, 8, 1);

        var sequences = InteractionSequences.From(ratings.Build(), minCount: 2);

        Assert.Equal([1], sequences.MovieRows);
        Assert.Equal(2, sequences.TotalLength);
    }
}
