using SparrowRecSys.Features;
using SparrowRecSys.Offline.Models.Layers;

namespace SparrowRecSys.Offline.Models;

/// <summary>Options of <see cref="TwoTower"/>.</summary>
internal sealed record TwoTowerOptions : HistoryOptions;

/// <summary>
/// Two towers (Huang et al. 2013, "Learning Deep Structured Semantic Models"; Yi et al. 2019, "Sampling-Bias-Corrected Neural Modeling"): an MLP makes a
/// vector of the user, another one of the movie, and the score is their dot product.
/// </summary>
/// <remarks>
/// <code>
/// user ids, history, numbers ─→ MLP(64, 32) → dense(D) ─┐
///                                                       ├─ dot + bias of the movie's tower → logit
/// movie ids, numbers ─────────→ MLP(64, 32) → dense(D) ─┘
/// </code>
/// The towers meet only in the product, so the movies' vectors can be made beforehand and searched as any embedding: the cheapest of all networks
/// to serve, and the least able to say what of the user fits what of the movie. Features of the pair go into the movie's tower.
/// </remarks>
internal sealed class TwoTower : RankingNetwork
{
    private readonly IdTables _tables;
    private readonly SideInputs _user;
    private readonly SideInputs _movie;
    private readonly Mlp _userMlp;
    private readonly Mlp _movieMlp;
    private readonly Dense _userVector;
    private readonly Dense _movieVector;
    private readonly Dense _userBias;
    private readonly Dense _movieBias;

    public TwoTower(NetworkInputs inputs, TwoTowerOptions options)
        : base(nameof(TwoTower), inputs, options)
    {
        _tables = new IdTables(inputs, options.Dimension);
        _user = new SideInputs(inputs, FeatureSide.User, _tables, options.Dimension);
        _movie = new SideInputs(inputs, FeatureSide.Movie, _tables, options.Dimension);
        (_userMlp, _movieMlp) = (new Mlp([_user.Width], options.Sizes(), options.Activation, options.Dropout), new Mlp([_movie.Width], options.Sizes(), options.Activation, options.Dropout));
        (_userVector, _movieVector) = (new Dense(_userMlp.Width, options.Dimension), new Dense(_movieMlp.Width, options.Dimension));
        (_userBias, _movieBias) = (new Dense(_userMlp.Width, 1), new Dense(_movieMlp.Width, 1, bias: false));
        RegisterComponents();
        _userBias.StartAt(inputs.Prior.Base);
        _movieBias.StartAt(0);
    }

    protected override Value Logit(Blocks blocks)
    {
        Value user = _userMlp.Apply(_user.Vector(blocks)); // (U, H)
        Value movie = _movieMlp.Apply(_movie.Vector(blocks)); // (N, H)
        Value product = (_userVector.Apply(user) * _movieVector.Apply(movie)).Sum(-1, keep: true); // (U, D) * (N, D) -> (N, 1)
        return product + _userBias.Apply(user) + _movieBias.Apply(movie);
    }
}
