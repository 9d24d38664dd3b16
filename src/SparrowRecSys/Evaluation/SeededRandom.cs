using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace SparrowRecSys.Evaluation;

/// <summary>
/// Independent random numbers for many purposes from one seed. <see cref="Random"/> with neighbouring seeds draws alike: 1, 2, 3 give first numbers on a line. A hash
/// between seed and stream takes that away.
/// </summary>
public static class SeededRandom
{
    /// <summary>The generator of a number; the same seed and number give the same draws.</summary>
    public static Random Create(int seed, int number)
    {
        ReadOnlySpan<int> key = [seed, number];
        return new Random((int)XxHash3.HashToUInt64(MemoryMarshal.AsBytes(key)) & int.MaxValue);
    }
}
