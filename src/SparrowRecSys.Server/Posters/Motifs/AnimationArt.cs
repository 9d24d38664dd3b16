namespace SparrowRecSys.Server.Posters.Motifs;

/// <summary>Animation: round shapes in bright flats, often with eyes.</summary>
internal static class AnimationArt
{
    public static GenreArt Art { get; } = new(
        7,
        GenreArt.Inks(
            "00a6a6 ffd23f ee4266 fff8e7 fff8e7 0d3b4f", "ffcb47 ef476f 118ab2 06d6a0 fffaf0 073b4c",
            "ff8fab 3a0ca3 ffd60a fb5607 fff0f3 240046", "4361ee ffbe0b ff5d8f 7bf1a8 f7f7ff 10183f",
            "f4f1de e07a3f 3d8b8b f2c14e fffdf5 22333b", "1b4965 bee9e8 5fa8d3 ffb703 f4fbff 0b2233",
            "6a4c93 ffca3a 8ac926 ff595e fffaf0 2a1a42", "ffd6a5 e4572e 76b041 17bebb fffaf2 2e282a"),
        [Creature, Bounce, Quarters, Hills, Peekers, Cloud, Comet, .. AnimationScenes.All],
        Device,
        [TypeFace.Rounded, TypeFace.Rounded, TypeFace.GroteskTight]);

    private static void Creature(Stage s)
    {
        double r = s.Random.Between(30, 38) * s.Unit;
        double x = s.X + (s.Unit * s.Random.Between(-10, 10));
        double top = s.Height * 0.36;
        if (s.Random.Chance(0.5))
        {
            double ear = r * 0.36;
            s.Svg.Circle(x - (r * 0.72), top - (r * 0.6), ear, s.Inks.Main).Circle(x + (r * 0.72), top - (r * 0.6), ear, s.Inks.Main);
        }
        else
        {
            s.Svg.Move(x - (r * 0.95), top - (r * 0.1)).Line(x - (r * 0.8), top - (r * 1.25)).Line(x - (r * 0.1), top - (r * 0.8)).Close()
                .Move(x + (r * 0.95), top - (r * 0.1)).Line(x + (r * 0.8), top - (r * 1.25)).Line(x + (r * 0.1), top - (r * 0.8)).Close()
                .Fill(s.Inks.Main);
        }

        s.Svg.Rect(x - r, top - r, 2 * r, s.Height, s.Inks.Main, 1, r);
        s.Svg.Ellipse(x, s.Height + (r * 0.2), r * 0.66, r * 1.2, s.Inks.Second);
        double gap = r * s.Random.Between(0.32, 0.46);
        Eyes(s, x, top - (r * 0.1), gap, r * 0.24);
    }

    private static void Bounce(Stage s)
    {
        double floor = s.Height * 0.84;
        int side = s.Random.Sign();
        double x = s.X - (46 * s.Unit * side);
        for (int i = 0; i < 3; i++)
        {
            double span = (42 - (9 * i)) * s.Unit * side;
            double rise = (110 - (34 * i)) * s.Unit;
            s.Svg.Move(x, floor).Quad(x + (span / 2), floor - rise, x + span, floor);
            x += span;
        }

        s.Svg.Stroke(s.Inks.Light, 1.2 * s.Unit, 0.8, " stroke-dasharray=\"2 9\" stroke-linecap=\"round\"");
        double ball = 19 * s.Unit;
        double ballX = s.X - (26 * s.Unit * side);
        double ballY = floor - (58 * s.Unit);
        s.Land(floor + (3 * s.Unit), s.Inks.Second);
        s.Svg.Ellipse(ballX, floor + (7 * s.Unit), ball * 0.8, 2.4 * s.Unit, s.Inks.Dark, 0.35);
        s.Svg.Circle(ballX, ballY, ball, s.Inks.Main);
        s.Svg.Move(ballX - ball, ballY).Arc(ball, ballX + ball, ballY, clockwise: s.Random.Chance(0.5)).Close().Fill(s.Inks.Accent);
        s.Svg.Circle(ballX, ballY, ball * 0.36, s.Inks.Light);
    }

    private static void Quarters(Stage s)
    {
        int columns = 3;
        double cell = s.Width / columns;
        int rows = (int)Math.Ceiling(s.Height / cell);
        Ink[] inks = [s.Inks.Main, s.Inks.Second, s.Inks.Accent, s.Inks.Light, s.Inks.Dark];
        double offset = (s.Height - (rows * cell)) / 2;
        for (int i = 0; i < rows * columns; i++)
        {
            double x = i % columns * cell;
            double y = offset + (i / columns * cell);
            Ink ink = inks[s.Random.Next(inks.Length)];
            switch (s.Random.Next(5))
            {
                case 0: s.Svg.Circle(x + (cell / 2), y + (cell / 2), cell / 2, ink); break;
                case 1: s.Svg.Move(x, y).Line(x + cell, y).Arc(cell, x, y + cell).Close().Fill(ink); break;
                case 2: s.Svg.Move(x + cell, y + cell).Line(x, y + cell).Arc(cell, x + cell, y).Close().Fill(ink); break;
                case 3: s.Svg.Move(x, y + (cell / 2)).Arc(cell / 2, x + cell, y + (cell / 2)).Close().Fill(ink); break;
            }
        }

        double eyeX = cell * (0.5 + s.Random.Next(columns));
        double eyeY = offset + (cell * (1.5 + s.Random.Next(Math.Max(1, rows - 3))));
        s.Svg.Circle(eyeX, eyeY, cell / 2, s.Inks.Main);
        Eyes(s, eyeX, eyeY, cell * 0.19, cell * 0.14);
    }

    private static void Hills(Stage s)
    {
        double x = s.Width * s.Random.Between(0.3, 0.7);
        s.Svg.Circle(x, s.Height * 0.3, 22 * s.Unit, s.Inks.Main);
        Eyes(s, x, s.Height * 0.29, 7 * s.Unit, 4 * s.Unit);
        s.Svg.Circle(s.Width * 0.16, s.Height * 1.02, 56 * s.Unit, s.Inks.Second)
            .Circle(s.Width * 0.9, s.Height * 1.08, 62 * s.Unit, s.Inks.Accent);
        for (int i = 0; i < 4; i++)
        {
            double treeX = s.Width * ((i + s.Random.Between(0.2, 0.8)) / 4);
            double treeY = s.Height * s.Random.Between(0.72, 0.84);
            double r = s.Random.Between(5, 9) * s.Unit;
            s.Svg.Rect(treeX - (0.8 * s.Unit), treeY, 1.6 * s.Unit, 22 * s.Unit, s.Inks.Dark)
                .Ellipse(treeX, treeY, r * 0.8, r * 1.3, s.Inks.Dark);
        }

        Shapes.Hills(s, s.Height * 0.93, 5 * s.Unit, 3, s.Inks.Dark);
    }

    private static void Peekers(Stage s)
    {
        Ink[] inks = [s.Inks.Second, s.Inks.Main, s.Inks.Accent, s.Inks.Dark];
        int first = s.Random.Next(4);
        double width = s.Width / 3;
        for (int i = 0; i < 3; i++)
        {
            double top = s.Height * s.Random.Between(0.22, 0.6);
            double x = (i * width) - (4 * s.Unit);
            s.Svg.Rect(x, top, width + (8 * s.Unit), s.Height, inks[(first + i) % 4], 1, (width / 2) + (4 * s.Unit));
            double look = s.Random.Between(0.3, 0.5);
            Eyes(s, x + (width / 2) + (4 * s.Unit), top + (width * look), width * 0.2, width * s.Random.Between(0.1, 0.16));
        }
    }

    private static void Cloud(Stage s)
    {
        double x = s.X;
        double y = s.Height * 0.56;
        double r = 18 * s.Unit;
        s.Svg.Circle(x + (24 * s.Unit * s.Random.Sign()), y - (26 * s.Unit), 24 * s.Unit, s.Inks.Main);
        s.Svg.Rect(x - (44 * s.Unit), y - (4 * s.Unit), 88 * s.Unit, 2 * r, s.Inks.Light, 1, r)
            .Circle(x - (14 * s.Unit), y - (3 * s.Unit), r * 1.25, s.Inks.Light)
            .Circle(x + (16 * s.Unit), y, r, s.Inks.Light);
        Eyes(s, x - (6 * s.Unit), y + (8 * s.Unit), 8 * s.Unit, 0);
        for (int i = 0; i < 5; i++)
        {
            double dropX = x + ((i - 2) * 17 * s.Unit);
            double dropY = y + ((42 + (10 * (i % 2))) * s.Unit);
            s.Svg.Move(dropX, dropY - (5 * s.Unit)).Line(dropX, dropY + (5 * s.Unit));
        }

        s.Svg.Stroke(s.Inks.Second, 3 * s.Unit, 1, " stroke-linecap=\"round\"");
    }

    private static void Comet(Stage s)
    {
        double r = 20 * s.Unit;
        int side = s.Random.Sign();
        s.Svg.Rotate(-38 * side, s.X, s.Y);
        Ink[] inks = [s.Inks.Second, s.Inks.Accent, s.Inks.Light];
        for (int i = 0; i < 3; i++)
        {
            double width = (40 - (12 * i)) * s.Unit;
            s.Svg.Rect(s.X - (width / 2), s.Y - (i * 3 * s.Unit), width, s.Height, inks[i], 1, width / 2);
        }

        s.Svg.Circle(s.X, s.Y, r, s.Inks.Main).EndGroup();
        Eyes(s, s.X, s.Y - (2 * s.Unit), 6.5 * s.Unit, 4 * s.Unit);
    }

    private static void Device(Stage s)
    {
        for (int i = 0; i < 7; i++)
        {
            s.Svg.Circle(s.Width * s.Random.Between(0, 1), s.Height * s.Random.Between(0, 0.9), s.Random.Between(2, 11) * s.Unit, s.Veil);
        }
    }

    /// <summary>Two eyes; <paramref name="white"/> 0 leaves the pupils alone.</summary>
    internal static void Eyes(Stage s, double x, double y, double gap, double white)
    {
        double pupil = white > 0 ? white * 0.5 : 2.2 * s.Unit;
        double look = white * s.Random.Between(-0.3, 0.3);
        foreach (double eyeX in (ReadOnlySpan<double>)[x - gap, x + gap])
        {
            if (white > 0)
            {
                s.Svg.Circle(eyeX, y, white, s.Inks.Light);
            }

            s.Svg.Circle(eyeX + look, y + (white * 0.1), pupil, s.Inks.Dark);
        }
    }
}
