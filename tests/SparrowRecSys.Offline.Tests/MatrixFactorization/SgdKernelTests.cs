using SparrowRecSys.Offline.MatrixFactorization;

namespace SparrowRecSys.Offline.Tests.MatrixFactorization;

/// <summary>Each kernel against its naive twin.</summary>
public sealed class SgdKernelTests
{
    private const float Step = 0.3f;
    private const float Keep = 0.9f;

    public static TheoryData<int> Lengths => [16, 32, 48, 80];

    [Theory]
    [MemberData(nameof(Lengths))]
    public void Dot_is_the_sum_of_products(int length)
    {
        float[][] rows = Rows(2, length);

        Assert.Equal(rows[0].Zip(rows[1], (x, y) => (double)x * y).Sum(), SgdKernel.Dot(rows[0], rows[1]), tolerance: 1e-5);
    }

    [Theory]
    [MemberData(nameof(Lengths))]
    public void Both_rows_move_from_the_old_values(int length)
    {
        float[][] rows = Rows(2, length);
        (float[] x, float[] y) = ([.. rows[0]], [.. rows[1]]);

        SgdKernel.Update(rows[0], rows[1], Step, Keep);

        AssertEqual(x.Zip(y, (a, b) => (Keep * a) + (Step * b)), rows[0]);
        AssertEqual(y.Zip(x, (a, b) => (Keep * a) + (Step * b)), rows[1]);
    }

    [Theory]
    [MemberData(nameof(Lengths))]
    public void All_three_rows_move_from_the_old_values(int length)
    {
        float[][] rows = Rows(3, length);
        (float[] x, float[] y, float[] z) = ([.. rows[0]], [.. rows[1]], [.. rows[2]]);

        SgdKernel.Update(rows[0], rows[1], rows[2], Step, Keep);

        AssertEqual(Enumerable.Range(0, length).Select(i => (Keep * x[i]) + (Step * (y[i] - z[i]))), rows[0]);
        AssertEqual(y.Zip(x, (a, b) => (Keep * a) + (Step * b)), rows[1]);
        AssertEqual(z.Zip(x, (a, b) => (Keep * a) - (Step * b)), rows[2]);
    }

    private static float[][] Rows(int count, int length)
    {
        var random = new Random(length);
        return [.. Enumerable.Range(0, count).Select(_ => Enumerable.Range(0, length).Select(_ => random.NextSingle() - 0.5f).ToArray())];
    }

    private static void AssertEqual(IEnumerable<float> expected, float[] found) =>
        Assert.All(expected.Zip(found), pair => Assert.Equal(pair.First, pair.Second, tolerance: 1e-6f));
}
