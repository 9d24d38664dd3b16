using SparrowRecSys.Features;
using SparrowRecSys.Offline.Samples;
using TorchSharp;

namespace SparrowRecSys.Offline.Training;

/// <summary>Gathers samples into tensors, a batch at a time, so that only a batch is ever held twice. Not thread-safe.</summary>
/// <param name="samples">The samples.</param>
/// <param name="device">Where the tensors are to be.</param>
internal sealed class SampleBatches(SampleTable samples, torch.Device device)
{
    /// <summary>The samples at some positions: the four blocks (B, width), ids as int64, and the labels (B), 0 or 1. The caller's dispose scope frees them.</summary>
    public (torch.Tensor[] Blocks, torch.Tensor Labels) At(ReadOnlySpan<int> positions)
    {
        torch.Tensor[] blocks =
        [
            Gather(samples.Ids(FeatureBlock.UserIds), samples.Schema.Width(FeatureBlock.UserIds), positions).to(torch.int64),
            Gather(samples.Numbers(FeatureBlock.UserNumbers), samples.Schema.Width(FeatureBlock.UserNumbers), positions),
            Gather(samples.Ids(FeatureBlock.MovieIds), samples.Schema.Width(FeatureBlock.MovieIds), positions).to(torch.int64),
            Gather(samples.Numbers(FeatureBlock.MovieNumbers), samples.Schema.Width(FeatureBlock.MovieNumbers), positions),
        ];
        ReadOnlySpan<bool> all = samples.Labels;
        float[] labels = new float[positions.Length];
        for (int i = 0; i < positions.Length; i++)
        {
            labels[i] = all[positions[i]] ? 1 : 0;
        }

        return (blocks, torch.tensor(labels).to(device));
    }

    private torch.Tensor Gather<T>(ReadOnlySpan<T> values, int width, ReadOnlySpan<int> positions)
        where T : unmanaged
    {
        var rows = new T[positions.Length * width];
        for (int i = 0; i < positions.Length; i++)
        {
            values.Slice(positions[i] * width, width).CopyTo(rows.AsSpan(i * width));
        }

        return torch.from_array(rows).reshape(positions.Length, width).to(device);
    }
}
