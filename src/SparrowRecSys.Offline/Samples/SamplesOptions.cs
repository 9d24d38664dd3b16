using System.ComponentModel.DataAnnotations;
using SparrowRecSys.Catalog;

namespace SparrowRecSys.Offline.Samples;

/// <summary>Which samples are written, and how they are split.</summary>
internal sealed record SamplesOptions
{
    /// <summary>Half stars from which a rating is a positive label.</summary>
    public byte PositiveHalfStars { get; init; } = Rating.PositiveHalfStars;

    /// <summary>Movies drawn at random for each positive, which the user never rated, as negatives. Default 0.</summary>
    [Range(0, 100)]
    public int Negatives { get; init; }

    /// <summary>Positives of the user's history that the Parquet files hold. Default 50.</summary>
    [Range(1, Features.UserFold.PositiveLength)]
    public int HistoryLength { get; init; } = Features.UserFold.PositiveLength;

    /// <summary>Share of the ratings that test. Default 0.2.</summary>
    [Range(0.0, 0.9)]
    public double TestShare { get; init; } = 0.2;

    /// <summary>Whether the test samples are drawn at random instead of being the last: it flatters, because the future of a user is trained on.</summary>
    public bool IsRandom { get; init; }

    /// <summary>Seed of the negatives and of a split at random. Default 1.</summary>
    [Range(0, int.MaxValue)]
    public int Seed { get; init; } = 1;
}
