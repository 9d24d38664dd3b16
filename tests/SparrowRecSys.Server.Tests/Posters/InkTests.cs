using SparrowRecSys.Server.Posters;

namespace SparrowRecSys.Server.Tests.Posters;

public sealed class InkTests
{
    [Fact]
    public void Black_on_white_has_the_contrast_of_WCAG()
    {
        Assert.Equal(21, Ink.Parse("000000").Contrast(Ink.Parse("ffffff")), 0.001);
    }

    [Theory]
    [InlineData("d7263d")]
    [InlineData("00a6a6")]
    [InlineData("808080")]
    [InlineData("ffffff")]
    public void Turning_the_hue_by_nothing_keeps_the_ink(string hex)
    {
        Assert.Equal(Ink.Parse(hex), Ink.Parse(hex).Adjust());
    }

    [Fact]
    public void A_third_of_the_circle_turns_red_into_green()
    {
        Assert.Equal(Ink.Parse("00ff00"), Ink.Parse("ff0000").Adjust(turn: 120));
    }

    [Fact]
    public void Text_is_readable_on_every_ground()
    {
        string[] grounds = ["d7263d", "14213d", "f2a541", "e8e1d3", "808080", "00a6a6", "7a7a7a", "5c6b73", "ffffff", "000000"];
        Palette inks = Palette.Parse("d7263d 1b1b1e ffb627 fff1d6 fff4e0 14110f");

        Assert.All(grounds.Select(Ink.Parse), ground => Assert.True(inks.TextOn(ground).Contrast(ground) >= 4.5));
    }
}
