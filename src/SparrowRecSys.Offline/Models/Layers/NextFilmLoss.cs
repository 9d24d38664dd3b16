using TorchSharp;

namespace SparrowRecSys.Offline.Models.Layers;

/// <summary>
/// The auxiliary loss of DIEN (Zhou et al. 2019, equation 6), which is also the loss of SASRec: from the state after each film, the next film is to be told
/// from another one, by the dot product with its embedding. It teaches the states from every step, not only from the label at the end.
/// </summary>
internal static class NextFilmLoss
{
    /// <summary>Mean over the steps of a batch, in nats; the other film is that of another user at the same position. Only in training.</summary>
    /// <param name="states">(B, L, D), newest first.</param>
    /// <param name="history">Embeddings (B, L, D), newest first.</param>
    /// <param name="present">(B, L), 0 for padding.</param>
    public static torch.Tensor Of(Value states, Value history, Value present)
    {
        (torch.Tensor state, torch.Tensor film, torch.Tensor isThere) = (TorchValue.Of(states), TorchValue.Of(history), TorchValue.Of(present));
        long length = film.shape[1];
        if (length < 2)
        {
            return torch.zeros(1, device: film.device).sum();
        }

        torch.Tensor before = state.narrow(1, 1, length - 1); // (B, L - 1, D): the state before each film but the oldest
        torch.Tensor next = film.narrow(1, 0, length - 1);
        torch.Tensor other = next.roll(1, 0); // of the user before in the batch
        torch.Tensor counts = isThere.narrow(1, 1, length - 1) * isThere.narrow(1, 0, length - 1) * isThere.narrow(1, 0, length - 1).roll(1, 0); // (B, L - 1)
        torch.Tensor loss = -(torch.nn.functional.logsigmoid((before * next).sum(-1)) + torch.nn.functional.logsigmoid(-(before * other).sum(-1)));
        return (loss * counts).sum() / counts.sum().clamp_min(1);
    }
}
