using SparrowRecSys.Features;
using SparrowRecSys.Offline.Samples;

namespace SparrowRecSys.Offline.Models;

/// <summary>What a network is made for: its columns, how many rows its embeddings have, and what can be counted from the samples that it will be trained on.</summary>
/// <param name="Train">The training samples; both labels occur. Their statistics become constants of the network.</param>
/// <param name="Prior">What counting knows of each user and movie.</param>
internal sealed record NetworkInputs(SampleTable Train, BiasPrior Prior)
{
    public FeatureSchema Schema => Train.Schema;

    public FeatureVocabularies Vocabularies => Train.Vocabularies;
}
