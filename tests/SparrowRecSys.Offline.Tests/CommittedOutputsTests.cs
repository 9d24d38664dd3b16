using SparrowRecSys.Catalog;
using SparrowRecSys.Ranking;
using SparrowRecSys.Retrieval;

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
    public void The_retrieval_models_were_learned_from_these_ratings()
    {
        string directory = Repository.PathOf("data", "retrieval");
        RetrievalSearch[] found = [.. RetrievalFolder.Names(directory).Select(name => RetrievalFolder.FindNewest(directory, name))];

        Assert.NotEmpty(found);
        Assert.All(found, search => Assert.Empty(search.Refused));
        Assert.All(found, search => Assert.Equal(Data.Hash, search.Folder?.Manifest.DataHash));
    }

    [Fact]
    public void The_rankers_were_trained_on_these_ratings_and_beat_the_movie_average()
    {
        string directory = Repository.PathOf("data", "models");
        string[] names = [.. Directory.GetDirectories(directory).Select(path => Path.GetFileName(path))];

        Assert.Contains("neuralcf", names);
        Assert.All(names, name =>
        {
            ModelSearch search = ModelFolder.FindNewest(directory, name);
            ModelFolder model = Assert.IsType<ModelFolder>(search.Model);
            using OnnxScorer scorer = model.Scorer;
            Assert.Empty(search.Refused);
            Assert.Equal(Data.Hash, model.Schema.DataHash);
            Assert.True(
                model.Metrics.GetProperty("test").GetProperty("auc").GetDouble()
                > model.Metrics.GetProperty("baselines").GetProperty("movieAverage").GetDouble());
        });
    }
}
