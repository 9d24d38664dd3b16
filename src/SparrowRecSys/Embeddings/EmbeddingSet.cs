using SparrowRecSys.Catalog;

namespace SparrowRecSys.Embeddings;

/// <summary>The movie embeddings that are loaded, by name. Immutable.</summary>
public sealed class EmbeddingSet
{
    /// <summary>The embedding that retrieval, ranking and diversity use when it is there.</summary>
    public const string PrimaryName = "item2vec";

    private readonly Dictionary<string, MovieEmbedding> _embeddings = [];

    /// <param name="movies">The catalog to which the tables are aligned.</param>
    /// <param name="tables">Name and vectors by movie id; distinct names.</param>
    /// <param name="neighborsPerMovie">Neighbours kept in memory for each movie.</param>
    public EmbeddingSet(MovieCatalog movies, IEnumerable<KeyValuePair<string, EmbeddingTable>> tables, int neighborsPerMovie)
    {
        foreach ((string name, EmbeddingTable table) in tables)
        {
            EmbeddingTable aligned = table.AlignTo(movies);
            _embeddings.Add(name, new MovieEmbedding(name, aligned, new MovieNeighbors(aligned, neighborsPerMovie)));
        }

        Names = [.. _embeddings.Keys.OrderBy(name => name != PrimaryName).ThenBy(name => name, StringComparer.Ordinal)];
        Primary = Names.Count == 0 ? null : _embeddings[Names[0]];
    }

    /// <summary>Names, the primary one first.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>The embedding that is used where none is named; <see langword="null"/> when none is loaded.</summary>
    public MovieEmbedding? Primary { get; }

    /// <summary>An embedding by name; <see langword="null"/> when it is not loaded.</summary>
    public MovieEmbedding? Find(string name) => _embeddings.GetValueOrDefault(name);
}

/// <summary>One embedding of the catalog's movies.</summary>
/// <param name="Name">Its name, such as <c>item2vec</c>.</param>
/// <param name="Table">Aligned to the catalog.</param>
/// <param name="Neighbors">The nearest movies of each.</param>
public sealed record MovieEmbedding(string Name, EmbeddingTable Table, MovieNeighbors Neighbors);
