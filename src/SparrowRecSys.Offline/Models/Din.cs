using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using SparrowRecSys.Features;
using SparrowRecSys.Offline.Models.Layers;
using SparrowRecSys.Offline.RetrievalMethods;

namespace SparrowRecSys.Offline.Models;

/// <summary>Options of <see cref="Din"/>.</summary>
internal sealed record DinOptions : HistoryOptions
{
    /// <summary>Hidden units of the network that says how much a film of the history matters. Default 16.</summary>
    [Description("Hidden units of the attention.")]
    [Range(1, 1024)]
    [Search(8, 16, 32)]
    public int AttentionSize { get; init; } = 16;
}

/// <summary>
/// Deep Interest Network (Zhou et al. 2018, "Deep Interest Network for Click-Through Rate Prediction", https://arxiv.org/abs/1706.06978): the history is
/// summed up anew for each candidate, each film weighted by how much it matters for it (<see cref="ActivationUnit"/>).
/// </summary>
/// <remarks>
/// <code>
/// history ─→ embeddings ─┬─→ activation unit ← movie embedding
///                        └─→ Σ weight · film = interest ─┬──────────────┐
///                             movie embedding ─→ ⊙ ←─────┘              │
/// user ids, history, numbers ───────────────────────────────────────────┼─ concat → MLP(64, 32) → logit
/// movie ids, numbers ───────────────────────────────────────────────────┘
/// </code>
/// As in the paper the weights are no softmax: their sum says how much of the history fits. They are divided by the number of films, so that
/// short and long histories give sums of one size. Added to the paper's network: the product of the interest with the candidate, which an MLP
/// would have to learn, and the age of each film in the activation unit.
/// </remarks>
internal sealed class Din : RankingNetwork
{
    private readonly IdTables _tables;
    private readonly SideInputs _user;
    private readonly SideInputs _movie;
    private readonly History _history;
    private readonly FeatureSlot _movieId;
    private readonly ActivationUnit _unit;
    private readonly Mlp _mlp;
    private readonly Dense _logit;

    public Din(NetworkInputs inputs, DinOptions options)
        : base(nameof(Din), inputs, options)
    {
        _tables = new IdTables(inputs, options.Dimension);
        _user = new SideInputs(inputs, FeatureSide.User, _tables, options.Dimension);
        _movie = new SideInputs(inputs, FeatureSide.Movie, _tables, options.Dimension);
        (_history, _movieId) = (new History(Schema), Required(FeatureNames.MovieId));
        _unit = new ActivationUnit(options.Dimension, _history.ContextWidth, options.AttentionSize, Layers.Activation.PRelu);
        _mlp = new Mlp([_user.Width, _movie.Width, options.Dimension, options.Dimension], options.Sizes(), options.Activation, options.Dropout);
        _logit = new Dense(_mlp.Width, 1);
        RegisterComponents();
        _logit.StartAt(inputs.Prior.Base);
    }

    protected override Value Logit(Blocks blocks)
    {
        IdEmbedding films = _tables.Movies;
        Value ids = _history.Ids(blocks);
        Value keys = films.Rows(ids); // (U, L, D), zeros where there is none
        Value query = films.Row(blocks[_movieId]); // (N, D)
        Value weights = _unit.Apply(query, keys, _history.Context(blocks), _history.Length); // (N, L)
        blocks.Attention = weights;
        Value count = ids.IsPresent().Sum(1, keep: true).Clamp(1, _history.Length); // (U, 1)
        Value interest = (weights / count).TimesEach(keys); // (N, L) x (U, L, D) -> (N, D); padding is zeros and so needs no mask
        return _logit.Apply(_mlp.Apply(_user.Vector(blocks), _movie.Vector(blocks), interest, interest * query));
    }
}
