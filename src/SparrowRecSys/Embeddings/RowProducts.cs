using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SparrowRecSys.Embeddings;

/// <summary>
/// Inner products of one vector with rows of a table, four rows at a time, in the widest registers that the hardware has. Which row stands
/// where among the four does not change its product.
/// </summary>
internal static class RowProducts
{
    /// <summary>Floats in a register of this hardware.</summary>
    public static int RegisterFloats => Vector512.IsHardwareAccelerated ? Register512.Count
        : Vector256.IsHardwareAccelerated ? Register256.Count
        : Vector128.IsHardwareAccelerated ? Register128.Count
        : ScalarRegister.Count;

    /// <summary>Writes the inner product of <paramref name="query"/> (D) and each of consecutive <paramref name="rows"/> (N, D) to <paramref name="products"/> (N).</summary>
    public static void OfRows(ReadOnlySpan<float> query, ReadOnlySpan<float> rows, Span<float> products)
    {
        if (Vector512.IsHardwareAccelerated)
        {
            RowProducts<Register512>.OfRows(query, rows, products);
        }
        else if (Vector256.IsHardwareAccelerated)
        {
            RowProducts<Register256>.OfRows(query, rows, products);
        }
        else if (Vector128.IsHardwareAccelerated)
        {
            RowProducts<Register128>.OfRows(query, rows, products);
        }
        else
        {
            RowProducts<ScalarRegister>.OfRows(query, rows, products);
        }
    }

    /// <summary>The same for rows that lie anywhere in a table.</summary>
    /// <param name="query">First of D values.</param>
    /// <param name="table">First value of row 0.</param>
    /// <param name="dimension">D.</param>
    /// <param name="rows">Rows of the table; not checked.</param>
    /// <param name="products">As long as <paramref name="rows"/>.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void OfChosen(ref float query, ref float table, int dimension, ReadOnlySpan<int> rows, Span<float> products)
    {
        if (Vector512.IsHardwareAccelerated)
        {
            RowProducts<Register512>.OfChosen(ref query, ref table, dimension, rows, products);
        }
        else if (Vector256.IsHardwareAccelerated)
        {
            RowProducts<Register256>.OfChosen(ref query, ref table, dimension, rows, products);
        }
        else if (Vector128.IsHardwareAccelerated)
        {
            RowProducts<Register128>.OfChosen(ref query, ref table, dimension, rows, products);
        }
        else
        {
            RowProducts<ScalarRegister>.OfChosen(ref query, ref table, dimension, rows, products);
        }
    }
}

/// <summary><see cref="RowProducts"/> for one width of register.</summary>
internal static class RowProducts<TRegister>
    where TRegister : struct, IFloatRegister<TRegister>
{
    public static void OfRows(ReadOnlySpan<float> query, ReadOnlySpan<float> rows, Span<float> products)
    {
        int dimension = query.Length;
        ref float x = ref MemoryMarshal.GetReference(query);
        ref float table = ref MemoryMarshal.GetReference(rows[..(products.Length * dimension)]);
        int row = 0;
        for (; row + 4 <= products.Length; row += 4)
        {
            ref float first = ref Unsafe.Add(ref table, (nint)row * dimension);
            Four(ref x, ref first, ref Unsafe.Add(ref first, dimension), ref Unsafe.Add(ref first, 2 * dimension), ref Unsafe.Add(ref first, 3 * dimension), dimension)
                .CopyTo(products[row..]);
        }

        for (; row < products.Length; row++)
        {
            ref float only = ref Unsafe.Add(ref table, (nint)row * dimension);
            products[row] = Four(ref x, ref only, ref only, ref only, ref only, dimension).ToScalar();
        }
    }

    public static void OfChosen(ref float query, ref float table, int dimension, ReadOnlySpan<int> rows, Span<float> products)
    {
        products = products[..rows.Length];
        int at = 0;
        for (; at + 4 <= rows.Length; at += 4)
        {
            Four(
                ref query, ref Row(ref table, rows[at], dimension), ref Row(ref table, rows[at + 1], dimension),
                ref Row(ref table, rows[at + 2], dimension), ref Row(ref table, rows[at + 3], dimension), dimension).CopyTo(products[at..]);
        }

        if (at < rows.Length)
        {
            // The last one stands in for those that are missing.
            int last = rows.Length - 1;
            Vector128<float> rest = Four(
                ref query, ref Row(ref table, rows[at], dimension), ref Row(ref table, rows[Math.Min(at + 1, last)], dimension),
                ref Row(ref table, rows[Math.Min(at + 2, last)], dimension), ref Row(ref table, rows[last], dimension), dimension);
            for (int i = 0; at + i < rows.Length; i++)
            {
                products[at + i] = rest[i];
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ref float Row(ref float table, int row, int dimension) => ref Unsafe.Add(ref table, (nint)row * dimension);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> Four(ref float query, ref float row0, ref float row1, ref float row2, ref float row3, int dimension)
    {
        (TRegister sum0, TRegister sum1, TRegister sum2, TRegister sum3) = (default, default, default, default);
        nuint at = 0;
        nuint full = (nuint)(dimension - (dimension % TRegister.Count));
        for (; at < full; at += (nuint)TRegister.Count)
        {
            var x = TRegister.Load(ref query, at);
            sum0 = TRegister.MultiplyAdd(x, TRegister.Load(ref row0, at), sum0);
            sum1 = TRegister.MultiplyAdd(x, TRegister.Load(ref row1, at), sum1);
            sum2 = TRegister.MultiplyAdd(x, TRegister.Load(ref row2, at), sum2);
            sum3 = TRegister.MultiplyAdd(x, TRegister.Load(ref row3, at), sum3);
        }

        Vector128<float> sums = TRegister.SumOfEach(sum0, sum1, sum2, sum3);
        for (; at < (nuint)dimension; at++)
        {
            Vector128<float> values = Vector128.Create(
                Unsafe.Add(ref row0, at), Unsafe.Add(ref row1, at), Unsafe.Add(ref row2, at), Unsafe.Add(ref row3, at));
            sums += values * Unsafe.Add(ref query, at);
        }

        return sums;
    }
}
