using TorchSharp;
using TorchSharp.Modules;

namespace SparrowRecSys.Offline.Models.Layers;

/// <summary>
/// A vector for each id. The last row is that of unknown ids; it is trained, because some samples have their ids replaced by it
/// (<see cref="RankingNetwork"/>). Nothing (-1) gives zeros.
/// </summary>
internal sealed class IdEmbedding : torch.nn.Module
{
    private const double InitialSpread = 0.05; // standard deviation; small, so that all ids start out nearly alike

    private readonly Embedding _table;

    /// <param name="rowCount">Known ids and one more.</param>
    /// <param name="dimension">D.</param>
    /// <param name="spread">Standard deviation of the first values; 0 for weights that are added to a logit.</param>
    public IdEmbedding(int rowCount, int dimension, double spread = InitialSpread)
        : base(nameof(IdEmbedding))
    {
        _table = torch.nn.Embedding(rowCount, dimension);
        RegisterComponents();
        using var _ = torch.no_grad();
        torch.nn.init.normal_(_table.weight, 0, spread);
    }

    /// <summary>(R, D).</summary>
    public torch.Tensor Table => _table.weight ?? throw new InvalidOperationException("The table was disposed of.");

    /// <summary>One id each, none of them missing: (B, 1) -> (B, D).</summary>
    public Value Row(Value ids) => ids.Squeeze(1).RowsOf(Table);

    /// <summary>(B, W) -> (B, W, D).</summary>
    public Value Rows(Value ids) => ids.RowsOf(Table) * ids.IsPresent().Unsqueeze(-1);

    /// <summary>Mean over those that are there, zeros when none is: (B, W) -> (B, D).</summary>
    public Value Mean(Value ids)
    {
        Value present = ids.IsPresent(); // (B, W)
        Value sum = (ids.RowsOf(Table) * present.Unsqueeze(-1)).Sum(1); // (B, W, D) -> (B, D)
        return sum / present.Sum(1, keep: true).Clamp(1, float.MaxValue);
    }
}
