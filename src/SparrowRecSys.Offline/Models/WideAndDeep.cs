using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using SparrowRecSys.Features;
using SparrowRecSys.Offline.Models.Layers;

namespace SparrowRecSys.Offline.Models;

/// <summary>Options of <see cref="WideAndDeep"/>.</summary>
internal sealed record WideAndDeepOptions : HistoryOptions
{
    /// <summary>Weights of the crossed feature; pairs that fall into the same bucket share one. Default 10000, as in the original.</summary>
    [Description("Buckets of the crossed feature.")]
    [Range(1, 100_000_000)]
    public int CrossBuckets { get; init; } = 10_000;
}

/// <summary>
/// Wide &amp; Deep (Cheng et al. 2016, "Wide &amp; Deep Learning for Recommender Systems", https://arxiv.org/abs/1606.07792). The deep part
/// generalises, the wide part learns by heart: a weight for each pair of a candidate and the film that the user liked last.
/// </summary>
/// <remarks>
/// <code>
/// ids, history, numbers ─→ embeddings, concat → MLP(64, 32) → dense(1) ─┐
/// movieId × userRatedMovie1 ─→ hash → weight ───────────────────────────┼─ + → logit
/// user and movie numbers ─→ dense(1) ───────────────────────────────────┘
/// </code>
/// </remarks>
internal sealed class WideAndDeep : RankingNetwork
{
    private readonly IdTables _tables;
    private readonly SideInputs _user;
    private readonly SideInputs _movie;
    private readonly Mlp _mlp;
    private readonly Dense _deep;
    private readonly Dense _wide;
    private readonly HashedCross _cross;
    private readonly FeatureSlot _movieId;
    private readonly History _history;

    public WideAndDeep(NetworkInputs inputs, WideAndDeepOptions options)
        : base(nameof(WideAndDeep), inputs, options)
    {
        _tables = new IdTables(inputs, options.Dimension);
        _user = new SideInputs(inputs, FeatureSide.User, _tables, options.Dimension);
        _movie = new SideInputs(inputs, FeatureSide.Movie, _tables, options.Dimension);
        _mlp = new Mlp([_user.Width, _movie.Width], options.Sizes(), options.Activation, options.Dropout);
        (_deep, _wide) = (new Dense(_mlp.Width, 1), new Dense([_user.Width, _movie.Width], 1, bias: false));
        _cross = new HashedCross(options.CrossBuckets);
        (_movieId, _history) = (Required(FeatureNames.MovieId), new History(Schema));
        RegisterComponents();
        _deep.StartAt(inputs.Prior.Base);
        _wide.StartAt(0);
    }

    protected override Value Logit(Blocks blocks)
    {
        (Value user, Value movie) = (_user.Vector(blocks), _movie.Vector(blocks));
        Value last = _history.Ids(blocks).Slice(1, 0, 1); // (U, 1)
        return _deep.Apply(_mlp.Apply(user, movie)) + _wide.Apply(user, movie) + _cross.Apply(blocks[_movieId], last);
    }
}
