using System.Text.Json.Nodes;
using SparrowRecSys.Catalog;
using SparrowRecSys.Embeddings;
using SparrowRecSys.Evaluation;
using SparrowRecSys.LinearAlgebra;
using SparrowRecSys.Offline.RetrievalMethods;
using SparrowRecSys.Retrieval;

namespace SparrowRecSys.Offline.Als;

/// <summary>
/// Matrix factorization of stars by alternating least squares with weighted λ (Zhou et al. 2008, "Large-scale parallel collaborative filtering
/// for the Netflix prize") and a bias for each movie: stars ≈ mean + b + x·y, over the ratings there are. It predicts stars; as a retriever it is far behind the
/// implicit models, because nothing tells it what users do not watch.
/// </summary>
internal static class AlsExplicitMethod
{
    private const string Help = """
        Explicit ALS: vectors and biases that predict the stars of a rating. Shown beside implicit ALS to see why one does not retrieve with it.

        Examples:
          sparrow train alsexplicit --min-rating 0.5
          sparrow train alsexplicit --data ml-latest-small --out out/retrieval --min-rating 0.5 --dimension 20
        """;

    public static RetrievalMethod Instance { get; } = RetrievalMethod.Create<AlsExplicitOptions>("alsexplicit", Help, Learn);

    public static LearnedOutput Learn(DataSet interactions, AlsExplicitOptions options, LearningContext context)
    {
        RatingTable ratings = interactions.Ratings;
        int[] rows = CoOccurrence.RowsWithAtLeast(ratings, 1);
        if (rows.Length == 0)
        {
            throw new InvalidDataException("alsexplicit: found no ratings.");
        }

        double mean = Mean(ratings);
        var users = new Factors(ratings.UserCount, options.Dimension + 1); // (x, 1)
        var movies = new Factors(ratings.MovieCount, options.Dimension + 1); // (y, bias)
        movies.Randomize(SeededRandom.Create(options.Seed, 0), 0.1 / Math.Sqrt(options.Dimension));
        for (int iteration = 0; iteration < options.Iterations; iteration++)
        {
            SolveUsers(ratings, mean, movies, users, options, context.Cancellation);
            SolveMovies(ratings, mean, users, movies, options, context.Cancellation);
            context.Progress?.Report(new LearningProgress((iteration + 1.0) / options.Iterations, ""));
        }

        int[] ids = [.. rows.Select(row => interactions.Movies[row].MovieId)];
        float[] biases = [.. rows.Select(row => movies.Row(row)[^1])];
        var learned = new LearnedFactors(
            new EmbeddingRows(ids, movies.Compact(rows, options.Dimension), options.Dimension), biases,
            new FoldInOptions(0, options.Regularization, MeanStars: mean));
        return new LearnedOutput(learned, new JsonObject { ["ratings"] = ratings.Count, ["meanStars"] = mean, ["rootMeanSquareError"] = Error(ratings, mean, users, movies) });
    }

    private static void SolveUsers(RatingTable ratings, double mean, Factors movies, Factors users, AlsExplicitOptions options, CancellationToken cancellation) =>
        ParallelLoop.Run(users.Count, options.Threads, () => new LeastSquares(options.Dimension), (user, solver) =>
        {
            solver.Begin([], []);
            RatingSlice slice = ratings.OfUser(user);
            for (int i = 0; i < slice.Count; i++)
            {
                Span<float> movie = movies.Row(slice.MovieRows[i]);
                solver.Add(movie[..^1], (float)((slice.HalfStars[i] / 2.0) - mean - movie[^1]));
            }

            Solve(solver, options.Regularization * slice.Count, users.Row(user)[..^1]);
            users.Row(user)[^1] = 1;
        }, cancellation);

    private static void SolveMovies(RatingTable ratings, double mean, Factors users, Factors movies, AlsExplicitOptions options, CancellationToken cancellation) =>
        ParallelLoop.Run(movies.Count, options.Threads, () => new LeastSquares(options.Dimension + 1), (movie, solver) =>
        {
            ReadOnlySpan<int> positions = ratings.PositionsOfMovie(movie);
            if (positions.Length == 0)
            {
                return;
            }

            solver.Begin([], []);
            foreach (int position in positions)
            {
                solver.Add(users.Row(ratings.UserRows[position]), (float)((ratings.HalfStars[position] / 2.0) - mean));
            }

            Solve(solver, options.Regularization * positions.Length, movies.Row(movie));
        }, cancellation);

    private static void Solve(LeastSquares solver, double regularization, Span<float> solution)
    {
        if (!solver.TrySolve((float)regularization, solution))
        {
            throw new InvalidDataException("alsexplicit: a system of equations has no solution in single precision. Raise --regularization.");
        }
    }

    private static double Mean(RatingTable ratings)
    {
        long sum = 0;
        foreach (byte halfStars in ratings.HalfStars)
        {
            sum += halfStars;
        }

        return sum / 2.0 / ratings.Count;
    }

    private static double Error(RatingTable ratings, double mean, Factors users, Factors movies)
    {
        double sum = 0;
        for (int i = 0; i < ratings.Count; i++)
        {
            double predicted = mean + DotProducts.One(users.Row(ratings.UserRows[i]), movies.Row(ratings.MovieRows[i]));
            sum += Math.Pow((ratings.HalfStars[i] / 2.0) - predicted, 2);
        }

        return Math.Round(Math.Sqrt(sum / ratings.Count), 4);
    }
}
