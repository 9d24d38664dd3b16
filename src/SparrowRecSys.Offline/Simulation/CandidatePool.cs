using System.Numerics;

namespace SparrowRecSys.Offline.Simulation;

/// <summary>
/// The movies that a user has ever heard of, with their vectors turned so that all movies are scored at once. A small catalog is known to
/// everybody; of a large one each user knows a few thousand, drawn by fame. Not thread-safe while refilled.
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
    private float[] _columns = []; // (D, Count)

    public int Count { get; private set; }

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

    /// <summary>Writes the (Count) dot products of a (D) taste with every movie. The same bits on every processor.</summary>
    public void Score(ReadOnlySpan<float> taste, Span<float> affinities)
    {
        Span<float> result = affinities[..Count];
        result.Clear();
        for (int d = 0; d < Dimension; d++)
        {
            AddScaled(_columns.AsSpan(d * Count, Count), taste[d], result);
        }
    }

    private static void AddScaled(ReadOnlySpan<float> column, float factor, Span<float> result)
    {
        int i = 0;
        var factors = new Vector<float>(factor);
        for (; i <= column.Length - Vector<float>.Count; i += Vector<float>.Count)
        {
            Vector<float> sum = new Vector<float>(result[i..]) + (new Vector<float>(column[i..]) * factors);
            sum.CopyTo(result[i..]);
        }

        for (; i < column.Length; i++)
        {
            result[i] += column[i] * factor;
        }
    }

    private void Set(int[] rows, MovieTraits traits)
    {
        (_rows, Count) = (rows, rows.Length);
        if (_columns.Length < Count * Dimension)
        {
            _columns = new float[Count * Dimension];
        }

        for (int i = 0; i < rows.Length; i++)
        {
            ReadOnlySpan<float> vector = traits.Vector(rows[i]);
            for (int d = 0; d < Dimension; d++)
            {
                _columns[(d * Count) + i] = vector[d];
            }
        }
    }
}
