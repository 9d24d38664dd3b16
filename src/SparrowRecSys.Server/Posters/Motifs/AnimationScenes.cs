namespace SparrowRecSys.Server.Posters.Motifs;

/// <summary>More of the compositions of <see cref="AnimationArt"/>.</summary>
internal static class AnimationScenes
{
    public static Composition[] All { get; } = [Bird, Fish, Robot, FlyingHouse, Owl];

    private static void Bird(Stage s)
    {
        double r = s.Random.Between(26, 32) * s.Unit;
        double x = s.X - (4 * s.Unit);
        double y = s.Height * 0.46;
        s.Svg.Move(x + (r * 0.8), y - (r * 0.3)).Line(x + (r * 1.6), y).Line(x + (r * 0.8), y + (r * 0.3)).Close().Fill(s.Inks.Accent);
        s.Svg.Move(x - (r * 0.6), y + (r * 0.3)).Line(x - (r * 1.9), y - (r * 0.5)).Line(x - (r * 1.5), y + (r * 0.7)).Close()
            .Fill(s.Inks.Second);
        s.Svg.Circle(x, y, r, s.Inks.Main);
        s.Svg.Move(x - (r * 0.8), y + (r * 0.1)).Arc(r * 0.62, x + (r * 0.44), y + (r * 0.1), clockwise: false).Close().Fill(s.Inks.Second);
        s.Svg.Circle(x + (r * 0.42), y - (r * 0.34), r * 0.2, s.Inks.Light).Circle(x + (r * 0.46), y - (r * 0.32), r * 0.1, s.Inks.Dark);
        s.Svg.Move(x - (r * 0.2), y + (r * 0.95)).Line(x - (r * 0.2), y + (r * 1.5)).Move(x + (r * 0.25), y + (r * 0.95))
            .Line(x + (r * 0.25), y + (r * 1.5)).Stroke(s.Inks.Dark, 1.8 * s.Unit);
        s.Svg.Rect(0, y + (r * 1.46), s.Width, 5 * s.Unit, s.Inks.Dark)
            .Ellipse(s.Width * 0.2, y + (r * 1.3), 10 * s.Unit, 5 * s.Unit, s.Inks.Accent);
    }

    private static void Fish(Stage s)
    {
        int count = 2 + s.Random.Next(3);
        Ink[] inks = [s.Inks.Main, s.Inks.Accent, s.Inks.Second, s.Inks.Light];
        for (int i = 0; i < count; i++)
        {
            double r = (i == 0 ? s.Random.Between(20, 26) : s.Random.Between(8, 13)) * s.Unit;
            double x = i == 0 ? s.X : s.Width * s.Random.Between(0.2, 0.8);
            double y = s.Height * (i == 0 ? 0.4 : 0.58 + (0.13 * i));
            s.Svg.Move(x - (r * 0.9), y).Line(x - (r * 1.9), y - (r * 0.8)).Line(x - (r * 1.6), y).Line(x - (r * 1.9), y + (r * 0.8))
                .Close().Fill(inks[(i + 1) % 4]);
            s.Svg.Ellipse(x, y, r * 1.25, r, inks[i]);
            s.Svg.Move(x - (r * 0.1), y - (r * 0.99)).Quad(x + (r * 0.3), y, x - (r * 0.1), y + (r * 0.99))
                .Stroke(inks[(i + 1) % 4], r * 0.22);
            s.Svg.Circle(x + (r * 0.7), y - (r * 0.2), r * 0.22, s.Inks.Light)
                .Circle(x + (r * 0.75), y - (r * 0.18), r * 0.11, s.Inks.Dark);
        }

        for (int i = 0; i < 3; i++)
        {
            s.Svg.Ring(s.Width * s.Random.Between(0.6, 0.9), s.Height * (0.1 + (0.08 * i)), s.Random.Between(2, 5) * s.Unit, s.Inks.Light, s.Unit);
        }
    }

    private static void Robot(Stage s)
    {
        double w = s.Random.Between(25, 31) * s.Unit;
        double top = s.Height * 0.24;
        s.Svg.Rect(s.X - s.Unit, top - (13 * s.Unit), 2 * s.Unit, 14 * s.Unit, s.Inks.Dark)
            .Circle(s.X, top - (14 * s.Unit), 4 * s.Unit, s.Inks.Accent);
        s.Svg.Rect(s.X - w, top, 2 * w, w * 1.3, s.Inks.Main, 1, 7 * s.Unit);
        s.Svg.Rect(s.X - (w * 0.76), top + (w * 0.26), w * 1.52, w * 0.62, s.Inks.Dark, 1, w * 0.3);
        double eye = w * s.Random.Between(0.14, 0.2);
        s.Svg.Circle(s.X - (w * 0.36), top + (w * 0.57), eye, s.Inks.Accent).Circle(s.X + (w * 0.36), top + (w * 0.57), eye, s.Inks.Accent);
        s.Svg.Rect(s.X - (w * 0.22), top + (w * 1.3), w * 0.44, w * 0.2, s.Inks.Dark);
        double body = top + (w * 1.5);
        s.Svg.Rect(s.X - (w * 1.16), body, w * 2.32, s.Height, s.Inks.Second, 1, 8 * s.Unit);
        for (int i = 0; i < 3; i++)
        {
            s.Svg.Circle(s.X + ((i - 1) * w * 0.5), body + (w * 0.5), w * 0.14, i == 1 ? s.Inks.Accent : s.Inks.Light);
        }
    }

    /// <summary>A house that has left its street.</summary>
    private static void FlyingHouse(Stage s)
    {
        double x = s.X;
        double y = s.Height * 0.6;
        double w = 22 * s.Unit;
        s.Svg.Rotate(s.Random.Between(-10, 10), x, y);
        s.Svg.Rect(x - w, y, 2 * w, w * 1.5, s.Inks.Light).Move(x - (w * 1.25), y).Line(x, y - w).Line(x + (w * 1.25), y).Close()
            .Fill(s.Inks.Main);
        s.Svg.Rect(x - (w * 0.6), y + (w * 0.35), w * 0.45, w * 0.5, s.Inks.Second)
            .Rect(x + (w * 0.1), y + (w * 0.35), w * 0.5, w * 1.15, s.Inks.Dark);
        s.Svg.Rect(x + (w * 0.5), y - (w * 0.95), w * 0.3, w * 0.6, s.Inks.Dark).EndGroup();
        for (int i = 0; i < 4; i++)
        {
            s.Svg.Circle(x + (w * (0.7 + (0.34 * i))), y - (w * (1.1 + (0.42 * i))), (3 + (2 * i)) * s.Unit, s.Inks.Light, 0.85);
        }

        for (int i = 0; i < 3; i++)
        {
            double cloud = s.Height * (0.8 + (0.07 * i));
            s.Svg.Rect(s.Width * s.Random.Between(-0.2, 0.5), cloud, s.Width * 0.6, 10 * s.Unit, i == 1 ? s.Inks.Accent : s.Inks.Second, 1, 5 * s.Unit);
        }
    }

    private static void Owl(Stage s)
    {
        double w = s.Random.Between(28, 34) * s.Unit;
        double y = s.Height * 0.4;
        s.Svg.Move(s.X - w, y - (w * 0.9)).Quad(s.X, y - (w * 0.4), s.X + w, y - (w * 0.9)).Line(s.X + w, y + (w * 0.6))
            .Arc(w, s.X - w, y + (w * 0.6)).Close().Fill(s.Inks.Main);
        s.Svg.Circle(s.X - (w * 0.46), y - (w * 0.1), w * 0.44, s.Inks.Light)
            .Circle(s.X + (w * 0.46), y - (w * 0.1), w * 0.44, s.Inks.Light);
        double look = w * s.Random.Between(-0.12, 0.12);
        s.Svg.Circle(s.X - (w * 0.46) + look, y - (w * 0.1), w * 0.22, s.Inks.Dark)
            .Circle(s.X + (w * 0.46) + look, y - (w * 0.1), w * 0.22, s.Inks.Dark);
        s.Svg.Move(s.X - (w * 0.16), y + (w * 0.12)).Line(s.X + (w * 0.16), y + (w * 0.12)).Line(s.X, y + (w * 0.44)).Close()
            .Fill(s.Inks.Accent);
        for (int i = 0; i < 3; i++)
        {
            double at = s.X + ((i - 1) * w * 0.48);
            s.Svg.Move(at - (w * 0.2), y + (w * 0.8)).Arc(w * 0.2, at + (w * 0.2), y + (w * 0.8), clockwise: false).Close();
        }

        s.Svg.Fill(s.Inks.Second).Rect(0, y + (w * 1.6), s.Width, 6 * s.Unit, s.Inks.Dark);
    }
}
