using System.CommandLine;
using System.Globalization;
using SparrowRecSys.Catalog;
using SparrowRecSys.Offline.Models;
using SparrowRecSys.Offline.RetrievalMethods;
using SparrowRecSys.Offline.Training;
using Spectre.Console;

namespace SparrowRecSys.Offline.Commands;

/// <summary><c>sparrow train</c>: trains a model and writes it as a folder that the server loads.</summary>
internal static class TrainCommand
{
    private static readonly TrainingOptions Training = new();
    private static readonly NeuralCFOptions Network = new();

    private static readonly Option<string> DataDirectory = new("--data") { Description = "Directory of the data set, in any layout that we read.", DefaultValueFactory = _ => "data" };
    private static readonly Option<string> Out = new("--out") { Description = "Directory of all models; the new version appears in its folder 'neuralcf'.", DefaultValueFactory = _ => "data/models" };
    private static readonly Option<int> Epochs = new("--epochs") { Description = "Passes over the training ratings at most; early stopping usually ends sooner.", DefaultValueFactory = _ => Training.Epochs };
    private static readonly Option<int> Dimension = new("--dimension") { Description = "Length of the embeddings.", DefaultValueFactory = _ => Network.Dimension };
    private static readonly Option<string> HiddenSizes = new("--hidden-sizes") { Description = "Outputs of the hidden layers, separated by commas.", DefaultValueFactory = _ => string.Join(',', Network.HiddenSizes) };
    private static readonly Option<double> LearningRate = new("--learning-rate") { Description = "Step size of Adam at the start.", DefaultValueFactory = _ => Training.LearningRate };
    private static readonly Option<double> Regularization = new("--regularization") { Description = "Weight decay of the embeddings over an epoch, as a power of e.", DefaultValueFactory = _ => Training.Regularization };
    private static readonly Option<int> BatchSize = new("--batch-size") { Description = "Ratings in a step.", DefaultValueFactory = _ => Training.BatchSize };
    private static readonly Option<int> Seed = new("--seed") { Description = "Seed of initial weights, order and dropout.", DefaultValueFactory = _ => Training.Seed };
    private static readonly Option<int> Threads = new("--threads") { Description = "Threads of Torch; more than one pays only on idle cores.", DefaultValueFactory = _ => Training.Threads };
    private static readonly Option<bool> NoRefit = new("--no-refit") { Description = "Publish the network that was tested, instead of one trained once more on all ratings." };

    public static Command Create()
    {
        var train = new Command("train", "Train a retrieval or a ranking model.") { CreateNeuralCF() };
        foreach (RetrievalMethod method in AllRetrievalMethods.All.Except(AllRetrievalMethods.Embeddings))
        {
            train.Add(LearnCommand.Create(method));
        }

        return train;
    }

    private static Command CreateNeuralCF()
    {
        var command = new Command("neuralcf", """
            Train NeuralCF on ratings split by time and write it as ONNX.

            Writes OUT/neuralcf/VERSION/ with model.onnx, schema.json and metrics.json.

            Examples:
              sparrow train neuralcf
              sparrow train neuralcf --data ml-latest-small --out out/models --seed 7
              sparrow train neuralcf --dimension 32 --hidden-sizes 64,32 --learning-rate 0.002 --json
            """)
        {
            DataDirectory, Out, Epochs, Dimension, HiddenSizes, LearningRate, Regularization, BatchSize, Seed, Threads, NoRefit, CommandLine.Json,
        };
        return command.Runs(TrainNeuralCF);
    }

    private static void TrainNeuralCF(ParseResult parsed, CancellationToken cancellation)
    {
        NeuralCFOptions network = OptionCheck.Checked(new NeuralCFOptions
        {
            Dimension = parsed.GetValue(Dimension),
            HiddenSizes = ParseSizes(parsed.GetValue(HiddenSizes) ?? ""),
        });
        TrainingOptions training = OptionCheck.Checked(new TrainingOptions
        {
            Epochs = parsed.GetValue(Epochs),
            LearningRate = parsed.GetValue(LearningRate),
            Regularization = parsed.GetValue(Regularization),
            BatchSize = parsed.GetValue(BatchSize),
            Seed = parsed.GetValue(Seed),
            Threads = parsed.GetValue(Threads),
        });
        DataSet data = DataSetLoader.Load(parsed.GetRequiredValue(DataDirectory));

        NeuralCFOutput output = TrainWithProgress(data, network, training, !parsed.GetValue(NoRefit), cancellation);
        string path = NeuralCFJob.Publish(output, parsed.GetRequiredValue(Out), cancellation);
        if (parsed.GetValue(CommandLine.Json))
        {
            CommandLine.WriteJson(new { path, metrics = output.Summary });
        }

        NeuralCFReport.Write(CommandLine.Console, path, output.Summary);
    }

    private static NeuralCFOutput TrainWithProgress(
        DataSet data, NeuralCFOptions network, TrainingOptions training, bool refit, CancellationToken cancellation) =>
        CommandLine.Console.Progress().AutoClear(true).HideCompleted(true).Start(context =>
        {
            ProgressTask task = context.AddTask("neuralcf", maxValue: 1);
            var progress = new TrainingProgressBar(task, training.Seed);
            return new NeuralCFJob(data, network, training, refit, progress).Train(cancellation);
        });

    /// <summary>Sizes such as <c>64,32</c>.</summary>
    private static int[] ParseSizes(string text)
    {
        const int Largest = 4096;
        string[] parts = text.Split(',');
        int[] sizes = new int[parts.Length];
        for (int i = 0; i < parts.Length; i++)
        {
            if (!int.TryParse(parts[i], NumberStyles.None, CultureInfo.InvariantCulture, out sizes[i]) || sizes[i] is < 1 or > Largest)
            {
                throw new UsageException($"--hidden-sizes: found '{text}', allowed are whole numbers from 1 to {Largest} separated by commas, such as 64,32.");
            }
        }

        return sizes;
    }
}
