using System.Runtime.ExceptionServices;

namespace SparrowRecSys.Offline.RetrievalMethods;

/// <summary>A loop whose turns do not depend on one another, over threads that each have something of their own to work with.</summary>
internal static class ParallelLoop
{
    private const int MostTurnsAtOnce = 32; // few enough that the threads end together

    /// <param name="count">Turns, 0 to this − 1.</param>
    /// <param name="threads">0 = one for each processor.</param>
    /// <param name="create">Makes what a thread works with.</param>
    /// <param name="body">A turn.</param>
    /// <param name="cancellation">Stops between turns.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    /// <remarks>What a turn throws is thrown as it is.</remarks>
    public static void Run<TWorkspace>(
        int count, int threads, Func<TWorkspace> create, Action<int, TWorkspace> body, CancellationToken cancellation)
    {
        int next = 0;
        int processors = threads == 0 ? Environment.ProcessorCount : threads;
        int atOnce = Math.Clamp(count / (4 * processors), 1, MostTurnsAtOnce);
        var options = new ParallelOptions { CancellationToken = cancellation, MaxDegreeOfParallelism = processors };
        try
        {
            Parallel.For(0, processors, options, _ =>
            {
                TWorkspace workspace = create();
                for (int start = Take(ref next, atOnce); start < count; start = Take(ref next, atOnce))
                {
                    cancellation.ThrowIfCancellationRequested();
                    for (int turn = start; turn < Math.Min(start + atOnce, count); turn++)
                    {
                        body(turn, workspace);
                    }
                }
            });
        }
        catch (AggregateException failure)
        {
            ExceptionDispatchInfo.Throw(failure.InnerExceptions[0]);
        }
    }

    private static int Take(ref int next, int count) => Interlocked.Add(ref next, count) - count;
}
