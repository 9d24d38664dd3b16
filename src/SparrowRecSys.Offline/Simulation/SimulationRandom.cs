using System.IO.Hashing;
using System.Text;
using SparrowRecSys.Offline.Item2Vec;

namespace SparrowRecSys.Offline.Simulation;

/// <summary>
/// Random numbers of one named purpose: what is drawn for one user or one movie does not depend on who was drawn before, on threads or on
/// the processor. Not thread-safe.
/// </summary>
internal struct SimulationRandom
{
    private FastRandom _random;

    /// <param name="seed">Seed of the whole simulation.</param>
    /// <param name="purpose">What the numbers are for, such as <c>taste</c>.</param>
    /// <param name="index">Whom they are for.</param>
    public SimulationRandom(ulong seed, string purpose, long index = 0)
    {
        var mix = new FastRandom(XxHash3.HashToUInt64(Encoding.UTF8.GetBytes(purpose), (long)seed));
        _random = new FastRandom(mix.Next() ^ ((ulong)index * 0xD1342543DE82EF95));
        _random.Next();
    }

    /// <summary>Uniform in 0..<paramref name="bound"/>-1.</summary>
    public int Next(int bound) => _random.Next(bound);

    /// <summary>Uniform in [0, 1).</summary>
    public double NextDouble() => (_random.Next() >> 11) * (1.0 / (1L << 53));

    public bool Chance(double probability) => NextDouble() < probability;

    /// <summary>Standard normal (Marsaglia's polar method).</summary>
    public double NextNormal()
    {
        while (true)
        {
            double x = (2 * NextDouble()) - 1;
            double y = (2 * NextDouble()) - 1;
            double square = (x * x) + (y * y);
            if (square is > 0 and < 1)
            {
                return x * Math.Sqrt(-2 * PortableMath.Log(square) / square);
            }
        }
    }

    /// <summary>Log-normal with the given median; <paramref name="sigma"/> is the standard deviation of the logarithm.</summary>
    public double NextLogNormal(double median, double sigma) => median * PortableMath.Exp(sigma * NextNormal());

    /// <summary>Fills a vector with normal numbers so that its expected length is <paramref name="length"/>.</summary>
    public void FillNormal(Span<float> vector, double length = 1)
    {
        double scale = length / Math.Sqrt(vector.Length);
        for (int i = 0; i < vector.Length; i++)
        {
            vector[i] = (float)(scale * NextNormal());
        }
    }
}
