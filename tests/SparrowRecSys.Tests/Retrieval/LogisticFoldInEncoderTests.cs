using SparrowRecSys.Embeddings;
using SparrowRecSys.Retrieval;

namespace SparrowRecSys.Tests.Retrieval;

public sealed class LogisticFoldInEncoderTests
{
    private const int Dimension = 5;
    private const int Negatives = 3;
    private const double Regularization = 0.1;

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(30)]
    public void No_step_from_the_vector_found_lowers_the_objective(int historyLength)
    {
        (EmbeddingTable movies, float[] biases) = Create(60);
        int[] history = [.. Enumerable.Range(0, historyLength).Select(i => i * 2)];
        double[] found = Encode(movies, biases, history);

        double atFound = Objective(movies, biases, history, found);

        Assert.True(atFound < Objective(movies, biases, history, new double[Dimension]) - 0.01);
        for (int i = 0; i < Dimension; i++)
        {
            foreach (double step in (double[])[-0.2, 0.2])
            {
                double[] beside = [.. found];
                beside[i] += step;
                Assert.True(Objective(movies, biases, history, beside) > atFound);
            }
        }
    }

    [Fact]
    public void In_a_large_catalog_a_part_of_the_movies_stands_for_all()
    {
        (EmbeddingTable movies, float[] biases) = Create(5000);
        int[] history = [.. Enumerable.Range(0, 40).Select(i => i * 120)];
        double[] found = Encode(movies, biases, history);
        double[] best = Descend(movies, biases, history, found);

        double gained = Objective(movies, biases, history, new double[Dimension]) - Objective(movies, biases, history, best);
        double missed = Objective(movies, biases, history, found) - Objective(movies, biases, history, best);

        Assert.InRange(missed, 0, 0.05 * gained);
    }

    [Fact]
    public void The_movies_of_the_history_score_higher_than_before()
    {
        (EmbeddingTable movies, float[] biases) = Create(60);
        double[] found = Encode(movies, biases, [3]);

        Assert.True(Score(movies, biases, found, 3) > biases[3] + 0.5);
    }

    [Fact]
    public void A_history_of_unknown_movies_says_nothing()
    {
        var movies = new EmbeddingTable([1, 2], [1, 0, 0, 0], 2, Similarity.InnerProduct); // the second has no vector
        var encoder = new LogisticFoldInEncoder(movies, [0, 0], Negatives, Regularization);
        float[] vector = new float[encoder.Dimension];

        Assert.False(encoder.TryEncode(new UserHistory(0, [1]), vector));
        Assert.False(encoder.TryEncode(new UserHistory(0, []), vector));
        Assert.True(encoder.TryEncode(new UserHistory(0, [0]), vector));
    }

    [Fact]
    public void The_component_of_the_biases_is_one()
    {
        (EmbeddingTable movies, float[] biases) = Create(60);
        var encoder = new LogisticFoldInEncoder(movies, biases, Negatives, Regularization);
        float[] vector = new float[Dimension + 1];

        encoder.TryEncode(new UserHistory(0, [1, 2]), vector);

        Assert.Equal(1, vector[^1]);
        Assert.Equal(Dimension, new LogisticFoldInEncoder(movies, [], Negatives, Regularization).Dimension);
    }

    private static (EmbeddingTable Movies, float[] Biases) Create(int count)
    {
        var random = new Random(1);
        float[] values = [.. Enumerable.Range(0, count * Dimension).Select(_ => (float)((2 * random.NextDouble()) - 1))];
        float[] biases = [.. Enumerable.Range(0, count).Select(_ => (float)(-4 * random.NextDouble()))];
        return (new EmbeddingTable([.. Enumerable.Range(1, count)], values, Dimension, Similarity.InnerProduct), biases);
    }

    private static double[] Encode(EmbeddingTable movies, float[] biases, int[] history)
    {
        float[] vector = new float[Dimension + 1];
        Assert.True(new LogisticFoldInEncoder(movies, biases, Negatives, Regularization).TryEncode(new UserHistory(0, history), vector));
        return [.. vector.Take(Dimension).Select(value => (double)value)];
    }

    private static double Objective(EmbeddingTable movies, float[] biases, int[] history, double[] x)
    {
        double sum = Regularization * history.Length / 2 * x.Sum(value => value * value);
        sum += history.Sum(movie => Math.Log(1 + Math.Exp(-Score(movies, biases, x, movie))));
        double share = (double)Negatives * history.Length / movies.Count;
        return sum + (share * Enumerable.Range(0, movies.Count).Sum(movie => Math.Log(1 + Math.Exp(Score(movies, biases, x, movie)))));
    }

    private static double Score(EmbeddingTable movies, float[] biases, double[] x, int movie)
    {
        double sum = biases[movie];
        for (int i = 0; i < Dimension; i++)
        {
            sum += x[i] * movies.Row(movie)[i];
        }

        return sum;
    }

    /// <summary>Coordinate descent with ever smaller steps, over the whole catalog.</summary>
    private static double[] Descend(EmbeddingTable movies, float[] biases, int[] history, double[] start)
    {
        double[] x = [.. start];
        double best = Objective(movies, biases, history, x);
        for (double step = 0.2; step > 0.01; step /= 2)
        {
            for (int turn = 0; turn < 4 * Dimension; turn++)
            {
                double old = x[turn % Dimension];
                foreach (double candidate in (double[])[old - step, old + step])
                {
                    x[turn % Dimension] = candidate;
                    double objective = Objective(movies, biases, history, x);
                    (best, old) = objective < best ? (objective, candidate) : (best, old);
                }

                x[turn % Dimension] = old;
            }
        }

        return x;
    }
}
