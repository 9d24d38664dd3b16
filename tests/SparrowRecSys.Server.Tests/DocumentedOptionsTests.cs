using System.Reflection;
using System.Runtime.CompilerServices;
using SparrowRecSys.Retrieval;

namespace SparrowRecSys.Server.Tests;

/// <summary>docs/configuration.md lists every option.</summary>
public sealed class DocumentedOptionsTests
{
    public static TheoryData<string> Keys { get; } = [..
        from type in typeof(RetrievalOptions).Assembly.GetTypes().Concat(typeof(Program).Assembly.GetTypes())
        let section = type.GetField("SectionName", BindingFlags.Public | BindingFlags.Static)?.GetRawConstantValue() as string
        where section is not null
        from property in type.GetProperties()
        select $"{section}:{property.Name}"];

    [Theory]
    [MemberData(nameof(Keys))]
    public void Every_option_is_documented(string key) => Assert.Contains($"| `{key}` |", File.ReadAllText(Document()), StringComparison.Ordinal);

    private static string Document([CallerFilePath] string file = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", "..", "docs", "configuration.md"));
}
