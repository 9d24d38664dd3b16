using System.Numerics.Tensors;
using Microsoft.Extensions.Logging;
using SparrowRecSys.Features;

namespace SparrowRecSys.Ranking;

/// <summary>
/// All loaded rankers and the order in which they stand in for each other: the one asked for, then <c>emb</c>, then <c>popular</c>, then
/// nothing (all scores 0, the order of retrieval). Immutable, thread-safe.
/// </summary>
public sealed class RankerChain
{
    /// <summary>Name in an outcome when no ranker could rank.</summary>
    public const string NoRanker = "none";

    private readonly Dictionary<string, IRanker> _rankers;
    private readonly ILogger<RankerChain> _logger;

    /// <param name="rankers">Distinct names. Models first: the first one is the default when none is configured.</param>
    /// <param name="options">Names the default.</param>
    /// <param name="logger">Is told of every ranker that fails.</param>
    /// <exception cref="ArgumentException">The configured default is not loaded.</exception>
    public RankerChain(IEnumerable<IRanker> rankers, RankingOptions options, ILogger<RankerChain> logger)
    {
        IRanker[] all = [.. rankers];
        _rankers = all.ToDictionary(ranker => ranker.Name);
        _logger = logger;
        Rankers = all;
        Names = [.. all.Select(ranker => ranker.Name)];
        DefaultName = options.Default.Length > 0 ? options.Default : Names[0];
        if (!_rankers.ContainsKey(DefaultName))
        {
            throw new ArgumentException(
                $"{RankingOptions.SectionName}:{nameof(RankingOptions.Default)} is '{DefaultName}', but the loaded rankers are {string.Join(", ", Names)}.");
        }
    }

    public IReadOnlyList<IRanker> Rankers { get; }

    /// <summary>Names of the loaded rankers.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>The ranker that answers a query which names none.</summary>
    public string DefaultName { get; }

    public bool Contains(string name) => _rankers.ContainsKey(name);

    /// <summary>A loaded ranker by name; <see langword="null"/> when there is none.</summary>
    public IRanker? Find(string name) => _rankers.GetValueOrDefault(name);

    /// <summary>Scores movies with the first ranker of the chain that can. Every score written is finite.</summary>
    /// <param name="name">A loaded ranker, or <see langword="null"/> for the default.</param>
    /// <param name="user">The user, new or known.</param>
    /// <param name="movieRows">Catalog rows of the movies.</param>
    /// <param name="scores">Receives the score of each movie; as long as <paramref name="movieRows"/>.</param>
    /// <exception cref="ArgumentException">No ranker of that name is loaded.</exception>
    public RankerOutcome Score(string? name, UserState user, ReadOnlySpan<int> movieRows, Span<float> scores)
    {
        if (!_rankers.TryGetValue(name ?? DefaultName, out IRanker? asked))
        {
            throw new ArgumentException($"Ranker '{name}' is not loaded; loaded are {string.Join(", ", Names)}.", nameof(name));
        }

        string? degraded = null;
        for (IRanker? ranker = asked; ranker is not null; ranker = Below(ranker))
        {
            // A ranker that knows nothing of a new user is passed over; that is no fault.
            if (ranker.CanRank(user))
            {
                string? fault = TryScore(ranker, user, movieRows, scores);
                if (fault is null)
                {
                    return new RankerOutcome(ranker.Name, degraded);
                }

                degraded = degraded is null ? fault : $"{degraded}; {fault}";
            }
        }

        scores.Clear();
        return new RankerOutcome(NoRanker, degraded);
    }

    private IRanker? Below(IRanker ranker) => ranker.Name switch
    {
        PopularityRanker.RankerName => null,
        EmbeddingRanker.RankerName => _rankers.GetValueOrDefault(PopularityRanker.RankerName),
        _ => _rankers.GetValueOrDefault(EmbeddingRanker.RankerName) ?? _rankers.GetValueOrDefault(PopularityRanker.RankerName),
    };

    /// <summary>Null when it went well, else what went wrong in words.</summary>
    private string? TryScore(IRanker ranker, UserState user, ReadOnlySpan<int> movieRows, Span<float> scores)
    {
        try
        {
            ranker.Score(user, movieRows, scores);
        }
        catch (Exception error)
        {
            Log.RankerFailed(_logger, ranker.Name, user.UserId, error);
            return $"ranker {ranker.Name} failed";
        }

        // IsFiniteAll says false of nothing at all, and no candidate is no fault of the ranker.
        if (!scores.IsEmpty && !TensorPrimitives.IsFiniteAll<float>(scores))
        {
            Log.RankerNotFinite(_logger, ranker.Name, user.UserId);
            return $"ranker {ranker.Name} gave a score that is not finite";
        }

        return null;
    }
}
