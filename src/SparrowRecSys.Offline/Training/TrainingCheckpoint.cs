using System.Text.Json;
using TorchSharp;

namespace SparrowRecSys.Offline.Training;

/// <summary>A file with the whole state of a training after an epoch, from which it goes on to the same result as if it had not been stopped.</summary>
/// <param name="path">The file.</param>
/// <param name="network">Its weights, and</param>
/// <param name="optimizer">the state of the optimizer, and</param>
/// <param name="best">the weights of the best epoch are written and read.</param>
/// <param name="options">With the network's shape: what makes a training the same training.</param>
/// <param name="sampleCount">Of the training samples; likewise.</param>
internal sealed class TrainingCheckpoint(
    string path, torch.nn.Module network, DecoupledAdam optimizer, WeightCopy best, TrainingOptions options, int sampleCount)
{
    private const string Format = "sparrow-checkpoint-1";

    private readonly string _identity = $"{network.GetName()}, {options}, {sampleCount} samples";

    /// <summary>Reads the file where there is one: the epochs that it had seen. None otherwise.</summary>
    /// <exception cref="InvalidDataException">It is that of another training, or damaged.</exception>
    public List<TrainedEpoch> Load()
    {
        if (!File.Exists(path))
        {
            return [];
        }

        try
        {
            using var reader = new BinaryReader(File.OpenRead(path));
            Expect(reader.ReadString(), Format);
            Expect(reader.ReadString(), _identity);
            List<TrainedEpoch> epochs = JsonSerializer.Deserialize<List<TrainedEpoch>>(reader.ReadString()) ?? [];
            network.load(reader);
            optimizer.Load(reader);
            best.Load(reader);
            return epochs;
        }
        catch (Exception error) when (error is EndOfStreamException or JsonException or ArgumentException or FormatException)
        {
            throw new InvalidDataException($"{path}: found a damaged checkpoint ({error.Message}), expected one as it was written. Remove it to begin anew.", error);
        }
    }

    /// <summary>Writes the state, in place of the one before.</summary>
    public void Save(IReadOnlyList<TrainedEpoch> epochs) => AtomicFile.Write(path, stream =>
    {
        using var writer = new BinaryWriter(stream, System.Text.Encoding.UTF8, leaveOpen: true);
        writer.Write(Format);
        writer.Write(_identity);
        writer.Write(JsonSerializer.Serialize(epochs));
        network.save(writer);
        optimizer.Save(writer);
        best.Save(writer);
    });

    /// <summary>Removes the file: the training is done.</summary>
    public void Delete() => File.Delete(path);

    private void Expect(string found, string expected)
    {
        if (found != expected)
        {
            throw new InvalidDataException($"{path}: found the checkpoint of {found}, expected {expected}. Name another file, or remove this one.");
        }
    }
}
