using System.Text.Json.Nodes;
using SparrowRecSys.Offline.Models;
using SparrowRecSys.Ranking;

namespace SparrowRecSys.Offline.Tests.Models;

/// <summary>NeuralCF with random weights, and its naive twin in plain C#.</summary>
internal static class RandomModel
{
    public static NeuralCFWeights Weights(int users, int movies, int dimension, int[] hiddenSizes, int seed)
    {
        var random = new Random(seed);
        float[] Values(int count) => [.. Enumerable.Range(0, count).Select(_ => (random.NextSingle() * 2) - 1)];
        int[] sizes = [2 * dimension, .. hiddenSizes, 1];
        return new NeuralCFWeights
        {
            UserEmbedding = new Matrix(Values((users + 1) * dimension), users + 1, dimension),
            MovieEmbedding = new Matrix(Values((movies + 1) * dimension), movies + 1, dimension),
            UserBias = Values(users + 1),
            MovieBias = Values(movies + 1),
            Layers = [.. Enumerable.Range(0, sizes.Length - 1).Select(i =>
                new DenseLayer(new Matrix(Values(sizes[i] * sizes[i + 1]), sizes[i], sizes[i + 1]), Values(sizes[i + 1])))],
        };
    }

    /// <summary>concat → dense, ReLU between → + biases → sigmoid, one pair at a time, in double precision.</summary>
    public static double Score(NeuralCFWeights weights, int userRow, int movieRow)
    {
        int dimension = weights.UserEmbedding.Columns;
        double[] values =
        [
            .. weights.UserEmbedding.Values.Skip(userRow * dimension).Take(dimension).Select(value => (double)value),
            .. weights.MovieEmbedding.Values.Skip(movieRow * dimension).Take(dimension).Select(value => (double)value),
        ];
        for (int i = 0; i < weights.Layers.Count; i++)
        {
            DenseLayer layer = weights.Layers[i];
            double[] inputs = i == 0 ? values : [.. values.Select(value => Math.Max(0, value))];
            values = [.. Enumerable.Range(0, layer.Bias.Length).Select(o =>
                layer.Bias[o] + inputs.Select((input, row) => input * layer.Weights.Values[(row * layer.Bias.Length) + o]).Sum())];
        }

        return 1 / (1 + Math.Exp(-(values[0] + weights.UserBias[userRow] + weights.MovieBias[movieRow])));
    }

    /// <summary>A schema for ids 10, 20, 30, ... of users and movies, with the twin's scores as probe.</summary>
    public static ModelSchema Schema(NeuralCFWeights weights, int version = 1)
    {
        int users = weights.UserBias.Length - 1;
        int movies = weights.MovieBias.Length - 1;
        int[] userRows = [0, users];
        int[] movieRows = [.. Enumerable.Range(0, movies + 1)];
        return new ModelSchema
        {
            Format = ModelSchema.CurrentFormat,
            Name = "neuralcf",
            Version = version,
            Type = "neuralcf",
            ModelSha256 = "",
            DataHash = "0123456789abcdef",
            Seed = 1,
            Created = new DateTimeOffset(2026, 11, 24, 10, 0, 0, TimeSpan.Zero),
            Features = NeuralCFGraph.Features.Features,
            Genres = [],
            UserIds = [.. Enumerable.Range(1, users).Select(i => i * 10)],
            MovieIds = [.. Enumerable.Range(1, movies).Select(i => i * 10)],
            Probe = new ModelProbe
            {
                Users = userRows.Length,
                Movies = movieRows.Length,
                UserIds = userRows,
                UserNumbers = [],
                MovieIds = [.. userRows.SelectMany(_ => movieRows)],
                MovieNumbers = [],
                Scores = [.. userRows.SelectMany(user => movieRows.Select(movie => (float)Score(weights, user, movie)))],
            },
        };
    }

    /// <summary>Publishes a random model and returns its folder.</summary>
    public static string Publish(string modelsDirectory, int users = 6, int movies = 40, int version = 1, int seed = 1)
    {
        NeuralCFWeights weights = Weights(users, movies, dimension: 4, [8, 4], seed);
        return ModelPublisher.Publish(
            modelsDirectory, Schema(weights, version), NeuralCFGraph.Build(weights), new JsonObject { ["parity"] = 1e-7 });
    }
}
