using System.Text.Json;
using SparrowRecSys.Catalog;
using SparrowRecSys.Embeddings;
using SparrowRecSys.Offline.Item2Vec;
using SparrowRecSys.Offline.Models;
using SparrowRecSys.Ranking;

namespace SparrowRecSys.Offline.Tests;

/// <summary>The embeddings and models of the repository were made from the data of the repository.</summary>
public sealed class CommittedOutputsTests
{
    private static readonly DataSet Data = DataSetLoader.Load(Repository.PathOf("data"));

    [Fact]
    public void The_sample_has_no_bad_row() => Assert.Empty(Data.Report.Files.SelectMany(file => file.BadRows));

    [Fact]
    public void The_sample_says_that_its_ratings_are_simulated() => Assert.True(Data.IsSimulated);

    [Fact]
    public void The_vectors_were_learned_from_these_ratings()
    {
        using JsonDocument summary = JsonDocument.Parse(File.ReadAllText(Repository.PathOf("data", "embeddings", Item2VecJob.SummaryFile)));
        EmbeddingRows rows = EmbeddingFile.Load(Repository.PathOf("data", "embeddings", Item2VecJob.MovieBinaryFile));

        Assert.Equal(Data.Hash, summary.RootElement.GetProperty("dataHash").GetString());
        Assert.Equal(summary.RootElement.GetProperty("count").GetInt32(), rows.Count);
    }

    [Fact]
    public void Both_formats_hold_the_same_vectors()
    {
        EmbeddingRows binary = EmbeddingFile.Load(Repository.PathOf("data", "embeddings", Item2VecJob.MovieBinaryFile));
        EmbeddingRows text = EmbeddingFile.Load(Repository.PathOf("data", "embeddings", Item2VecJob.MovieTextFile));

        Assert.Equal(binary.Ids, text.Ids);
        Assert.Equal(binary.Values, text.Values);
    }

    [Fact]
    public void The_model_was_trained_on_these_ratings_and_beats_the_movie_average()
    {
        ModelSearch search = ModelFolder.FindNewest(Repository.PathOf("data", "models"), NeuralCFJob.ModelName);
        ModelFolder model = Assert.IsType<ModelFolder>(search.Model);
        using OnnxScorer scorer = model.Scorer;

        Assert.Empty(search.Refused);
        Assert.Equal(Data.Hash, model.Schema.DataHash);
        Assert.True(
            model.Metrics.GetProperty("test").GetProperty("auc").GetDouble()
            > model.Metrics.GetProperty("baselines").GetProperty("movieAverage").GetDouble());
    }
}
