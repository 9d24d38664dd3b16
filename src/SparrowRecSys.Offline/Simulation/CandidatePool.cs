namespace SparrowRecSys.Offline.Simulation;

/// <summary>
/// The movies that a user has ever heard of. A small catalog is known to everybody; of a large one each user knows a thousand or more, drawn
/// by fame. Not thread-safe.
/// </summary>
internal sealed class CandidatePool
{
    /// <summary>Catalogs up to this size are known whole.</summary>
    public const int WholeCatalog = 4096;

    private const int Dimension = MovieTraits.Dimension;
    private const int Smallest = 1024;
    private const int PoolPerRating = 3;

    private readonly HashSet<int> _drawn = [];
    private int[] _rows = [];
    private float[] _vectors = []; // (Count, D), a copy, so that it stays in the processor's cache

    public int Count { get; private set; }

    /// <summary>Rows of the catalog, ascending.</summary>
    public ReadOnlySpan<int> Rows => _rows.AsSpan(0, Count);

    /// <summary>Fills the pool for a user who will watch <paramref name="ratings"/> movies; nothing to do for a small catalog the second time.</summary>
    public void Fill(TasteModel model, int ratings, ref SimulationRandom random)
    {
        int movies = model.Traits.Count;
        if (movies <= WholeCatalog)
        {
            if (Count == 0)
            {
                Set([.. Enumerable.Range(0, movies)], model.Traits);
            }

            return;
        }

        int size = Math.Min(movies / 2, Math.Max(Smallest, ratings * PoolPerRating));
        _drawn.Clear();
        while (_drawn.Count < size)
        {
            _drawn.Add(model.DrawFamous(ref random));
        }

        int[] rows = [.. _drawn];
        Array.Sort(rows);
        Set(rows, model.Traits);
    }

    /// <summary>Writes the (Count) dot products of a (D) taste with every movie.</summary>
    public void Score(ReadOnlySpan<float> taste, Span<float> affinities)
    {
        for (int i = 0; i < Count; i++)
        {
            affinities[i] = MovieVectors.Dot(taste, _vectors.AsSpan(i * Dimension, Dimension));
        }
    }

    private void Set(int[] rows, MovieTraits traits)
    {
        (_rows, Count) = (rows, rows.Length);
        if (_vectors.Length < Count * Dimension)
        {
            _vectors = new float[Count * Dimension];
        }

        for (int i = 0; i < rows.Length; i++)
        {
            traits.Vector(rows[i]).CopyTo(_vectors.AsSpan(i * Dimension));
        }
    }
}
