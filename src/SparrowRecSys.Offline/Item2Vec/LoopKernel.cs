using System.Numerics.Tensors;

namespace SparrowRecSys.Offline.Item2Vec;

/// <summary>The step for rows of any length: one pass for the inner product, one for the update.</summary>
internal readonly struct LoopKernel : ISkipGramKernel
{
    public static float Step(Span<float> input, float[] outputs, ReadOnlySpan<int> targets, float learningRate, LogisticTable logistic)
    {
        Span<float> gradient = stackalloc float[256];
        gradient = input.Length <= gradient.Length ? gradient[..input.Length] : new float[input.Length];
        gradient.Clear();
        float sign = 1;
        float loss = 0;
        foreach (int target in targets)
        {
            Span<float> output = outputs.AsSpan(target * input.Length, input.Length);
            (float miss, float targetLoss) = logistic[sign * TensorPrimitives.Dot<float>(input, output)];
            float step = sign * miss * learningRate;
            TensorPrimitives.MultiplyAdd(output, step, gradient, gradient);
            TensorPrimitives.MultiplyAdd(input, step, output, output);
            loss += targetLoss;
            sign = -1;
        }

        TensorPrimitives.Add(input, gradient, input);
        return loss;
    }
}
