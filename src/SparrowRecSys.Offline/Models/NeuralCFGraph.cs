using SparrowRecSys.Features;
using SparrowRecSys.Offline.Onnx;
using SparrowRecSys.Ranking;

namespace SparrowRecSys.Offline.Models;

/// <summary>Writes NeuralCF as ONNX: user_ids (1, 1) and movie_ids (N, 1), int32 rows of the embeddings, to score (N).</summary>
/// <remarks>
/// The first layer is split so that the user's half is computed once: concat(u, m) x W = u x W[..D] + m x W[D..]. The sum is the
/// same but for rounding, which the parity check bounds.
/// </remarks>
internal static class NeuralCFGraph
{
    /// <summary>What NeuralCF takes: the ids of the user and of the movie.</summary>
    public static FeatureSchema Features { get; } = FeatureSchema.Of([FeatureNames.UserId, FeatureNames.MovieId], genreCount: 1);

    public static byte[] Build(NeuralCFWeights weights)
    {
        var graph = new OnnxGraph("neuralcf");
        string user = graph.Reshape("user", graph.Int32Input(FeatureSchema.NameOf(FeatureBlock.UserIds), 1, 1), -1); // (1, 1) -> (1)
        string movie = graph.Reshape("movie", graph.Int32Input(FeatureSchema.NameOf(FeatureBlock.MovieIds), null, 1), -1); // (N, 1) -> (N)

        string hidden = FirstLayer(graph, weights, user, movie); // (N, H1)
        for (int i = 1; i < weights.Layers.Count; i++)
        {
            (Matrix values, float[] bias) = weights.Layers[i];
            string matrix = graph.Constant($"weights{i}", values.Values, values.Rows, values.Columns);
            hidden = graph.Gemm($"hidden{i}", graph.Relu($"active{i}", hidden), matrix, graph.Constant($"bias{i}", bias, bias.Length)); // (N, Hi)
        }

        string movieBias = graph.Gather("movie_bias", graph.Constant("movie_biases", weights.MovieBias, weights.MovieBias.Length, 1), movie); // (N, 1)
        string userBias = graph.Gather("user_bias", graph.Constant("user_biases", weights.UserBias, weights.UserBias.Length, 1), user); // (1, 1)
        string logit = graph.Add("logit", graph.Add("hidden_movie_bias", hidden, movieBias), userBias); // (N, 1)
        graph.FloatOutput(graph.Reshape(ModelSchema.OutputName, graph.Sigmoid("probability", logit), -1)); // (N)
        return graph.ToBytes();
    }

    private static string FirstLayer(OnnxGraph graph, NeuralCFWeights weights, string user, string movie)
    {
        (Matrix values, float[] bias) = weights.Layers[0]; // (2 D, H1), (H1)
        int half = values.Values.Length / 2;
        int dimension = values.Rows / 2;
        string userWeights = graph.Constant("user_weights", values.Values.AsSpan(..half), dimension, values.Columns);
        string movieWeights = graph.Constant("movie_weights", values.Values.AsSpan(half..), dimension, values.Columns);

        string userRow = graph.Gather("user_row", Table(graph, "user_embedding", weights.UserEmbedding), user); // (1, D)
        string movieRows = graph.Gather("movie_rows", Table(graph, "movie_embedding", weights.MovieEmbedding), movie); // (N, D)
        string userHalf = graph.Gemm("user_half", userRow, userWeights, graph.Constant("bias0", bias, bias.Length)); // (1, H1)
        string movieHalf = graph.MatMul("movie_half", movieRows, movieWeights); // (N, H1)
        return graph.Add("hidden0", movieHalf, userHalf); // (N, H1) + (1, H1)
    }

    private static string Table(OnnxGraph graph, string name, Matrix table) => graph.Constant(name, table.Values, table.Rows, table.Columns);
}
