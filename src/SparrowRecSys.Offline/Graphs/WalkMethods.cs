using System.Text.Json.Nodes;
using SparrowRecSys.Catalog;
using SparrowRecSys.Embeddings;
using SparrowRecSys.Offline.Item2Vec;
using SparrowRecSys.Offline.RetrievalMethods;
using SparrowRecSys.Retrieval;

namespace SparrowRecSys.Offline.Graphs;

/// <summary>Embeddings by random walks on a graph of movies, or on any graph: DeepWalk and node2vec.</summary>
internal static class WalkMethods
{
    private const int DimensionOfEdges = 128; // as in both papers

    /// <summary>DeepWalk (Perozzi, Al-Rfou and Skiena 2014): skip-gram over random walks of first order; here with negative sampling.</summary>
    public static RetrievalMethod DeepWalk { get; } = RetrievalMethod.Create<DeepWalkOptions>(
        "deepwalk",
        """
        Learn movie vectors by DeepWalk: skip-gram over random walks on the graph of movies that follow one another in users' histories,
        or on any graph: with --edges, --out is the file for the vectors, in the text format of word2vec.

        Examples:
          sparrow embed deepwalk
          sparrow embed deepwalk --data ml-latest-small --out out/retrieval --reach 5
          sparrow embed deepwalk --edges graph.edges --weighted --out vectors.txt --dimension 64
        """,
        (interactions, options, context) => LearnMovies(interactions, options, 1, 1, context),
        CreateSource(_ => (1, 1)));

    /// <summary>node2vec (Grover and Leskovec 2016): skip-gram over random walks of second order.</summary>
    public static RetrievalMethod Node2Vec { get; } = RetrievalMethod.Create<Node2VecOptions>(
        "node2vec",
        """
        Learn movie vectors by node2vec: skip-gram over random walks that remember the node before, on the graph of movies that follow one
        another in users' histories, or on any graph: with --edges, --out is the file for the vectors, in the text format of word2vec. With q below 1 walks go away, above 1 they stay near; with p above 1 they seldom go back.

        Examples:
          sparrow embed node2vec
          sparrow embed node2vec --data ml-latest-small --p 1 --q 2
          sparrow embed node2vec --edges graph.edges --weighted --directed --out vectors.txt --p 0.25 --q 0.25
        """,
        (interactions, options, context) => LearnMovies(interactions, options, options.P, options.Q, context),
        CreateSource(options => options is Node2VecOptions { P: var p, Q: var q } ? (p, q) : (1, 1)));

    private static LearnedOutput LearnMovies(DataSet interactions, WalkOptions options, double p, double q, LearningContext context)
    {
        InteractionSequences sequences = InteractionSequences.From(interactions.Ratings, options.MinCount);
        Graph graph = MovieGraph.From(sequences, options.Reach, isDirected: false);
        (WalkCorpus corpus, SkipGramResult result) = Learn(new RandomWalks(graph, p, q), options, context);
        var learned = new LearnedEmbedding(
            Item2VecVectors.OfMovies(sequences, result.Vectors, interactions.Movies), options.CosineWeight, options.PopularityWeight);
        return new LearnedOutput(learned, FactsOf(graph, corpus, result));
    }

    private static VectorOutput LearnEdges(EdgeList edges, WalkOptions options, double p, double q, LearningContext context)
    {
        (WalkCorpus corpus, SkipGramResult result) = Learn(new RandomWalks(edges.Graph, p, q), options, context);
        JsonObject facts = FactsOf(edges.Graph, corpus, result);
        facts["itemsPerSecond"] = Math.Round(result.ItemsPerSecond);
        return new VectorOutput(new WordVectors(edges.Names, result.Vectors, options.Dimension), facts);
    }

    private static (WalkCorpus Corpus, SkipGramResult Result) Learn(RandomWalks walks, WalkOptions options, LearningContext context)
    {
        if (walks.Graph.NodeCount < 2)
        {
            throw new InvalidDataException($"Found {walks.Graph.NodeCount} node, expected at least 2 to learn from.");
        }

        var corpus = new WalkCorpus(walks, options.WalksPerNode, options.WalkLength, options.Seed, context.Cancellation);
        return (corpus, SkipGramTrainer.Train(corpus, options.ToSkipGram(), TrainingToLearning.Of(context), context.Cancellation));
    }

    private static JsonObject FactsOf(Graph graph, WalkCorpus corpus, SkipGramResult result) => new()
    {
        ["nodes"] = graph.NodeCount,
        ["edges"] = graph.EdgeCount,
        ["walks"] = corpus.Count,
        ["items"] = corpus.TotalLength,
        ["loss"] = result.Loss,
    };

    private static VectorSource CreateSource(Func<object, (double P, double Q)> parametersOf)
    {
        var file = new EdgeFileOptions("Learn from");
        return new VectorSource(
            file.File,
            [file.Weighted, file.Directed],
            new JsonObject { ["dimension"] = DimensionOfEdges },
            (parsed, options, context) =>
            {
                (double p, double q) = parametersOf(options);
                return LearnEdges(file.Load(parsed, context.Cancellation), (WalkOptions)options, p, q, context);
            });
    }
}
