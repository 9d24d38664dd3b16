using System.Reflection;
using System.Runtime.CompilerServices;

namespace SparrowRecSys.Tests;

/// <summary>The dependency rules of docs/architecture.md, so that nobody has to remember them.</summary>
public sealed class ConventionTests
{
    // What each folder of the core may use. The nouns in the root folder use nothing and are used by all.
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        [""] = [],
        ["Catalog"] = [],
        ["LinearAlgebra"] = [],
        ["Embeddings"] = ["Catalog", "LinearAlgebra"],
        ["Features"] = ["Catalog"],
        ["Retrieval"] = ["Catalog", "Embeddings", "Features", "LinearAlgebra"],
        ["Ranking"] = ["Catalog", "Embeddings", "Features", "LinearAlgebra"],
        ["Reranking"] = ["Catalog", "Embeddings", "Features", "LinearAlgebra"],
        ["Evaluation"] = ["Catalog", "Retrieval"],
        ["Serving"] = ["Catalog", "Embeddings", "Features", "Retrieval", "Ranking", "Reranking"],
    };

    [Theory]
    [InlineData("Microsoft.AspNetCore")]
    [InlineData("TorchSharp")]
    public void The_core_does_not_reference(string forbidden)
    {
        AssemblyName[] references = typeof(ScoredId).Assembly.GetReferencedAssemblies();

        Assert.DoesNotContain(references, reference => reference.Name!.StartsWith(forbidden, StringComparison.Ordinal));
    }

    [Fact]
    public void Folders_of_the_core_use_only_what_they_may()
    {
        string core = Path.Combine(RepositoryRoot(), "src", "SparrowRecSys");

        string[] violations = [..
            from file in Directory.EnumerateFiles(core, "*.cs", SearchOption.AllDirectories)
            let folder = Path.GetRelativePath(core, Path.GetDirectoryName(file)!).TrimStart('.')
            from line in File.ReadLines(file)
            where line.StartsWith("using SparrowRecSys.", StringComparison.Ordinal)
            let used = line["using SparrowRecSys.".Length..].TrimEnd(';')
            where used != folder && !Allowed[folder].Contains(used)
            select $"{Path.GetRelativePath(core, file)} uses {used}"];

        Assert.Empty(violations);
    }

    private static string RepositoryRoot([CallerFilePath] string file = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", ".."));
}
