using System.CommandLine;
using SparrowRecSys.Offline.RetrievalMethods;

namespace SparrowRecSys.Offline.Commands;

/// <summary>The command <c>sparrow</c> with all its verbs.</summary>
internal static class SparrowCommand
{
    public static RootCommand Create() => new("sparrow: the offline side of SparrowRecSys. Data, embeddings, training, evaluation.")
    {
        DataCommand.Create(),
        SamplesCommand.Create(),
        CreateEmbed(),
        TrainCommand.Create(),
        EvaluateCommand.Create(),
        CompareCommand.Create(),
        TuneCommand.Create(),
        WalksCommand.Create(),
        IndexCommand.Create(),
        PipelineCommand.Create(),
        ModelsCommand.Create(),
        ExportCommand.Create(),
    };

    private static Command CreateEmbed()
    {
        var embed = new Command("embed", "Learn embeddings of movies.");
        foreach (RetrievalMethod method in AllRetrievalMethods.Embeddings)
        {
            embed.Add(LearnCommand.Create(method));
        }

        return embed;
    }
}
