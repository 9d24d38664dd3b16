using SparrowRecSys.Offline.RetrievalMethods;

namespace SparrowRecSys.Offline.Tests.RetrievalMethods;

public sealed class ParallelLoopTests
{
    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 3)]
    [InlineData(100, 1)]
    [InlineData(1000, 4)]
    public void Every_turn_comes_once(int count, int threads)
    {
        int[] turns = new int[count];

        ParallelLoop.Run(count, threads, () => turns, static (turn, all) => Interlocked.Increment(ref all[turn]), TestContext.Current.CancellationToken);

        Assert.All(turns, times => Assert.Equal(1, times));
    }

    [Fact]
    public void What_a_turn_throws_comes_out_as_it_is()
    {
        InvalidDataException thrown = Assert.Throws<InvalidDataException>(() =>
            ParallelLoop.Run(100, 2, () => 0, static (turn, _) => throw new InvalidDataException($"turn {turn}"), TestContext.Current.CancellationToken));

        Assert.StartsWith("turn", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void It_stops_when_it_is_cancelled()
    {
        using var cancellation = new CancellationTokenSource();
        int turns = 0;

        Assert.ThrowsAny<OperationCanceledException>(() => ParallelLoop.Run(1_000_000, 2, () => 0, (_, _) =>
        {
            Interlocked.Increment(ref turns);
            cancellation.Cancel();
        }, cancellation.Token));

        Assert.InRange(turns, 1, 1000);
    }
}
