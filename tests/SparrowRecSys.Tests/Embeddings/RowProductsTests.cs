using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using SparrowRecSys.Embeddings;

namespace SparrowRecSys.Tests.Embeddings;

/// <summary>Every width of register against the naive twin; widths that this machine lacks are emulated by the runtime.</summary>
public sealed class RowProductsTests
{
    private static readonly int[] Counts = [0, 1, 3, 4, 7, 130];
    private static readonly int[] Dimensions = [1, 7, 16, 33, 64];

    public static TheoryData<int, int> Shapes() => new(
        from count in Counts
        from dimension in Dimensions
        select (count, dimension));

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Registers_of_512_bits_agree_with_the_naive_twin(int count, int dimension) => Check<Register512>(count, dimension);

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Registers_of_256_bits_agree_with_the_naive_twin(int count, int dimension) => Check<Register256>(count, dimension);

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Registers_of_128_bits_agree_with_the_naive_twin(int count, int dimension) => Check<Register128>(count, dimension);

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Single_floats_agree_with_the_naive_twin(int count, int dimension) => Check<ScalarRegister>(count, dimension);

    [Fact]
    public void The_width_is_the_widest_of_the_hardware()
    {
        int expected = Vector512.IsHardwareAccelerated ? 16 : Vector256.IsHardwareAccelerated ? 8 : Vector128.IsHardwareAccelerated ? 4 : 1;

        Assert.Equal(expected, RowProducts.RegisterFloats);
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void A_row_has_the_same_product_wherever_it_stands(int count, int dimension)
    {
        (float[] query, float[] rows, int[] chosen) = Draw(count, dimension);
        float[] inOrder = new float[count];
        float[] anywhere = new float[count];

        RowProducts.OfRows(query, rows, inOrder);
        RowProducts.OfChosen(ref query[0], ref MemoryMarshal.GetArrayDataReference(rows), dimension, chosen, anywhere);

        Assert.Equal(chosen.Select(row => inOrder[row]), anywhere);
    }

    private static void Check<TRegister>(int count, int dimension)
        where TRegister : struct, IFloatRegister<TRegister>
    {
        (float[] query, float[] rows, int[] chosen) = Draw(count, dimension);
        float[] inOrder = new float[count];
        float[] anywhere = new float[count];

        RowProducts<TRegister>.OfRows(query, rows, inOrder);
        RowProducts<TRegister>.OfChosen(ref query[0], ref MemoryMarshal.GetArrayDataReference(rows), dimension, chosen, anywhere);

        double[] expected = [.. rows.Chunk(dimension).Select(row => row.Zip(query, (x, y) => (double)x * y).Sum())];
        Assert.All(expected.Zip(inOrder), pair => Assert.Equal(pair.First, pair.Second, tolerance: 1e-5));
        Assert.All(chosen.Zip(anywhere), pair => Assert.Equal(expected[pair.First], pair.Second, tolerance: 1e-5));
    }

    private static (float[] Query, float[] Rows, int[] Chosen) Draw(int count, int dimension)
    {
        var random = new Random(5);
        float[] query = [.. Enumerable.Range(0, dimension).Select(_ => random.NextSingle() - 0.5f)];
        float[] rows = [.. Enumerable.Range(0, count * dimension).Select(_ => random.NextSingle() - 0.5f)];
        return (query, rows, [.. Enumerable.Range(0, count).Select(_ => random.Next(count))]);
    }
}
