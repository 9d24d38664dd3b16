using SparrowRecSys.Embeddings;

namespace SparrowRecSys.Retrieval;

/// <summary>Writes and reads the files that hold what was learned, beside the manifest that describes them.</summary>
internal static class LearnedModelFiles
{
    private const string PopularityKind = "popularity";
    private const string EmbeddingKind = "embedding";
    private const string FactorsKind = "factors";
    private const string WeightsKind = "weights";

    /// <summary>Writes the files and returns the manifest with all that follows from what was learned.</summary>
    public static RetrievalManifest Write(string folder, LearnedModel learned, RetrievalManifest manifest)
    {
        RetrievalManifest described = manifest with { InteractionHalfStars = learned.InteractionHalfStars };
        switch (learned)
        {
            case LearnedPopularity popularity:
                WriteVectors(folder, new EmbeddingRows(popularity.MovieIds, popularity.Scores, 1));
                return described with { Kind = PopularityKind, Movies = popularity.MovieIds.Length };
            case LearnedEmbedding embedding:
                WriteVectors(folder, embedding.Movies);
                return described with
                {
                    Kind = EmbeddingKind,
                    Movies = embedding.Movies.Count,
                    Dimension = embedding.Movies.Dimension,
                    CosineWeight = embedding.CosineWeight,
                    PopularityWeight = embedding.PopularityWeight,
                };
            case LearnedFactors factors:
                WriteVectors(folder, factors.Biases is null ? factors.Movies : JoinBiases(factors.Movies, factors.Biases));
                return described with
                {
                    Kind = FactorsKind,
                    Movies = factors.Movies.Count,
                    Dimension = factors.Movies.Dimension,
                    FoldIn = factors.FoldIn,
                    HasBiases = factors.Biases is not null,
                };
            case LearnedItemWeights weights:
                using (FileStream stream = File.Create(Path.Combine(folder, RetrievalFolder.WeightsFile)))
                {
                    ItemWeightsFormat.Write(stream, weights.MovieIds, weights.Weights);
                }

                return described with { Kind = WeightsKind, Movies = weights.MovieIds.Length };
            default:
                throw new ArgumentException($"Unknown kind {learned.GetType().Name}.", nameof(learned));
        }
    }

    /// <exception cref="InvalidDataException">A file is damaged, or is not what the manifest says.</exception>
    public static LearnedModel Read(string folder, RetrievalManifest manifest)
    {
        LearnedModel learned = manifest.Kind switch
        {
            PopularityKind => ReadVectors(folder) is var rows && rows.Dimension == 1
                ? new LearnedPopularity(rows.Ids.ToArray(), rows.Values.ToArray())
                : throw new InvalidDataException($"{folder}: found scores of dimension {rows.Dimension}, expected 1."),
            EmbeddingKind => new LearnedEmbedding(ReadVectors(folder), manifest.CosineWeight ?? 1, manifest.PopularityWeight ?? 0),
            FactorsKind => ReadFactors(folder, manifest),
            WeightsKind => ReadWeights(folder),
            _ => throw new InvalidDataException(
                $"{folder}: found kind '{manifest.Kind}', expected {PopularityKind}, {EmbeddingKind}, {FactorsKind} or {WeightsKind}."),
        };
        return learned with { InteractionHalfStars = manifest.InteractionHalfStars };
    }

    private static LearnedFactors ReadFactors(string folder, RetrievalManifest manifest)
    {
        EmbeddingRows rows = ReadVectors(folder);
        FoldInOptions foldIn = manifest.FoldIn ?? throw new InvalidDataException($"{folder}: found no foldIn, expected it beside factors.");
        if (!manifest.HasBiases)
        {
            return new LearnedFactors(rows, null, foldIn);
        }

        (EmbeddingRows movies, float[] biases) = SplitBiases(rows);
        return new LearnedFactors(movies, biases, foldIn);
    }

    private static LearnedItemWeights ReadWeights(string folder)
    {
        string path = Path.Combine(folder, RetrievalFolder.WeightsFile);
        (int[] movieIds, ItemWeights weights) = ItemWeightsFormat.Read(File.ReadAllBytes(path), path);
        return new LearnedItemWeights(movieIds, weights);
    }

    private static void WriteVectors(string folder, EmbeddingRows rows)
    {
        using FileStream stream = File.Create(Path.Combine(folder, RetrievalFolder.VectorsFile));
        EmbeddingBinaryFormat.Write(stream, rows);
    }

    private static EmbeddingRows ReadVectors(string folder) => EmbeddingFile.Load(Path.Combine(folder, RetrievalFolder.VectorsFile));

    private static EmbeddingRows JoinBiases(EmbeddingRows rows, float[] biases)
    {
        int dimension = rows.Dimension + 1;
        float[] values = new float[rows.Count * dimension];
        for (int row = 0; row < rows.Count; row++)
        {
            rows.Row(row).CopyTo(values.AsSpan(row * dimension));
            values[(row * dimension) + rows.Dimension] = biases[row];
        }

        return new EmbeddingRows(rows.Ids.ToArray(), values, dimension);
    }

    private static (EmbeddingRows Rows, float[] Biases) SplitBiases(EmbeddingRows joined)
    {
        int dimension = joined.Dimension - 1;
        float[] values = new float[joined.Count * dimension];
        float[] biases = new float[joined.Count];
        for (int row = 0; row < joined.Count; row++)
        {
            joined.Row(row)[..dimension].CopyTo(values.AsSpan(row * dimension));
            biases[row] = joined.Row(row)[dimension];
        }

        return (new EmbeddingRows(joined.Ids.ToArray(), values, dimension), biases);
    }
}
