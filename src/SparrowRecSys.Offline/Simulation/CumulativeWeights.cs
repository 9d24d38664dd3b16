namespace SparrowRecSys.Offline.Simulation;

/// <summary>Draws positions in proportion to their weights: running sums and a binary search. Not thread-safe while refilled.</summary>
internal sealed class CumulativeWeights
{
    private readonly double[] _sums;
    private int _count;

    /// <param name="capacity">Most weights it will be filled with.</param>
    public CumulativeWeights(int capacity) => _sums = new double[capacity];

    /// <summary>Replaces the weights. O(N).</summary>
    /// <param name="weights">(N) not negative, at least one above 0.</param>
    public void Fill(ReadOnlySpan<float> weights)
    {
        double sum = 0;
        for (int i = 0; i < weights.Length; i++)
        {
            sum += weights[i];
            _sums[i] = sum;
        }

        _count = weights.Length;
    }

    /// <summary>A position from 0. O(log N).</summary>
    public int Draw(ref SimulationRandom random)
    {
        double point = random.NextDouble() * _sums[_count - 1];
        int low = 0;
        int high = _count - 1;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (_sums[middle] > point)
            {
                high = middle;
            }
            else
            {
                low = middle + 1;
            }
        }

        return low;
    }
}
