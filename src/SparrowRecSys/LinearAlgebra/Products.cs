using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SparrowRecSys.LinearAlgebra;

/// <summary>
/// Sums of rows and of their outer products, tiled so that partial sums stay in registers, with the widest registers there are. Rows are
/// padded with zeros to a multiple of <see cref="Block"/> floats; a sum of zeros changes nothing, so no kernel has a tail.
/// </summary>
public static class Products
{
    /// <summary>Lengths are multiples of this: floats in the widest register.</summary>
    public const int Block = 16;

    /// <summary>The smallest multiple of <see cref="Block"/> that is not below a length.</summary>
    public static int Pad(int length) => (length + Block - 1) & -Block;

    /// <summary>
    /// Adds <paramref name="scale"/> · Σ y yᵀ over rows y to the upper triangle of a matrix. What lies up to 15 places left of the diagonal
    /// becomes undefined. O(count · dimension² / 2).
    /// </summary>
    /// <param name="rows">The first row starts here, each next one <paramref name="rowStride"/> further on.</param>
    /// <param name="count">Rows.</param>
    /// <param name="rowStride">At least <paramref name="dimension"/>.</param>
    /// <param name="scale">1 adds, −1 subtracts.</param>
    /// <param name="matrix">(D, D), its rows <paramref name="matrixStride"/> apart; apart from <paramref name="rows"/> in memory.</param>
    /// <param name="dimension">D, a multiple of <see cref="Block"/>.</param>
    /// <param name="matrixStride">At least <paramref name="dimension"/>.</param>
    public static void AddSquares(
        ReadOnlySpan<float> rows, int count, int rowStride, float scale, Span<float> matrix, int dimension, int matrixStride)
    {
        CheckLength(rows.Length, count, rowStride, dimension);
        CheckLength(matrix.Length, dimension, matrixStride, dimension);
        if (Vector512.IsHardwareAccelerated)
        {
            AddSquares<Floats512>(rows, count, rowStride, scale, matrix, dimension, matrixStride);
        }
        else if (Vector256.IsHardwareAccelerated)
        {
            AddSquares<Floats256>(rows, count, rowStride, scale, matrix, dimension, matrixStride);
        }
        else
        {
            AddSquares<Floats128>(rows, count, rowStride, scale, matrix, dimension, matrixStride);
        }
    }

    /// <summary>Adds Σ weight · y over rows y to a vector. O(count · D).</summary>
    /// <param name="rows">(count, D), one after the other.</param>
    /// <param name="weights">(count).</param>
    /// <param name="sum">(D), D a multiple of <see cref="Block"/>.</param>
    public static void AddRows(ReadOnlySpan<float> rows, ReadOnlySpan<float> weights, Span<float> sum)
    {
        CheckLength(rows.Length, weights.Length, sum.Length, sum.Length);
        if (Vector512.IsHardwareAccelerated)
        {
            AddRows<Floats512>(rows, weights, sum);
        }
        else if (Vector256.IsHardwareAccelerated)
        {
            AddRows<Floats256>(rows, weights, sum);
        }
        else
        {
            AddRows<Floats128>(rows, weights, sum);
        }
    }

    private static void CheckLength(int length, int rows, int stride, int dimension)
    {
        if (dimension % Block != 0 || stride < dimension || length < ((rows - 1L) * stride) + dimension)
        {
            throw new ArgumentException(
                $"Expected {rows} rows of {dimension} floats, a multiple of {Block}, every {stride}, found {length} floats in all.");
        }
    }

    private static void AddSquares<TVector>(
        ReadOnlySpan<float> rows, int count, int rowStride, float scale, Span<float> matrix, int dimension, int matrixStride)
        where TVector : struct, IFloatVector<TVector>
    {
        ref float source = ref MemoryMarshal.GetReference(rows);
        ref float target = ref MemoryMarshal.GetReference(matrix);
        int width = TVector.Count;
        for (int row = 0; row < dimension; row += 4)
        {
            ref float targetRow = ref Unsafe.Add(ref target, row * matrixStride);
            int column = row & -width;
            for (; column + (2 * width) <= dimension; column += 2 * width)
            {
                AddWideTile<TVector>(ref source, count, rowStride, row, column, scale, ref targetRow, matrixStride);
            }

            if (column < dimension)
            {
                AddTile<TVector>(ref source, count, rowStride, row, column, scale, ref targetRow, matrixStride);
            }
        }
    }

    /// <summary>Four rows and two registers of columns: eight sums, so that each waits for no other.</summary>
    private static void AddWideTile<TVector>(
        ref float rows, int count, int stride, int row, int column, float scale, ref float target, int targetStride)
        where TVector : struct, IFloatVector<TVector>
    {
        TVector left0 = default, left1 = default, left2 = default, left3 = default;
        TVector right0 = default, right1 = default, right2 = default, right3 = default;
        for (int i = 0; i < count; i++)
        {
            ref float y = ref Unsafe.Add(ref rows, (nint)i * stride);
            TVector left = TVector.Load(ref y, (nuint)column);
            TVector right = TVector.Load(ref y, (nuint)(column + TVector.Count));
            TVector factor = TVector.Broadcast(Unsafe.Add(ref y, row));
            left0 = TVector.MultiplyAdd(factor, left, left0);
            right0 = TVector.MultiplyAdd(factor, right, right0);
            factor = TVector.Broadcast(Unsafe.Add(ref y, row + 1));
            left1 = TVector.MultiplyAdd(factor, left, left1);
            right1 = TVector.MultiplyAdd(factor, right, right1);
            factor = TVector.Broadcast(Unsafe.Add(ref y, row + 2));
            left2 = TVector.MultiplyAdd(factor, left, left2);
            right2 = TVector.MultiplyAdd(factor, right, right2);
            factor = TVector.Broadcast(Unsafe.Add(ref y, row + 3));
            left3 = TVector.MultiplyAdd(factor, left, left3);
            right3 = TVector.MultiplyAdd(factor, right, right3);
        }

        TVector scales = TVector.Broadcast(scale);
        nuint at = (nuint)column;
        nuint step = (nuint)targetStride;
        nuint width = (nuint)TVector.Count;
        AddScaled(left0, scales, ref target, at);
        AddScaled(right0, scales, ref target, at + width);
        AddScaled(left1, scales, ref target, at + step);
        AddScaled(right1, scales, ref target, at + step + width);
        AddScaled(left2, scales, ref target, at + (2 * step));
        AddScaled(right2, scales, ref target, at + (2 * step) + width);
        AddScaled(left3, scales, ref target, at + (3 * step));
        AddScaled(right3, scales, ref target, at + (3 * step) + width);
    }

    private static void AddTile<TVector>(
        ref float rows, int count, int stride, int row, int column, float scale, ref float target, int targetStride)
        where TVector : struct, IFloatVector<TVector>
    {
        TVector sum0 = default, sum1 = default, sum2 = default, sum3 = default;
        for (int i = 0; i < count; i++)
        {
            ref float y = ref Unsafe.Add(ref rows, (nint)i * stride);
            TVector columns = TVector.Load(ref y, (nuint)column);
            sum0 = TVector.MultiplyAdd(TVector.Broadcast(Unsafe.Add(ref y, row)), columns, sum0);
            sum1 = TVector.MultiplyAdd(TVector.Broadcast(Unsafe.Add(ref y, row + 1)), columns, sum1);
            sum2 = TVector.MultiplyAdd(TVector.Broadcast(Unsafe.Add(ref y, row + 2)), columns, sum2);
            sum3 = TVector.MultiplyAdd(TVector.Broadcast(Unsafe.Add(ref y, row + 3)), columns, sum3);
        }

        TVector scales = TVector.Broadcast(scale);
        nuint at = (nuint)column;
        nuint step = (nuint)targetStride;
        AddScaled(sum0, scales, ref target, at);
        AddScaled(sum1, scales, ref target, at + step);
        AddScaled(sum2, scales, ref target, at + (2 * step));
        AddScaled(sum3, scales, ref target, at + (3 * step));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddScaled<TVector>(TVector sum, TVector scale, ref float target, nuint offset)
        where TVector : struct, IFloatVector<TVector> =>
        TVector.Store(TVector.MultiplyAdd(sum, scale, TVector.Load(ref target, offset)), ref target, offset);

    /// <summary>Two rows at a time, so that each load and store of the sum serves two.</summary>
    private static void AddRows<TVector>(ReadOnlySpan<float> rows, ReadOnlySpan<float> weights, Span<float> sum)
        where TVector : struct, IFloatVector<TVector>
    {
        ref float source = ref MemoryMarshal.GetReference(rows);
        ref float target = ref MemoryMarshal.GetReference(sum);
        int row = 0;
        for (; row + 2 <= weights.Length; row += 2)
        {
            ref float y = ref Unsafe.Add(ref source, (nint)row * sum.Length);
            ref float next = ref Unsafe.Add(ref y, sum.Length);
            TVector weight = TVector.Broadcast(weights[row]);
            TVector nextWeight = TVector.Broadcast(weights[row + 1]);
            for (nuint at = 0; at < (nuint)sum.Length; at += (nuint)TVector.Count)
            {
                TVector added = TVector.MultiplyAdd(weight, TVector.Load(ref y, at), TVector.Load(ref target, at));
                TVector.Store(TVector.MultiplyAdd(nextWeight, TVector.Load(ref next, at), added), ref target, at);
            }
        }

        if (row < weights.Length)
        {
            ref float y = ref Unsafe.Add(ref source, (nint)row * sum.Length);
            TVector weight = TVector.Broadcast(weights[row]);
            for (nuint at = 0; at < (nuint)sum.Length; at += (nuint)TVector.Count)
            {
                TVector.Store(TVector.MultiplyAdd(weight, TVector.Load(ref y, at), TVector.Load(ref target, at)), ref target, at);
            }
        }
    }
}
