namespace SparrowRecSys.Server.Posters;

/// <summary>One opaque printing colour, sRGB.</summary>
internal readonly record struct Ink(byte Red, byte Green, byte Blue)
{
    /// <summary>From six hexadecimal digits without <c>#</c>.</summary>
    public static Ink Parse(string hex)
    {
        int value = Convert.ToInt32(hex, 16);
        return new Ink((byte)(value >> 16), (byte)(value >> 8), (byte)value);
    }

    /// <summary>Colour on the straight line to <paramref name="other"/>; 0 is this one, 1 the other.</summary>
    public Ink Mix(Ink other, double share) => new(
        Blend(Red, other.Red, share), Blend(Green, other.Green, share), Blend(Blue, other.Blue, share));

    /// <summary>Relative luminance as WCAG 2 defines it, 0 to 1.</summary>
    public double Luminance => (0.2126 * Linear(Red)) + (0.7152 * Linear(Green)) + (0.0722 * Linear(Blue));

    /// <summary>Contrast ratio as WCAG 2 defines it, 1 to 21.</summary>
    public double Contrast(Ink other)
    {
        double one = Luminance + 0.05;
        double two = other.Luminance + 0.05;
        return one > two ? one / two : two / one;
    }

    /// <summary>Turns the hue (degrees) and scales saturation and lightness (1 keeps them).</summary>
    public Ink Adjust(double turn = 0, double saturation = 1, double lightness = 1)
    {
        (double h, double s, double l) = ToHsl();
        return FromHsl(h + turn, Math.Clamp(s * saturation, 0, 1), Math.Clamp(l * lightness, 0, 1));
    }

    /// <summary>The same hue at a given saturation and lightness, both 0 to 1.</summary>
    public Ink With(double saturation, double lightness) => FromHsl(ToHsl().Hue, saturation, lightness);

    private (double Hue, double Saturation, double Lightness) ToHsl()
    {
        double max = Math.Max(Red, Math.Max(Green, Blue)) / 255.0;
        double min = Math.Min(Red, Math.Min(Green, Blue)) / 255.0;
        double lightness = (max + min) / 2;
        double range = max - min;
        if (range == 0)
        {
            return (0, 0, lightness);
        }

        double saturation = range / (1 - Math.Abs((2 * lightness) - 1));
        double r = Red / 255.0;
        double g = Green / 255.0;
        double b = Blue / 255.0;
        double sector = max == r ? (g - b) / range : max == g ? 2 + ((b - r) / range) : 4 + ((r - g) / range);
        return (sector * 60, saturation, lightness);
    }

    private static Ink FromHsl(double hue, double saturation, double lightness)
    {
        double chroma = saturation * Math.Min(lightness, 1 - lightness);
        return new Ink(Channel(0), Channel(8), Channel(4));

        byte Channel(double offset)
        {
            double k = (offset + (hue / 30) + 24) % 12;
            return (byte)Math.Round(255 * (lightness - (chroma * Math.Clamp(Math.Min(k - 3, 9 - k), -1, 1))));
        }
    }

    private static byte Blend(byte from, byte to, double share) => (byte)Math.Round(from + ((to - from) * share));

    private static double Linear(byte value)
    {
        double channel = value / 255.0;
        return channel <= 0.04045 ? channel / 12.92 : Math.Pow((channel + 0.055) / 1.055, 2.4);
    }
}
