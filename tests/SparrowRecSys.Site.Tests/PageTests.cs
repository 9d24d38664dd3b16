using Microsoft.Playwright;

namespace SparrowRecSys.Site.Tests;

/// <summary>What holds on every page of a wide window; a picture of each is kept.</summary>
public sealed class PageTests(Site site)
{
    public static TheoryData<string, string> Variants { get; } = new(
        from page in PageAddresses.Names from locale in new[] { "en-US", "zh-CN" } select (page, locale));

    public static TheoryData<string, int> Widths { get; } = new(
        from page in PageAddresses.Names from width in new[] { 768, 2560 } select (page, width));

    public static TheoryData<string> Names { get; } = new(PageAddresses.Names);

    [Theory]
    [MemberData(nameof(Variants))]
    public async Task A_page_is_whole_in_a_wide_window(string page, string locale) =>
        await PageInspection.AssertWholeAsync(site, page, new Visit { UserId = PageAddresses.KnownUser, Locale = locale, Width = 1440 });

    [Theory]
    [MemberData(nameof(Widths))]
    public async Task A_page_fits_a_tablet_and_the_widest_screen(string page, int width)
    {
        await using SitePage visit = await site.OpenAsync(new Visit { UserId = PageAddresses.KnownUser, Width = width, Height = 1200 });

        await visit.GoAndSettleAsync(PageAddresses.Of(page));
        await visit.SettleAsync();
        await visit.KeepScreenshotAsync($"{page}-{width}");

        Assert.Empty(await visit.FindWideAsync());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_reader_who_asked_for_less_motion_gets_less(string page)
    {
        await using SitePage visit = await site.OpenAsync(new Visit { UserId = PageAddresses.KnownUser, ReducedMotion = true });

        await visit.GoAsync(PageAddresses.Of(page));
        await Assertions.Expect(visit.Page.Locator("main > *").First).ToBeAttachedAsync();

        Assert.Empty(await visit.Page.EvaluateAsync<string[]>("""
            () => document.getAnimations().filter((animation) => animation.effect.getComputedTiming().duration > 20)
              .map((animation) => animation.animationName ?? animation.transitionProperty)
            """));
        Assert.Empty(await visit.Page.EvaluateAsync<string[]>("""
            () => [...document.querySelectorAll('*')].filter((element) => getComputedStyle(element).transitionDuration.split(',')
              .some((duration) => parseFloat(duration) > 0.02)).map((element) => element.getAttribute('class') ?? element.nodeName)
            """));
    }
}
