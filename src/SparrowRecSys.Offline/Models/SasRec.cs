using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using SparrowRecSys.Features;
using SparrowRecSys.Offline.Models.Layers;
using SparrowRecSys.Offline.RetrievalMethods;
using TorchSharp;
using TorchSharp.Modules;

namespace SparrowRecSys.Offline.Models;

/// <summary>Options of <see cref="SasRec"/>.</summary>
internal sealed record SasRecOptions : HistoryOptions
{
    /// <summary>Blocks of self-attention. Default 1.</summary>
    [Description("Blocks of self-attention.")]
    [Range(1, 12)]
    [Search(1, 2)]
    public int BlockCount { get; init; } = 1;

    /// <summary>Weight of the auxiliary loss: how well each state tells the next film from a random one, the paper's own loss. Default 0.2.</summary>
    [Description("Weight of the auxiliary loss.")]
    [Range(0.0, 10.0)]
    [Search(0, 1)]
    public double AuxiliaryWeight { get; init; } = 0.2;
}

/// <summary>
/// SASRec (Kang and McAuley 2018, "Self-Attentive Sequential Recommendation", https://arxiv.org/abs/1808.09781) as a ranker: self-attention makes a state of
/// the history, and the state meets the candidate's embedding; the numbers beside it go through an MLP.
/// </summary>
/// <remarks>
/// <code>
/// history ─→ embeddings + positions ─→ self-attention blocks ─→ newest state ─┬─ ⊙ movie embedding ─┐
/// user ids, numbers ──────────────────────────────────────────────────────────┴─────────────────────┼─ concat → MLP(64, 32) → logit
/// movie ids, numbers ───────────────────────────────────────────────────────────────────────────────┘
/// </code>
/// All the attention is on the user's side, so it runs once a request, however many candidates there are.
/// </remarks>
internal sealed class SasRec : RankingNetwork
{
    private readonly SasRecOptions _options;
    private readonly IdTables _tables;
    private readonly SideInputs _user;
    private readonly SideInputs _movie;
    private readonly History _history;
    private readonly FeatureSlot _movieId;
    private readonly Parameter _positions; // (L, D)
    private readonly ModuleList<SelfAttention> _blocks;
    private readonly Mlp _mlp;
    private readonly Dense _logit;
    private torch.Tensor? _auxiliaryLoss;

    public SasRec(NetworkInputs inputs, SasRecOptions options)
        : base(nameof(SasRec), inputs, options)
    {
        int dimension = options.Dimension;
        _options = options;
        _tables = new IdTables(inputs, dimension);
        _user = new SideInputs(inputs, FeatureSide.User, _tables, dimension);
        _movie = new SideInputs(inputs, FeatureSide.Movie, _tables, dimension);
        (_history, _movieId) = (new History(Schema), Required(FeatureNames.MovieId));
        _positions = new Parameter(torch.randn(_history.Length, dimension) * 0.05);
        _blocks = torch.nn.ModuleList([.. Enumerable.Range(0, options.BlockCount).Select(_ => new SelfAttention(dimension, _history.Length, options.Dropout))]);
        _mlp = new Mlp([_user.Width + dimension, _movie.Width, dimension], options.Sizes(), options.Activation, options.Dropout);
        _logit = new Dense(_mlp.Width, 1);
        RegisterComponents();
        _logit.StartAt(inputs.Prior.Base);
    }

    public override torch.Tensor? AuxiliaryLoss => _auxiliaryLoss;

    protected override Value Logit(Blocks blocks)
    {
        IdEmbedding films = _tables.Movies;
        Value ids = _history.Ids(blocks);
        Value present = ids.IsPresent(); // (U, L)
        Value history = films.Rows(ids); // (U, L, D)
        Value states = history + _positions;
        foreach (SelfAttention block in _blocks)
        {
            states = block.Apply(states, present);
        }

        states = states.LayerNorm(_options.Dimension) * present.Unsqueeze(-1);
        _auxiliaryLoss = _options.AuxiliaryWeight > 0 && training ? NextFilmLoss.Of(states, history, present) * _options.AuxiliaryWeight : null;
        Value newest = states.At(0); // (U, D)
        Value product = newest * films.Row(blocks[_movieId]); // (N, D)
        return _logit.Apply(_mlp.Apply(_user.Vector(blocks).Concat(newest), _movie.Vector(blocks), product));
    }
}
