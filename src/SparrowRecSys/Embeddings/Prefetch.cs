using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace SparrowRecSys.Embeddings;

/// <summary>Asks for memory before it is needed, where the processor knows how. Reads nothing and cannot fail.</summary>
public static unsafe class Prefetch
{
    private const int LineBytes = 64;

    /// <summary>The cache line of one element. In memory that may move: if it does, nothing but time is lost.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Line<T>(ref T element)
    {
        if (Sse.IsSupported)
        {
            Sse.Prefetch0(Unsafe.AsPointer(ref element));
        }
    }

    /// <summary>Every cache line of <paramref name="bytes"/> bytes.</summary>
    /// <param name="start">In <see cref="AlignedMemory{T}"/>, which does not move.</param>
    /// <param name="bytes">At least 1.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Lines<T>(ref T start, int bytes)
    {
        if (Sse.IsSupported)
        {
            byte* address = (byte*)Unsafe.AsPointer(ref start);
            for (int offset = 0; offset < bytes; offset += LineBytes)
            {
                Sse.Prefetch0(address + offset);
            }
        }
    }
}
