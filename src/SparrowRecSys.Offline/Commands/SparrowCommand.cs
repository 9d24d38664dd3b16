using System.CommandLine;

namespace SparrowRecSys.Offline.Commands;

/// <summary>The command <c>sparrow</c> with all its verbs.</summary>
internal static class SparrowCommand
{
    public static RootCommand Create() => new("sparrow: the offline side of SparrowRecSys. Data, embeddings, training, evaluation.")
    {
        DataCommand.Create(),
        EmbedCommand.Create(),
        TrainCommand.Create(),
        PipelineCommand.Create(),
    };
}
