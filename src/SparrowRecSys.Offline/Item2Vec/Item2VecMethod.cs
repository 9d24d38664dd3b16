using System.Text.Json.Nodes;
using SparrowRecSys.Catalog;
using SparrowRecSys.Offline.RetrievalMethods;
using SparrowRecSys.Retrieval;

namespace SparrowRecSys.Offline.Item2Vec;

/// <summary>item2vec (Barkan and Koenigstein 2016): skip-gram with negative sampling over each user's movies in order of time.</summary>
internal static class Item2VecMethod
{
    private const string Help = """
        Learn movie vectors by item2vec: skip-gram with negative sampling over each user's movies in order of time.

        Examples:
          sparrow embed item2vec
          sparrow embed item2vec --data ml-latest-small --out out/retrieval --dimension 64
          sparrow embed item2vec --data ml-25m --threads 0 --epochs 5 --json
        """;

    public static RetrievalMethod Instance { get; } = RetrievalMethod.Create<Item2VecOptions>("item2vec", Help, Learn);

    public static LearnedOutput Learn(DataSet interactions, Item2VecOptions options, LearningContext context)
    {
        InteractionSequences sequences = InteractionSequences.From(interactions.Ratings, options.MinCount);
        SkipGramResult result = SkipGramTrainer.Train(sequences, options, ProgressOf(context), context.Cancellation);
        var learned = new LearnedEmbedding(
            Item2VecVectors.OfMovies(sequences, result.Vectors, interactions.Movies), options.CosineWeight, options.PopularityWeight);
        return new LearnedOutput(learned, new JsonObject { ["sequences"] = sequences.Count, ["items"] = sequences.TotalLength, ["loss"] = result.Loss });
    }

    private static TrainingToLearning? ProgressOf(LearningContext context) => context.Progress is null ? null : new TrainingToLearning(context.Progress);

    private sealed class TrainingToLearning(IProgress<LearningProgress> progress) : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value) => progress.Report(
            new LearningProgress((double)value.ItemsDone / value.ItemsTotal, $"{value.ItemsPerSecond:N0} items/s, loss {value.Loss:F3}"));
    }
}
