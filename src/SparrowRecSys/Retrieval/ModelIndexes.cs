using SparrowRecSys.Embeddings;

namespace SparrowRecSys.Retrieval;

/// <summary>
/// The indexes of one model while it is made: the saved ones of its version where they fit the vectors and the options, else new ones.
/// An HNSW graph that was built here is what a version saves. Not thread-safe.
/// </summary>
/// <remarks>A graph belongs to vectors in the order of a catalog's rows, so a saved one fits only the data that it was published from.</remarks>
/// <param name="options">How the nearest vectors are found.</param>
/// <param name="folder">The version whose saved indexes may be used; <see langword="null"/>: all are built.</param>
/// <param name="cancellation">Ends the building early.</param>
public sealed class ModelIndexes(VectorIndexOptions options, RetrievalFolder? folder = null, CancellationToken cancellation = default)
{
    private readonly List<(string File, HnswIndex Index)> _built = [];
    private readonly List<string> _loaded = [];
    private readonly List<string> _unused = [];

    /// <summary>Full paths of the saved indexes that are used.</summary>
    public IReadOnlyList<string> Loaded => _loaded;

    /// <summary>For each saved index that does not fit: its full path, and why another was built.</summary>
    public IReadOnlyList<string> Unused => _unused;

    /// <summary>The index of a table: the saved one of this name if it fits, else a new one.</summary>
    internal IVectorIndex Create(EmbeddingTable table, string file)
    {
        if (folder?.Manifest is { Index: { } build } manifest && manifest.Files.ContainsKey(file)
            && TryLoad(Path.Combine(folder.Path, file), build, table) is { } loaded)
        {
            return loaded;
        }

        IVectorIndex index = VectorIndexes.Create(table, options, cancellation);
        if (index is HnswIndex hnsw)
        {
            _built.Add((file, hnsw));
        }

        return index;
    }

    /// <summary>Writes the graphs that were built and returns how; <see langword="null"/> when there are none.</summary>
    internal IndexBuild? Write(string directory)
    {
        foreach ((string file, HnswIndex index) in _built)
        {
            using FileStream stream = File.Create(Path.Combine(directory, file));
            index.Save(stream);
        }

        return _built.Count == 0 ? null : new IndexBuild(options.HnswM, options.EfConstruction);
    }

    private HnswIndex? TryLoad(string path, IndexBuild build, EmbeddingTable table)
    {
        string kind = VectorIndexes.KindFor(table, options);
        var wanted = new IndexBuild(options.HnswM, options.EfConstruction);
        if (kind != VectorIndexes.Hnsw || build != wanted)
        {
            string expected = kind == VectorIndexes.Hnsw ? $"{kind} with M {wanted.M} and efConstruction {wanted.EfConstruction}" : kind;
            _unused.Add($"{path}: found {VectorIndexes.Hnsw} with M {build.M} and efConstruction {build.EfConstruction}, the options ask for {expected}.");
            return null;
        }

        try
        {
            var index = HnswIndex.Load(path, table, options.ToHnsw());
            _loaded.Add(path);
            return index;
        }
        catch (Exception error) when (error is InvalidDataException or IOException)
        {
            // The manifest's hash has been checked, so the file is whole: it belongs to another catalog, or to vectors rounded by another processor.
            _unused.Add(error.Message);
            return null;
        }
    }
}
