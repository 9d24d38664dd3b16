using System.Globalization;

namespace SparrowRecSys.Offline.Evaluation.Report;

/// <summary>A scale from 0 to a round number, and where it is labelled. Immutable.</summary>
internal sealed record Axis
{
    private const int Steps = 4; // labels at most, 0 not counted

    /// <param name="largest">The largest value that must have room; where there is none, not finite or 0, the scale ends at 1.</param>
    public Axis(double largest)
    {
        double needed = double.IsFinite(largest) && largest > 0 ? largest : 1;
        double unit = Math.Pow(10, Math.Floor(Math.Log10(needed / Steps)));
        double step = Array.Find([1.0, 2, 2.5, 5, 10], factor => factor * unit * Steps >= needed * (1 - 1e-9)) * unit;
        Ticks = [.. Enumerable.Range(0, (int)Math.Ceiling((needed / step) - 1e-9) + 1).Select(i => i * step)];
    }

    /// <summary>Ascending from 0; the last one is the end of the scale.</summary>
    public IReadOnlyList<double> Ticks { get; }

    /// <summary>Place of a value, 0 to 1; what lies outside is put at the end.</summary>
    public double PlaceOf(double value) => Math.Clamp(value / Ticks[^1], 0, 1);

    public static string Label(double tick) => tick.ToString("0.######", CultureInfo.InvariantCulture);

    public static string PercentLabel(double tick) => (tick * 100).ToString("0.####", CultureInfo.InvariantCulture) + " %";
}
