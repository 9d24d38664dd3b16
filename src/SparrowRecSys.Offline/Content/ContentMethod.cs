using System.Numerics.Tensors;
using System.Text.Json.Nodes;
using SparrowRecSys.Catalog;
using SparrowRecSys.Embeddings;
using SparrowRecSys.Offline.RetrievalMethods;
using SparrowRecSys.Retrieval;

namespace SparrowRecSys.Offline.Content;

/// <summary>
/// Vectors of movies from what they are, not from who likes them: tf-idf of title, year, genres, people, countries and synopsis, reduced by a truncated
/// singular value decomposition (latent semantic analysis; Deerwester et al. 1990). A movie without a single rating has neighbours.
/// </summary>
internal static class ContentMethod
{
    private const double SmallestLength = 1e-4; // of a vector less the mean; below, its direction is rounding

    private const string Help = """
        Make movie vectors from title, year, genres, people, countries and synopsis (tf-idf, then reduced), so that a movie without a
        single rating has neighbours. What the data do not have is left out; MovieLens has title, year and genres.

        Vectors from elsewhere, of images, sound or a language model, come in by --vectors: by movie id, in the text format of word2vec, in
        ours or binary. They are one more field; with the weights of the others at 0 the only one.

        Examples:
          sparrow embed content
          sparrow embed content --data ml-latest-small --out out/retrieval --dimension 32
          sparrow embed content --vectors posters.txt --vectors-weight 2
          sparrow embed content --vectors posters.txt --title-weight 0 --year-weight 0 --genre-weight 0 --director-weight 0 --cast-weight 0 --country-weight 0 --synopsis-weight 0
        """;

    public static RetrievalMethod Instance { get; } = RetrievalMethod.Create<ContentOptions>("content", Help, Learn);

    public static LearnedOutput Learn(DataSet interactions, ContentOptions options, LearningContext context)
    {
        MovieCatalog movies = interactions.Movies;
        var features = new ContentFeatures(movies.Count);
        IReadOnlyList<ContentField> fields = ContentField.Of(options);
        for (int i = 0; i < fields.Count; i++)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            context.Progress?.Report(new LearningProgress(0.5 * i / fields.Count, "terms"));
            ContentField field = fields[i];
            features.Add(TextTerms.Of([.. Enumerable.Range(0, movies.Count).Select(row => field.TextOf(movies[row]))], field.Kind), field.Weight);
        }

        var facts = new JsonObject();
        if (options.Vectors.Length > 0 && options.VectorsWeight > 0)
        {
            ExternalVectors.Load(options.Vectors).AddTo(features, movies, options.VectorsWeight, facts);
        }

        context.Progress?.Report(new LearningProgress(0.5, "reducing"));
        EmbeddingRows vectors = Reduce(features, movies, options, facts, context.Cancellation);
        return new LearnedOutput(new LearnedEmbedding(vectors, options.CosineWeight, options.PopularityWeight), facts);
    }

    private static EmbeddingRows Reduce(ContentFeatures features, MovieCatalog movies, ContentOptions options, JsonObject facts, CancellationToken cancellation)
    {
        int[] known = [.. Enumerable.Range(0, movies.Count).Where(features.HasAny)];
        if (known.Length < 2)
        {
            throw new InvalidDataException($"Found {known.Length} movies of which anything is known that two movies have in common, expected at least 2.");
        }

        SparseRows matrix = features.ToMatrix();
        SvdResult svd = TruncatedSvd.Compute(matrix, options.Dimension, options.Seed, cancellation);
        double explained = svd.Values.Sum(value => value * value) / matrix.SumOfSquares;
        float[] scales = [.. svd.Values.Select(value => value > 0 ? (float)Math.Pow(value, options.SpectrumPower) : 0)];
        EmbeddingRows vectors = Center(svd.Left, scales, known, movies);
        facts["movies"] = vectors.Count;
        facts["moviesWithoutFeatures"] = movies.Count - vectors.Count;
        facts["terms"] = features.ColumnCount;
        facts["explained"] = Math.Round(explained, 4);
        return vectors;
    }

    /// <summary>
    /// The known movies' vectors, scaled to length 1 without the mean of all: what all movies have in common, such as a country that most are from,
    /// says nothing. Rows ascend with the movie id.
    /// </summary>
    private static EmbeddingRows Center(float[] left, float[] scales, int[] known, MovieCatalog movies)
    {
        int dimension = scales.Length;
        float[] mean = new float[dimension];
        foreach (int row in known)
        {
            Span<float> vector = left.AsSpan(row * dimension, dimension);
            TensorPrimitives.Multiply(vector, scales, vector);
            Normalize(vector);
            TensorPrimitives.MultiplyAdd(vector, 1f / known.Length, mean, mean);
        }

        var ids = new List<int>(known.Length);
        var values = new List<float>(known.Length * dimension);
        foreach (int row in known)
        {
            Span<float> vector = left.AsSpan(row * dimension, dimension);
            TensorPrimitives.Subtract(vector, mean, vector);
            if (TensorPrimitives.Norm<float>(vector) > SmallestLength)
            {
                Normalize(vector);
                ids.Add(movies[row].MovieId);
                values.AddRange(vector);
            }
        }

        return new EmbeddingRows([.. ids], [.. values], dimension);
    }

    private static void Normalize(Span<float> vector)
    {
        float norm = TensorPrimitives.Norm<float>(vector);
        if (norm > 0)
        {
            TensorPrimitives.Divide(vector, norm, vector);
        }
    }
}
