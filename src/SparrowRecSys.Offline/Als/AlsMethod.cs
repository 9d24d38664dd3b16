using System.Diagnostics;
using System.Text.Json.Nodes;
using SparrowRecSys.Catalog;
using SparrowRecSys.Embeddings;
using SparrowRecSys.Evaluation;
using SparrowRecSys.LinearAlgebra;
using SparrowRecSys.Offline.RetrievalMethods;
using SparrowRecSys.Retrieval;

namespace SparrowRecSys.Offline.Als;

/// <summary>
/// Matrix factorization of implicit feedback by alternating least squares (Hu, Koren, Volinsky 2008) with the penalty in proportion to the
/// frequency (Rendle et al. 2021, "Revisiting the performance of iALS on item recommendation benchmarks"): Σ over interactions (1 − x·y)² + a Σ over all pairs (x·y)²
/// + Σ λ_u |x|² + Σ λ_i |y|². With one side fixed each vector of the other has a closed form, <see cref="LeastSquares"/>, or comes near it by <see cref="ConjugateGradient"/>.
/// </summary>
internal static class AlsMethod
{
    private const string Help = """
        Implicit ALS: vectors of users and movies whose inner product is 1 for an interaction and near 0 for all else.

        Examples:
          sparrow train als
          sparrow train als --data ml-latest-small --out out/retrieval --dimension 128 --regularization 0.005
          sparrow train als --data ml-25m --threads 0 --json
        """;

    public static RetrievalMethod Instance { get; } = RetrievalMethod.Create<AlsOptions>("als", Help, Learn);

    public static LearnedOutput Learn(DataSet interactions, AlsOptions options, LearningContext context)
    {
        RatingTable ratings = interactions.Ratings;
        int[] rows = CoOccurrence.RowsWithAtLeast(ratings, 1);
        if (rows.Length == 0)
        {
            throw new InvalidDataException("als: found no interactions.");
        }

        var users = new Factors(ratings.UserCount, options.Dimension);
        var movies = new Factors(ratings.MovieCount, options.Dimension);
        movies.Randomize(SeededRandom.Create(options.Seed, 0), 0.1 / Math.Sqrt(options.Dimension));
        ClearUnseen(movies, ratings);
        var clock = Stopwatch.StartNew();
        for (int iteration = 0; iteration < options.Iterations; iteration++)
        {
            SolveUsers(ratings, movies, rows.Length, users, options, context.Cancellation);
            SolveMovies(ratings, users, movies, options, context.Cancellation);
            double speed = (iteration + 1.0) * ratings.Count / clock.Elapsed.TotalSeconds;
            context.Progress?.Report(new LearningProgress((iteration + 1.0) / options.Iterations, $"{speed:N0} interactions/s and iteration"));
        }

        int[] ids = [.. rows.Select(row => interactions.Movies[row].MovieId)];
        var learned = new LearnedFactors(
            new EmbeddingRows(ids, movies.Compact(rows, options.Dimension), options.Dimension), null,
            new FoldInOptions(options.UnobservedWeight, options.Regularization));
        return new LearnedOutput(learned, new JsonObject { ["interactions"] = ratings.Count, ["users"] = ratings.UserCount, ["movies"] = rows.Length });
    }

    private static void SolveUsers(RatingTable ratings, Factors movies, int movieCount, Factors users, AlsOptions options, CancellationToken cancellation)
    {
        float[] prior = movies.Gram(options.UnobservedWeight);
        double unobserved = options.UnobservedWeight * movieCount;
        ParallelLoop.Run(users.Count, options.Threads, () => CreateSolver(options), (user, solver) =>
        {
            solver.Begin(prior, []);
            ReadOnlySpan<int> history = ratings.OfUser(user).MovieRows;
            foreach (int movie in history)
            {
                solver.Add(movies.Row(movie), 1);
            }

            Solve(solver, options.Regularization * (history.Length + unobserved), users.Row(user));
        }, cancellation);
    }

    private static void SolveMovies(RatingTable ratings, Factors users, Factors movies, AlsOptions options, CancellationToken cancellation)
    {
        float[] prior = users.Gram(options.UnobservedWeight);
        double unobserved = options.UnobservedWeight * users.Count;
        ParallelLoop.Run(movies.Count, options.Threads, () => CreateSolver(options), (movie, solver) =>
        {
            ReadOnlySpan<int> positions = ratings.PositionsOfMovie(movie);
            if (positions.Length == 0)
            {
                return;
            }

            solver.Begin(prior, []);
            foreach (int position in positions)
            {
                solver.Add(users.Row(ratings.UserRows[position]), 1);
            }

            Solve(solver, options.Regularization * (positions.Length + unobserved), movies.Row(movie));
        }, cancellation);
    }

    private static ILeastSquares CreateSolver(AlsOptions options) =>
        options.ConjugateSteps == 0 ? new LeastSquares(options.Dimension) : new ConjugateGradient(options.Dimension, options.ConjugateSteps);

    private static void Solve(ILeastSquares solver, double regularization, Span<float> solution)
    {
        if (!solver.TrySolve((float)regularization, solution))
        {
            throw new InvalidDataException("als: a system of equations has no solution in single precision. Raise --regularization.");
        }
    }

    private static void ClearUnseen(Factors movies, RatingTable ratings)
    {
        for (int row = 0; row < movies.Count; row++)
        {
            if (ratings.PositionsOfMovie(row).Length == 0)
            {
                movies.Row(row).Clear();
            }
        }
    }
}
