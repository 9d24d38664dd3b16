using System.CommandLine;
using SparrowRecSys.Offline.Models;
using SparrowRecSys.Offline.RetrievalMethods;

namespace SparrowRecSys.Offline.Commands;

/// <summary><c>sparrow train</c>: trains a model and writes it as a folder that the server loads.</summary>
internal static class TrainCommand
{
    public static Command Create()
    {
        var train = new Command("train", "Train a retrieval or a ranking model.");
        foreach (RankerMethod ranker in AllRankers.All)
        {
            train.Add(RankCommand.Create(ranker));
        }

        foreach (RetrievalMethod method in AllRetrievalMethods.All.Except(AllRetrievalMethods.Embeddings))
        {
            train.Add(LearnCommand.Create(method));
        }

        return train;
    }
}
