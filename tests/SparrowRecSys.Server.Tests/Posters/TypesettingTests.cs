using SparrowRecSys.Server.Posters;

namespace SparrowRecSys.Server.Tests.Posters;

public sealed class TypesettingTests
{
    [Fact]
    public void Lines_break_between_words()
    {
        TitleBlock block = Typesetting.Fit("Once Upon a Time in the West", TypeFace.Grotesk, 340, 190, 96);

        Assert.True(block.Lines.Count > 1);
        Assert.Equal("Once Upon a Time in the West", string.Join(' ', block.Lines.Select(line => line.Text)));
    }

    [Fact]
    public void Chinese_lines_break_anywhere_but_never_begin_with_a_closing_mark()
    {
        TitleBlock block = Typesetting.Fit("霸王别姬，你好！再见，朋友们。", TypeFace.Grotesk, 160, 400, 96);

        Assert.True(block.Lines.Count > 1);
        Assert.DoesNotContain(block.Lines, line => "，！。".Contains(line.Text[0], StringComparison.Ordinal));
        Assert.Equal("霸王别姬，你好！再见，朋友们。", string.Concat(block.Lines.Select(line => line.Text)));
    }

    [Theory]
    [InlineData("Up")]
    [InlineData("Dr. Strangelove or: How I Learned to Stop Worrying and Love the Bomb")]
    [InlineData("WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW")]
    [InlineData("机动战士高达：逆袭的夏亚")]
    public void A_block_keeps_inside_its_box(string title)
    {
        TypeFace[] faces = [TypeFace.Grotesk, TypeFace.Airy, TypeFace.Condensed, TypeFace.Didone, TypeFace.Inscription];
        TitleBlock[] blocks =
        [
            .. faces.Select(face => Typesetting.Fit(title, face, 340, 190, 96)),
            .. faces.Select(face => Typesetting.FitJustified(title, face, 340, 190, 96)),
        ];

        Assert.All(blocks, block => Assert.InRange(block.Height, 1, 190 + (0.2 * block.Lines[^1].Size)));
        Assert.All(blocks.SelectMany(block => block.Lines), line => Assert.InRange(line.Width, 1, 340.001));
    }

    [Fact]
    public void A_short_title_is_set_large()
    {
        TitleBlock block = Typesetting.Fit("Up", TypeFace.Grotesk, 340, 190, 96);

        Assert.Equal(96, Assert.Single(block.Lines).Size);
    }

    [Fact]
    public void Justified_lines_are_equally_wide()
    {
        TitleBlock block = Typesetting.FitJustified("All the President's Men", TypeFace.GroteskCaps, 340, 250, 200);

        Assert.True(block.Lines.Count > 1);
        Assert.All(block.Lines, line => Assert.Equal(340, line.Width, 0.01));
    }

    [Fact]
    public void Cleaning_removes_what_XML_cannot_hold()
    {
        Assert.Equal("A B C", Typesetting.Clean(" A\0\tB \uFFFF\uD800 C\n"));
    }

    [Fact]
    public void An_endless_title_is_cut_with_an_ellipsis()
    {
        string clean = Typesetting.Clean(new string('x', 1000));

        Assert.Equal(Typesetting.MaxTitleLength + 1, clean.Length);
        Assert.EndsWith("…", clean, StringComparison.Ordinal);
    }

    [Fact]
    public void Wide_letters_measure_wider_than_narrow_ones()
    {
        Assert.True(TypeFace.Grotesk.Measure("WWW") > 2 * TypeFace.Grotesk.Measure("iii"));
        Assert.True(TypeFace.Grotesk.Measure("漢字") > TypeFace.Grotesk.Measure("ab"));
    }
}
