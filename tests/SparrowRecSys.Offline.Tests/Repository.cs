using System.Runtime.CompilerServices;

namespace SparrowRecSys.Offline.Tests;

/// <summary>Where the repository lies.</summary>
internal static class Repository
{
    public static string PathOf(params string[] parts) => Path.Combine([Root(), .. parts]);

    private static string Root([CallerFilePath] string file = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", ".."));
}
