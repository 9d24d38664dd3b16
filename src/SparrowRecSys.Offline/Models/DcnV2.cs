using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using SparrowRecSys.Features;
using SparrowRecSys.Offline.Models.Layers;
using SparrowRecSys.Offline.RetrievalMethods;

namespace SparrowRecSys.Offline.Models;

/// <summary>Options of <see cref="DcnV2"/>.</summary>
internal sealed record DcnV2Options : HistoryOptions
{
    /// <summary>Cross layers: the highest degree of a cross is one more. Default 2.</summary>
    [Description("Cross layers.")]
    [Range(1, 10)]
    [Search(1, 2, 3)]
    public int CrossLayers { get; init; } = 2;
}

/// <summary>
/// DCN v2 (Wang et al. 2021, "DCN V2: Improved Deep &amp; Cross Network", https://arxiv.org/abs/2008.13535), the parallel variant: cross layers make
/// products of features of a bounded degree, an MLP beside them the rest.
/// </summary>
/// <remarks>
/// <code>
///                                         ┌─→ cross layers: x_{l+1} = x_0 ⊙ (W x_l + b) + x_l ─┐
/// ids, history, numbers ─→ concat = x_0 ──┴─→ MLP(64, 32) ─────────────────────────────────────┴─ dense(1) → logit
/// </code>
/// </remarks>
internal sealed class DcnV2 : RankingNetwork
{
    private readonly IdTables _tables;
    private readonly SideInputs _user;
    private readonly SideInputs _movie;
    private readonly CrossNet _cross;
    private readonly Mlp _mlp;
    private readonly Dense _logit;

    public DcnV2(NetworkInputs inputs, DcnV2Options options)
        : base(nameof(DcnV2), inputs, options)
    {
        _tables = new IdTables(inputs, options.Dimension);
        _user = new SideInputs(inputs, FeatureSide.User, _tables, options.Dimension);
        _movie = new SideInputs(inputs, FeatureSide.Movie, _tables, options.Dimension);
        int width = _user.Width + _movie.Width;
        _cross = new CrossNet(width, options.CrossLayers);
        _mlp = new Mlp([_user.Width, _movie.Width], options.Sizes(), options.Activation, options.Dropout);
        _logit = new Dense([width, _mlp.Width], 1);
        RegisterComponents();
        _logit.StartAt(inputs.Prior.Base);
    }

    protected override Value Logit(Blocks blocks)
    {
        (Value user, Value movie) = (_user.Vector(blocks), _movie.Vector(blocks));
        Value all = (user + (movie.Slice(1, 0, 1) * 0)).Concat(movie); // the user's row, repeated for each candidate
        return _logit.Apply(_cross.Apply(all), _mlp.Apply(user, movie));
    }
}
