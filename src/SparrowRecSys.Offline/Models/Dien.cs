using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using SparrowRecSys.Features;
using SparrowRecSys.Offline.Models.Layers;
using SparrowRecSys.Offline.RetrievalMethods;
using TorchSharp;

namespace SparrowRecSys.Offline.Models;

/// <summary>Options of <see cref="Dien"/>.</summary>
internal sealed record DienOptions : HistoryOptions
{
    public DienOptions() => HistoryLength = 10;

    /// <summary>Hidden units of the network that says how much a film of the history matters. Default 16.</summary>
    [Description("Hidden units of the attention.")]
    [Range(1, 1024)]
    [Search(8, 16, 32)]
    public int AttentionSize { get; init; } = 16;

    /// <summary>Weight of the auxiliary loss: how well each state tells the next film from a random one. Default 0.2.</summary>
    [Description("Weight of the auxiliary loss.")]
    [Range(0.0, 10.0)]
    [Search(0, 1)]
    public double AuxiliaryWeight { get; init; } = 0.2;
}

/// <summary>
/// Deep Interest Evolution Network (Zhou et al. 2019, https://arxiv.org/abs/1809.03672): a GRU reads the history, an auxiliary loss makes each of its
/// states tell the next film, and a second GRU, its update gate scaled by the attention of the candidate (AUGRU), follows the interest in it.
/// </summary>
/// <remarks>
/// <code>
/// history ─→ embeddings ─→ GRU ─┬─→ attention ← movie embedding
///                               └─→ AUGRU ─→ last state ──┐
/// user ids, numbers ──────────────────────────────────────┼─ concat → MLP(64, 32) → logit
/// movie ids, numbers ─────────────────────────────────────┘
/// </code>
/// The first GRU belongs to the user and runs once a request; the second one runs for every candidate, step by step.
/// </remarks>
internal sealed class Dien : RankingNetwork
{
    private readonly DienOptions _options;
    private readonly IdTables _tables;
    private readonly SideInputs _user;
    private readonly SideInputs _movie;
    private readonly History _history;
    private readonly FeatureSlot _movieId;
    private readonly Gru _interests;
    private readonly ActivationUnit _unit;
    private readonly Gru _evolution;
    private readonly Mlp _mlp;
    private readonly Dense _logit;
    private torch.Tensor? _auxiliaryLoss;

    public Dien(NetworkInputs inputs, DienOptions options)
        : base(nameof(Dien), inputs, options)
    {
        _options = options;
        _tables = new IdTables(inputs, options.Dimension);
        _user = new SideInputs(inputs, FeatureSide.User, _tables, options.Dimension);
        _movie = new SideInputs(inputs, FeatureSide.Movie, _tables, options.Dimension);
        (_history, _movieId) = (new History(Schema), Required(FeatureNames.MovieId));
        _interests = new Gru(options.Dimension, options.Dimension);
        _unit = new ActivationUnit(options.Dimension, _history.ContextWidth, options.AttentionSize, Layers.Activation.PRelu);
        _evolution = new Gru(options.Dimension, options.Dimension);
        _mlp = new Mlp([_user.Width, _movie.Width, options.Dimension], options.Sizes(), options.Activation, options.Dropout);
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
        Value states = Gru.Join(_interests.Apply(history, present, _history.Length)); // (U, L, D)
        _auxiliaryLoss = _options.AuxiliaryWeight > 0 && training ? NextFilmLoss.Of(states, history, present) * _options.AuxiliaryWeight : null;
        Value query = films.Row(blocks[_movieId]); // (N, D)
        Value attention = _unit.Apply(query, states, _history.Context(blocks), _history.Length).Sigmoid() * present; // (N, L)
        blocks.Attention = attention;
        Value interest = _evolution.Apply(states, attention, _history.Length)[0]; // (N, D)
        return _logit.Apply(_mlp.Apply(_user.Vector(blocks), _movie.Vector(blocks), interest));
    }
}
