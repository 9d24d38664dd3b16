namespace SparrowRecSys.Offline.Item2Vec;

/// <summary>
/// The two matrices of skip-gram, each one flat array of N rows. All threads read and write them without locks (Hogwild, Niu et al. 2011):
/// two threads rarely meet in one row, and a lost update is only a smaller step.
/// </summary>
internal sealed class SkipGramMatrices
{
    /// <param name="itemCount">N.</param>
    /// <param name="dimension">D, the floats of a row that are used.</param>
    /// <param name="stride">S ≥ D, the floats from one row to the next. The rest of a row is zero and stays so, for every step adds a multiple of a row.</param>
    /// <param name="random">Source of the inputs, uniform in ±1/(2D); the outputs begin at zero.</param>
    public SkipGramMatrices(int itemCount, int dimension, int stride, ref FastRandom random)
    {
        Stride = stride;
        Inputs = new float[itemCount * stride];
        Outputs = new float[itemCount * stride];
        for (int item = 0; item < itemCount; item++)
        {
            foreach (ref float value in Inputs.AsSpan(item * stride, dimension))
            {
                value = (random.NextFloat() - 0.5f) / dimension;
            }
        }
    }

    public int Stride { get; }

    /// <summary>(N, S): the vectors that are kept.</summary>
    public float[] Inputs { get; }

    /// <summary>(N, S): what the inputs are compared with while learning.</summary>
    public float[] Outputs { get; }
}
