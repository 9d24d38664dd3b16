using SparrowRecSys.Catalog;
using SparrowRecSys.Embeddings;

namespace SparrowRecSys.Retrieval;

/// <summary>Makes a model over a catalog's rows out of what was learned. Trainer, evaluation and server come through here.</summary>
public static class RetrievalModels
{
    /// <param name="name">Name of the model.</param>
    /// <param name="learned">What was learned. Movies that the catalog does not have are left out.</param>
    /// <param name="data">The catalog, and the interactions that say how popular a movie is.</param>
    /// <param name="index">How the nearest vectors are found.</param>
    /// <param name="neighborsPerMovie">Similar movies kept in memory for each movie.</param>
    public static IRetrievalModel Create(
        string name, LearnedModel learned, DataSet data, VectorIndexOptions index, int neighborsPerMovie = 50) =>
        Create(name, learned, data, new ModelIndexes(index), neighborsPerMovie);

    /// <summary>The same with indexes that were saved, or that are to be saved.</summary>
    /// <param name="name">Name of the model.</param>
    /// <param name="learned">What was learned. Movies that the catalog does not have are left out.</param>
    /// <param name="data">The catalog, and the interactions that say how popular a movie is.</param>
    /// <param name="indexes">Gives the indexes, and keeps those that were built.</param>
    /// <param name="neighborsPerMovie">Similar movies kept in memory for each movie.</param>
    public static IRetrievalModel Create(
        string name, LearnedModel learned, DataSet data, ModelIndexes indexes, int neighborsPerMovie = 50) =>
        learned switch
        {
            LearnedPopularity popularity => new PopularityModel(name, Align(popularity.MovieIds, popularity.Scores, data.Movies)),
            LearnedEmbedding embedding => OfEmbedding(name, embedding, data, indexes, neighborsPerMovie),
            LearnedFactors factors => OfFactors(name, factors, data.Movies, indexes, neighborsPerMovie),
            LearnedItemWeights weights => new ItemWeightModel(name, weights.Weights.AlignTo(weights.MovieIds, data.Movies)),
            _ => throw new ArgumentException($"Unknown kind {learned.GetType().Name}.", nameof(learned)),
        };

    private static VectorModel OfEmbedding(string name, LearnedEmbedding learned, DataSet data, ModelIndexes indexes, int neighbors)
    {
        EmbeddingTable unit = new EmbeddingTable(learned.Movies.Ids, learned.Movies.Values, learned.Movies.Dimension).AlignTo(data.Movies);
        float[] priors = LogShares(data.Ratings, learned.InteractionHalfStars);
        int dimension = unit.Dimension + 1;
        float[] values = new float[unit.Count * dimension];
        for (int row = 0; row < unit.Count; row++)
        {
            Span<float> vector = values.AsSpan(row * dimension, dimension);
            System.Numerics.Tensors.TensorPrimitives.Multiply(unit.Row(row), (float)learned.CosineWeight, vector);
            vector[^1] = (float)(learned.PopularityWeight * priors[row]);
        }

        var scored = new EmbeddingTable(unit.Ids, values, dimension, Similarity.InnerProduct);
        return new VectorModel(name, scored, new MeanEncoder(unit), indexes.Create(scored, RetrievalFolder.IndexFile), Neighbors(unit, indexes, neighbors));
    }

    private static VectorModel OfFactors(string name, LearnedFactors learned, MovieCatalog movies, ModelIndexes indexes, int neighbors)
    {
        EmbeddingTable factors = new EmbeddingTable(learned.Movies.Ids, learned.Movies.Values, learned.Movies.Dimension, Similarity.InnerProduct).AlignTo(movies);
        float[] biases = learned.Biases is null ? [] : Align(learned.Movies.Ids, learned.Biases, movies);
        IUserEncoder encoder = learned.FoldIn.Negatives is { } negatives
            ? new LogisticFoldInEncoder(factors, biases, negatives, learned.FoldIn.Regularization)
            : new FoldInEncoder(factors, biases, learned.FoldIn);
        if (learned.Users is { } users)
        {
            encoder = new StoredEncoder(new EmbeddingTable(users.Ids, users.Values, users.Dimension, Similarity.InnerProduct), encoder);
        }

        EmbeddingTable scored = biases.Length == 0 ? factors : WithColumn(factors, biases);
        var unit = new EmbeddingTable(factors.Ids, factors.Rows(0, factors.Count), factors.Dimension);
        return new VectorModel(name, scored, encoder, indexes.Create(scored, RetrievalFolder.IndexFile), Neighbors(unit, indexes, neighbors));
    }

    private static MovieNeighbors Neighbors(EmbeddingTable unit, ModelIndexes indexes, int count) =>
        new(unit, indexes.Create(unit, RetrievalFolder.NeighborsFile), count);

    /// <summary>The vectors (N, D) with one more column.</summary>
    private static EmbeddingTable WithColumn(EmbeddingTable table, float[] column)
    {
        int dimension = table.Dimension + 1;
        float[] values = new float[table.Count * dimension];
        for (int row = 0; row < table.Count; row++)
        {
            table.Row(row).CopyTo(values.AsSpan(row * dimension));
            values[(row * dimension) + table.Dimension] = table.HasVector(row) ? column[row] : 0;
        }

        return new EmbeddingTable(table.Ids, values, dimension, Similarity.InnerProduct);
    }

    private static float[] Align(ReadOnlySpan<int> movieIds, float[] values, MovieCatalog movies)
    {
        float[] aligned = new float[movies.Count];
        for (int i = 0; i < movieIds.Length; i++)
        {
            if (movies.FindRow(movieIds[i]) is var row and >= 0)
            {
                aligned[row] = values[i];
            }
        }

        return aligned;
    }

    /// <summary>ln of each movie's share of the interactions, one added to every count.</summary>
    private static float[] LogShares(RatingTable ratings, byte interactionHalfStars)
    {
        double[] counts = new double[ratings.MovieCount];
        Array.Fill(counts, 1);
        for (int i = 0; i < ratings.Count; i++)
        {
            counts[ratings.MovieRows[i]] += ratings.HalfStars[i] >= interactionHalfStars ? 1 : 0;
        }

        double total = counts.Sum();
        return Array.ConvertAll(counts, count => (float)Math.Log(count / total));
    }
}
