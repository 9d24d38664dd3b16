using SparrowRecSys.Evaluation;
using SparrowRecSys.Offline.Samples;

namespace SparrowRecSys.Offline.Evaluation.Rankers;

/// <summary>The control of a ranking evaluation: where labels are dealt out at random every AUC is 0.5, or the label leaks into a feature.</summary>
internal static class RandomSampleLabels
{
    /// <summary>Shuffles labels, stars with them, among all samples; the features stay.</summary>
    public static void Shuffle(SampleTable samples, int seed)
    {
        Random random = SeededRandom.Create(seed, 0);
        for (int i = samples.Count - 1; i > 0; i--)
        {
            int other = random.Next(i + 1);
            (samples.Labels[i], samples.Labels[other]) = (samples.Labels[other], samples.Labels[i]);
            (samples.HalfStars[i], samples.HalfStars[other]) = (samples.HalfStars[other], samples.HalfStars[i]);
        }
    }
}
