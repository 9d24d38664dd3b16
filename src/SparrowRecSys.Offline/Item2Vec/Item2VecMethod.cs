using System.CommandLine;
using System.Text.Json.Nodes;
using SparrowRecSys.Catalog;
using SparrowRecSys.Embeddings;
using SparrowRecSys.Offline.RetrievalMethods;
using SparrowRecSys.Retrieval;

namespace SparrowRecSys.Offline.Item2Vec;

/// <summary>item2vec (Barkan and Koenigstein 2016): skip-gram with negative sampling over each user's movies in order of time.</summary>
internal static class Item2VecMethod
{
    private const string Help = """
        Learn movie vectors by item2vec: skip-gram with negative sampling over each user's movies in order of time, or over the
        lines of any file of tokens.

        Examples:
          sparrow embed item2vec
          sparrow embed item2vec --data ml-latest-small --out out/retrieval --dimension 64
          sparrow embed item2vec --data ml-25m --threads 0 --epochs 5 --json
          sparrow embed item2vec --sequences baskets.txt --out vectors.txt --window 5 --min-count 5
        """;

    public static RetrievalMethod Instance { get; } = RetrievalMethod.Create<Item2VecOptions>("item2vec", Help, Learn, CreateSource());

    public static LearnedOutput Learn(DataSet interactions, Item2VecOptions options, LearningContext context)
    {
        InteractionSequences sequences = InteractionSequences.From(interactions.Ratings, options.MinCount);
        if (sequences.ItemCount < 2)
        {
            throw new InvalidDataException(
                $"Found {sequences.ItemCount} movies with at least {options.MinCount} interactions, expected at least 2 to learn from.");
        }

        SkipGramResult result = SkipGramTrainer.Train(sequences, options, TrainingToLearning.Of(context), context.Cancellation);
        var learned = new LearnedEmbedding(
            Item2VecVectors.OfMovies(sequences, result.Vectors, interactions.Movies), options.CosineWeight, options.PopularityWeight);
        return new LearnedOutput(learned, new JsonObject { ["sequences"] = sequences.Count, ["items"] = sequences.TotalLength, ["loss"] = result.Loss });
    }

    /// <summary>Learns from the sequences of a token file.</summary>
    public static VectorOutput LearnTokens(string path, Item2VecOptions options, LearningContext context)
    {
        var sequences = TokenSequences.Load(path, options.MinCount, context.Cancellation);
        SkipGramResult result = SkipGramTrainer.Train(sequences, options, TrainingToLearning.Of(context), context.Cancellation);
        var facts = new JsonObject
        {
            ["sequences"] = sequences.Count,
            ["items"] = sequences.TotalLength,
            ["tokens"] = sequences.ItemCount,
            ["loss"] = result.Loss,
            ["itemsPerSecond"] = Math.Round(result.ItemsPerSecond),
        };
        return new VectorOutput(new WordVectors(sequences.Vocabulary.Tokens, result.Vectors, options.Dimension), facts);
    }

    private static VectorSource CreateSource()
    {
        var file = new Option<string?>("--sequences")
        {
            Description = "Learn from this text file instead of ratings: one sequence a line, tokens between whitespace. --out is then the file for the vectors, in the text format of word2vec.",
        };
        return new VectorSource(
            file, [], [], (parsed, options, context) => LearnTokens(parsed.GetRequiredValue(file) ?? "", (Item2VecOptions)options, context));
    }
}
