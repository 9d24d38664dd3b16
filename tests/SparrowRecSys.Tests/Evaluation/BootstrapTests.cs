using SparrowRecSys.Evaluation;

namespace SparrowRecSys.Tests.Evaluation;

public sealed class BootstrapTests
{
    [Fact]
    public void The_interval_of_a_half_is_as_wide_as_the_binomial_one()
    {
        // 400 users, each second one hit: standard error sqrt(.5 * .5 / 400) = .025, so 95 % lie within .5 +- .049.
        MetricEstimate estimate = Bootstrap.Estimate([[.. Enumerable.Range(0, 400).Select(user => user % 2.0)]], seed: 1)[0];

        Assert.Equal(0.5, estimate.Value);
        Assert.InRange(estimate.Lower, 0.44, 0.46);
        Assert.InRange(estimate.Upper, 0.54, 0.56);
    }

    [Fact]
    public void The_same_users_are_drawn_for_every_column()
    {
        double[] values = [.. Enumerable.Range(0, 50).Select(user => (double)user)];

        MetricEstimate[] estimates = Bootstrap.Estimate([values, [.. values.Select(value => 2 * value)]], seed: 3, threads: 2);

        Assert.Equal(2 * estimates[0].Lower, estimates[1].Lower, 9);
        Assert.Equal(2 * estimates[0].Upper, estimates[1].Upper, 9);
    }

    [Fact]
    public void The_same_seed_gives_the_same_interval_with_any_number_of_threads()
    {
        double[] values = [.. Enumerable.Range(0, 50).Select(user => Math.Sin(user))];

        Assert.Equal(Bootstrap.Estimate([values], seed: 5, threads: 1), Bootstrap.Estimate([values], seed: 5, threads: 4));
        Assert.NotEqual(Bootstrap.Estimate([values], seed: 5), Bootstrap.Estimate([values], seed: 6));
    }

    [Fact]
    public void Without_users_there_is_no_number() => Assert.True(double.IsNaN(Bootstrap.Estimate([[]], seed: 1)[0].Value));
}
