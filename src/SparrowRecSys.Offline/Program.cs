using System.CommandLine;
using SparrowRecSys.Offline.Commands;

var root = new RootCommand("sparrow: the offline side of SparrowRecSys. Data, embeddings, training, evaluation.")
{
    DataCommand.Create(),
    EmbedCommand.Create(),
    TrainCommand.Create(),
    PipelineCommand.Create(),
};
return await CommandLine.RunAsync(root, args);
