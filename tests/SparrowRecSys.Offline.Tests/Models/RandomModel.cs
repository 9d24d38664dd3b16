using System.Text.Json.Nodes;
using SparrowRecSys.Features;
using SparrowRecSys.Offline.Models;
using SparrowRecSys.Offline.Onnx;
using SparrowRecSys.Ranking;

namespace SparrowRecSys.Offline.Tests.Models;

/// <summary>A small network over the two ids with random weights, as a graph and as its naive twin in plain C#.</summary>
internal static class RandomModel
{
    private static readonly FeatureSchema Features = FeatureSchema.Of([FeatureNames.UserId, FeatureNames.MovieId], genreCount: 1);

    public static SmallNetwork Weights(int users, int movies, int dimension, int[] hiddenSizes, int seed)
    {
        var random = new Random(seed);
        float[] Values(int count) => [.. Enumerable.Range(0, count).Select(_ => (random.NextSingle() * 2) - 1)];
        int[] sizes = [2 * dimension, .. hiddenSizes, 1];
        return new SmallNetwork
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
    public static double Score(SmallNetwork weights, int userRow, int movieRow)
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
    public static ModelSchema Schema(SmallNetwork weights, int version = 1)
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
            Features = Features.Features,
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

    /// <summary>The twin as a graph.</summary>
    public static byte[] Build(SmallNetwork weights)
    {
        var graph = new OnnxGraph("small");
        string user = graph.Node("Squeeze", graph.Input("user_ids", isInteger: true, 1, 1), graph.Integers(1)); // (1)
        string movie = graph.Node("Squeeze", graph.Input("movie_ids", isInteger: true, null, 1), graph.Integers(1)); // (N)
        string Table(Matrix table) => graph.Floats(table.Values, table.Rows, table.Columns);
        string Biases(float[] values, string ids) => graph.Node("Gather", graph.Floats(values, values.Length, 1), ids);

        (Matrix first, float[] firstBias) = weights.Layers[0];
        int half = first.Values.Length / 2;
        string userHalf = graph.Node("MatMul", graph.Node("Gather", Table(weights.UserEmbedding), user), graph.Floats(first.Values.AsSpan(..half), first.Rows / 2, first.Columns));
        string movieHalf = graph.Node("MatMul", graph.Node("Gather", Table(weights.MovieEmbedding), movie), graph.Floats(first.Values.AsSpan(half..), first.Rows / 2, first.Columns));
        string hidden = graph.Node("Add", graph.Node("Add", movieHalf, userHalf), graph.Floats(firstBias, firstBias.Length)); // (N, H)
        foreach ((Matrix matrix, float[] bias) in weights.Layers.Skip(1))
        {
            hidden = graph.Node("Gemm", graph.Node("Relu", hidden), Table(matrix), graph.Floats(bias, bias.Length));
        }

        string biases = graph.Node("Add", Biases(weights.MovieBias, movie), Biases(weights.UserBias, user)); // (N, 1)
        graph.Output(ModelSchema.OutputName, graph.Node("Sigmoid", graph.Node("Add", hidden, biases)));
        return graph.ToBytes();
    }

    /// <summary>Publishes a random model and returns its folder.</summary>
    public static string Publish(string modelsDirectory, int users = 6, int movies = 40, int version = 1, int seed = 1)
    {
        SmallNetwork weights = Weights(users, movies, dimension: 4, [8, 4], seed);
        return ModelPublisher.Publish(
            modelsDirectory, Schema(weights, version), Build(weights), new JsonObject { ["parity"] = 1e-7 });
    }
}
