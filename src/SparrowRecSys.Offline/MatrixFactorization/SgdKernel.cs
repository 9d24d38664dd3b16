using System.Numerics;
using System.Runtime.InteropServices;

namespace SparrowRecSys.Offline.MatrixFactorization;

/// <summary>The inner loops of stochastic gradient descent over rows that are padded to whole registers.</summary>
internal static class SgdKernel
{
    /// <summary>x·y.</summary>
    /// <param name="x">(D padded).</param>
    /// <param name="y">(D padded).</param>
    public static float Dot(ReadOnlySpan<float> x, ReadOnlySpan<float> y)
    {
        ReadOnlySpan<Vector<float>> left = MemoryMarshal.Cast<float, Vector<float>>(x);
        ReadOnlySpan<Vector<float>> right = MemoryMarshal.Cast<float, Vector<float>>(y)[..left.Length];
        (Vector<float> even, Vector<float> odd) = (Vector<float>.Zero, Vector<float>.Zero);
        int i = 0;
        for (; i + 2 <= left.Length; i += 2)
        {
            even = Vector.FusedMultiplyAdd(left[i], right[i], even);
            odd = Vector.FusedMultiplyAdd(left[i + 1], right[i + 1], odd);
        }

        return Vector.Sum(i < left.Length ? Vector.FusedMultiplyAdd(left[i], right[i], even + odd) : even + odd);
    }

    /// <summary>x ← keep · x + step · y and y ← keep · y + step · x, each from the other's old value.</summary>
    /// <param name="x">(D padded).</param>
    /// <param name="y">(D padded).</param>
    /// <param name="step">Learning rate · gradient.</param>
    /// <param name="keep">1 − learning rate · λ.</param>
    public static void Update(Span<float> x, Span<float> y, float step, float keep)
    {
        Span<Vector<float>> left = MemoryMarshal.Cast<float, Vector<float>>(x);
        Span<Vector<float>> right = MemoryMarshal.Cast<float, Vector<float>>(y)[..left.Length];
        var steps = new Vector<float>(step);
        var keeps = new Vector<float>(keep);
        for (int i = 0; i < left.Length; i++)
        {
            Vector<float> old = left[i];
            left[i] = Vector.FusedMultiplyAdd(steps, right[i], keeps * old);
            right[i] = Vector.FusedMultiplyAdd(steps, old, keeps * right[i]);
        }
    }

    /// <summary>x ← keep · x + step · (y − z), y ← keep · y + step · x, z ← keep · z − step · x, each from the others' old values.</summary>
    /// <param name="x">(D padded), the user.</param>
    /// <param name="y">(D padded), the movie of the user's.</param>
    /// <param name="z">(D padded), another movie.</param>
    /// <param name="step">Learning rate · gradient.</param>
    /// <param name="keep">1 − learning rate · λ.</param>
    public static void Update(Span<float> x, Span<float> y, Span<float> z, float step, float keep)
    {
        Span<Vector<float>> user = MemoryMarshal.Cast<float, Vector<float>>(x);
        Span<Vector<float>> liked = MemoryMarshal.Cast<float, Vector<float>>(y)[..user.Length];
        Span<Vector<float>> other = MemoryMarshal.Cast<float, Vector<float>>(z)[..user.Length];
        var steps = new Vector<float>(step);
        var keeps = new Vector<float>(keep);
        for (int i = 0; i < user.Length; i++)
        {
            Vector<float> old = user[i];
            user[i] = Vector.FusedMultiplyAdd(steps, liked[i] - other[i], keeps * old);
            liked[i] = Vector.FusedMultiplyAdd(steps, old, keeps * liked[i]);
            other[i] = Vector.FusedMultiplyAdd(-steps, old, keeps * other[i]);
        }
    }

    /// <summary>1 / (1 + e⁻ˣ).</summary>
    public static float Sigmoid(float x) => 1 / (1 + MathF.Exp(-x));
}
