using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using SparrowRecSys.Features;
using SparrowRecSys.Offline.Models.Layers;
using TorchSharp;

namespace SparrowRecSys.Offline.Models;

/// <summary>Options of <see cref="NeuralCF"/>.</summary>
internal sealed record NeuralCFOptions : NetworkOptions
{
    public const string Joined = "mlp";
    public const string Towers = "towers";

    public NeuralCFOptions() => HiddenSizes = "32,16";

    /// <summary><c>mlp</c>: an MLP over both embeddings; <c>towers</c>: an MLP over each and their dot product. Default mlp.</summary>
    [Description("mlp: an MLP over both embeddings; towers: an MLP over each, and their dot product.")]
    [AllowedValues(Joined, Towers)]
    public string Variant { get; init; } = Joined;
}

/// <summary>
/// Neural collaborative filtering (He, Liao, Zhang, Nie, Hu and Chua 2017, "Neural Collaborative Filtering",
/// https://arxiv.org/abs/1708.05031), the MLP variant, and the two towers of the original SparrowRecSys. It sees nothing but the two ids.
/// </summary>
/// <remarks>
/// <code>
/// mlp:     userId ─→ embedding ─┬─ concat → MLP(32, 16) → dense(1) ─┐
///          movieId → embedding ─┘                                   ├─ + → logit
///          bias of the user, bias of the movie ─────────────────────┘
/// towers:  the same with  MLP(user) · MLP(movie)  in place of the MLP over both
/// </code>
/// Added to the paper's network: a bias of each user and of each movie goes straight to the logit, because most of what can be known of a
/// rating is that the film is good or the user lenient. A bias is a fixed prior, counted from the samples (<see cref="BiasPrior"/>), plus
/// a learnt correction; weight decay pulls the correction, and so the bias of a rarely seen id, back to the prior. The last layer starts at 0
/// with the base rate as its bias: training starts from what counting knows, and the MLP learns the rest.
/// </remarks>
internal sealed class NeuralCF : RankingNetwork
{
    private readonly NeuralCFOptions _options;
    private readonly FeatureSlot _userId;
    private readonly FeatureSlot _movieId;
    private readonly IdTables _embeddings;
    private readonly IdTables _corrections; // of the prior
    private readonly torch.Tensor _userPrior; // (U + 1, 1)
    private readonly torch.Tensor _moviePrior; // (M + 1, 1)
    private readonly Mlp _first; // over both, or the user's tower
    private readonly Mlp? _second; // the movie's tower
    private readonly Dense _logit;

    public NeuralCF(NetworkInputs inputs, NeuralCFOptions options)
        : base(nameof(NeuralCF), inputs, options)
    {
        _options = options;
        (_userId, _movieId) = (Required(FeatureNames.UserId), Required(FeatureNames.MovieId));
        (_embeddings, _corrections) = (new IdTables(inputs, options.Dimension), new IdTables(inputs, 1));
        _userPrior = torch.tensor(inputs.Prior.Users).unsqueeze(1);
        _moviePrior = torch.tensor(inputs.Prior.Movies).unsqueeze(1);
        bool towers = options.Variant == NeuralCFOptions.Towers;
        _first = new Mlp(towers ? [options.Dimension] : [options.Dimension, options.Dimension], options.Sizes(), options.Activation);
        _second = towers ? new Mlp([options.Dimension], options.Sizes(), options.Activation) : null;
        _logit = new Dense(towers ? 1 : _first.Width, 1);
        RegisterComponents();
        _logit.StartAt(inputs.Prior.Base);
    }

    protected override Value Logit(Blocks blocks)
    {
        (Value userIds, Value movieIds) = (blocks[_userId], blocks[_movieId]);
        Value user = _embeddings[FeatureKind.UserId].Row(userIds).Dropout(_options.Dropout); // (U, D)
        Value movie = _embeddings.Movies.Row(movieIds).Dropout(_options.Dropout); // (N, D)
        Value matched = _second is null ? _first.Apply(user, movie) : (_first.Apply(user) * _second.Apply(movie)).Sum(-1, keep: true);
        Value userBias = Bias(_corrections[FeatureKind.UserId], _userPrior, userIds); // (U, 1)
        Value movieBias = Bias(_corrections.Movies, _moviePrior, movieIds); // (N, 1)
        return _logit.Apply(matched) + movieBias + userBias;
    }

    private static Value Bias(IdEmbedding corrections, torch.Tensor prior, Value ids)
    {
        Value row = ids.Squeeze(1);
        return row.RowsOf(corrections.Table) + row.RowsOf(prior);
    }
}
