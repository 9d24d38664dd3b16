namespace SparrowRecSys.Server.Posters.Motifs;

/// <summary>Musical: waves, records, keys, spotlights.</summary>
internal static class MusicalArt
{
    public static GenreArt Art { get; } = new(
        7,
        GenreArt.Inks(
            "3c1874 ff4d8d ff9e2c ffe45e fff4e8 1c0a3a", "ffcf56 e63946 1d3557 f7fff7 fffaf0 14213d",
            "0b2545 f4d35e ee964b f95738 faf3dd 061528", "f15bb5 3a0ca3 00bbf9 fee440 fff5fb 240046",
            "f6ead8 d1345b 34d1bf 3454d1 fffaf2 1c1c3a"),
        [Waves, Record, Keys, Spotlights, Notes, Curtain],
        Device,
        [TypeFace.Geometric, TypeFace.Slanted, TypeFace.Didone]);

    private static void Waves(Stage s)
    {
        Ink[] inks = [s.Inks.Main, s.Inks.Second, s.Inks.Accent, s.Inks.Light];
        double phase = s.Random.Between(0, 1) * s.Width;
        int bands = 6;
        for (int i = 0; i < bands; i++)
        {
            double y = s.Height * (0.16 + (0.13 * i));
            double swing = s.Random.Between(8, 26) * s.Unit;
            double half = s.Width * 0.5;
            s.Svg.Move(-phase, y).Quad(-phase + (half / 2), y - swing, half - phase, y)
                .Quad(half - phase + (half / 2), y + swing, s.Width - phase, y)
                .Quad(s.Width - phase + (half / 2), y - swing, s.Width + half - phase, y)
                .Quad(s.Width + half - phase + (half / 2), y + swing, (2 * s.Width) - phase, y)
                .Stroke(inks[i % 4], s.Random.Between(3, 9) * s.Unit);
        }
    }

    private static void Record(Stage s)
    {
        bool isCropped = s.Random.Chance(0.5);
        double r = (isCropped ? 62 : 43) * s.Unit;
        double x = isCropped ? (s.Random.Chance(0.5) ? s.Width * 0.1 : s.Width * 0.9) : s.X;
        s.Svg.Circle(x, s.Y, r, s.Inks.Dark);
        for (int i = 0; i < 4; i++)
        {
            s.Svg.Ring(x, s.Y, r * (0.92 - (0.13 * i)), s.Inks.Second, 0.6 * s.Unit);
        }

        (double dx, double dy) = Shapes.Polar(s.Random.Between(0, 360), r);
        (double ex, double ey) = (-dy, dx);
        s.Svg.Move(x, s.Y).Line(x + dx, s.Y + dy).Line(x + ((dx + (ex * 0.3)) * 0.957), s.Y + ((dy + (ey * 0.3)) * 0.957)).Close()
            .Move(x, s.Y).Line(x - dx, s.Y - dy).Line(x - ((dx + (ex * 0.3)) * 0.957), s.Y - ((dy + (ey * 0.3)) * 0.957)).Close()
            .Fill(s.Inks.Light, 0.16);
        s.Svg.Circle(x, s.Y, r * 0.36, s.Inks.Main).Circle(x, s.Y, r * 0.2, s.Inks.Accent).Circle(x, s.Y, r * 0.05, s.Inks.Dark);
    }

    private static void Keys(Stage s)
    {
        s.Svg.Rotate(s.Random.Between(10, 24) * s.Random.Sign(), s.X, s.Y);
        int count = 7;
        double step = 116 * s.Unit / count;
        double left = s.X - (58 * s.Unit);
        double top = s.Height * 0.22;
        int hit = s.Random.Next(count);
        for (int i = 0; i < count; i++)
        {
            double drop = i == hit ? 8 * s.Unit : 0;
            s.Svg.Rect(left + (i * step) + 1, top + drop, step - 2, s.Height * 0.6, i == hit ? s.Inks.Accent : s.Inks.Light, 1, 2 * s.Unit);
        }

        for (int i = 0; i < count - 1; i++)
        {
            if (i % 7 is not 2)
            {
                s.Svg.Rect(left + ((i + 0.7) * step), top, step * 0.6, s.Height * 0.36, s.Inks.Dark, 1, 1.5 * s.Unit);
            }
        }

        s.Svg.EndGroup();
        s.Svg.Circle(s.X + (34 * s.Unit * s.Random.Sign()), s.Height * 0.13, 9 * s.Unit, s.Inks.Main);
    }

    private static void Spotlights(Stage s)
    {
        double floor = s.Height * 0.84;
        Ink[] inks = [s.Inks.Main, s.Inks.Second];
        for (int i = 0; i < 2; i++)
        {
            double from = i == 0 ? s.Width * s.Random.Between(-0.1, 0.2) : s.Width * s.Random.Between(0.8, 1.1);
            double to = s.X + ((i == 0 ? 6 : -6) * s.Unit);
            s.Svg.Move(from, -4).Line(to + (26 * s.Unit), floor).Line(to - (26 * s.Unit), floor).Close().Fill(inks[i], 0.75);
        }

        s.Svg.Ellipse(s.X, floor, 32 * s.Unit, 7 * s.Unit, s.Inks.Accent);
        int dancers = 1 + s.Random.Next(3);
        for (int i = 0; i < dancers; i++)
        {
            double x = s.X + ((i - ((dancers - 1) / 2.0)) * 14 * s.Unit);
            double lean = s.Random.Between(-14, 14);
            s.Svg.Rotate(lean, x, floor);
            Shapes.Figure(s.Svg, x, floor + (2 * s.Unit), 40 * s.Unit, s.Inks.Dark);
            s.Svg.Move(x - (5 * s.Unit), floor - (30 * s.Unit)).Line(x - (16 * s.Unit), floor - (44 * s.Unit))
                .Move(x + (5 * s.Unit), floor - (30 * s.Unit)).Line(x + (16 * s.Unit), floor - (40 * s.Unit))
                .Stroke(s.Inks.Dark, 2.6 * s.Unit, 1, " stroke-linecap=\"round\"").EndGroup();
        }
    }

    private static void Notes(Stage s)
    {
        double slope = s.Random.Between(-12, 12);
        s.Svg.Rotate(slope, s.X, s.Y);
        for (int i = 0; i < 5; i++)
        {
            s.Svg.Rect(-s.Width * 0.2, s.Y + ((i - 2) * 13 * s.Unit), s.Width * 1.4, 1.1 * s.Unit, s.Silhouette);
        }

        Ink[] inks = [s.Inks.Main, s.Inks.Second, s.Inks.Accent, s.Inks.Main];
        for (int i = 0; i < 4; i++)
        {
            double x = s.Width * (0.14 + (0.24 * i));
            double y = s.Y + ((s.Random.Next(7) - 3) * 6.5 * s.Unit);
            double r = s.Random.Between(7, 11) * s.Unit;
            s.Svg.Rect(x + r - (1.8 * s.Unit), y - (38 * s.Unit), 1.8 * s.Unit, 38 * s.Unit, s.Silhouette).Circle(x, y, r, inks[i]);
        }

        s.Svg.EndGroup();
    }

    private static void Curtain(Stage s)
    {
        double floor = s.Height * 0.86;
        s.Svg.Circle(s.X, floor - (24 * s.Unit), 30 * s.Unit, s.Inks.Accent);
        Shapes.Figure(s.Svg, s.X, floor + (3 * s.Unit), 34 * s.Unit, s.Inks.Dark);
        s.Land(floor, s.Inks.Dark);
        foreach (int side in (ReadOnlySpan<int>)[-1, 1])
        {
            double edge = side < 0 ? -2 : s.Width + 2;
            for (int i = 0; i < 3; i++)
            {
                double w = (34 - (i * 11)) * s.Unit * -side * (s.Width / (100 * s.Unit));
                s.Svg.Move(edge, -2).Line(edge + (w * 1.45), -2)
                    .Quad(edge + (w * 1.3), s.Height * 0.5, edge + (w * 0.7), floor + (5 * s.Unit)).Line(edge, floor + (5 * s.Unit))
                    .Close().Fill(i % 2 == 0 ? s.Inks.Main : s.Inks.Second);
            }
        }
    }

    private static void Device(Stage s)
    {
        double y = s.Height * s.Random.Between(0.1, 0.6);
        double swing = s.Random.Between(8, 20) * s.Unit;
        for (int i = 0; i < 5; i++)
        {
            double at = y + (i * 6 * s.Unit);
            s.Svg.Move(-2, at).Cubic(s.Width * 0.3, at - swing, s.Width * 0.4, at + swing, s.Width * 0.65, at)
                .Cubic(s.Width * 0.8, at - (swing * 0.6), s.Width * 0.9, at - swing, s.Width + 2, at - (swing * 0.4));
        }

        s.Svg.Stroke(s.Veil, 1.1 * s.Unit);
    }
}
