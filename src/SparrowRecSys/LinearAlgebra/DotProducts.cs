using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace SparrowRecSys.LinearAlgebra;

/// <summary>Inner products of one vector with many, four rows at a time, so that each load of the query serves four rows.</summary>
/// <remarks>One call of <c>TensorPrimitives.Dot</c> a row takes about ten times as long at 64 dimensions.</remarks>
public static class DotProducts
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

    /// <summary>
    /// Writes the inner product of <paramref name="query"/> (D) and each of N vectors that lie column-major, (D, N), to <paramref name="dots"/> (N).
    /// Where one pool is compared with many queries this is three times as fast as by rows: nothing is summed across a register.
    /// </summary>
    public static void OfColumns(ReadOnlySpan<float> query, ReadOnlySpan<float> columns, Span<float> dots)
    {
        int count = dots.Length;
        int width = Vector<float>.Count;
        ref float values = ref MemoryMarshal.GetReference(columns[..(query.Length * count)]);
        int at = 0;
        for (; at + (4 * width) <= count; at += 4 * width)
        {
            (Vector<float> sum0, Vector<float> sum1) = (Vector<float>.Zero, Vector<float>.Zero);
            (Vector<float> sum2, Vector<float> sum3) = (Vector<float>.Zero, Vector<float>.Zero);
            nuint from = (nuint)at;
            foreach (float value in query)
            {
                var x = new Vector<float>(value);
                sum0 = Vector.FusedMultiplyAdd(x, Vector.LoadUnsafe(ref values, from), sum0);
                sum1 = Vector.FusedMultiplyAdd(x, Vector.LoadUnsafe(ref values, from + (nuint)width), sum1);
                sum2 = Vector.FusedMultiplyAdd(x, Vector.LoadUnsafe(ref values, from + (nuint)(2 * width)), sum2);
                sum3 = Vector.FusedMultiplyAdd(x, Vector.LoadUnsafe(ref values, from + (nuint)(3 * width)), sum3);
                from += (nuint)count;
            }

            sum0.CopyTo(dots[at..]);
            sum1.CopyTo(dots[(at + width)..]);
            sum2.CopyTo(dots[(at + (2 * width))..]);
            sum3.CopyTo(dots[(at + (3 * width))..]);
        }

        for (; at < count; at++)
        {
            float sum = 0;
            for (int d = 0; d < query.Length; d++)
            {
                sum += query[d] * columns[(d * count) + at];
            }

            dots[at] = sum;
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

        if (Avx.IsSupported && Vector<float>.Count == Vector256<float>.Count)
        {
            // Three additions across registers for four sums, where each sum alone takes as many.
            Vector256<float> sums = Avx.HorizontalAdd(
                Avx.HorizontalAdd(sum0.AsVector256(), sum1.AsVector256()), Avx.HorizontalAdd(sum2.AsVector256(), sum3.AsVector256()));
            (sums.GetLower() + sums.GetUpper()).CopyTo(dots);
        }
        else
        {
            dots[0] = Vector.Sum(sum0);
            dots[1] = Vector.Sum(sum1);
            dots[2] = Vector.Sum(sum2);
            dots[3] = Vector.Sum(sum3);
        }

        int done = left.Length * Vector<float>.Count;
        for (int row = 0; row < 4 && done < dimension; row++)
        {
            dots[row] += Tail(query, rows.Slice(row * dimension, dimension), done);
        }
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
