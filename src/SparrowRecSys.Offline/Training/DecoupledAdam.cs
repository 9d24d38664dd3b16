using SparrowRecSys.Offline.Models.Layers;
using TorchSharp;
using TorchSharp.Modules;

namespace SparrowRecSys.Offline.Training;

/// <summary>
/// AdamW (Loshchilov and Hutter 2019, algorithm 2) over the parameters of a network, with gradients shortened to a longest norm. Only embeddings
/// decay: their rows see few samples, the dense layers see all.
/// </summary>
/// <remarks>Our own, because its state has to be written to a checkpoint and read back bit for bit.</remarks>
internal sealed class DecoupledAdam : IDisposable
{
    private const double Momentum = 0.9; // β1 and β2 as in the paper
    private const double SquareMomentum = 0.999;
    private const double Epsilon = 1e-8;

    private readonly Parameter[] _parameters;
    private readonly bool[] _decays;
    private readonly torch.Tensor[] _means;
    private readonly torch.Tensor[] _squares;
    private readonly double _decay; // each step multiplies by 1 - step size * decay
    private readonly double _gradientNorm;
    private long _steps;

    public DecoupledAdam(torch.nn.Module network, TrainingOptions options, int sampleCount)
    {
        int stepsOfEpoch = (sampleCount + options.BatchSize - 1) / options.BatchSize;
        _decay = options.Regularization / (options.LearningRate * stepsOfEpoch);
        _gradientNorm = options.GradientNorm;
        HashSet<IntPtr> embeddings = [.. network.modules().OfType<IdEmbedding>().SelectMany(embedding => embedding.parameters()).Select(parameter => parameter.Handle)];
        _parameters = [.. network.parameters().DistinctBy(parameter => parameter.Handle)];
        _decays = [.. _parameters.Select(parameter => embeddings.Contains(parameter.Handle))];
        using var _ = torch.no_grad();
        _means = [.. _parameters.Select(parameter => torch.zeros_like(parameter))];
        _squares = [.. _parameters.Select(parameter => torch.zeros_like(parameter))];
    }

    /// <summary>Moves every parameter against its gradient, and forgets the gradients.</summary>
    /// <param name="rate">Step size.</param>
    public void Step(double rate)
    {
        using var _ = torch.no_grad();
        torch.nn.utils.clip_grad_norm_(_parameters, _gradientNorm);
        _steps++;
        double correction = Math.Sqrt(1 - Math.Pow(SquareMomentum, _steps)) / (1 - Math.Pow(Momentum, _steps));
        for (int i = 0; i < _parameters.Length; i++)
        {
            if (_parameters[i].grad is not { } gradient)
            {
                continue;
            }

            if (_decays[i])
            {
                _parameters[i].mul_(1 - (rate * _decay));
            }

            _means[i].mul_(Momentum).add_(gradient, 1 - Momentum);
            _squares[i].mul_(SquareMomentum).addcmul_(gradient, gradient, 1 - SquareMomentum);
            using torch.Tensor deviation = _squares[i].sqrt().add_(Epsilon * Math.Sqrt(1 - Math.Pow(SquareMomentum, _steps)));
            _parameters[i].addcdiv_(_means[i], deviation, -rate * correction);
            gradient.zero_();
        }
    }

    public void Save(BinaryWriter writer)
    {
        writer.Write(_steps);
        foreach (torch.Tensor state in _means.Concat(_squares))
        {
            state.Save(writer);
        }
    }

    public void Load(BinaryReader reader)
    {
        using var _ = torch.no_grad();
        _steps = reader.ReadInt64();
        foreach (torch.Tensor state in _means.Concat(_squares))
        {
            state.Load(reader);
        }
    }

    public void Dispose()
    {
        foreach (torch.Tensor state in _means.Concat(_squares))
        {
            state.Dispose();
        }
    }
}
