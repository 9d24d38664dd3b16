namespace SparrowRecSys.Server.Hosting;

/// <summary>Finds the files with movie vectors in a folder.</summary>
internal static class EmbeddingFiles
{
    private static readonly string[] Extensions = [".bin", ".csv", ".txt"]; // binary first: the same vectors load faster from it

    /// <summary>
    /// The name and file of each embedding. <c>item2vec.bin</c> and the original's <c>item2vecEmb.csv</c> are both <c>item2vec</c>; vectors of users
    /// are left out, since they follow from those of the movies.
    /// </summary>
    public static IReadOnlyDictionary<string, string> Find(string folder)
    {
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (string extension in Extensions)
        {
            foreach (string path in Directory.EnumerateFiles(folder, "*" + extension))
            {
                string name = Path.GetFileNameWithoutExtension(path);
                name = name.EndsWith("Emb", StringComparison.Ordinal) ? name[..^3] : name;
                if (name != "user")
                {
                    files.TryAdd(name, path);
                }
            }
        }

        return files;
    }
}
