using SparrowRecSys.Catalog;

namespace SparrowRecSys.Offline.Item2Vec;

/// <summary>What <c>item2vec.json</c> says of the vectors beside it.</summary>
internal sealed record Item2VecSummary
{
    public string Name { get; init; } = "item2vec";

    /// <summary>D.</summary>
    public required int Dimension { get; init; }

    /// <summary>Movies that have a vector.</summary>
    public required int Count { get; init; }

    /// <summary>Users that have a vector in <c>userEmb.csv</c>.</summary>
    public required int Users { get; init; }

    /// <summary><see cref="DataSet.Hash"/> of the data that was learned from.</summary>
    public required string DataHash { get; init; }

    /// <summary>Movies of the catalog.</summary>
    public required int Movies { get; init; }

    /// <summary>Users whose positive movies were learned from.</summary>
    public required int Sequences { get; init; }

    /// <summary>Mean loss of a pair of neighbours over the last epoch.</summary>
    public required double Loss { get; init; }

    public required int Seed { get; init; }

    public required Item2VecOptions Options { get; init; }
}
