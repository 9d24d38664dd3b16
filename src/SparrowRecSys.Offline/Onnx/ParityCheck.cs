using SparrowRecSys.Features;
using SparrowRecSys.Ranking;
using TorchSharp;
using Network = TorchSharp.torch.nn.Module<TorchSharp.torch.Tensor[], TorchSharp.torch.Tensor>;

namespace SparrowRecSys.Offline.Onnx;

/// <summary>The same batch through Torch and through ONNX Runtime.</summary>
internal static class ParityCheck
{
    /// <summary>Scores a batch in Torch and with the graph, and compares.</summary>
    /// <param name="network">Takes the four blocks, each (B, width), gives logits (B).</param>
    /// <param name="model">The bytes of <c>model.onnx</c>.</param>
    /// <param name="features">What the columns of the blocks are.</param>
    /// <param name="batch">The batch; its scores are not read.</param>
    /// <returns>The batch with Torch's scores, and the largest absolute difference between the two.</returns>
    /// <exception cref="InvalidDataException">The difference is over <see cref="ModelFolder.MaximumParity"/>, or a score is not finite.</exception>
    public static (ModelProbe Probe, double Parity) Run(Network network, byte[] model, FeatureSchema features, ModelProbe batch)
    {
        ModelProbe probe = batch with { Scores = ScoreInTorch(network, features, batch) };
        using var scorer = new OnnxScorer(model);
        double parity = ProbeRun.LargestDifference(probe, scorer);
        return parity <= ModelFolder.MaximumParity
            ? (probe, parity)
            : throw new InvalidDataException(
                $"Found Torch and ONNX Runtime up to {parity:g3} apart on the same batch, expected at most {ModelFolder.MaximumParity}. Nothing was written.");
    }

    private static float[] ScoreInTorch(Network network, FeatureSchema features, ModelProbe batch)
    {
        network.eval();
        using var scope = torch.NewDisposeScope();
        using var _ = torch.no_grad();
        long pairs = (long)batch.Users * batch.Movies; // B
        torch.Tensor Block<T>(IReadOnlyList<T> values, FeatureBlock block, bool isUser)
            where T : unmanaged
        {
            torch.Tensor rows = torch.from_array(values.ToArray()).reshape(isUser ? batch.Users : pairs, features.Width(block));
            return isUser ? rows.repeat_interleave(batch.Movies, 0) : rows; // (U, width) -> (B, width)
        }

        return network.forward(
        [
            Block(batch.UserIds, FeatureBlock.UserIds, isUser: true).to(torch.int64),
            Block(batch.UserNumbers, FeatureBlock.UserNumbers, isUser: true),
            Block(batch.MovieIds, FeatureBlock.MovieIds, isUser: false).to(torch.int64),
            Block(batch.MovieNumbers, FeatureBlock.MovieNumbers, isUser: false),
        ]).sigmoid().data<float>().ToArray();
    }
}
