using SparrowRecSys.Ranking;
using TorchSharp;
using Network = TorchSharp.torch.nn.Module<TorchSharp.torch.Tensor[], TorchSharp.torch.Tensor>;

namespace SparrowRecSys.Offline.Onnx;

/// <summary>The same batch through Torch and through ONNX Runtime.</summary>
internal static class ParityCheck
{
    private const int Users = 8;
    private const int Movies = 64;

    /// <summary>Scores a spread of users with a spread of movies, the unknown rows among them, and compares.</summary>
    /// <param name="network">Takes user rows (B) and movie rows (B), gives logits (B).</param>
    /// <param name="model">The bytes of <c>model.onnx</c>.</param>
    /// <param name="unknownUserRow">The last row of the user embedding.</param>
    /// <param name="unknownMovieRow">The last row of the movie embedding.</param>
    /// <returns>Torch's scores, and the largest absolute difference between the two.</returns>
    /// <exception cref="InvalidDataException">The difference is over <see cref="ModelFolder.MaximumParity"/>, or a score is not finite.</exception>
    public static (ModelProbe Probe, double Parity) Run(Network network, byte[] model, int unknownUserRow, int unknownMovieRow)
    {
        int[] userRows = Spread(unknownUserRow, Users);
        int[] movieRows = Spread(unknownMovieRow, Movies);
        float[] expected = ScoreInTorch(network, userRows, movieRows);
        float[] found = new float[movieRows.Length];
        double parity = 0;
        using var scorer = new OnnxScorer(model);
        for (int u = 0; u < userRows.Length; u++)
        {
            scorer.Score(userRows[u], movieRows, found);
            for (int i = 0; i < found.Length; i++)
            {
                double difference = Math.Abs((double)found[i] - expected[(u * found.Length) + i]);
                parity = double.IsNaN(difference) ? difference : Math.Max(parity, difference);
            }
        }

        return parity <= ModelFolder.MaximumParity
            ? (new ModelProbe { UserRows = userRows, MovieRows = movieRows, Scores = expected }, parity)
            : throw new InvalidDataException(
                $"Found Torch and ONNX Runtime up to {parity:g3} apart on the same batch, expected at most {ModelFolder.MaximumParity}. Nothing was written.");
    }

    private static float[] ScoreInTorch(Network network, int[] userRows, int[] movieRows)
    {
        network.eval();
        using var scope = torch.NewDisposeScope();
        using var _ = torch.no_grad();
        torch.Tensor users = torch.tensor(userRows, torch.int64).repeat_interleave(movieRows.Length); // (U N)
        torch.Tensor movies = torch.tensor(movieRows, torch.int64).repeat(userRows.Length); // (U N)
        return network.forward([users, movies]).sigmoid().data<float>().ToArray();
    }

    /// <summary>At most <paramref name="count"/> different rows from 0 to <paramref name="last"/>, both among them.</summary>
    private static int[] Spread(int last, int count) =>
        [.. Enumerable.Range(0, count).Select(i => (int)((long)last * i / (count - 1))).Distinct()];
}
