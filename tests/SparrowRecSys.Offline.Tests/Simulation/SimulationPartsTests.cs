using SparrowRecSys.Offline.Simulation;

namespace SparrowRecSys.Offline.Tests.Simulation;

public sealed class SimulationPartsTests
{
    [Theory]
    [InlineData(1, 2, 1)]
    [InlineData(10, 1000, 10)]
    [InlineData(10, 100, 500)]
    [InlineData(500, 300, 20_001)]
    [InlineData(6_000, 1_444, 400_000)]
    [InlineData(3, 1_000_000, 15_000)]
    public void Activity_adds_up_and_stays_between_one_and_half_the_catalog(int users, int movies, long ratings)
    {
        int[] counts = ActivityPlan.Draw(users, movies, ratings, SimulatedWorld.Seed);

        Assert.Equal(users, counts.Length);
        Assert.Equal(ratings, counts.Sum(count => (long)count));
        Assert.All(counts, count => Assert.InRange(count, 1, ActivityPlan.Most(movies)));
    }

    [Fact]
    public void Activity_has_a_heavy_tail_above_the_floor_of_twenty()
    {
        int[] counts = [.. ActivityPlan.Draw(6_000, 1_444, 400_000, SimulatedWorld.Seed).Order()];

        Assert.Equal(ActivityPlan.Floor, counts[0]);
        Assert.InRange(counts[3_000], 40, 50);
        Assert.InRange(counts[5_940], 350, 500);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(67)]
    [InlineData(5_000)]
    public void Sessions_are_in_order_within_the_period_and_add_up(int ratings)
    {
        var random = new SimulationRandom(SimulatedWorld.Seed, "test");
        var sessions = new List<Session>();

        SessionPlan.Draw(sessions, ratings, ref random);

        Assert.Equal(ratings, sessions.Sum(session => session.Count));
        Assert.Equal(sessions.OrderBy(session => session.Start), sessions);
        Assert.InRange(DateTimeOffset.FromUnixTimeSeconds(sessions[0].Start).Year, 2010, 2025);
        Assert.InRange(DateTimeOffset.FromUnixTimeSeconds(sessions[^1].Start).Year, 2010, 2025);
    }

    [Theory]
    [InlineData("Toy Story 2", "Toy Story")]
    [InlineData("The Godfather: Part II", "The Godfather")]
    [InlineData("The Godfather Part II", "The Godfather")]
    [InlineData("Kill Bill: Vol. 1", "Kill Bill")]
    [InlineData("Star Wars: Episode V - The Empire Strikes Back", "Star Wars")]
    [InlineData("Harry Potter and the Sorcerer's Stone", "Harry Potter")]
    [InlineData("Mission: Impossible - Fallout", "Mission")]
    [InlineData("Spirited Away", "Spirited Away")]
    [InlineData("1917", "1917")]
    [InlineData("8½", "8½")]
    public void A_saga_is_what_the_titles_of_its_parts_share(string displayTitle, string saga) => Assert.Equal(saga, SagaTitle.Of(displayTitle));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(-1)]
    [InlineData(0.1234)]
    [InlineData(-13.7)]
    [InlineData(45.5)]
    [InlineData(-200)]
    public void The_exponential_is_that_of_the_runtime(double x) => Assert.Equal(1, PortableMath.Exp(x) / Math.Exp(x), 1e-12);

    [Theory]
    [InlineData(0f)]
    [InlineData(-30f)]
    [InlineData(12.3f)]
    [InlineData(-0.77f)]
    public void The_fast_exponential_is_near_that_of_the_runtime(float x) => Assert.Equal(1, PortableMath.ExpFast(x) / Math.Exp(x), 1e-4);

    [Theory]
    [InlineData(1)]
    [InlineData(1e-9)]
    [InlineData(0.5)]
    [InlineData(1.41421356)]
    [InlineData(123456.789)]
    public void The_logarithm_is_that_of_the_runtime(double x) => Assert.Equal(Math.Log(x), PortableMath.Log(x), 1e-12);

    [Fact]
    public void Normal_numbers_have_mean_0_and_deviation_1()
    {
        var random = new SimulationRandom(SimulatedWorld.Seed, "test");
        double[] numbers = [.. Enumerable.Range(0, 20_000).Select(_ => random.NextNormal())];

        Assert.Equal(0, numbers.Average(), 0.03);
        Assert.Equal(1, numbers.Average(number => number * number), 0.04);
    }

    [Fact]
    public void Both_ways_to_draw_follow_the_weights()
    {
        float[] weights = [1, 0.001f, 5, 0.5f, 3.499f];
        var random = new SimulationRandom(SimulatedWorld.Seed, "test");
        var searched = new CumulativeWeights(weights.Length);
        searched.Fill(weights);
        var guided = new FameDraw(weights);
        int[] bySearch = new int[weights.Length];
        int[] byGuide = new int[weights.Length];

        for (int i = 0; i < 20_000; i++)
        {
            bySearch[searched.Draw(ref random)]++;
            byGuide[guided.Draw(ref random)]++;
        }

        Assert.All(weights.Index(), weight => Assert.Equal(weight.Item / 10.0, bySearch[weight.Index] / 20_000.0, 0.012));
        Assert.All(weights.Index(), weight => Assert.Equal(weight.Item / 10.0, byGuide[weight.Index] / 20_000.0, 0.012));
    }

    [Fact]
    public void A_weight_of_zero_is_never_drawn()
    {
        var random = new SimulationRandom(SimulatedWorld.Seed, "test");
        var weights = new CumulativeWeights(4);
        weights.Fill([0, 1, 0, 0]);

        Assert.All(Enumerable.Range(0, 1_000), _ => Assert.Equal(1, weights.Draw(ref random)));
    }

    [Fact]
    public void Movies_of_one_director_and_kind_point_the_same_way()
    {
        MovieTraits traits = SimulatedWorld.CreateModel().Traits;
        double related = Enumerable.Range(0, 180).Average(row => MovieVectors.Dot(traits.Vector(row), traits.Vector(row + 120)));
        double strange = Enumerable.Range(0, 180).Average(row => MovieVectors.Dot(traits.Vector(row), traits.Vector(row + 1)));

        Assert.True(related > strange + 0.3, $"related {related}, strange {strange}");
    }

    [Fact]
    public void The_taste_of_a_user_is_the_same_whoever_is_asked_before()
    {
        TasteModel model = SimulatedWorld.CreateModel();
        float[] first = model.TasteOf(12).Early;
        _ = model.TasteOf(3);

        Assert.Equal(first, model.TasteOf(12).Early);
        Assert.NotEqual(first, model.TasteOf(13).Early);
    }
}
