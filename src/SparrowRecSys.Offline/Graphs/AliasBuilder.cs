namespace SparrowRecSys.Offline.Graphs;

/// <summary>Builds alias tables one after the other, in O(1) time an edge; its memory is that of the longest. Not thread-safe.</summary>
internal sealed class AliasBuilder
{
    private double[] _shares = []; // 1 = exactly one slot's worth
    private int[] _small = []; // stack of the slots that are not full
    private int[] _large = []; // stack of those with more than a slot's worth

    /// <summary>Fills the slots of one node. Returns the sum of the weights.</summary>
    /// <param name="targets">(D) neighbours.</param>
    /// <param name="weights">(D), above 0.</param>
    /// <param name="slots">(D), filled.</param>
    public double Build(ReadOnlySpan<int> targets, ReadOnlySpan<float> weights, Span<AliasSlot> slots)
    {
        double sum = 0;
        foreach (float weight in weights)
        {
            sum += weight;
        }

        Grow(weights.Length);
        (int smalls, int larges) = (0, 0);
        for (int i = 0; i < weights.Length; i++)
        {
            slots[i] = new AliasSlot(targets[i], targets[i], uint.MaxValue);
            _shares[i] = (double)weights[i] * weights.Length / sum;
            if (_shares[i] < 1)
            {
                _small[smalls++] = i;
            }
            else
            {
                _large[larges++] = i;
            }
        }

        while (smalls > 0 && larges > 0)
        {
            int filled = _small[--smalls];
            int giver = _large[larges - 1];
            slots[filled] = new AliasSlot(targets[filled], targets[giver], (uint)(_shares[filled] * uint.MaxValue));
            _shares[giver] -= 1 - _shares[filled];
            if (_shares[giver] < 1)
            {
                larges--;
                _small[smalls++] = giver;
            }
        }

        return sum;
    }

    private void Grow(int length)
    {
        if (_shares.Length < length)
        {
            int size = Math.Max(length, 2 * _shares.Length);
            (_shares, _small, _large) = (new double[size], new int[size], new int[size]);
        }
    }
}
