using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace SparrowRecSys.Site.Tests;

public sealed class KeyboardTests(Site site)
{
    // What has the focus, and whether one sees it: an outline on it or on what is drawn in its place.
    private const string Focused = """
        () => {
          const isMarked = (element) => element && getComputedStyle(element).outlineStyle !== 'none' && parseFloat(getComputedStyle(element).outlineWidth) > 0;
          const element = document.activeElement;
          const name = element.dataset.testid ?? element.getAttribute('class') ?? element.nodeName;
          return isMarked(element) || isMarked(element.nextElementSibling) ? name : `${name} without a mark`;
        }
        """;

    [Fact]
    public async Task Tab_goes_through_the_header_in_order_and_the_focus_is_seen()
    {
        await using SitePage page = await site.OpenAsync(new Visit { UserId = 648 });
        await page.GoAndSettleAsync("/");

        string[] stops = await TabAsync(page, 9);

        Assert.Equal(
            ["skip-link", "brand", "nav-foryou", "nav-genres", "nav-user", "search-input", "language-switch", "theme-switch", "user-switch"],
            stops);
    }

    [Theory]
    [InlineData("/", "hero-title", "why-button", "hero-hide", "stars", "see-all", "card-link")]
    [InlineData("/movie.html?movieId=1436", "chip", "link", "stars", "INPUT", "card-link")]
    [InlineData("/foryou.html", "INPUT", "feed-genre", "feed-yearFrom", "feed-yearTo", "feed-diversity", "SUMMARY", "why-button", "stars", "hide-button")]
    [InlineData("/collection.html?type=genre&value=Drama", "collection-sort", "collection-decade", "card-link")]
    public async Task Tab_reaches_every_control_behind_the_skip_link(string address, params string[] controls)
    {
        await using SitePage page = await site.OpenAsync(new Visit { UserId = 648 });
        await page.GoAndSettleAsync(address);
        await page.Page.Keyboard.PressAsync("Tab");
        await page.Page.Keyboard.PressAsync("Enter");

        string[] stops = await TabAsync(page, 24);

        Assert.Empty(controls.Except(stops));
        Assert.DoesNotContain(stops, stop => stop.EndsWith("without a mark", StringComparison.Ordinal));
        Assert.DoesNotContain("brand", stops);
    }

    [Fact]
    public async Task A_dialog_keeps_the_focus_inside()
    {
        await using SitePage page = await site.OpenAsync(new Visit { UserId = 648 });
        await page.GoAsync("/");
        await page.ByTestId("user-switch").FocusAsync();
        await page.Page.Keyboard.PressAsync("Enter");
        await Expect(page.ByTestId("user-entry").First).ToBeVisibleAsync();

        string[] stops = await TabAsync(page, 6);

        Assert.Empty(stops.Except(["dialog-close", "user-id-input", "user-id-go", "new-visitor", "user-entry", "person-entry"]));
        await page.Page.Keyboard.PressAsync("Escape");
        await Expect(page.ByTestId("user-switch")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Films_are_chosen_with_the_keyboard()
    {
        await using SitePage page = await site.OpenAsync();
        await page.GoAsync("/");
        ILocator choice = page.ByTestId("choice").First;

        await choice.FocusAsync();
        await page.Page.Keyboard.PressAsync("Space");

        await Expect(choice).ToHaveAttributeAsync("aria-pressed", "true");
    }

    private static async Task<string[]> TabAsync(SitePage page, int times)
    {
        string[] stops = new string[times];
        for (int i = 0; i < times; i++)
        {
            await page.Page.Keyboard.PressAsync("Tab");
            stops[i] = await page.Page.EvaluateAsync<string>(Focused);
        }

        return stops;
    }
}
