using System.Runtime.CompilerServices;

namespace SparrowRecSys.Offline.Graphs;

/// <summary>
/// Choices without a branch. The compiler makes jumps of <c>?:</c> within loops, and where both sides are as likely the processor guesses half
/// of them wrongly, which costs as much as the rest of a step.
/// </summary>
internal static class Mask
{
    /// <summary>All bits if so, no bit otherwise.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Of(bool condition) => -Unsafe.BitCast<bool, byte>(condition);

    /// <summary>One or the other.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Choose(int mask, int whenSet, int whenNot) => whenNot ^ ((whenSet ^ whenNot) & mask);
}
