using TorchSharp;

namespace SparrowRecSys.Offline.Training;

/// <summary>Whether Torch's native library loads on this machine; asked once.</summary>
internal static class TorchAvailability
{
    private static readonly Lazy<string?> Reason = new(FindReason);

    /// <summary>Why Torch cannot be used, in one line; <see langword="null"/> when it can.</summary>
    public static string? WhyNot => Reason.Value;

    public static bool IsAvailable => WhyNot is null;

    /// <exception cref="InvalidDataException">Torch cannot be used.</exception>
    public static void Require()
    {
        if (WhyNot is { } reason)
        {
            throw new InvalidDataException(reason);
        }
    }

    private static string? FindReason()
    {
        try
        {
            using torch.Tensor one = torch.ones(1);
            return null;
        }
        catch (Exception error) when (error is TypeInitializationException or NotSupportedException or DllNotFoundException or BadImageFormatException)
        {
            string detail = (error.InnerException ?? error).Message.ReplaceLineEndings(" ");
            return $"Torch's native library does not load here; training needs Linux or Windows on x64, or macOS on Apple silicon. {detail}";
        }
    }
}
