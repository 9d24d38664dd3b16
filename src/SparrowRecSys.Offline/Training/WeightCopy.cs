using TorchSharp;

namespace SparrowRecSys.Offline.Training;

/// <summary>The weights that a network had in its best epoch.</summary>
/// <param name="network">The network.</param>
internal sealed class WeightCopy(torch.nn.Module network) : IDisposable
{
    private readonly Dictionary<string, torch.Tensor> _kept = [];

    /// <summary>Keeps the weights that the network has now.</summary>
    public void Take()
    {
        using var _ = torch.no_grad();
        Dispose();
        foreach ((string name, torch.Tensor value) in network.state_dict())
        {
            _kept[name] = value.detach().clone().DetachFromDisposeScope();
        }
    }

    /// <summary>Gives the network the weights that were kept, if any.</summary>
    public void Restore()
    {
        using var _ = torch.no_grad();
        foreach ((string name, torch.Tensor value) in _kept.Count == 0 ? [] : network.state_dict())
        {
            value.copy_(_kept[name]);
        }
    }

    public void Save(BinaryWriter writer)
    {
        writer.Write(_kept.Count);
        foreach ((string name, torch.Tensor value) in _kept)
        {
            writer.Write(name);
            value.Save(writer);
        }
    }

    public void Load(BinaryReader reader)
    {
        Take(); // for the shapes
        for (int count = reader.ReadInt32(); count > 0; count--)
        {
            _kept[reader.ReadString()].Load(reader);
        }
    }

    public void Dispose()
    {
        foreach (torch.Tensor value in _kept.Values)
        {
            value.Dispose();
        }

        _kept.Clear();
    }
}
