namespace SparrowRecSys.Offline.Content;

/// <summary>Puts fields side by side into one sparse matrix: in each field a movie's vector has length √weight, or is zero.</summary>
/// <param name="movieCount">N.</param>
internal sealed class ContentFeatures(int movieCount)
{
    private const int LeastMovies = 2; // a term of one movie makes it like no other

    private readonly List<(int Column, float Value)>[] _rows = [.. Enumerable.Range(0, movieCount).Select(_ => new List<(int, float)>())];

    /// <summary>Columns so far.</summary>
    public int ColumnCount { get; private set; }

    /// <summary>Adds a field of terms; those that only one movie has are left out.</summary>
    /// <param name="terms">(N): the terms of each movie and their weights.</param>
    /// <param name="weight">Of the field.</param>
    public void Add(IReadOnlyList<(int Term, float Weight)[]> terms, double weight)
    {
        int[] movies = new int[terms.SelectMany(row => row).Select(entry => entry.Term + 1).DefaultIfEmpty(0).Max()];
        foreach ((int term, _) in terms.SelectMany(row => row))
        {
            movies[term]++;
        }

        int[] columns = new int[movies.Length];
        for (int term = 0; term < columns.Length; term++)
        {
            columns[term] = movies[term] >= LeastMovies ? ColumnCount++ : -1;
        }

        for (int row = 0; row < movieCount; row++)
        {
            Add(row, [.. terms[row].Where(entry => columns[entry.Term] >= 0).Select(entry => (columns[entry.Term], entry.Weight))], weight);
        }
    }

    /// <summary>Adds a field of vectors of one length.</summary>
    /// <param name="vectors">By row of the catalog; movies that have none are not named.</param>
    /// <param name="dimension">Length of each.</param>
    /// <param name="weight">Of the field.</param>
    public void Add(IEnumerable<(int MovieRow, ReadOnlyMemory<float> Vector)> vectors, int dimension, double weight)
    {
        foreach ((int row, ReadOnlyMemory<float> vector) in vectors)
        {
            Add(row, [.. Enumerable.Range(0, dimension).Select(i => (ColumnCount + i, vector.Span[i]))], weight);
        }

        ColumnCount += dimension;
    }

    /// <summary>Whether anything is known of the movie at a row.</summary>
    public bool HasAny(int row) => _rows[row].Count > 0;

    public SparseRows ToMatrix()
    {
        int[] starts = new int[movieCount + 1];
        for (int row = 0; row < movieCount; row++)
        {
            starts[row + 1] = starts[row] + _rows[row].Count;
        }

        return new SparseRows(
            starts, [.. _rows.SelectMany(row => row.Select(entry => entry.Column))], [.. _rows.SelectMany(row => row.Select(entry => entry.Value))], ColumnCount);
    }

    private void Add(int row, (int Column, float Value)[] entries, double weight)
    {
        double length = Math.Sqrt(entries.Sum(entry => (double)entry.Value * entry.Value));
        if (length > 0)
        {
            _rows[row].AddRange(entries.Select(entry => (entry.Column, (float)(entry.Value * Math.Sqrt(weight) / length))));
        }
    }
}
