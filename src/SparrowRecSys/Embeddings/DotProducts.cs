using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SparrowRecSys.Embeddings;

/// <summary>Inner products of one vector with many, four rows at a time, so that each load of the query serves four rows.</summary>
/// <remarks>One call of <c>TensorPrimitives.Dot</c> a row takes about ten times as long at 64 dimensions.</remarks>
internal static class DotProducts
{
    /// <summary>Writes the inner product of <paramref name="query"/> (D) and each row of <paramref name="rows"/> (N, D) to <paramref name="dots"/> (N).</summary>
    public static void OfRows(ReadOnlySpan<float> query, ReadOnlySpan<float> rows, Span<float> dots)
    {
        int dimension = query.Length;
        ReadOnlySpan<float> values = rows[..(dots.Length * dimension)];
        int row = 0;
        for (; row + 4 <= dots.Length; row += 4)
        {
            Four(query, values.Slice(row * dimension, 4 * dimension), dots[row..]);
        }

        for (; row < dots.Length; row++)
        {
            dots[row] = One(query, values.Slice(row * dimension, dimension));
        }
    }

    /// <summary>Inner product of two vectors of the same length.</summary>
    public static float One(ReadOnlySpan<float> x, ReadOnlySpan<float> y)
    {
        ReadOnlySpan<Vector<float>> left = MemoryMarshal.Cast<float, Vector<float>>(x);
        ReadOnlySpan<Vector<float>> right = MemoryMarshal.Cast<float, Vector<float>>(y)[..left.Length];
        Vector<float> sum = Vector<float>.Zero;
        for (int i = 0; i < left.Length; i++)
        {
            sum = Vector.FusedMultiplyAdd(left[i], right[i], sum);
        }

        return Vector.Sum(sum) + Tail(x, y, left.Length * Vector<float>.Count);
    }

    private static void Four(ReadOnlySpan<float> query, ReadOnlySpan<float> rows, Span<float> dots)
    {
        int dimension = query.Length;
        ReadOnlySpan<Vector<float>> left = MemoryMarshal.Cast<float, Vector<float>>(query);
        ref float start = ref MemoryMarshal.GetReference(rows);
        (Vector<float> sum0, Vector<float> sum1) = (Vector<float>.Zero, Vector<float>.Zero);
        (Vector<float> sum2, Vector<float> sum3) = (Vector<float>.Zero, Vector<float>.Zero);
        for (int i = 0; i < left.Length; i++)
        {
            nuint at = (nuint)(i * Vector<float>.Count);
            Vector<float> x = left[i];
            sum0 = Vector.FusedMultiplyAdd(x, Vector.LoadUnsafe(ref start, at), sum0);
            sum1 = Vector.FusedMultiplyAdd(x, Vector.LoadUnsafe(ref start, at + (nuint)dimension), sum1);
            sum2 = Vector.FusedMultiplyAdd(x, Vector.LoadUnsafe(ref start, at + (nuint)(2 * dimension)), sum2);
            sum3 = Vector.FusedMultiplyAdd(x, Vector.LoadUnsafe(ref start, at + (nuint)(3 * dimension)), sum3);
        }

        int done = left.Length * Vector<float>.Count;
        dots[0] = Vector.Sum(sum0) + Tail(query, rows[..dimension], done);
        dots[1] = Vector.Sum(sum1) + Tail(query, rows.Slice(dimension, dimension), done);
        dots[2] = Vector.Sum(sum2) + Tail(query, rows.Slice(2 * dimension, dimension), done);
        dots[3] = Vector.Sum(sum3) + Tail(query, rows.Slice(3 * dimension, dimension), done);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float Tail(ReadOnlySpan<float> x, ReadOnlySpan<float> y, int from)
    {
        float sum = 0;
        for (int i = from; i < x.Length; i++)
        {
            sum += x[i] * y[i];
        }

        return sum;
    }
}
