using System.ComponentModel.DataAnnotations;

namespace SparrowRecSys.Retrieval;

/// <summary>Section <c>Retrieval</c> of the configuration.</summary>
public sealed class RetrievalOptions : IValidatableObject
{
    public const string SectionName = "Retrieval";

    /// <summary><see cref="Merge"/> by reciprocal ranks.</summary>
    public const string MergeByRank = "rank";

    /// <summary><see cref="Merge"/> by normalised scores.</summary>
    public const string MergeByScore = "score";

    /// <summary>Folder with a folder for each retrieval model. Default: <c>retrieval</c> beside the models folder.</summary>
    public string Directory { get; set; } = "";

    /// <summary>
    /// Channels that are to be other than <see cref="ChannelOptions"/> says by default, by name: <c>popular</c>, <c>genre</c>, <c>neighbors</c>,
    /// and each retrieval model by its name. One that is not named here has the defaults.
    /// </summary>
    public IDictionary<string, ChannelOptions> Channels { get; } = new Dictionary<string, ChannelOptions>(StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// How a movie's place in the merged list is found: <c>rank</c>, the sum of weight / (60 + rank) over its channels, or <c>score</c>, the sum of weight · score with
    /// each channel's scores scaled to 0 to 1. Default <c>rank</c>.
    /// </summary>
    [AllowedValues(MergeByRank, MergeByScore)]
    public string Merge { get; set; } = MergeByRank;

    /// <summary>
    /// Movies of the merged list that are ranked; a query that wants more gets more. Default 400: no less than four channels bring, so that nothing is cut
    /// unless there are more. Ranking costs grow with it.
    /// </summary>
    [Range(1, 100_000)]
    public int Candidates { get; set; } = 400;

    /// <summary>Recently liked movies whose neighbours are retrieved. Default 10.</summary>
    [Range(1, 1000)]
    public int RecentMovies { get; set; } = 10;

    /// <summary>Neighbours kept in memory for each movie, 8 bytes each. Default 50.</summary>
    [Range(1, 1000)]
    public int NeighborsPerMovie { get; set; } = 50;

    /// <summary>Days in which a rating's weight in the popularity of its movie halves. Default 3650.</summary>
    [Range(1.0, 100_000.0)]
    public double PopularityHalfLifeDays { get; set; } = 3650;

    /// <summary>Checks the channels, and that their quotas fit.</summary>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        long quotas = 0;
        foreach ((string name, ChannelOptions channel) in Channels)
        {
            var results = new List<ValidationResult>();
            Validator.TryValidateObject(channel, new ValidationContext(channel), results, validateAllProperties: true);
            foreach (ValidationResult result in results)
            {
                yield return new ValidationResult($"{SectionName}:{nameof(Channels)}:{name}: {result.ErrorMessage}", result.MemberNames);
            }

            quotas += channel.Enabled ? channel.Quota : 0;
        }

        if (quotas > Candidates)
        {
            yield return new ValidationResult(
                $"The quotas of the channels are {quotas} together; expected at most {SectionName}:{nameof(Candidates)}, {Candidates}.", [nameof(Channels)]);
        }
    }
}
