using SparrowRecSys.Features;
using SparrowRecSys.Offline.Models.Layers;

namespace SparrowRecSys.Offline.Models;

/// <summary>Options of <see cref="LogisticRegression"/>; it has no hidden layers and no embeddings, and does not read their sizes.</summary>
internal sealed record LogisticOptions : HistoryOptions
{
    public LogisticOptions() => LearningRate = 0.01;
}

/// <summary>
/// Logistic regression on the same features that the networks see: a weight for each id and genre, numbers transformed as for the networks.
/// What a network must beat to be worth its cost.
/// </summary>
/// <remarks>
/// <code>
/// ids, history, genres ─→ weight of each id (several: their mean) ─┬─ dense(1) → logit
/// user and movie numbers ─→ transform ─────────────────────────────┘
/// </code>
/// </remarks>
internal sealed class LogisticRegression : RankingNetwork
{
    private readonly IdTables _weights;
    private readonly SideInputs _user;
    private readonly SideInputs _movie;
    private readonly Dense _numbers;

    public LogisticRegression(NetworkInputs inputs, LogisticOptions options)
        : base(nameof(LogisticRegression), inputs, options)
    {
        _weights = new IdTables(inputs, 1);
        (_user, _movie) = (new SideInputs(inputs, FeatureSide.User, _weights, 1), new SideInputs(inputs, FeatureSide.Movie, _weights, 1));
        _numbers = new Dense([_user.NumberWidth, _movie.NumberWidth], 1);
        RegisterComponents();
        _numbers.StartAt(inputs.Prior.Base);
    }

    protected override Value Logit(Blocks blocks)
    {
        Value sum = _numbers.Apply(_user.Numbers(blocks), _movie.Numbers(blocks));
        foreach (Value weight in _user.Fields(blocks).Concat(_movie.Fields(blocks)))
        {
            sum += weight;
        }

        return sum; // (N, 1)
    }
}
