using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using SparrowRecSys.Embeddings;

namespace SparrowRecSys.Offline.Graphs;

/// <summary>
/// Says of two nodes that no edge is between them, mostly without looking at their edges (Bloom 1970; both bits of an edge lie in one word, so
/// that a question reads memory once). It is never wrong about an edge that is there; of those that are not it lets a few per cent through.
/// 1 to 2 bytes an edge. Immutable, thread-safe.
/// </summary>
internal sealed class EdgeFilter
{
    private const int BitsOfEdge = 8;

    private readonly ulong[] _words; // a power of two
    private readonly int _shift;
    private readonly bool _isDirected;

    /// <param name="edgeCount">Edges that will be added.</param>
    /// <param name="isDirected">If not, an edge is the same in both directions.</param>
    public EdgeFilter(int edgeCount, bool isDirected)
    {
        ulong words = BitOperations.RoundUpToPowerOf2(Math.Max(2, ((ulong)edgeCount * BitsOfEdge) / 64));
        (_words, _shift, _isDirected) = (new ulong[words], 64 - BitOperations.Log2(words), isDirected);
    }

    public void Add(int source, int target)
    {
        ulong hash = Hash(source, target);
        WordOf(hash) |= BitsOf(hash);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool MayContain(ulong hash)
    {
        ulong bits = BitsOf(hash);
        return (WordOf(hash) & bits) == bits;
    }

    /// <summary>Asks for the memory that <see cref="MayContain"/> reads, and returns the hash.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Prefetched(ulong hash)
    {
        Prefetch.Line(ref WordOf(hash));
        return hash;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ref ulong WordOf(ulong hash) => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_words), (nint)(hash >> _shift));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong BitsOf(ulong hash) => (1UL << (int)(hash & 63)) | (1UL << (int)((hash >> 6) & 63));

    /// <summary>Fibonacci hashing twice, so that the low bits, which choose within a word, depend on both nodes too.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Hash(int source, int target)
    {
        (int low, int high) = _isDirected ? (source, target) : (Math.Min(source, target), Math.Max(source, target));
        ulong mixed = (((ulong)(uint)low << 32) | (uint)high) * 0x9E3779B97F4A7C15;
        return (mixed ^ (mixed >> 32)) * 0xBF58476D1CE4E5B9;
    }
}
