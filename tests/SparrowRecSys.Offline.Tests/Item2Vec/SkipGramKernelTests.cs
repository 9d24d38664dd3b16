using SparrowRecSys.Offline.Item2Vec;

namespace SparrowRecSys.Offline.Tests.Item2Vec;

/// <summary>Every width of the step against the step written out plainly.</summary>
public sealed class SkipGramKernelTests
{
    private const int Rows = 12;
    private const float LearningRate = 0.1f;

    [Fact]
    public void One_512_bit_register_equals_the_naive_step() => AssertEqualsNaive<RegisterKernel<Row512>>(16);

    [Fact]
    public void Two_512_bit_registers_equal_the_naive_step() => AssertEqualsNaive<RegisterKernel<RowPair<Row512>>>(32);

    [Fact]
    public void Four_512_bit_registers_equal_the_naive_step() => AssertEqualsNaive<RegisterKernel<RowPair<RowPair<Row512>>>>(64);

    [Fact]
    public void Two_256_bit_registers_equal_the_naive_step() => AssertEqualsNaive<RegisterKernel<RowPair<Row256>>>(16);

    [Fact]
    public void Four_128_bit_registers_equal_the_naive_step() => AssertEqualsNaive<RegisterKernel<RowPair<RowPair<Row128>>>>(16);

    [Theory]
    [InlineData(1)]
    [InlineData(65)]
    [InlineData(100)]
    [InlineData(257)]
    public void The_loop_equals_the_naive_step(int stride) => AssertEqualsNaive<LoopKernel>(stride);

    private static void AssertEqualsNaive<TKernel>(int stride)
        where TKernel : struct, ISkipGramKernel
    {
        var random = new Random(stride);
        float[] input = RandomValues(random, stride);
        float[] outputs = RandomValues(random, Rows * stride);
        float[] naiveInput = [.. input];
        float[] naiveOutputs = [.. outputs];
        int[] targets = [3, 7, 0, 7, 11, 3]; // a negative twice, and one that is the positive
        float loss = 0;
        float naiveLoss = 0;

        for (int step = 0; step < 20; step++)
        {
            loss += TKernel.Step(input, outputs, targets, LearningRate, new LogisticTable());
            naiveLoss += NaiveStep(naiveInput, naiveOutputs, targets);
        }

        AssertNear(naiveInput, input);
        AssertNear(naiveOutputs, outputs);
        Assert.Equal(naiveLoss, loss, 0.05f);
    }

    private static float NaiveStep(float[] input, float[] outputs, int[] targets)
    {
        int dimension = input.Length;
        double[] gradient = new double[dimension];
        double loss = 0;
        for (int i = 0; i < targets.Length; i++)
        {
            double label = i == 0 ? 1 : 0;
            double dot = Enumerable.Range(0, dimension).Sum(d => (double)input[d] * outputs[(targets[i] * dimension) + d]);
            double probability = 1 / (1 + Math.Exp(-dot));
            loss -= Math.Log(i == 0 ? probability : 1 - probability);
            for (int d = 0; d < dimension; d++)
            {
                ref float output = ref outputs[(targets[i] * dimension) + d];
                gradient[d] += (label - probability) * LearningRate * output;
                output += (float)((label - probability) * LearningRate * input[d]);
            }
        }

        for (int d = 0; d < dimension; d++)
        {
            input[d] += (float)gradient[d];
        }

        return (float)loss;
    }

    private static float[] RandomValues(Random random, int length) =>
        [.. Enumerable.Range(0, length).Select(_ => (float)(random.NextDouble() - 0.5))];

    private static void AssertNear(float[] expected, float[] actual) =>
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 2e-3f));
}
