using SparrowRecSys.Evaluation;

namespace SparrowRecSys.Tests.Evaluation;

public sealed class CalibrationTests
{
    [Fact]
    public void Each_tenth_has_its_mean_prediction_and_its_share_of_positives()
    {
        float[] probabilities = [.. Enumerable.Range(0, 20).Select(i => i / 20f)];
        bool[] labels = [.. Enumerable.Range(0, 20).Select(i => i % 2 == 1)];

        var calibration = Calibration.Of(probabilities, labels);

        Assert.Equal(Calibration.MaxBins, calibration.Bins.Count);
        Assert.Equal(new CalibrationBin(2, 0.025, 0.5), calibration.Bins[0] with { Predicted = Math.Round(calibration.Bins[0].Predicted, 6) });
        // Predictions .025, .125, ..., .925 against .5: mean distance .25.
        Assert.Equal(0.25, calibration.ExpectedError, 1e-6);
    }

    [Fact]
    public void The_base_rate_for_everybody_is_one_group_without_an_error()
    {
        var calibration = Calibration.Of([0.25f, 0.25f, 0.25f, 0.25f], [false, true, false, false]);

        Assert.Equal(4, Assert.Single(calibration.Bins).Count);
        Assert.Equal(0, calibration.ExpectedError, 1e-9);
    }

    [Fact]
    public void Every_sample_is_in_one_group_and_equal_ones_are_together()
    {
        var random = new Random(1);
        float[] probabilities = [.. Enumerable.Range(0, 997).Select(_ => random.Next(30) / 30f)];

        var calibration = Calibration.Of(probabilities, new bool[997]);

        Assert.Equal(997, calibration.Bins.Sum(bin => bin.Count));
        Assert.Equal(calibration.Bins.OrderBy(bin => bin.Predicted), calibration.Bins);
        Assert.Equal(probabilities.Average(value => (double)value), calibration.Bins.Sum(bin => bin.Predicted * bin.Count) / 997, 1e-6);
    }
}
