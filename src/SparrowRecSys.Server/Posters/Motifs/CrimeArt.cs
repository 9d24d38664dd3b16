namespace SparrowRecSys.Server.Posters.Motifs;

/// <summary>Crime: traces, nights, the line-up.</summary>
internal static class CrimeArt
{
    public static GenreArt Art { get; } = new(
        4.5,
        GenreArt.Inks(
            "1a1a1d c3073f 4e4e50 e8d9c0 efe6d8 0d0d0f", "c8b88a 1c1c1c 8a7a50 8c1c13 f1e8d0 16130f",
            "22333b d9a441 5e503f c6302b eae0d5 0a0908", "8c1c13 130f0e bf4342 e7d7c1 f1e7d8 100c0b",
            "e0ddd4 20242b 8c8f91 c1121f f5f3ec 15181d"),
        [LineUp, BulletHoles, Fingerprint, NightCity, Tape, Card, Headlights, .. CrimeScenes.All],
        Device,
        [TypeFace.Condensed, TypeFace.Typewriter, TypeFace.GroteskCaps]);

    private static void LineUp(Stage s)
    {
        int count = 3 + s.Random.Next(2);
        for (double y = s.Height * 0.14; y < s.Height; y += 13 * s.Unit)
        {
            s.Svg.Rect(0, y, s.Width, 0.8 * s.Unit, s.Inks.Second);
        }

        int guilty = s.Random.Next(count);
        for (int i = 0; i < count; i++)
        {
            double x = s.Width * (i + 0.5) / count;
            Shapes.Figure(s.Svg, x, s.Height * 1.04, s.Height * s.Random.Between(0.62, 0.84), i == guilty ? s.Inks.Accent : s.Inks.Main);
        }
    }

    private static void BulletHoles(Stage s)
    {
        int count = 2 + s.Random.Next(3);
        for (int i = 0; i < count; i++)
        {
            double x = s.Width * s.Random.Between(0.2, 0.8);
            double y = s.Height * (0.18 + (0.62 * (i + s.Random.Between(0.1, 0.6)) / count));
            double r = (i == 0 ? 11 : s.Random.Between(4, 8)) * s.Unit;
            int cracks = 7 + s.Random.Next(4);
            for (int crack = 0; crack < cracks; crack++)
            {
                double angle = (360.0 * crack / cracks) + s.Random.Between(-12, 12);
                (double dx, double dy) = Shapes.Polar(angle, r * s.Random.Between(2, 3.8));
                (double nx, double ny) = Shapes.Polar(angle + 90, r * 0.16);
                s.Svg.Move(x + nx, y + ny).Line(x + dx, y + dy).Line(x - nx, y - ny).Close();
            }

            s.Svg.Fill(s.Inks.Main);
            s.Svg.Circle(x, y, r, s.Inks.Main).Circle(x, y, r * 0.62, i == 0 ? s.Inks.Accent : s.Inks.Ground);
        }
    }

    private static void Fingerprint(Stage s)
    {
        double turn = s.Random.Between(-22, 22);
        double y = s.Y + (4 * s.Unit);
        s.Svg.Rotate(turn, s.X, y);
        for (int i = 0; i < 7; i++)
        {
            double r = (5 + (5.2 * i)) * s.Unit;
            double foot = y + (s.Random.Between(8, 34) * s.Unit);
            double other = y + (s.Random.Between(8, 34) * s.Unit);
            s.Svg.Move(s.X - r, foot).Line(s.X - r, y - (8 * s.Unit)).Arc(r, s.X + r, y - (8 * s.Unit)).Line(s.X + r, other)
                .Stroke(i == 2 ? s.Inks.Accent : s.Inks.Main, 2.6 * s.Unit, 1, " stroke-linecap=\"round\"");
        }

        s.Svg.EndGroup();
    }

    private static void NightCity(Stage s)
    {
        s.Svg.Circle(s.Width * s.Random.Between(0.25, 0.75), s.Height * 0.28, 17 * s.Unit, s.Inks.Accent);
        Shapes.Skyline(s, s.Height * 0.9, s.Height * 0.55, 6, s.Inks.Second, s.Inks.Main);
        Shapes.Skyline(s, s.Height * 0.98, s.Height * 0.36, 5, s.Inks.Dark, s.Inks.Main);
    }

    private static void Tape(Stage s)
    {
        Shapes.Bust(s.Svg, s.X, s.Height + 1, s.Height * 0.74, s.Inks.Main);
        for (int band = 0; band < 2; band++)
        {
            double y = s.Height * (band == 0 ? 0.4 : 0.7);
            double lean = s.Random.Between(8, 20) * (band == 0 ? 1 : -1);
            s.Svg.Rotate(lean, s.X, y).Rect(-s.Width, y, s.Width * 3, 13 * s.Unit, s.Inks.Accent);
            for (double x = -0.2 * s.Width; x < s.Width * 1.3; x += 24 * s.Unit)
            {
                s.Svg.Move(x, y).Line(x + (8 * s.Unit), y).Line(x, y + (13 * s.Unit)).Line(x - (8 * s.Unit), y + (13 * s.Unit)).Close();
            }

            s.Svg.Fill(s.Inks.Dark).EndGroup();
        }
    }

    private static void Card(Stage s)
    {
        double w = 46 * s.Unit;
        double h = 66 * s.Unit;
        for (int i = 0; i < 3; i++)
        {
            double turn = ((i - 1) * 17) + s.Random.Between(-4, 4);
            s.Svg.Rotate(turn, s.X, s.Y + (h * 0.7))
                .Rect(s.X - (w / 2), s.Y - (h / 2), w, h, i == 2 ? s.Inks.Light : i == 1 ? s.Inks.Main : s.Inks.Second, 1, 3 * s.Unit);
            if (i == 2)
            {
                double size = 12 * s.Unit;
                s.Svg.Rotate(180, s.X, s.Y);
                Shapes.Heart(s.Svg, s.X, s.Y, size, s.Inks.Dark);
                s.Svg.EndGroup().Move(s.X, s.Y).Line(s.X + (5 * s.Unit), s.Y + (17 * s.Unit))
                    .Line(s.X - (5 * s.Unit), s.Y + (17 * s.Unit)).Close().Fill(s.Inks.Dark);
                s.Svg.Circle(s.X - (w * 0.36), s.Y - (h * 0.38), 3 * s.Unit, s.Inks.Accent.Contrast(s.Inks.Light) > 2 ? s.Inks.Accent : s.Inks.Main);
            }

            s.Svg.EndGroup();
        }
    }

    private static void Headlights(Stage s)
    {
        double y = s.Height * 0.66;
        double gap = 17 * s.Unit;
        s.Svg.Move(s.X - gap, y).Line(-s.Width * 0.3, s.Height * 1.05).Line(s.X, s.Height * 1.05).Close()
            .Move(s.X + gap, y).Line(s.Width * 1.3, s.Height * 1.05).Line(s.X, s.Height * 1.05).Close().Fill(s.Inks.Accent, 0.3);
        s.Svg.Rect(s.X - (27 * s.Unit), y - (9 * s.Unit), 54 * s.Unit, 20 * s.Unit, s.Inks.Dark, 1, 4 * s.Unit);
        s.Svg.Move(s.X - (22 * s.Unit), y - (8 * s.Unit)).Line(s.X - (15 * s.Unit), y - (23 * s.Unit))
            .Line(s.X + (15 * s.Unit), y - (23 * s.Unit)).Line(s.X + (22 * s.Unit), y - (8 * s.Unit)).Close().Fill(s.Inks.Main);
        s.Svg.Circle(s.X - gap, y, 5 * s.Unit, s.Inks.Light).Circle(s.X + gap, y, 5 * s.Unit, s.Inks.Light);
        double lamp = s.X + (34 * s.Unit * s.Random.Sign());
        s.Svg.Rect(lamp, s.Height * 0.12, 1.4 * s.Unit, s.Height * 0.56, s.Inks.Second)
            .Circle(lamp, s.Height * 0.12, 4 * s.Unit, s.Inks.Accent);
    }

    private static void Device(Stage s)
    {
        for (double y = s.Height * s.Random.Between(0.06, 0.12); y < s.Height; y += 14 * s.Unit)
        {
            s.Svg.Move(0, y).Line(s.Width, y).Move(0, y + (7 * s.Unit)).Line(6 * s.Unit, y + (7 * s.Unit));
        }

        s.Svg.Stroke(s.Veil, 0.7 * s.Unit);
    }
}
