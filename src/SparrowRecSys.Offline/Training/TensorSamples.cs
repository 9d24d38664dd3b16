using TorchSharp;

namespace SparrowRecSys.Offline.Training;

/// <summary>Samples as tensors: the inputs of a network, each (R, ...), and the labels. Owns its tensors.</summary>
internal sealed class TensorSamples : IDisposable
{
    private readonly torch.Tensor[] _inputs;
    private readonly torch.Tensor _labels; // (R), 0 or 1

    /// <param name="inputs">One tensor for each input of the network, (R, ...); owned from now on.</param>
    /// <param name="labels">(R).</param>
    public TensorSamples(torch.Tensor[] inputs, bool[] labels)
    {
        _inputs = inputs;
        Labels = labels;
        _labels = torch.tensor(Array.ConvertAll(labels, label => label ? 1f : 0f));
    }

    /// <summary>R.</summary>
    public int Count => Labels.Length;

    public bool[] Labels { get; }

    /// <summary>The samples at some positions (B): inputs (B, ...) and labels (B). The caller's dispose scope frees them.</summary>
    public (torch.Tensor[] Inputs, torch.Tensor Labels) At(torch.Tensor positions) =>
        ([.. _inputs.Select(input => input.index_select(0, positions))], _labels.index_select(0, positions));

    /// <summary>Inputs of the samples from one position up to another.</summary>
    public torch.Tensor[] Inputs(int start, int end) => [.. _inputs.Select(input => input.slice(0, start, end, 1))];

    public void Dispose()
    {
        foreach (torch.Tensor input in _inputs)
        {
            input.Dispose();
        }

        _labels.Dispose();
    }
}
