namespace SparrowRecSys.Offline.Simulation;

/// <summary>
/// Draws movies in proportion to fixed weights in constant time: a guide table (Chen and Asau 1974) says where in the running sums to begin.
/// Immutable, thread-safe.
/// </summary>
internal sealed class FameDraw
{
    private readonly double[] _sums; // (N) running sums
    private readonly int[] _guide; // (N) first position whose sum exceeds i / N of the total

    /// <param name="weights">(N) above 0.</param>
    public FameDraw(ReadOnlySpan<float> weights)
    {
        _sums = new double[weights.Length];
        _guide = new int[weights.Length];
        double sum = 0;
        for (int i = 0; i < weights.Length; i++)
        {
            sum += weights[i];
            _sums[i] = sum;
        }

        int position = 0;
        for (int i = 0; i < _guide.Length; i++)
        {
            while (_sums[position] <= sum * i / _guide.Length)
            {
                position++;
            }

            _guide[i] = position;
        }
    }

    /// <summary>A position from 0.</summary>
    public int Draw(ref SimulationRandom random)
    {
        double share = random.NextDouble();
        double point = share * _sums[^1];
        int position = _guide[(int)(share * _guide.Length)];
        while (position > 0 && _sums[position - 1] > point)
        {
            position--; // the guide was rounded
        }

        while (position < _sums.Length - 1 && _sums[position] <= point)
        {
            position++;
        }

        return position;
    }
}
