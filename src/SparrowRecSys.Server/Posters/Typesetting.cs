using System.Text;

namespace SparrowRecSys.Server.Posters;

/// <summary>A line of the title. Lengths in poster units; the baseline is measured from the top of the block.</summary>
internal readonly record struct TitleLine(string Text, double Size, double Width, double Baseline);

/// <summary>A title broken into lines. Immutable.</summary>
/// <param name="Face">Its type.</param>
/// <param name="Lines">From top to bottom.</param>
/// <param name="Height">From the top of the first line's capitals to the foot of the last line's descenders.</param>
internal sealed record TitleBlock(TypeFace Face, IReadOnlyList<TitleLine> Lines, double Height);

/// <summary>Breaks a title into lines and finds the largest type that fits a box.</summary>
internal static class Typesetting
{
    /// <summary>Longer titles are cut, with an ellipsis.</summary>
    public const int MaxTitleLength = 140;

    private const int MaxLines = 6;
    private const int MaxWordLength = 18;
    private const double CapHeight = 0.73; // of the size; ascenders of CJK reach a little higher

    // These never begin a line.
    private const string ClosingMarks = "、。，．：；！？）」』】〉》〕…ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ·・";

    /// <summary>Han, kana, hangul and full-width marks: a line may break on either side.</summary>
    public static bool IsCjk(Rune rune) => rune.Value is (>= 0x2E80 and <= 0x9FFF) or (>= 0xAC00 and <= 0xD7AF)
        or (>= 0xF900 and <= 0xFAFF) or (>= 0xFE30 and <= 0xFE4F) or (>= 0xFF00 and <= 0xFF60) or (>= 0x20000 and <= 0x3FFFF);

    /// <summary>A text that XML and a poster can hold: no control characters, no lone surrogates, single spaces, not too long.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune) || Rune.IsControl(rune))
            {
                if (clean.Length > 0 && clean[^1] != ' ')
                {
                    clean.Append(' ');
                }
            }
            else if (rune.Value is not (0xFFFE or 0xFFFF or 0xFFFD))
            {
                clean.Append(rune);
            }

            if (clean.Length >= MaxTitleLength)
            {
                return clean.ToString().TrimEnd() + "…";
            }
        }

        return clean.ToString().TrimEnd();
    }

    /// <summary>All lines in one size, the largest that fits.</summary>
    /// <param name="title">Cleaned.</param>
    /// <param name="face">Its type.</param>
    /// <param name="width">Of the box.</param>
    /// <param name="height">Of the box.</param>
    /// <param name="maxSize">Type is not set larger.</param>
    public static TitleBlock Fit(string title, TypeFace face, double width, double height, double maxSize)
    {
        List<Token> tokens = Split(face.Cased(title), face);
        double bestSize = 0;
        List<string> best = [];
        for (int count = 1; count <= MaxLines; count++)
        {
            List<string> lines = Break(tokens, face, count);
            double size = Math.Min(maxSize, width / lines.Max(face.Measure));
            size = Math.Min(size, height / (CapHeight + ((lines.Count - 1) * face.Leading)));

            // One more line must pay for itself.
            if (size > bestSize * 1.12)
            {
                (bestSize, best) = (size, lines);
            }
        }

        return Stack(best, face, _ => bestSize);
    }

    /// <summary>Every line as wide as the box, like a wood-type bill; short lines become large. Falls back to <see cref="Fit"/>.</summary>
    public static TitleBlock FitJustified(string title, TypeFace face, double width, double height, double maxSize)
    {
        List<Token> tokens = Split(face.Cased(title), face);
        for (int count = 2; count <= Math.Min(4, tokens.Count); count++)
        {
            List<string> lines = Break(tokens, face, count);
            TitleBlock block = Stack(lines, face, line => Math.Min(maxSize, width / face.Measure(line)));
            double smallest = block.Lines.Min(line => line.Size);
            if (lines.Count == count && block.Height <= height && smallest >= 22 && block.Lines.Max(line => line.Size) < smallest * 3)
            {
                return block;
            }
        }

        return Fit(title, face, width, height, maxSize);
    }

    private static TitleBlock Stack(List<string> lines, TypeFace face, Func<string, double> sizeOf)
    {
        var stacked = new TitleLine[lines.Count];
        double baseline = 0;
        for (int i = 0; i < stacked.Length; i++)
        {
            double size = sizeOf(lines[i]);
            baseline += i == 0 ? size * CapHeight : size * face.Leading * (i > 0 && stacked[i - 1].Size != size ? 0.92 : 1);
            stacked[i] = new TitleLine(lines[i], size, face.Measure(lines[i]) * size, baseline);
        }

        return new TitleBlock(face, stacked, baseline + (stacked[^1].Size * (face.IsUpper ? 0.03 : 0.17)));
    }

    /// <summary>A piece that stays whole; <paramref name="SpaceBefore"/> unless it begins a line.</summary>
    private readonly record struct Token(string Text, bool SpaceBefore, double Width);

    private static List<Token> Split(string title, TypeFace face)
    {
        var tokens = new List<Token>();
        foreach (string word in title.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            bool spaceBefore = tokens.Count > 0;
            int start = 0;
            int length = 0;
            while (start < word.Length)
            {
                length = PieceLength(word, start);
                string piece = word.Substring(start, length);
                tokens.Add(new Token(piece, spaceBefore && start == 0, face.Measure(piece)));
                start += length;
            }
        }

        return tokens.Count > 0 ? tokens : [new Token("·", false, 0.3)];
    }

    /// <summary>Length of the piece at <paramref name="start"/>: one CJK character with the marks that cling to it, or a run of other letters.</summary>
    private static int PieceLength(string word, int start)
    {
        Rune.TryGetRuneAt(word, start, out Rune first);
        int end = start + first.Utf16SequenceLength;
        bool isCjk = IsCjk(first);
        while (end < word.Length && Rune.TryGetRuneAt(word, end, out Rune next))
        {
            bool clings = ClosingMarks.Contains(word[end], StringComparison.Ordinal);
            bool joins = !isCjk && !IsCjk(next) && (end - start < MaxWordLength || word.Length <= MaxWordLength + 4);
            if (!clings && !joins)
            {
                break;
            }

            end += next.Utf16SequenceLength;
        }

        return end - start;
    }

    /// <summary>At most <paramref name="count"/> lines of nearly equal width: the narrowest measure that needs no more.</summary>
    private static List<string> Break(List<Token> tokens, TypeFace face, int count)
    {
        double total = tokens.Sum(token => token.Width + (token.SpaceBefore ? 0.3 : 0));
        double measure = Math.Max(tokens.Max(token => token.Width), total / count);
        while (LineCount(tokens, face, measure) > count)
        {
            measure *= 1.05;
        }

        var lines = new List<string>();
        var line = new StringBuilder();
        double width = 0;
        foreach (Token token in tokens)
        {
            double gap = token.SpaceBefore ? face.Measure(" ") + (2 * face.Tracking) : face.Tracking;
            if (width > 0 && width + gap + token.Width > measure + 1e-9)
            {
                lines.Add(line.ToString());
                line.Clear();
                width = 0;
            }

            line.Append(width > 0 && token.SpaceBefore ? " " : "").Append(token.Text);
            width += (width > 0 ? gap : 0) + token.Width;
        }

        lines.Add(line.ToString());
        return lines;
    }

    private static int LineCount(List<Token> tokens, TypeFace face, double measure)
    {
        int lines = 1;
        double width = 0;
        foreach (Token token in tokens)
        {
            double gap = token.SpaceBefore ? face.Measure(" ") + (2 * face.Tracking) : face.Tracking;
            bool breaks = width > 0 && width + gap + token.Width > measure + 1e-9;
            lines += breaks ? 1 : 0;
            width = breaks || width == 0 ? token.Width : width + gap + token.Width;
        }

        return lines;
    }
}
