using System.Runtime.CompilerServices;

namespace SparrowRecSys.Offline.Item2Vec;

/// <summary>The step for rows that fit into registers: the stride is <typeparamref name="TRow"/>'s length.</summary>
internal readonly struct RegisterKernel<TRow> : ISkipGramKernel
    where TRow : struct, IRegisterRow<TRow>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Step(Span<float> input, float[] outputs, ReadOnlySpan<int> targets, float learningRate, LogisticTable logistic)
    {
        TRow source = TRow.Load(input);
        TRow moved = source;
        float sign = 1; // the first target is the positive one
        float loss = 0;
        foreach (int target in targets)
        {
            Span<float> output = outputs.AsSpan(target * TRow.Length, TRow.Length);
            TRow row = TRow.Load(output);
            (float miss, float targetLoss) = logistic[sign * TRow.Multiply(source, row).Sum()];
            float step = sign * miss * learningRate;
            moved = TRow.MultiplyAdd(row, step, moved);
            TRow.MultiplyAdd(source, step, row).Store(output);
            loss += targetLoss;
            sign = -1;
        }

        moved.Store(input);
        return loss;
    }
}
