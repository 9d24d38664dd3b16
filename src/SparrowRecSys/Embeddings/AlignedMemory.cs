using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace SparrowRecSys.Embeddings;

/// <summary>
/// Memory that does not move and begins at a multiple of 64 bytes, so that a row of 16 floats lies in one cache line: on the pinned heap, or in a
/// file that is mapped. Whoever holds a reference into a mapped file must keep this object alive.
/// </summary>
public sealed class AlignedMemory<T>
    where T : unmanaged
{
    private const int AlignmentBytes = 64;

    private readonly object _owner; // keeps the memory: an array, or the handle of a mapped view
    private readonly nint _address;

    /// <summary>Zeros on the pinned heap.</summary>
    public AlignedMemory(int length)
    {
        T[] array = GC.AllocateUninitializedArray<T>(length + (AlignmentBytes / Unsafe.SizeOf<T>()), pinned: true);
        nint start = Marshal.UnsafeAddrOfPinnedArrayElement(array, 0);
        HugePages.Advise(start, (long)length * Unsafe.SizeOf<T>());
        Array.Clear(array);
        (_owner, _address, Length) = (array, (start + AlignmentBytes - 1) & ~(nint)(AlignmentBytes - 1), length);
    }

    /// <summary>A part of a mapped view.</summary>
    public AlignedMemory(SafeMemoryMappedViewHandle view, long offsetBytes, int length)
    {
        Debug.Assert(offsetBytes % AlignmentBytes == 0, "Parts of a file begin where a cache line does.");
        Debug.Assert((ulong)(offsetBytes + ((long)length * Unsafe.SizeOf<T>())) <= view.ByteLength, "The view ends before the part does.");
        (_owner, _address, Length) = (view, view.DangerousGetHandle() + (nint)offsetBytes, length);
    }

    public int Length { get; }

    /// <summary>The first element.</summary>
    public ref T Start
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref Unsafe.AddByteOffset(ref Unsafe.NullRef<T>(), _address);
    }

    /// <summary>All elements.</summary>
    public Span<T> Span => MemoryMarshal.CreateSpan(ref Start, Length);

    /// <summary>A copy with room for more; what is new is zero.</summary>
    public AlignedMemory<T> Grow(int length)
    {
        var grown = new AlignedMemory<T>(length);
        Span.CopyTo(grown.Span);
        GC.KeepAlive(_owner);
        return grown;
    }
}
