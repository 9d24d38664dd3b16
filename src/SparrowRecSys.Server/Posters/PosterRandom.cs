namespace SparrowRecSys.Server.Posters;

/// <summary>
/// SplitMix64 started from the FNV-1a hash of a movie id: the same id gives the same sequence on every machine and in every
/// version of the runtime. Not thread-safe.
/// </summary>
internal sealed class PosterRandom
{
    private ulong _state = 14695981039346656037;

    public PosterRandom(int movieId)
    {
        for (int shift = 0; shift < 32; shift += 8)
        {
            _state = (_state ^ (byte)(movieId >> shift)) * 1099511628211;
        }
    }

    /// <summary>A whole number from 0 to <paramref name="count"/> - 1.</summary>
    public int Next(int count) => (int)((Bits() >> 33) % (ulong)count);

    /// <summary>A number in [<paramref name="low"/>, <paramref name="high"/>).</summary>
    public double Between(double low, double high) => low + ((high - low) * (Bits() >> 11) / (1UL << 53));

    public bool Chance(double probability) => Between(0, 1) < probability;

    /// <summary>1 or -1.</summary>
    public int Sign() => Next(2) == 0 ? 1 : -1;

    public T Pick<T>(ReadOnlySpan<T> choices) => choices[Next(choices.Length)];

    private ulong Bits()
    {
        _state += 0x9E3779B97F4A7C15;
        ulong z = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
