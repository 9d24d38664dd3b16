using Microsoft.Extensions.Logging.Abstractions;
using SparrowRecSys.Catalog;
using SparrowRecSys.Embeddings;
using SparrowRecSys.Evaluation;
using SparrowRecSys.Features;
using SparrowRecSys.Offline.Models;
using SparrowRecSys.Offline.Popularity;
using SparrowRecSys.Offline.RetrievalMethods;
using SparrowRecSys.Ranking;
using SparrowRecSys.Reranking;
using SparrowRecSys.Retrieval;
using SparrowRecSys.Serving;

namespace SparrowRecSys.Offline.Evaluation;

/// <summary>
/// Quality of the list "recommended for you" as the server shows it: the last positive movie of each user is held out, retrieval models and ranker
/// are trained anew without it, and the very pipeline of the server, at its default settings, fills the list.
/// </summary>
internal sealed class ServedQuality
{
    public const int K = 10;

    private readonly Evaluator _evaluator;
    private readonly RankerChain _rankers;
    private readonly RecommendationPipeline _pipeline;

    private ServedQuality(Evaluator evaluator, DataSet train, FeatureStore features, RetrievalModelSet models, IRanker model)
    {
        _evaluator = evaluator;
        var retrieval = new RetrievalOptions();
        foreach (string name in RetrievalChannels.NamesWith(models))
        {
            retrieval.Channels[name] = new ChannelOptions { TimeLimitMs = 0 }; // so that the numbers are the same on a busy machine
        }

        var ranking = new RankingOptions();
        var popularity = new MoviePopularity(train, retrieval.PopularityHalfLifeDays);
        EmbeddingTable? table = models.Primary?.Neighbors.Table;
        IRanker[] rankers =
        [
            new PopularityRanker(popularity), new EmbeddingRanker(table, features, ranking), model,
            .. models.All.Select(retrievalModel => new RetrievalModelRanker(retrievalModel)),
        ];
        _rankers = new RankerChain(rankers, ranking, NullLogger<RankerChain>.Instance);
        _pipeline = new RecommendationPipeline(
            features,
            RetrievalChannels.Create(retrieval, train.Movies, popularity, models),
            popularity,
            new LiveRankers(_rankers),
            new DiversityReranker(train.Movies, table, new RerankingOptions()),
            retrieval,
            NullLogger<RecommendationPipeline>.Instance);
    }

    /// <summary>Quality of popularity alone and of the pipeline with each ranker, and the recall of the channels.</summary>
    /// <param name="data">All ratings.</param>
    /// <param name="methods">The retrieval models that are trained, and their options.</param>
    /// <param name="ranker">The ranking network.</param>
    /// <param name="ranking">Its options.</param>
    /// <param name="cancellation">Stops between two steps of the training.</param>
    public static ServedReport Measure(
        DataSet data, IReadOnlyList<(RetrievalMethod Method, object Options)> methods, RankerMethod ranker, NetworkOptions ranking, CancellationToken cancellation)
    {
        EvaluationSplit split = Protocols.Split(Protocols.LeaveOneOut, data, new ProtocolOptions { MinHalfStars = Rating.PositiveHalfStars });
        DataSet train = split.WithoutTest(data); // the server knows what people dislike, too
        var context = new LearningContext(Cancellation: cancellation);
        var models = new RetrievalModelSet(methods.Select(chosen => RetrievalModels.Create(
            chosen.Method.Name, Interactions.Learn(chosen.Method, train, Rating.PositiveHalfStars, chosen.Options, context).Model, train, new VectorIndexOptions())));
        var features = new FeatureStore(train);
        using OnnxRanker model = TrainModel(train, features, ranker, ranking, cancellation);
        var quality = new ServedQuality(new Evaluator(split, new EvaluatorOptions { Ks = [K] }), train, features, models, model);
        ServedRow[] rows =
        [
            new ServedRow("popularity", "", quality._evaluator.Evaluate("popularity", Popularity(split), cancellation)),
            .. quality._rankers.Names.Select(quality.Measure),
        ];
        return new ServedReport(rows, ChannelRecall.Measure(quality._pipeline, split.Cases, K, cancellation));
    }

    private static MovieScorer Popularity(EvaluationSplit split)
    {
        object options = PopularityMethod.Instance.Options.Defaults;
        LearnedModel learned = PopularityMethod.Instance.Learn(split.Train, options, new LearningContext()).Model;
        return MovieScorers.Of(RetrievalModels.Create(PopularityMethod.Instance.Name, learned, split.Train, new VectorIndexOptions()));
    }

    private ServedRow Measure(string ranker) => new("pipeline", ranker, _evaluator.Evaluate(ranker, MovieScorers.OfList(test =>
    {
        var query = new RecommendationQuery { UserId = test.UserId, Size = K, Ranker = ranker };
        return [.. _pipeline.Recommend(query).Movies.Select(movie => movie.MovieRow)];
    })));

    /// <summary>Goes through a model folder, as the server does.</summary>
    private static OnnxRanker TrainModel(DataSet train, FeatureStore features, RankerMethod ranker, NetworkOptions ranking, CancellationToken cancellation)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("sparrow-");
        try
        {
            RankerOutput output = new RankerJob(ranker, ranking, new RankerContext()).Train(train, cancellation);
            return new OnnxRanker(ModelFolder.Load(RankerJob.Publish(output, folder.FullName, cancellation)), features);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
