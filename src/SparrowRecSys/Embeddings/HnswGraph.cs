using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SparrowRecSys.Embeddings;

/// <summary>
/// Vectors, links and marks of an HNSW graph with room for a number of rows; the node of a row has the row's number. When the room is used up
/// a larger copy takes its place, and whoever searches in this one goes on undisturbed.
/// </summary>
/// <remarks>
/// A list of links is a fixed number of slots, of which the first ones are used and the rest is 0; a slot holds the node plus 1. One writer at a time
/// changes a list; readers take no lock: they see each slot before or after the change, and every node that they may find there has all its links.
/// </remarks>
internal sealed class HnswGraph
{
    private const int NoEntry = -1;

    private bool _hasTwins;
    private long _entry; // layer in the high half, node in the low half

    /// <param name="dimension">D.</param>
    /// <param name="m">Slots of a list on the upper layers; half of those on layer 0.</param>
    /// <param name="vectors">(capacity, D).</param>
    /// <param name="links">(capacity, 2 m).</param>
    /// <param name="upperStart">(capacity): where the first upper list of a node begins in <paramref name="upper"/>.</param>
    /// <param name="upper">Lists of m slots; those of one node lie one after the other, from layer 1.</param>
    /// <param name="marks">(capacity).</param>
    /// <param name="twins">(capacity).</param>
    public HnswGraph(
        int dimension, int m, AlignedMemory<float> vectors, AlignedMemory<int> links, AlignedMemory<int> upperStart, AlignedMemory<int> upper,
        AlignedMemory<byte> marks, AlignedMemory<int> twins)
    {
        (Dimension, M, Vectors, Links, UpperStart, Upper, Marks, Twins) = (dimension, m, vectors, links, upperStart, upper, marks, twins);
        _entry = NoEntry;
    }

    public int Dimension { get; }

    public int M { get; }

    /// <summary>Rows for which there is room.</summary>
    public int Capacity => Marks.Length;

    /// <summary>Bytes of links and marks.</summary>
    public long MemoryBytes => ((long)(Links.Length + UpperStart.Length + Upper.Length + Twins.Length) * sizeof(int)) + Marks.Length;

    public AlignedMemory<float> Vectors { get; }

    public AlignedMemory<int> Links { get; }

    public AlignedMemory<int> UpperStart { get; }

    public AlignedMemory<int> Upper { get; }

    /// <summary>What a row is: see <see cref="HnswMark"/>.</summary>
    public AlignedMemory<byte> Marks { get; }

    /// <summary>
    /// The next row, plus 1, that has the very same vector; 0: none. Only the first of equal vectors is linked: were all of them, each would be so near to the
    /// others that links led nowhere else.
    /// </summary>
    public AlignedMemory<int> Twins { get; }

    /// <summary>Where searches begin: a node on the highest layer. Both -1 in an empty graph.</summary>
    public (int Node, int Layer) Entry
    {
        get
        {
            long entry = Volatile.Read(ref _entry);
            return ((int)entry, (int)(entry >> 32));
        }
        set => Volatile.Write(ref _entry, ((long)value.Layer << 32) | (uint)value.Node);
    }

    /// <summary>Whether any vector appears more than once.</summary>
    public bool HasTwins
    {
        get => Volatile.Read(ref _hasTwins);
        set => Volatile.Write(ref _hasTwins, value);
    }

    /// <summary>The values of a node's vector.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref float Vector(int node) => ref Unsafe.Add(ref Vectors.Start, (nint)node * Dimension);

    /// <summary>A node's vector, length D.</summary>
    public ReadOnlySpan<float> VectorOf(int node) => MemoryMarshal.CreateReadOnlySpan(ref Vector(node), Dimension);

    /// <summary>The slots of a node on a layer.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Span<int> LinksOf(int node, int layer) => layer == 0
        ? MemoryMarshal.CreateSpan(ref Unsafe.Add(ref Links.Start, (nint)node * 2 * M), 2 * M)
        : MemoryMarshal.CreateSpan(ref Unsafe.Add(ref Upper.Start, Unsafe.Add(ref UpperStart.Start, node) + ((layer - 1) * M)), M);

    /// <summary>Highest layer of a node.</summary>
    public int LayerOf(int node) => Unsafe.Add(ref Marks.Start, node) & HnswMark.Layer;

    public bool IsLive(int node) => (Unsafe.Add(ref Marks.Start, node) & (HnswMark.Indexed | HnswMark.Removed)) == HnswMark.Indexed;

    /// <summary>The highest layer of a row, drawn by its number: P(layer ≥ l) = M^-l.</summary>
    public static int DrawLayer(int row, int seed, int m)
    {
        // The finalizer of MurmurHash3: the same row gets the same layer whatever thread adds it.
        ulong bits = ((ulong)(uint)seed << 32) | (uint)row;
        bits = (bits ^ (bits >> 33)) * 0xFF51AFD7ED558CCD;
        bits = (bits ^ (bits >> 33)) * 0xC4CEB9FE1A85EC53;
        double uniform = (((bits ^ (bits >> 33)) >> 11) + 0.5) / (1L << 53);
        return Math.Min((int)(-Math.Log(uniform) / Math.Log(m)), HnswMark.Layer);
    }

    /// <summary>Rounds a number of rows up, so that adding one by one copies seldom.</summary>
    public static int CapacityFor(int rows) => (int)Math.Min(BitOperations.RoundUpToPowerOf2((uint)Math.Max(rows, 16)), (uint)Array.MaxLength);

    /// <summary>A copy with room for more.</summary>
    /// <param name="capacity">Rows.</param>
    /// <param name="upperLength">Slots of the upper lists.</param>
    public HnswGraph Grow(int capacity, int upperLength) => new(
        Dimension, M, Vectors.Grow(capacity * Dimension), Links.Grow(capacity * 2 * M), UpperStart.Grow(capacity),
        Upper.Grow(upperLength), Marks.Grow(capacity), Twins.Grow(capacity))
    {
        Entry = Entry,
        HasTwins = HasTwins,
    };
}

/// <summary>Bits of a row's mark.</summary>
internal static class HnswMark
{
    /// <summary>The highest layer of the row.</summary>
    public const int Layer = 0x1F;

    /// <summary>The row has a vector in the graph.</summary>
    public const int Indexed = 0x80;

    /// <summary>The row may not be found any more. Its node stays as a stepping stone.</summary>
    public const int Removed = 0x40;
}
