using TorchSharp;

namespace SparrowRecSys.Offline.Models.Layers;

/// <summary>A weight for each pair of ids, by the bucket that the pair falls into: the crossed feature of Wide &amp; Deep.</summary>
internal sealed class HashedCross : torch.nn.Module
{
    private readonly IdEmbedding _weights;
    private readonly int _buckets;

    public HashedCross(int buckets)
        : base(nameof(HashedCross))
    {
        _weights = new IdEmbedding(buckets, 1, spread: 0);
        _buckets = buckets;
        RegisterComponents();
    }

    /// <summary>(N, 1) and (U, 1) ids -> (N, 1).</summary>
    public Value Apply(Value movieIds, Value userIds) => _weights.Row(movieIds.HashWith(userIds, _buckets));
}
