namespace SparrowRecSys.Ranking;

/// <summary>
/// The rankers that serve now. A query leases the chain and uses that one from start to end; <see cref="Swap"/> puts another in its place. What only
/// the old chain used is disposed of when the last lease of it has ended. Thread-safe; a lease takes no lock.
/// </summary>
public sealed class LiveRankers : IDisposable
{
    private readonly Lock _holding = new(); // never taken by a query
    private readonly Dictionary<IDisposable, int> _holders = []; // in how many chains, live or ending, a ranker is
    private readonly Action<IRanker>? _dropped;
    private Generation _current;
    private int _isDisposed;

    /// <param name="chain">Those of its rankers that are disposable belong to this from now on.</param>
    /// <param name="dropped">Is told of each ranker that has been disposed of, on a thread that serves no query.</param>
    public LiveRankers(RankerChain chain, Action<IRanker>? dropped = null)
    {
        _dropped = dropped;
        Hold(chain);
        _current = new Generation(chain, Drop);
    }

    /// <summary>Rankers held that own something, such as a session of ONNX Runtime: those of the live chain, and of older ones that are still leased.</summary>
    public int HeldCount
    {
        get
        {
            lock (_holding)
            {
                return _holders.Count;
            }
        }
    }

    /// <summary>The chain of this moment, to be disposed of when the query is answered.</summary>
    /// <exception cref="ObjectDisposedException">The server has shut down.</exception>
    public RankerLease Lease()
    {
        while (true)
        {
            Generation current = Volatile.Read(ref _current);
            if (current.TryTake())
            {
                return new RankerLease(current);
            }

            // It was swapped out between the two lines above, and its last lease has ended. Another is there now, unless all is over.
            ObjectDisposedException.ThrowIf(ReferenceEquals(current, Volatile.Read(ref _current)), this);
        }
    }

    /// <summary>Lets every later query use another chain. Does not wait for the queries that use the old one. One swap at a time.</summary>
    /// <param name="next">May share rankers with the old one; its disposable ones belong to this from now on.</param>
    public void Swap(RankerChain next)
    {
        Hold(next);
        Interlocked.Exchange(ref _current, new Generation(next, Drop)).Return();
    }

    /// <summary>Disposes of all rankers once the last query has been answered.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) == 0)
        {
            Volatile.Read(ref _current).Return();
        }
    }

    private void Hold(RankerChain chain)
    {
        lock (_holding)
        {
            foreach (IDisposable ranker in chain.Rankers.OfType<IDisposable>())
            {
                _holders[ranker] = _holders.GetValueOrDefault(ranker) + 1;
            }
        }
    }

    private void Drop(RankerChain chain)
    {
        var unused = new List<IDisposable>();
        lock (_holding)
        {
            foreach (IDisposable ranker in chain.Rankers.OfType<IDisposable>())
            {
                if (--_holders[ranker] == 0)
                {
                    _holders.Remove(ranker);
                    unused.Add(ranker);
                }
            }
        }

        foreach (IDisposable ranker in unused)
        {
            ranker.Dispose();
            _dropped?.Invoke((IRanker)ranker);
        }
    }

    /// <summary>A chain, and how many use it: itself as long as it is live, and its leases.</summary>
    internal sealed class Generation(RankerChain chain, Action<RankerChain> drop) : IThreadPoolWorkItem
    {
        private int _uses = 1;

        public RankerChain Chain => chain;

        /// <summary>False when the last use has ended: nobody may use it again.</summary>
        public bool TryTake()
        {
            int uses = Volatile.Read(ref _uses);
            while (uses > 0)
            {
                int found = Interlocked.CompareExchange(ref _uses, uses + 1, uses);
                if (found == uses)
                {
                    return true;
                }

                uses = found;
            }

            return false;
        }

        public void Return()
        {
            if (Interlocked.Decrement(ref _uses) == 0)
            {
                // Closing a session takes milliseconds, which the query that happens to be the last is not to pay.
                ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
            }
        }

        public void Execute() => drop(chain);
    }
}

/// <summary>The right to use a chain; ends when disposed of, once.</summary>
public readonly record struct RankerLease : IDisposable
{
    private readonly LiveRankers.Generation _generation;

    internal RankerLease(LiveRankers.Generation generation) => _generation = generation;

    public RankerChain Chain => _generation.Chain;

    /// <summary>One more lease of the same chain, for work that goes on when this one has ended. Only while this one lasts.</summary>
    public RankerLease Share() =>
        _generation.TryTake() ? this : throw new InvalidOperationException("The lease has ended.");

    public void Dispose() => _generation.Return();
}
