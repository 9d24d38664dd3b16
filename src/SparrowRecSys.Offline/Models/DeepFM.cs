using SparrowRecSys.Features;
using SparrowRecSys.Offline.Models.Layers;

namespace SparrowRecSys.Offline.Models;

/// <summary>Options of <see cref="DeepFM"/>.</summary>
internal sealed record DeepFMOptions : HistoryOptions;

/// <summary>
/// DeepFM (Guo et al. 2017, "DeepFM: A Factorization-Machine based Neural Network for CTR Prediction", https://arxiv.org/abs/1703.04247): a factorization
/// machine and an MLP over the same embeddings.
/// </summary>
/// <remarks>
/// <code>
///                       ┌─→ weight of each id, dense(1) of numbers ── first order ──┐
/// ids, history, numbers ┼─→ fields (D each) ─→ Σ over pairs ⟨v_i, v_j⟩ ─ second ────┼─ + → logit
///                       └─→ concat → MLP(64, 32) → dense(1) ─────────── deep ───────┘
/// </code>
/// The numbers of a side are one field, by a dense layer. All pairs of fields meet, those within a side too.
/// </remarks>
internal sealed class DeepFM : RankingNetwork
{
    private readonly IdTables _tables;
    private readonly IdTables _weights; // of each id, first order
    private readonly SideInputs _user;
    private readonly SideInputs _movie;
    private readonly SideInputs _userFirst;
    private readonly SideInputs _movieFirst;
    private readonly Dense _userField;
    private readonly Dense _movieField;
    private readonly Dense _first;
    private readonly Mlp _mlp;
    private readonly Dense _deep;

    public DeepFM(NetworkInputs inputs, DeepFMOptions options)
        : base(nameof(DeepFM), inputs, options)
    {
        (_tables, _weights) = (new IdTables(inputs, options.Dimension), new IdTables(inputs, 1));
        _user = new SideInputs(inputs, FeatureSide.User, _tables, options.Dimension);
        _movie = new SideInputs(inputs, FeatureSide.Movie, _tables, options.Dimension);
        _userFirst = new SideInputs(inputs, FeatureSide.User, _weights, 1);
        _movieFirst = new SideInputs(inputs, FeatureSide.Movie, _weights, 1);
        (_userField, _movieField) = (new Dense(_user.NumberWidth, options.Dimension), new Dense(_movie.NumberWidth, options.Dimension));
        _first = new Dense([_userFirst.Width, _movieFirst.Width], 1, bias: false);
        _mlp = new Mlp([_user.Width, _movie.Width], options.Sizes(), options.Activation, options.Dropout);
        _deep = new Dense(_mlp.Width, 1);
        RegisterComponents();
        _deep.StartAt(inputs.Prior.Base);
        _first.StartAt(0);
    }

    protected override Value Logit(Blocks blocks)
    {
        Value first = _first.Apply(_userFirst.Vector(blocks), _movieFirst.Vector(blocks)); // (N, 1)
        Value second = FmSecondOrder.Apply(FieldsOf(_user, _userField, blocks), FieldsOf(_movie, _movieField, blocks)); // (N, 1)
        return first + second + _deep.Apply(_mlp.Apply(_user.Vector(blocks), _movie.Vector(blocks)));
    }

    private static Value[] FieldsOf(SideInputs side, Dense field, Blocks blocks) =>
        [.. side.Fields(blocks), field.Apply(side.Numbers(blocks))];
}
