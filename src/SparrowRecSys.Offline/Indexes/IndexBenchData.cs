using SparrowRecSys.Embeddings;
using SparrowRecSys.Evaluation;

namespace SparrowRecSys.Offline.Indexes;

/// <summary>Vectors to search in, and queries that are not among them. Immutable.</summary>
/// <param name="Table">The vectors, of <see cref="Similarity.Cosine"/>.</param>
/// <param name="Queries">(Q, D).</param>
/// <param name="Description">What the vectors are, for the report.</param>
internal sealed record IndexBenchData(EmbeddingTable Table, float[] Queries, string Description)
{
    private const int Vectors = 0; // numbers of the streams of random values
    private const int Centers = 1;
    private const int Choice = 2;

    /// <summary>
    /// Normally distributed vectors around normally distributed centers: v = c + spread · noise, all coordinates of c and of the noise with variance 1, one center for
    /// each <paramref name="perCluster"/> vectors. Queries come from the same clusters.
    /// </summary>
    public static IndexBenchData Generate(int count, int dimension, int queries, int perCluster, double spread, int seed)
    {
        float[] centers = new float[((count / perCluster) + 1) * dimension];
        Fill(centers, SeededRandom.Create(seed, Centers));
        Random random = SeededRandom.Create(seed, Vectors);
        float[] values = new float[(count + queries) * dimension];
        for (int row = 0; row < count + queries; row++)
        {
            int center = random.Next(centers.Length / dimension);
            Span<float> vector = values.AsSpan(row * dimension, dimension);
            Fill(vector, random);
            for (int d = 0; d < dimension; d++)
            {
                vector[d] = centers[(center * dimension) + d] + (float)(spread * vector[d]);
            }
        }

        return Split(
            values, dimension, queries, FormattableString.Invariant($"normally distributed clusters of {perCluster} on average, spread {spread}, seed {seed}"));
    }

    /// <summary>Vectors of a file: our formats, or word2vec's text. As many as there are queries are drawn and taken out.</summary>
    /// <exception cref="InvalidDataException">The file is damaged, or has too few vectors.</exception>
    public static IndexBenchData Load(string path, int queries, int seed)
    {
        (float[] values, int dimension) = Read(path);
        int count = values.Length / dimension;
        if (count < 2 * queries)
        {
            throw new InvalidDataException($"{path}: found {count} vectors, expected at least {2 * queries}, twice as many as queries. Ask for fewer with --queries.");
        }

        Random random = SeededRandom.Create(seed, Choice);
        Span<float> kept = new float[dimension];
        for (int i = 0; i < queries; i++)
        {
            int last = count - 1 - i;
            Span<float> drawn = values.AsSpan(random.Next(last + 1) * dimension, dimension);
            Span<float> place = values.AsSpan(last * dimension, dimension);
            drawn.CopyTo(kept);
            place.CopyTo(drawn);
            kept.CopyTo(place);
        }

        return Split(values, dimension, queries, Path.GetFileName(path));
    }

    private static (float[] Values, int Dimension) Read(string path)
    {
        if (!File.Exists(path))
        {
            throw new InvalidDataException($"{path}: there is no such file, expected one with vectors (--vectors).");
        }

        if (IsWordVectors(path))
        {
            WordVectors words = WordVectorFormat.Read(path);
            return (words.Values, words.Dimension);
        }

        EmbeddingRows rows = EmbeddingFile.Load(path);
        return (rows.Values.ToArray(), rows.Dimension);
    }

    /// <summary>Whether the first line is that of word2vec's text format: two whole numbers.</summary>
    private static bool IsWordVectors(string path)
    {
        using var reader = new StreamReader(path);
        char[] start = new char[64];
        string line = new string(start, 0, reader.ReadBlock(start)).Split('\n')[0];
        string[] parts = line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return parts.Length == 2 && Array.TrueForAll(parts, part => int.TryParse(part, out _));
    }

    private static IndexBenchData Split(float[] values, int dimension, int queries, string description)
    {
        int count = (values.Length / dimension) - queries;
        int[] ids = [.. Enumerable.Range(1, count)];
        return new IndexBenchData(new EmbeddingTable(ids, values.AsSpan(0, count * dimension), dimension), values[(count * dimension)..], description);
    }

    private static void Fill(Span<float> values, Random random)
    {
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = (float)(Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()));
        }
    }
}
