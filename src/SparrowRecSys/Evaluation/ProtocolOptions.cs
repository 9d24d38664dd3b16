using System.ComponentModel.DataAnnotations;

namespace SparrowRecSys.Evaluation;

/// <summary>How interactions are chosen and split. What a protocol does not need it ignores.</summary>
public sealed record ProtocolOptions
{
    /// <summary>A rating of at least this many half stars is an interaction. Default 1: every one; 8 in <c>strong</c> by its definition.</summary>
    [Range(1, 10)]
    public byte MinHalfStars { get; init; } = 1;

    /// <summary>Users and movies with fewer interactions are taken out again and again until none is left. 0, the default: nobody is.</summary>
    [Range(0, 1000)]
    public int KCore { get; init; }

    /// <summary>Seed of every random choice. Default 1.</summary>
    [Range(0, int.MaxValue)]
    public int Seed { get; init; } = 1;

    /// <summary><c>temporal</c>: share of the interactions, in order of time, that is learned from. Default 0.8.</summary>
    [Range(0.01, 0.99)]
    public double TrainShare { get; init; } = 0.8;

    /// <summary><c>temporal</c>: training interactions from which a user is warm. Default 5.</summary>
    [Range(1, 1000)]
    public int WarmInteractions { get; init; } = 5;

    /// <summary><c>leave-one-out</c>: negatives drawn uniformly for each test. 0, the default: the movie is ranked among all.</summary>
    [Range(0, 100_000)]
    public int SampledNegatives { get; init; }

    /// <summary><c>strong</c>: share of the users that is held out for the test, and as many for the validation. Default 0.1.</summary>
    [Range(0.01, 0.4)]
    public double HeldOutUsers { get; init; } = 0.1;
}
