using SparrowRecSys.Catalog;
using SparrowRecSys.Embeddings;
using SparrowRecSys.Evaluation;
using SparrowRecSys.Offline.RetrievalMethods;
using SparrowRecSys.Retrieval;

namespace SparrowRecSys.Offline.MatrixFactorization;

/// <summary>What is trained: score = x·y + b, over the movies that have an interaction.</summary>
internal sealed class SgdModel
{
    private readonly int[] _rows; // catalog rows of the movies, ascending

    /// <param name="interactions">At least one.</param>
    /// <param name="options">Dimension, deviation, seed.</param>
    /// <param name="rows">Catalog rows of the movies to learn, ascending.</param>
    public SgdModel(RatingTable interactions, SgdOptions options, int[] rows)
    {
        _rows = rows;
        Users = new Factors(interactions.UserCount, options.Dimension);
        Movies = new Factors(rows.Length, options.Dimension);
        Biases = new float[rows.Length];
        Users.Randomize(SeededRandom.Create(options.Seed, 0), options.InitialDeviation);
        Movies.Randomize(SeededRandom.Create(options.Seed, 1), options.InitialDeviation);
        int[] movieOfRow = new int[interactions.MovieCount];
        for (int movie = 0; movie < rows.Length; movie++)
        {
            movieOfRow[rows[movie]] = movie;
        }

        MovieOf = [.. interactions.MovieRows.ToArray().Select(row => movieOfRow[row])];
    }

    /// <summary>x (users, D).</summary>
    public Factors Users { get; }

    /// <summary>y (N, D).</summary>
    public Factors Movies { get; }

    /// <summary>b (N).</summary>
    public float[] Biases { get; }

    /// <summary>By interaction: its movie, 0 to N − 1.</summary>
    public int[] MovieOf { get; }

    /// <summary>The model as it is written and measured.</summary>
    /// <param name="data">What it was trained on.</param>
    /// <param name="foldIn">How other users' factors are found.</param>
    public LearnedFactors ToLearned(DataSet data, FoldInOptions foldIn)
    {
        int[] all = [.. Enumerable.Range(0, Math.Max(Users.Count, Movies.Count))];
        return new LearnedFactors(
            new EmbeddingRows([.. _rows.Select(row => data.Movies[row].MovieId)], Movies.Compact(all.AsSpan(0, Movies.Count), Movies.Dimension), Movies.Dimension),
            Biases,
            foldIn,
            new EmbeddingRows(data.Ratings.UserIds.ToArray(), Users.Compact(all.AsSpan(0, Users.Count), Users.Dimension), Users.Dimension));
    }
}
