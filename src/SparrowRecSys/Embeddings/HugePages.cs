using System.Runtime.InteropServices;

namespace SparrowRecSys.Embeddings;

/// <summary>Asks Linux to back large memory by pages of 2 MB: random reads then seldom miss the table of pages. Elsewhere nothing happens.</summary>
internal static partial class HugePages
{
    private const int Advice = 14; // MADV_HUGEPAGE of linux/mman.h
    private const long PageBytes = 4096;
    private const long LeastBytes = 4L << 20;

    /// <summary>A hint for memory that was not touched yet; it may be ignored.</summary>
    public static void Advise(nint start, long bytes)
    {
        if (!OperatingSystem.IsLinux() || bytes < LeastBytes)
        {
            return;
        }

        long first = (start + PageBytes - 1) & ~(PageBytes - 1);
        long end = (start + bytes) & ~(PageBytes - 1);
        _ = MemoryAdvise((nint)first, (nint)(end - first), Advice);
    }

    [LibraryImport("libc", EntryPoint = "madvise")]
    private static partial int MemoryAdvise(nint address, nint length, int advice);
}
