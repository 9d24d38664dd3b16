namespace SparrowRecSys.Server.Posters.Motifs;

/// <summary>More of the compositions of <see cref="ComedyArt"/>.</summary>
internal static class ComedyScenes
{
    public static Composition[] All { get; } = [Pie, BowTie, Shoes, Stack, Spring, Glasses];

    /// <summary>A tart on its way to a face.</summary>
    private static void Pie(Stage s)
    {
        double y = s.Height * 0.44;
        double r = s.Random.Between(24, 30) * s.Unit;
        double x = s.X - (20 * s.Unit);
        s.Svg.Circle(x, y, r, s.Inks.Main);
        AnimationArt.Eyes(s, x + (4 * s.Unit), y - (5 * s.Unit), 8 * s.Unit, 5 * s.Unit);
        s.Svg.Circle(x + (6 * s.Unit), y + (12 * s.Unit), 4.5 * s.Unit, s.Inks.Dark);
        double at = s.X + (34 * s.Unit);
        s.Svg.Rotate(-64, at, y).Ellipse(at - (8 * s.Unit), y - (7 * s.Unit), 9 * s.Unit, 8 * s.Unit, s.Inks.Light)
            .Ellipse(at + (7 * s.Unit), y - (7 * s.Unit), 10 * s.Unit, 9 * s.Unit, s.Inks.Light)
            .Move(at - (22 * s.Unit), y - (4 * s.Unit)).Line(at + (22 * s.Unit), y - (4 * s.Unit))
            .Line(at + (15 * s.Unit), y + (9 * s.Unit)).Line(at - (15 * s.Unit), y + (9 * s.Unit)).Close().Fill(s.Inks.Accent)
            .Circle(at, y - (15 * s.Unit), 3.4 * s.Unit, s.Inks.Second).EndGroup();
        for (int i = 0; i < 3; i++)
        {
            double line = y + ((i - 1) * 13 * s.Unit);
            s.Svg.Move(at + (17 * s.Unit), line).Line(at + (s.Random.Between(30, 60) * s.Unit), line);
        }

        s.Svg.Stroke(s.Silhouette, 1.4 * s.Unit);
    }

    private static void BowTie(Stage s)
    {
        double y = s.Height * s.Random.Between(0.4, 0.55);
        double w = s.Random.Between(38, 46) * s.Unit;
        double h = w * s.Random.Between(0.5, 0.66);
        s.Svg.Move(s.X - (14 * s.Unit), 0).Line(s.X, y).Line(s.X + (14 * s.Unit), 0).Line(s.X + (50 * s.Unit), 0)
            .Line(s.X + (8 * s.Unit), s.Height + 1).Line(s.X - (8 * s.Unit), s.Height + 1).Line(s.X - (50 * s.Unit), 0).Close()
            .Fill(s.Inks.Light, 0.9);
        s.Svg.Rotate(s.Random.Between(-14, 14), s.X, y);
        s.Svg.Move(s.X, y - (4 * s.Unit)).Line(s.X - w, y - h).Quad(s.X - (w * 0.84), y, s.X - w, y + h).Line(s.X, y + (4 * s.Unit))
            .Line(s.X + w, y + h).Quad(s.X + (w * 0.84), y, s.X + w, y - h).Close().Fill(s.Inks.Main);
        for (int i = 0; i < 6; i++)
        {
            double x = s.X + (w * ((i % 3 * 0.22) + 0.36) * (i < 3 ? -1 : 1));
            s.Svg.Circle(x, y + (h * (i % 2 == 0 ? -0.14 : 0.2)), 3 * s.Unit, s.Inks.Accent);
        }

        s.Svg.Rect(s.X - (6.5 * s.Unit), y - (8 * s.Unit), 13 * s.Unit, 16 * s.Unit, s.Inks.Second, 1, 4 * s.Unit).EndGroup();
        for (int i = 1; i <= 3; i++)
        {
            s.Svg.Circle(s.X, y + (h * 0.8) + (i * 14 * s.Unit), 2.4 * s.Unit, s.Inks.Dark);
        }
    }

    /// <summary>Feet far too large for the door they stick out of.</summary>
    private static void Shoes(Stage s)
    {
        double floor = s.Height * 0.82;
        s.Land(floor, s.Inks.Second);
        double top = s.Height * s.Random.Between(0, 0.3);
        foreach (int side in (ReadOnlySpan<int>)[-1, 1])
        {
            double x = s.X + (side * 13 * s.Unit);
            s.Svg.Rect(x - (7 * s.Unit), top, 14 * s.Unit, floor - top - (20 * s.Unit), s.Inks.Main);
            s.Svg.Rect(x - (6 * s.Unit), floor - (22 * s.Unit), 12 * s.Unit, 10 * s.Unit, s.Inks.Accent);
            s.Svg.Move(x - (8 * s.Unit * side), floor - (14 * s.Unit)).Line(x + (8 * s.Unit * side), floor - (14 * s.Unit))
                .Quad(x + (34 * s.Unit * side), floor - (14 * s.Unit), x + (34 * s.Unit * side), floor + (2 * s.Unit))
                .Line(x - (8 * s.Unit * side), floor + (2 * s.Unit)).Close().Fill(s.Inks.Dark);
        }

        s.Svg.Rect(s.X - (22 * s.Unit), top - (2 * s.Unit), 44 * s.Unit, 8 * s.Unit, s.Inks.Dark);
    }

    /// <summary>Crockery piled too high.</summary>
    private static void Stack(Stage s)
    {
        double floor = s.Height * 0.86;
        s.Land(floor, s.Inks.Second);
        int cups = 5 + s.Random.Next(3);
        double h = 12 * s.Unit;
        double x = s.X;
        Ink[] inks = [s.Inks.Main, s.Inks.Light, s.Inks.Accent];
        for (int i = 0; i < cups; i++)
        {
            double w = s.Random.Between(12, 22) * s.Unit;
            double y = floor - ((i + 1) * h * 0.94);
            x += s.Unit * s.Random.Between(-1.6, 1.6) * i;
            s.Svg.Move(x - w, y).Line(x + w, y).Quad(x + (w * 0.9), y + h, x + (w * 0.5), y + h).Line(x - (w * 0.5), y + h)
                .Quad(x - (w * 0.9), y + h, x - w, y).Close().Fill(inks[(i + cups) % 3]);
            s.Svg.Ring(x + (w * 0.98), y + (h * 0.4), 3.4 * s.Unit, inks[(i + cups) % 3], 1.8 * s.Unit);
        }

        double top = floor - (cups * h * 0.94);
        s.Svg.Circle(x, top - (9 * s.Unit), 9 * s.Unit, s.Silhouette);
    }

    private static void Spring(Stage s)
    {
        double foot = s.Height * 0.86;
        double top = s.Height * s.Random.Between(0.34, 0.44);
        double lean = s.Unit * s.Random.Between(-16, 16);
        s.Svg.Move(s.X, foot);
        for (int i = 1; i <= 8; i++)
        {
            double share = i / 9.0;
            s.Svg.Line(s.X + (lean * share) + ((i % 2 == 0 ? -12 : 12) * s.Unit), foot + ((top - foot) * share));
        }

        s.Svg.Line(s.X + lean, top).Stroke(s.Silhouette, 2.6 * s.Unit, 1, " stroke-linejoin=\"round\"");
        double r = 19 * s.Unit;
        double y = top - (r * 0.8);
        s.Svg.Circle(s.X + lean, y, r, s.Inks.Main);
        AnimationArt.Eyes(s, s.X + lean, y - (3 * s.Unit), 7 * s.Unit, 4.6 * s.Unit);
        s.Svg.Move(s.X + lean - (8 * s.Unit), y + (7 * s.Unit))
            .Quad(s.X + lean, y + (16 * s.Unit), s.X + lean + (8 * s.Unit), y + (7 * s.Unit)).Stroke(s.Inks.Dark, 1.8 * s.Unit);
        s.Svg.Rect(s.X - (25 * s.Unit), foot, 50 * s.Unit, s.Height, s.Inks.Second)
            .Rect(s.X - (25 * s.Unit), foot + (7 * s.Unit), 50 * s.Unit, 4 * s.Unit, s.Inks.Accent);
        s.Svg.Rotate(-28, s.X - (25 * s.Unit), foot).Rect(s.X - (25 * s.Unit), foot - (4 * s.Unit), 4 * s.Unit, 4 * s.Unit, s.Inks.Accent)
            .EndGroup();
    }

    private static void Glasses(Stage s)
    {
        double y = s.Height * s.Random.Between(0.36, 0.44);
        double r = s.Random.Between(15, 19) * s.Unit;
        double gap = r * 1.24;
        s.Svg.Rect(s.X - (6 * s.Unit), y, 12 * s.Unit, 34 * s.Unit, s.Inks.Accent, 1, 6 * s.Unit);
        s.Svg.Circle(s.X - gap, y, r, s.Inks.Light).Circle(s.X + gap, y, r, s.Inks.Light);
        s.Svg.Ring(s.X - gap, y, r, s.Inks.Dark, 4 * s.Unit).Ring(s.X + gap, y, r, s.Inks.Dark, 4 * s.Unit);
        AnimationArt.Eyes(s, s.X + (s.Unit * s.Random.Between(-5, 5)), y, gap, 6 * s.Unit);
        foreach (int side in (ReadOnlySpan<int>)[-1, 1])
        {
            double lift = s.Random.Between(2, 13) * s.Unit;
            s.Svg.Move(s.X + (side * gap * 0.3), y - r - (6 * s.Unit))
                .Quad(s.X + (side * gap), y - r - (14 * s.Unit), s.X + (side * gap * 1.7), y - r - lift);
        }

        s.Svg.Stroke(s.Inks.Main, 5.4 * s.Unit, 1, " stroke-linecap=\"round\"");
        double m = y + (43 * s.Unit);
        s.Svg.Move(s.X - (26 * s.Unit), m).Quad(s.X - (12 * s.Unit), m - (16 * s.Unit), s.X, m - (5 * s.Unit))
            .Quad(s.X + (12 * s.Unit), m - (16 * s.Unit), s.X + (26 * s.Unit), m).Quad(s.X, m + (9 * s.Unit), s.X - (26 * s.Unit), m)
            .Close().Fill(s.Inks.Main);
    }
}
