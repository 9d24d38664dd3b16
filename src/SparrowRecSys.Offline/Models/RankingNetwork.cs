using SparrowRecSys.Features;
using SparrowRecSys.Offline.Models.Layers;
using SparrowRecSys.Offline.Onnx;
using SparrowRecSys.Ranking;
using TorchSharp;

namespace SparrowRecSys.Offline.Models;

/// <summary>A network that gives a logit to a user and a movie. Written once, on <see cref="Value"/>: Torch trains it, ONNX Runtime serves it.</summary>
/// <remarks>
/// Under a time split most test users are new and some movies are. So in training some samples have their user, and fewer their movies,
/// replaced by the unknown one, whose row of the embedding is trained by that and decides much of the quality.
/// </remarks>
/// <param name="name">Name in Torch.</param>
/// <param name="inputs">The columns, and what counting knows.</param>
/// <param name="options">How much is forgotten in training.</param>
internal abstract class RankingNetwork(string name, NetworkInputs inputs, NetworkOptions options) : torch.nn.Module<torch.Tensor[], torch.Tensor>(name)
{
    private static readonly FeatureBlock[] AllBlocks = Enum.GetValues<FeatureBlock>();

    /// <summary>What each column is.</summary>
    public FeatureSchema Schema { get; } = inputs.Schema;

    /// <summary>A second loss of the last batch that was trained on, to be added to the first; <see langword="null"/> where there is none.</summary>
    public virtual torch.Tensor? AuxiliaryLoss => null;

    /// <param name="input">The four blocks: ids int64 (B, width), numbers float32 (B, width), one of width 0 where there is none.</param>
    /// <returns>Logits (B).</returns>
    public sealed override torch.Tensor forward(torch.Tensor[] input)
    {
        torch.Tensor[] tensors = training ? Forget(input) : input;
        var blocks = new Blocks(Schema, [.. tensors.Select(tensor => new TorchValue(tensor, training))]);
        return TorchValue.Of(Logit(blocks)).squeeze(1);
    }

    /// <summary>The network as a graph: its blocks, one row of the user and N of movies, to <c>score</c> (N), a probability, and where it has one its attention (N, L).</summary>
    public byte[] ToOnnx()
    {
        using var scope = torch.NewDisposeScope();
        using var _ = torch.no_grad();
        eval();
        var graph = new OnnxGraph(GetName());
        var blocks = new Blocks(Schema, [.. AllBlocks.Select(block => InputOf(graph, block))]);
        graph.Output(ModelSchema.OutputName, OnnxValue.NameOf(Logit(blocks).Sigmoid()));
        if (blocks.Attention is { } attention)
        {
            graph.Output(ModelSchema.AttentionName, OnnxValue.NameOf(attention), new History(Schema).Length);
        }

        return graph.ToBytes();
    }

    /// <summary>(B, 1).</summary>
    protected abstract Value Logit(Blocks blocks);

    /// <summary>Where a feature stands without which the network makes no sense.</summary>
    /// <exception cref="InvalidDataException">The schema lacks it.</exception>
    protected FeatureSlot Required(string feature) =>
        Schema.Find(feature) ?? throw new InvalidDataException($"Found no {feature} among the features, which {GetName()} needs.");

    private OnnxValue? InputOf(OnnxGraph graph, FeatureBlock block)
    {
        if (Schema.Width(block) == 0)
        {
            return null;
        }

        (bool isIds, bool isUser) = (block is FeatureBlock.UserIds or FeatureBlock.MovieIds, block is FeatureBlock.UserIds or FeatureBlock.UserNumbers);
        return new OnnxValue(graph, graph.Input(FeatureSchema.NameOf(block), isIds, isUser ? 1 : null, Schema.Width(block)));
    }

    private torch.Tensor[] Forget(torch.Tensor[] input)
    {
        torch.Tensor[] forgetful = [.. input];
        foreach (FeatureBlock block in new[] { FeatureBlock.UserIds, FeatureBlock.MovieIds })
        {
            foreach (FeatureSlot slot in Schema.Features.Select(feature => Schema.Find(feature.Name)).OfType<FeatureSlot>().Where(slot => slot.Block == block))
            {
                double share = slot.Feature.Kind switch { FeatureKind.UserId => options.UserDropout, FeatureKind.MovieId => options.MovieDropout, _ => 0 };
                if (share > 0)
                {
                    forgetful[(int)block] = Forget(forgetful[(int)block], slot, share);
                }
            }
        }

        return forgetful;
    }

    private torch.Tensor Forget(torch.Tensor ids, FeatureSlot slot, double share)
    {
        long unknown = inputs.Vocabularies.RowCount(slot.Feature.Kind) - 1;
        torch.Tensor columns = ids.narrow(1, slot.Offset, slot.Width); // (B, W)
        torch.Tensor isForgotten = torch.rand(columns.shape, device: ids.device).lt(share).logical_and(columns.ge(0));
        torch.Tensor before = ids.narrow(1, 0, slot.Offset);
        int end = slot.Offset + slot.Width;
        return torch.cat([before, columns.masked_fill(isForgotten, unknown), ids.narrow(1, end, ids.shape[1] - end)], 1);
    }
}
