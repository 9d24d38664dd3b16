using SparrowRecSys.Features;
using SparrowRecSys.Offline.Models.Layers;

namespace SparrowRecSys.Offline.Models;

/// <summary>Options of <see cref="EmbeddingMlp"/>.</summary>
internal sealed record EmbeddingMlpOptions : HistoryOptions;

/// <summary>
/// Embedding &amp; MLP: what most deep ranking models are built on, and what DIN is measured against (Zhou et al. 2018, "Deep Interest Network",
/// https://arxiv.org/abs/1706.06978, section 4.2). Every id becomes a vector, the history the mean of its films, all are joined and go through an MLP.
/// </summary>
/// <remarks>
/// <code>
/// userId, genres ────────→ embeddings ──┐
/// history ─→ embeddings ─→ mean ────────┤
/// user numbers ─→ transform ────────────┼─ concat → MLP(64, 32) → logit
/// movieId, genres ───────→ embeddings ──┤
/// movie numbers ─→ transform ───────────┘
/// </code>
/// </remarks>
internal sealed class EmbeddingMlp : RankingNetwork
{
    private readonly IdTables _tables;
    private readonly SideInputs _user;
    private readonly SideInputs _movie;
    private readonly Mlp _mlp;
    private readonly Dense _logit;

    public EmbeddingMlp(NetworkInputs inputs, EmbeddingMlpOptions options)
        : base(nameof(EmbeddingMlp), inputs, options)
    {
        _tables = new IdTables(inputs, options.Dimension);
        _user = new SideInputs(inputs, FeatureSide.User, _tables, options.Dimension);
        _movie = new SideInputs(inputs, FeatureSide.Movie, _tables, options.Dimension);
        _mlp = new Mlp([_user.Width, _movie.Width], options.Sizes(), options.Activation, options.Dropout);
        _logit = new Dense(_mlp.Width, 1);
        RegisterComponents();
        _logit.StartAt(inputs.Prior.Base);
    }

    protected override Value Logit(Blocks blocks) => _logit.Apply(_mlp.Apply(_user.Vector(blocks), _movie.Vector(blocks)));
}
