namespace SparrowRecSys.Offline.Simulation;

/// <summary>
/// Exponential and logarithm from additions, multiplications and divisions only. Those are exact to the last bit on every processor, the
/// operating system's own functions are not, and one different bit would change which movie a simulated user watches next.
/// </summary>
internal static class PortableMath
{
    private const double Ln2 = 0.69314718055994530942;
    private const double Sqrt2 = 1.41421356237309504880;
    private const double LargestExponent = 700; // e^±700 is still a normal double

    /// <summary>e to the power x; x beyond ±700 counts as ±700. Relative error below 1e-13.</summary>
    public static double Exp(double x)
    {
        x = Math.Clamp(x, -LargestExponent, LargestExponent);
        double halves = Math.Floor((x / Ln2) + 0.5);
        double rest = x - (halves * Ln2); // within ±0.35
        double sum = 1;
        for (int term = 13; term >= 1; term--)
        {
            sum = 1 + (rest / term * sum);
        }

        return sum * BitConverter.Int64BitsToDouble(((long)halves + 1023) << 52);
    }

    /// <summary>e to the power x by a polynomial of degree 5, for weights by the million; x beyond ±80 counts as ±80. Relative error below 1e-5.</summary>
    public static float ExpFast(float x)
    {
        x = Math.Clamp(x, -80f, 80f);
        float halves = MathF.Floor((x * 1.44269504f) + 0.5f);
        float rest = x - (halves * 0.69314718f);
        float sum = 1 + (rest * (1 + (rest * (0.5f + (rest * (0.16666667f + (rest * (0.041666667f + (rest * 0.0083333333f)))))))));
        return sum * BitConverter.Int32BitsToSingle(((int)halves + 127) << 23);
    }

    /// <summary>Natural logarithm of a positive normal number. Relative error below 1e-13.</summary>
    public static double Log(double x)
    {
        long bits = BitConverter.DoubleToInt64Bits(x);
        long exponent = (bits >> 52) - 1023;
        double mantissa = BitConverter.Int64BitsToDouble((bits & 0xFFFFFFFFFFFFF) | (1023L << 52)); // 1 to 2
        if (mantissa > Sqrt2)
        {
            mantissa /= 2;
            exponent++;
        }

        double ratio = (mantissa - 1) / (mantissa + 1); // ln m = 2 artanh ratio, |ratio| ≤ 0.172
        double square = ratio * ratio;
        double sum = 0;
        for (int term = 19; term >= 1; term -= 2)
        {
            sum = (sum * square) + (1.0 / term);
        }

        return (exponent * Ln2) + (2 * ratio * sum);
    }
}
