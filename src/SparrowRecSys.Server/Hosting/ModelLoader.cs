using Microsoft.Extensions.Options;
using SparrowRecSys.Catalog;
using SparrowRecSys.Features;
using SparrowRecSys.Ranking;
using SparrowRecSys.Retrieval;

namespace SparrowRecSys.Server.Hosting;

/// <summary>Makes a ranker of a version's folder: reads it, checks it, and warms it, so that the first query finds it as the thousandth does.</summary>
internal sealed class ModelLoader(ServerFolders folders, DataSet data, FeatureStore features, IOptions<RetrievalOptions> retrieval, ILogger<ModelLoader> logger)
{
    private const int WarmingUsers = 3;
    private const int WarmingStep = 32; // sessions keep a binding for each multiple of it

    /// <summary>Loads a version.</summary>
    /// <exception cref="InvalidDataException">It must not serve; the message says what was found and what was expected.</exception>
    public OnnxRanker Load(string path)
    {
        ModelFolder model = ModelFolder.Load(path);
        try
        {
            CheckData(model);
            var ranker = new OnnxRanker(model, features);
            Warm(ranker);
            return ranker;
        }
        catch
        {
            model.Scorer.Dispose();
            throw;
        }
    }

    /// <summary>A model of other data may mean other movies by its ids. Who names a folder is taken at his word, with a warning.</summary>
    private void CheckData(ModelFolder model)
    {
        if (model.Schema.DataHash == data.Hash)
        {
            return;
        }

        if (!folders.AreModelsConfigured)
        {
            throw new InvalidDataException($"learned from data {model.Schema.DataHash}, these are {data.Hash}");
        }

        Log.OtherData(logger, model.Path, model.Schema.DataHash, data.Hash);
    }

    /// <summary>Scores lists of every usual length: the first run of a length sets memory and bindings up, which a query is not to wait for.</summary>
    private void Warm(OnnxRanker ranker)
    {
        int longest = Math.Min(retrieval.Value.Candidates, data.Movies.Count);
        int[] movieRows = [.. Enumerable.Range(0, longest)];
        float[] scores = new float[longest];
        foreach (int userId in features.UserIds.Take(WarmingUsers))
        {
            UserState user = features.OfUser(userId);
            for (int count = Math.Min(WarmingStep, longest); count > 0; count = count == longest ? 0 : Math.Min(count + WarmingStep, longest))
            {
                ranker.Score(user, movieRows.AsSpan(0, count), scores.AsSpan(0, count));
                int wrong = scores.AsSpan(0, count).IndexOfAnyExceptInRange(float.MinValue, float.MaxValue);
                if (wrong >= 0)
                {
                    throw new InvalidDataException($"found the score {scores[wrong]} of movie {data.Movies[wrong].MovieId} for user {userId}, expected a finite one");
                }
            }
        }
    }
}
