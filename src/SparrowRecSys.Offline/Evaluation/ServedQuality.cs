using Microsoft.Extensions.Logging.Abstractions;
using SparrowRecSys.Catalog;
using SparrowRecSys.Embeddings;
using SparrowRecSys.Evaluation;
using SparrowRecSys.Features;
using SparrowRecSys.Offline.Item2Vec;
using SparrowRecSys.Ranking;
using SparrowRecSys.Reranking;
using SparrowRecSys.Retrieval;
using SparrowRecSys.Serving;

namespace SparrowRecSys.Offline.Evaluation;

/// <summary>One row of the table: a way to fill "recommended for you", and how often it shows the held-out movie.</summary>
/// <param name="Name">What filled the list.</param>
/// <param name="Result">Quality over the tested users.</param>
internal sealed record ServedRow(string Name, LeaveOneOutResult Result);

/// <summary>
/// Quality of the list that the server shows: the last positive movie of each user is held out, the embedding is trained anew without it,
/// and the very pipeline of the server fills the list.
/// </summary>
internal static class ServedQuality
{
    private const int K = 10;

    public static IReadOnlyList<ServedRow> Measure(
        DataSet data, Item2VecOptions item2vec, RankingOptions ranking, IProgress<TrainingProgress>? progress, CancellationToken cancellation)
    {
        LeaveOneOutSplit split = LeaveOneOutSplit.Create(data.Ratings);
        DataSet train = data with { Ratings = split.Train };
        EmbeddingRows vectors = Item2VecJob.Train(train, item2vec, progress, cancellation).Movies;
        return
        [
            new ServedRow("popularity (count of positives)", LeaveOneOut.Evaluate(split, LeaveOneOut.Popularity(split.Train), K)),
            new ServedRow("pipeline, ranker popular", Measure(split, train, vectors, ranking, PopularityRanker.RankerName)),
            new ServedRow("pipeline, ranker emb", Measure(split, train, vectors, ranking, EmbeddingRanker.RankerName)),
        ];
    }

    private static LeaveOneOutResult Measure(LeaveOneOutSplit split, DataSet train, EmbeddingRows vectors, RankingOptions ranking, string ranker)
    {
        RecommendationPipeline pipeline = CreatePipeline(train, vectors, ranking);
        return LeaveOneOut.Evaluate(split, (userRow, scores) =>
        {
            scores.Fill(float.NegativeInfinity);
            var query = new RecommendationQuery { UserId = train.Ratings.UserIds[userRow], Size = K, Ranker = ranker };
            IReadOnlyList<RecommendedMovie> shown = pipeline.Recommend(query).Movies;
            for (int i = 0; i < shown.Count; i++)
            {
                scores[shown[i].MovieRow] = -i;
            }
        }, K);
    }

    private static RecommendationPipeline CreatePipeline(DataSet train, EmbeddingRows vectors, RankingOptions ranking)
    {
        var retrieval = new RetrievalOptions();
        var features = new FeatureStore(train);
        var popularity = new MoviePopularity(train, retrieval.PopularityHalfLifeDays);
        var table = new EmbeddingTable(vectors.Ids, vectors.Values, vectors.Dimension);
        var embeddings = new EmbeddingSet(train.Movies, [KeyValuePair.Create(EmbeddingSet.PrimaryName, table)], retrieval.NeighborsPerMovie);
        IRanker[] rankers = [new EmbeddingRanker(embeddings.Primary?.Table, features, ranking), new PopularityRanker(popularity)];
        return new RecommendationPipeline(
            features,
            RetrieverSet.Create(retrieval, train.Movies, popularity, embeddings.Primary),
            popularity,
            new RankerChain(rankers, ranking, NullLogger<RankerChain>.Instance),
            new DiversityReranker(train.Movies, embeddings.Primary?.Table, new RerankingOptions()),
            retrieval,
            NullLogger<RecommendationPipeline>.Instance);
    }
}
