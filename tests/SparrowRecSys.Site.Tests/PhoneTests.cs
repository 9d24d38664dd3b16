namespace SparrowRecSys.Site.Tests;

/// <summary>What holds on every page of a phone; a picture of each is kept.</summary>
public sealed class PhoneTests(Site site)
{
    public static TheoryData<string, string> Variants { get; } = new(
        from page in PageAddresses.Names from locale in new[] { "en-US", "zh-CN" } select (page, locale));

    public static TheoryData<string> Names { get; } = new(PageAddresses.Names);

    [Theory]
    [MemberData(nameof(Variants))]
    public async Task A_page_is_whole_on_a_phone(string page, string locale) => await PageInspection.AssertWholeAsync(
        site, page, new Visit { UserId = PageAddresses.KnownUser, Locale = locale, Width = 390, Height = 844 });

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_page_fits_the_smallest_phone(string page)
    {
        await using SitePage visit = await site.OpenAsync(new Visit { UserId = PageAddresses.KnownUser, Width = 320, Height = 640 });

        await visit.GoAndSettleAsync(PageAddresses.Of(page));
        await visit.SettleAsync();
        await visit.KeepScreenshotAsync($"{page}-320");

        Assert.Empty(await visit.FindWideAsync());
    }

    [Fact]
    public async Task The_picker_fits_the_smallest_phone()
    {
        await using SitePage home = await site.OpenAsync(new Visit { Width = 320, Height = 640 });

        await home.GoAndSettleAsync("/");
        await home.SettleAsync();
        await home.KeepScreenshotAsync("picker-320");

        Assert.Empty(await home.FindWideAsync());
    }
}
