using System.Text.RegularExpressions;

namespace SparrowRecSys.Offline.Simulation;

/// <summary>What the titles of one saga have in common: <c>Toy Story 2</c> and <c>Toy Story</c> both belong to <c>Toy Story</c>.</summary>
internal static partial class SagaTitle
{
    /// <summary>The saga that a title in natural order would belong to; the title itself when it looks like no part of anything.</summary>
    public static string Of(string displayTitle)
    {
        string saga = displayTitle;
        saga = Subtitle().Replace(saga, "");
        saga = PartNumber().Replace(saga, "");
        return saga.Trim();
    }

    [GeneratedRegex(@"(:| - | and the | & the | of the Lost ).*$", RegexOptions.CultureInvariant)]
    private static partial Regex Subtitle();

    [GeneratedRegex(@",?( (Part|Vol\.|Episode|Chapter))?( (\d{1,2}|[IVX]+|One|Two|Three))+$", RegexOptions.CultureInvariant)]
    private static partial Regex PartNumber();
}
