using System.Runtime.InteropServices;

namespace SparrowRecSys.Embeddings;

/// <summary>
/// Approximate nearest neighbours by a hierarchical navigable small world graph (Malkov and Yashunin 2018, "Efficient and robust approximate nearest neighbor
/// search using Hierarchical Navigable Small World graphs"). A search follows links from a few far-apart vectors to ever nearer ones. Thread-safe:
/// vectors may be added and removed while searches run.
/// </summary>
/// <remarks>
/// Vectors of different lengths are linked by their inner products as they are (Morozov and Babenko 2018, "Non-metric similarity graphs for maximum inner product
/// search"): with one more coordinate that makes all lengths equal, far fewer of the nearest are found; see docs/indexes.md.
/// </remarks>
public sealed class HnswIndex : IVectorIndex
{
    private const int LockCount = 1024;
    private const int ScanShare = 4; // a list of more than N / 4 rows is found by comparing all
    private const int ScanRows = 256; // inner products computed before the best are picked
    private const int MostWorkspaces = 64;

    private readonly HnswOptions _options;
    private readonly HnswSearch?[] _searches = new HnswSearch?[MostWorkspaces]; // those that no search is using
    private readonly Lock _writing = new();
    private HnswGraph _graph;
    private HnswInserter? _inserter; // of Add
    private bool _ownsVectors; // else they are the table's, and not to be written to
    private int _count;
    private int _liveCount;
    private int _upperUsed;

    private HnswIndex(Similarity similarity, HnswOptions options, HnswGraph graph, int count, int upperUsed)
    {
        (Similarity, _options, _graph, _count, _upperUsed) = (similarity, options, graph, count, upperUsed);
        for (int row = 0; row < count; row++)
        {
            _liveCount += graph.IsLive(row) ? 1 : 0;
        }
    }

    /// <summary>N, absent and removed rows included.</summary>
    public int Count => Volatile.Read(ref _count);

    public int Dimension => _graph.Dimension;

    /// <summary>Whether the vectors have length 1.</summary>
    public Similarity Similarity { get; }

    /// <summary>Rows that may be found.</summary>
    public int LiveCount => Volatile.Read(ref _liveCount);

    /// <summary>Bytes of the graph, without the vectors.</summary>
    public long MemoryBytes => Volatile.Read(ref _graph).MemoryBytes;

    /// <summary>Builds the graph of a table's vectors. O(N · log N) comparisons. With one thread the result is always the same.</summary>
    /// <param name="table">Its vectors; they are not copied.</param>
    /// <param name="options">M and so on.</param>
    /// <param name="threads">Threads that build, at least 1.</param>
    /// <param name="cancellation">Ends the work early.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static HnswIndex Build(EmbeddingTable table, HnswOptions options, int threads = 1, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.M, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        var marks = new AlignedMemory<byte>(table.Count);
        var upperStart = new AlignedMemory<int>(table.Count);
        int upperLength = 0;
        int first = -1;
        for (int row = 0; row < table.Count; row++)
        {
            if (table.HasVector(row))
            {
                int layer = HnswGraph.DrawLayer(row, options.Seed, options.M);
                marks.Span[row] = (byte)(HnswMark.Indexed | layer);
                upperStart.Span[row] = upperLength;
                upperLength += layer * options.M;
                first = first < 0 ? row : first;
            }
        }

        var graph = new HnswGraph(
            table.Dimension, options.M, table.Values, new AlignedMemory<int>(table.Count * 2 * options.M), upperStart, new AlignedMemory<int>(upperLength), marks,
            new AlignedMemory<int>(table.Count));
        var index = new HnswIndex(table.Similarity, options, graph, table.Count, upperLength);
        if (first >= 0)
        {
            graph.Entry = (first, graph.LayerOf(first));
            index.InsertAll(first + 1, threads, cancellation);
        }

        return index;
    }

    /// <summary>Opens a graph that was saved; its file is mapped, not read: pages come in when they are needed, and changes stay in memory.</summary>
    /// <param name="path">The file.</param>
    /// <param name="table">The vectors that it belongs to.</param>
    /// <param name="options">For searches and for what is added; M is the file's.</param>
    /// <exception cref="InvalidDataException">The file is damaged, or belongs to other vectors.</exception>
    public static HnswIndex Load(string path, EmbeddingTable table, HnswOptions options)
    {
        HnswGraph graph = HnswFormat.Read(path, table);
        return new HnswIndex(table.Similarity, options with { M = graph.M }, graph, table.Count, graph.Upper.Length);
    }

    /// <summary>Writes the graph without its vectors, but with their checksum.</summary>
    public void Save(Stream stream)
    {
        lock (_writing)
        {
            HnswFormat.Write(stream, _graph, Count, _upperUsed, Similarity);
        }
    }

    /// <summary>Adds a vector as the next row while searches go on. Once a search finds it, it is linked on all its layers.</summary>
    /// <param name="vector">Length D, finite; not zero. Scaled to length 1 where the others are.</param>
    /// <returns>Its row.</returns>
    /// <exception cref="ArgumentException">The vector has another length, is zero or not finite.</exception>
    public int Add(ReadOnlySpan<float> vector)
    {
        lock (_writing)
        {
            int row = _count;
            Add(row, vector);
            return row;
        }
    }

    /// <summary>Gives a vector to a row that has none, or to the next row.</summary>
    /// <inheritdoc cref="Add(ReadOnlySpan{float})"/>
    /// <exception cref="InvalidOperationException">The row has a vector, or had one: what was removed comes back when the index is built again.</exception>
    public void Add(int row, ReadOnlySpan<float> vector)
    {
        lock (_writing)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(row);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(row, _count);
            if (row < _count && _graph.Marks.Span[row] != 0)
            {
                throw new InvalidOperationException($"Row {row} has a vector already, or had one; expected a row without.");
            }

            // A table of one row checks the vector and scales it as all others were.
            var single = new EmbeddingTable([0], vector, Dimension, Similarity);
            if (!single.HasVector(0))
            {
                throw new ArgumentException("Expected a vector that is not zero.", nameof(vector));
            }

            Link(row, single.Row(0));
        }
    }

    /// <summary>Takes a row out of all results from now on. Its node stays as a stepping stone, so many removals call for a new graph.</summary>
    /// <returns>Whether it could be found until now.</returns>
    public bool Remove(int row)
    {
        lock (_writing)
        {
            if (row < 0 || row >= _count || !_graph.IsLive(row))
            {
                return false;
            }

            _graph.Marks.Span[row] |= HnswMark.Removed;
            Volatile.Write(ref _liveCount, _liveCount - 1);
            return true;
        }
    }

    public int FindNearest(ReadOnlySpan<float> query, Span<Candidate> nearest) => FindNearest(query, nearest, _options.EfSearch);

    /// <summary>The same with another size of the pool than the options say.</summary>
    public int FindNearest(ReadOnlySpan<float> query, Span<Candidate> nearest, int efSearch)
    {
        HnswGraph graph = Volatile.Read(ref _graph);
        if (query.Length != graph.Dimension)
        {
            throw new ArgumentException($"Expected a query of length {graph.Dimension}, got {query.Length}.", nameof(query));
        }

        if (nearest.IsEmpty || graph.Entry.Node < 0 || !query.ContainsAnyExcept(0f))
        {
            return 0;
        }

        int found;
        if (nearest.Length > Count / ScanShare)
        {
            found = Scan(graph, Math.Min(Count, graph.Capacity), query, nearest);
        }
        else
        {
            HnswSearch search = RentSearch();
            found = Search(graph, search, ref MemoryMarshal.GetReference(query), nearest, Math.Max(efSearch, nearest.Length));
            ReturnSearch(search);
        }

        GC.KeepAlive(graph); // a mapped file must stay
        return found;
    }

    private static int Collect(HnswGraph graph, ReadOnlySpan<ulong> bestFirst, Span<Candidate> nearest)
    {
        int found = 0;
        foreach (ulong entry in bestFirst)
        {
            if (graph.IsLive(HnswSearch.NodeOf(entry)))
            {
                nearest[found++] = new Candidate(HnswSearch.NodeOf(entry), HnswSearch.ScoreOf(entry));
                if (found == nearest.Length)
                {
                    break;
                }
            }
        }

        return found;
    }

    private static int CollectWithTwins(HnswGraph graph, ReadOnlySpan<ulong> pool, Span<Candidate> nearest)
    {
        var best = new TopCandidates(nearest);
        foreach (ulong entry in pool)
        {
            float score = HnswSearch.ScoreOf(entry);
            for (int slot = HnswSearch.NodeOf(entry) + 1; slot != 0; slot = Volatile.Read(ref graph.Twins.Span[slot - 1]))
            {
                if (graph.IsLive(slot - 1))
                {
                    best.Add(slot - 1, score);
                }
            }
        }

        return best.SortBestFirst();
    }

    private static int Scan(HnswGraph graph, int count, ReadOnlySpan<float> query, Span<Candidate> nearest)
    {
        var best = new TopCandidates(nearest);
        Span<float> products = stackalloc float[ScanRows];
        for (int start = 0; start < count; start += ScanRows)
        {
            Span<float> block = products[..Math.Min(ScanRows, count - start)];
            RowProducts.OfRows(query, graph.Vectors.Span.Slice(start * graph.Dimension, block.Length * graph.Dimension), block);
            for (int i = 0; i < block.Length; i++)
            {
                if (graph.IsLive(start + i))
                {
                    best.Add(start + i, block[i]);
                }
            }
        }

        return best.SortBestFirst();
    }

    private static int Search(HnswGraph graph, HnswSearch search, ref float query, Span<Candidate> nearest, int ef)
    {
        while (true)
        {
            search.Descend(graph, ref query, 0);
            search.SearchLayer(graph, ref query, 0, ef);
            int found = graph.HasTwins ? CollectWithTwins(graph, search.Pool, nearest) : Collect(graph, search.Pool, nearest);
            if (found == nearest.Length || search.Count < ef)
            {
                return found;
            }

            // Removed rows took the places of others: look further, as far as there is anything.
            ef = (int)Math.Min(2L * ef, int.MaxValue / 16);
        }
    }

    /// <summary>Puts a vector in its place and links it. Only under the lock.</summary>
    private void Link(int row, ReadOnlySpan<float> vector)
    {
        int layer = HnswGraph.DrawLayer(row, _options.Seed, _options.M);
        HnswGraph graph = _graph;
        int upperNeeded = _upperUsed + (layer * _options.M);
        if (row >= graph.Capacity || upperNeeded > graph.Upper.Length || !_ownsVectors)
        {
            int capacity = row >= graph.Capacity ? HnswGraph.CapacityFor(row + 1) : graph.Capacity;
            graph = graph.Grow(capacity, upperNeeded > graph.Upper.Length ? HnswGraph.CapacityFor(upperNeeded) : graph.Upper.Length);
            Volatile.Write(ref _graph, graph);
            _ownsVectors = true;
        }

        vector.CopyTo(graph.Vectors.Span[(row * Dimension)..]);
        graph.UpperStart.Span[row] = _upperUsed;
        _upperUsed = upperNeeded;
        Volatile.Write(ref graph.Marks.Span[row], (byte)(HnswMark.Indexed | layer));
        Volatile.Write(ref _count, Math.Max(_count, row + 1));
        Volatile.Write(ref _liveCount, _liveCount + 1);
        if (graph.Entry.Node < 0)
        {
            graph.Entry = (row, layer);
            return;
        }

        _inserter ??= new HnswInserter(_options.M, _options.EfConstruction, [new Lock()]);
        Insert(_inserter, graph, row);
    }

    private void InsertAll(int from, int threads, CancellationToken cancellation)
    {
        HnswGraph graph = _graph;
        Lock[] locks = [.. Enumerable.Range(0, LockCount).Select(_ => new Lock())];
        int next = from - 1;
        void Work()
        {
            var inserter = new HnswInserter(_options.M, _options.EfConstruction, locks);
            for (int row = Interlocked.Increment(ref next); row < Count; row = Interlocked.Increment(ref next))
            {
                cancellation.ThrowIfCancellationRequested();
                if (graph.Marks.Span[row] != 0)
                {
                    Insert(inserter, graph, row);
                }
            }
        }

        if (threads == 1)
        {
            Work();
            return;
        }

        Task.WaitAll([.. Enumerable.Range(0, threads).Select(_ => Task.Factory.StartNew(Work, cancellation, TaskCreationOptions.LongRunning, TaskScheduler.Default))], cancellation);
    }

    private void Insert(HnswInserter inserter, HnswGraph graph, int row)
    {
        if (inserter.Insert(graph, row) && graph.LayerOf(row) > graph.Entry.Layer)
        {
            lock (_writing)
            {
                if (graph.LayerOf(row) > graph.Entry.Layer)
                {
                    graph.Entry = (row, graph.LayerOf(row));
                }
            }
        }
    }

    private HnswSearch RentSearch()
    {
        // Each thread begins at another place, so that they seldom reach for the same object.
        int start = Environment.CurrentManagedThreadId;
        for (int i = 0; i < MostWorkspaces; i++)
        {
            ref HnswSearch? place = ref _searches[(start + i) % MostWorkspaces];
            if (Volatile.Read(ref place) is not null && Interlocked.Exchange(ref place, null) is { } search)
            {
                return search;
            }
        }

        return new HnswSearch(_graph.M);
    }

    private void ReturnSearch(HnswSearch search)
    {
        int start = Environment.CurrentManagedThreadId;
        for (int i = 0; i < MostWorkspaces; i++)
        {
            if (Interlocked.CompareExchange(ref _searches[(start + i) % MostWorkspaces], search, null) is null)
            {
                return;
            }
        }
    }
}
