using System.Numerics;
using SparrowRecSys.Embeddings;

namespace SparrowRecSys.Tests.Embeddings;

public sealed class LshHashesTests
{
    private const int Hashes = 5;

    [Fact]
    public void Probe_sets_are_those_of_the_naive_twin_in_order_of_expected_distance()
    {
        ulong[] expected = [.. Enumerable.Range(0, 1 << (2 * Hashes)).Select(set => (ulong)set).Where(IsPossible).OrderBy(Cost).ThenBy(set => set)];

        ulong[] all = LshProbeSets.Create(Hashes, int.MaxValue);

        Assert.Equal(243, all.Length); // 3^5
        Assert.Equal(expected.Select(Cost), all.Select(Cost), (x, y) => Math.Abs(x - y) < 1e-12);
        Assert.Equal(expected.Order(), all.Order());
        Assert.Equal(all[..20], LshProbeSets.Create(Hashes, 20));
    }

    [Fact]
    public void Steps_lead_to_the_keys_of_the_neighbouring_buckets_nearest_boundary_first()
    {
        var hashes = new LshHashes(new LshOptions { Tables = 1, Hashes = 3 }, dimension: 2, width: 1);
        float[] positions = [4.3f, -2.1f, 0.45f]; // distances to the boundaries: .3 and .7, .9 and .1, .45 and .55
        ulong[] steps = new ulong[6];

        hashes.RankSteps(positions, steps);

        ulong own = hashes.KeyOf(positions);
        Assert.Equal(
            [hashes.KeyOf([4, -2, 0]), hashes.KeyOf([3, -3, 0]), hashes.KeyOf([4, -3, -1]), hashes.KeyOf([4, -3, 1]), hashes.KeyOf([5, -3, 0]), hashes.KeyOf([4, -4, 0])],
            steps.Select(step => own + step));
    }

    [Fact]
    public void Projections_are_those_of_the_naive_twin_and_longer_steps_cross_more_boundaries()
    {
        var wide = new LshHashes(new LshOptions { Tables = 2, Hashes = 3, Seed = 4 }, dimension: 3, width: 2);
        var narrow = new LshHashes(new LshOptions { Tables = 2, Hashes = 3, Seed = 4 }, dimension: 3, width: 0.5);
        float[] origin = new float[6];
        float[] offsets = new float[6];
        float[] there = new float[6];
        float[] lifted = new float[6];

        wide.Project([0, 0, 0], 1, 0, offsets);
        narrow.Project([0, 0, 0], 1, 0, origin);
        narrow.Project([1, 2, 3], 2, 0, there);
        float[] once = new float[6];
        wide.Project([1, 2, 3], 1, 0, once);
        wide.Project([1, 2, 3], 1, 0.5f, lifted);

        Assert.Equal(offsets, origin);
        Assert.All(offsets, offset => Assert.InRange(offset, 0f, 1f));
        Assert.All(Enumerable.Range(0, 6), i => Assert.Equal(8 * (once[i] - offsets[i]), there[i] - origin[i], tolerance: 1e-4f));
        Assert.All(Enumerable.Range(0, 6), i => Assert.NotEqual(once[i], lifted[i]));
    }

    private static bool IsPossible(ulong set) => !Enumerable.Range(0, Hashes).Any(
        position => (set >> position & 1) == 1 && (set >> ((2 * Hashes) - 1 - position) & 1) == 1);

    private static double Cost(ulong set)
    {
        double sum = 0;
        for (; set != 0; set &= set - 1)
        {
            int position = BitOperations.TrailingZeroCount(set);
            int j = position < Hashes ? position + 1 : (2 * Hashes) - position;
            double quarter = j * (j + 1) / (4.0 * (Hashes + 1) * (Hashes + 2));
            sum += position < Hashes ? quarter : 1 - (j / (Hashes + 1.0)) + quarter;
        }

        return sum;
    }
}
