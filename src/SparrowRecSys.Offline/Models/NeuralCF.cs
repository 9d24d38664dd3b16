using SparrowRecSys.Features;
using TorchSharp;
using TorchSharp.Modules;

namespace SparrowRecSys.Offline.Models;

/// <summary>
/// Neural collaborative filtering (He, Liao, Zhang, Nie, Hu and Chua 2017, "Neural Collaborative Filtering",
/// https://arxiv.org/abs/1708.05031), the MLP variant: user and movie embeddings → concat → dense, ReLU → ... → logit.
/// </summary>
/// <remarks>
/// <para>Inputs: the four feature blocks; rows of the user embedding (B, 1) and of the movie embedding (B, 1), int64. Output: logits (B).</para>
/// <para>
/// Added to the paper's network: a bias of each user and of each movie goes straight to the logit, because most of what can be known of a
/// rating is that the film is good or the user lenient. A bias is a fixed prior, counted from the samples (<see cref="BiasPrior"/>), plus
/// a learnt correction; weight decay pulls the correction, and so the bias of a rarely seen id, back to the prior. The last layer starts at 0
/// with the base rate as its bias: training starts from what counting knows, and the MLP learns the rest.
/// </para>
/// <para>
/// The last row of each embedding stands for unknown ids. It is trained like any other: some samples have their user, and fewer their
/// movie, replaced by it. Under a time split most test users are new, so this row decides much of the quality.
/// </para>
/// </remarks>
internal sealed class NeuralCF : torch.nn.Module<torch.Tensor[], torch.Tensor>
{
    private const double InitialSpread = 0.05; // standard deviation; small, so that all ids start out nearly alike

    private readonly NeuralCFOptions _options;
    private readonly long _unknownUser;
    private readonly long _unknownMovie;
    private readonly Embedding _userEmbedding;
    private readonly Embedding _movieEmbedding;
    private readonly Embedding _userBias; // correction of the prior
    private readonly Embedding _movieBias; // correction of the prior
    private readonly torch.Tensor _userPrior; // (U + 1, 1)
    private readonly torch.Tensor _moviePrior; // (M + 1, 1)
    private readonly ModuleList<Linear> _layers;

    /// <param name="prior">What counting knows; gives the numbers of rows, U + 1 and M + 1, too.</param>
    /// <param name="options">Shape.</param>
    /// <param name="seed">Seed of the initial weights and of dropout; sets Torch's own generator.</param>
    public NeuralCF(BiasPrior prior, NeuralCFOptions options, int seed)
        : base(nameof(NeuralCF))
    {
        torch.random.manual_seed(seed);
        _options = options;
        (int userRows, int movieRows) = (prior.Users.Length, prior.Movies.Length);
        (_unknownUser, _unknownMovie) = (userRows - 1, movieRows - 1);
        _userEmbedding = torch.nn.Embedding(userRows, options.Dimension);
        _movieEmbedding = torch.nn.Embedding(movieRows, options.Dimension);
        _userBias = torch.nn.Embedding(userRows, 1);
        _movieBias = torch.nn.Embedding(movieRows, 1);
        _userPrior = torch.tensor(prior.Users).unsqueeze(1);
        _moviePrior = torch.tensor(prior.Movies).unsqueeze(1);
        int[] sizes = [2 * options.Dimension, .. options.HiddenSizes, 1];
        _layers = torch.nn.ModuleList([.. Enumerable.Range(0, sizes.Length - 1).Select(i => torch.nn.Linear(sizes[i], sizes[i + 1]))]);
        RegisterComponents();
        Initialise(prior);
    }

    public override torch.Tensor forward(torch.Tensor[] input)
    {
        torch.Tensor user = Forget(input[(int)FeatureBlock.UserIds].squeeze(1), _options.UserDropout, _unknownUser); // (B)
        torch.Tensor movie = Forget(input[(int)FeatureBlock.MovieIds].squeeze(1), _options.MovieDropout, _unknownMovie); // (B)
        torch.Tensor pair = torch.cat([_userEmbedding.forward(user), _movieEmbedding.forward(movie)], 1); // (B, D), (B, D) -> (B, 2 D)
        torch.Tensor hidden = torch.nn.functional.dropout(pair, _options.EmbeddingDropout, training); // (B, 2 D)
        for (int i = 0; i < _layers.Count; i++)
        {
            hidden = _layers[i].forward(i == 0 ? hidden : hidden.relu()); // (B, I) -> (B, O); the last: (B, 1)
        }

        torch.Tensor userBias = _userBias.forward(user) + _userPrior.index_select(0, user); // (B, 1)
        torch.Tensor movieBias = _movieBias.forward(movie) + _moviePrior.index_select(0, movie); // (B, 1)
        return (hidden + userBias + movieBias).squeeze(1); // (B)
    }

    /// <summary>Copies the weights out of Torch.</summary>
    public NeuralCFWeights ToWeights() => new()
    {
        UserEmbedding = ToMatrix(_userEmbedding.weight),
        MovieEmbedding = ToMatrix(_movieEmbedding.weight),
        UserBias = ToMatrix(_userBias.weight?.add(_userPrior)).Values,
        MovieBias = ToMatrix(_movieBias.weight?.add(_moviePrior)).Values,
        Layers = [.. _layers.Select(layer => new DenseLayer(ToMatrix(layer.weight.t()), ToMatrix(layer.bias?.unsqueeze(0)).Values))], // (O, I) -> (I, O)
    };

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _userEmbedding.Dispose();
            _movieEmbedding.Dispose();
            _userBias.Dispose();
            _movieBias.Dispose();
            _userPrior.Dispose();
            _moviePrior.Dispose();
            _layers.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Initialise(BiasPrior prior)
    {
        using var _ = torch.no_grad();
        torch.nn.init.normal_(_userEmbedding.weight, 0, InitialSpread);
        torch.nn.init.normal_(_movieEmbedding.weight, 0, InitialSpread);
        torch.nn.init.zeros_(_userBias.weight);
        torch.nn.init.zeros_(_movieBias.weight);
        torch.nn.init.zeros_(_layers[^1].weight);
        _layers[^1].bias?.fill_(prior.Base);
    }

    /// <summary>In training, replaces some rows by the unknown row.</summary>
    private torch.Tensor Forget(torch.Tensor rows, double share, long unknownRow)
    {
        if (!training || share == 0)
        {
            return rows;
        }

        torch.Tensor isForgotten = torch.rand(rows.shape[0]) < share; // (B)
        return rows.masked_fill(isForgotten, unknownRow); // (B)
    }

    private static Matrix ToMatrix(torch.Tensor? tensor)
    {
        ArgumentNullException.ThrowIfNull(tensor); // TorchSharp declares weights nullable; these layers have them
        using torch.Tensor flat = tensor.detach().contiguous();
        return new Matrix(flat.data<float>().ToArray(), (int)flat.shape[0], (int)flat.shape[1]);
    }
}
