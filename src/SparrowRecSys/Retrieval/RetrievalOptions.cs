using System.ComponentModel.DataAnnotations;

namespace SparrowRecSys.Retrieval;

/// <summary>Section <c>Retrieval</c> of the configuration.</summary>
public sealed class RetrievalOptions
{
    public const string SectionName = "Retrieval";

    /// <summary>Folder with a folder for each retrieval model. Default: <c>retrieval</c> beside the models folder.</summary>
    public string Directory { get; set; } = "";

    /// <summary>Candidates taken from each retriever for a query, after filtering. Default 100: on both data sets more find no more hits. Ranking costs grow with it.</summary>
    [Range(1, 10_000)]
    public int CandidatesPerRetriever { get; set; } = 100;

    /// <summary>Whether the popular movies are retrieved. Default true.</summary>
    public bool Popular { get; set; } = true;

    /// <summary>Whether the best movies of the user's genres are retrieved. Default true.</summary>
    public bool Genre { get; set; } = true;

    /// <summary>Whether the retrieval models that are loaded are channels. Default true.</summary>
    public bool Embedding { get; set; } = true;

    /// <summary>Whether the neighbours of recently liked movies are retrieved. Default true.</summary>
    public bool Neighbors { get; set; } = true;

    /// <summary>Recently liked movies whose neighbours are retrieved. Default 10.</summary>
    [Range(1, 1000)]
    public int RecentMovies { get; set; } = 10;

    /// <summary>Neighbours kept in memory for each movie, 8 bytes each. Default 50.</summary>
    [Range(1, 1000)]
    public int NeighborsPerMovie { get; set; } = 50;

    /// <summary>Days in which a rating's weight in the popularity of its movie halves. Default 3650.</summary>
    [Range(1.0, 100_000.0)]
    public double PopularityHalfLifeDays { get; set; } = 3650;
}
