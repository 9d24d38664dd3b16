namespace SparrowRecSys.Offline.Item2Vec;

/// <summary>
/// The logistic function and its loss from a table over -8..8; beyond, the end's value stands. Error below 0.0005. Immutable, thread-safe.
/// </summary>
internal sealed class LogisticTable
{
    private const float Limit = 8;
    private const int PerUnit = 512;
    private const int Size = (int)(2 * Limit * PerUnit) + 1;

    private readonly Entry[] _entries = new Entry[Size];

    public LogisticTable()
    {
        for (int i = 0; i < Size; i++)
        {
            double x = ((double)i / PerUnit) - Limit;
            _entries[i] = new Entry((float)(1 / (1 + Math.Exp(x))), (float)Math.Log(1 + Math.Exp(-x)));
        }
    }

    /// <summary>For a margin x, positive when the model is right: how far it is from sure, 1 - σ(x), and its loss, -ln σ(x).</summary>
    public (float Miss, float Loss) this[float margin]
    {
        get
        {
            float clamped = Math.Clamp(margin, -Limit, Limit);
            Entry entry = _entries[(int)(((clamped + Limit) * PerUnit) + 0.5f)];
            return (entry.Miss, entry.Loss);
        }
    }

    private readonly record struct Entry(float Miss, float Loss);
}
