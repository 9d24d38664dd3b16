using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace SparrowRecSys.Site.Tests;

public sealed partial class ForYouTests(Site site)
{
    private static readonly Visit Known = new() { UserId = 648 };

    [Fact]
    public async Task Another_ranker_makes_another_feed_and_stands_in_the_address()
    {
        await using SitePage feed = await site.OpenAsync(Known);
        await feed.GoAsync("/foryou.html");
        ILocator items = feed.ByTestId("feed-item");
        await Expect(items.Nth(19)).ToBeAttachedAsync();
        int[] before = await items.MovieIdsAsync();

        await feed.ByTestId("choice-ranker").GetByText("Popular").ClickAsync();

        await Expect(feed.Page).ToHaveURLAsync(new Regex("ranker=popular"));
        await Expect(items.First).Not.ToHaveAttributeAsync("data-movie-id", $"{before[0]}");
        await Expect(items.Nth(19)).ToBeAttachedAsync();
        await feed.Page.ReloadAsync();
        await Expect(feed.Page.GetByRole(AriaRole.Radio, new() { Name = "Popular" })).ToBeCheckedAsync();
    }

    [Fact]
    public async Task A_ranker_that_is_no_longer_served_gives_way_to_the_default()
    {
        await using SitePage feed = await site.OpenAsync(Known);

        await feed.GoAsync("/foryou.html?ranker=retired&genre=Comedy");

        await Expect(feed.ByTestId("feed-item").Nth(19)).ToBeAttachedAsync();
        await Expect(feed.Page).ToHaveURLAsync(new Regex(@"\?genre=Comedy$"));
        await Expect(feed.Page.GetByRole(AriaRole.Radio, new() { Name = "Embedding", Exact = true })).ToBeCheckedAsync();
    }

    [Fact]
    public async Task Genre_and_years_leave_only_what_fits_and_reset_brings_all_back()
    {
        await using SitePage feed = await site.OpenAsync(Known);
        await feed.GoAsync("/foryou.html");
        ILocator items = feed.ByTestId("feed-item");
        await Expect(items.Nth(19)).ToBeAttachedAsync();
        int[] all = await items.MovieIdsAsync();

        await feed.ByTestId("feed-genre").SelectOptionAsync("Horror");
        await Expect(feed.Page).ToHaveURLAsync(new Regex("genre=Horror"));
        await feed.ByTestId("feed-yearFrom").FillAsync("1970");
        await feed.ByTestId("feed-yearFrom").PressAsync("Enter");
        await feed.ByTestId("feed-yearTo").FillAsync("1989");
        await feed.ByTestId("feed-yearTo").PressAsync("Enter");
        await Expect(feed.Page).ToHaveURLAsync(new Regex("yearTo=1989"));
        await Expect(feed.ByTestId("feed")).Not.ToHaveAttributeAsync("aria-busy", "true");

        await Expect(items.First.Locator(".card-meta")).ToContainTextAsync(Seventies());
        string[] facts = [.. await items.Locator(".card-meta > span:first-child").AllInnerTextsAsync()];
        Assert.All(facts, fact => Assert.Matches(Seventies(), fact));
        await feed.Page.GetByRole(AriaRole.Button, new() { Name = "Reset" }).ClickAsync();
        await Expect(items.First).ToHaveAttributeAsync("data-movie-id", $"{all[0]}");
    }

    [Fact]
    public async Task Variety_moves_the_feed()
    {
        await using SitePage feed = await site.OpenAsync(Known);
        await feed.GoAsync("/foryou.html?diversity=0.1");
        ILocator items = feed.ByTestId("feed-item");
        await Expect(items.Nth(19)).ToBeAttachedAsync();
        int[] before = await items.MovieIdsAsync();

        await feed.ByTestId("feed-diversity").FocusAsync();
        await feed.Page.RunAndWaitForResponseAsync(
            () => feed.ByTestId("feed-diversity").PressAsync("End"),
            response => response.Url.Contains("diversity=1", StringComparison.Ordinal));
        await Expect(items.Nth(19)).ToBeAttachedAsync();

        Assert.NotEqual(before, await items.MovieIdsAsync());
    }

    [Fact]
    public async Task The_feed_goes_on_without_repeating_a_film()
    {
        await using SitePage feed = await site.OpenAsync(Known);
        await feed.GoAsync("/foryou.html");
        ILocator items = feed.ByTestId("feed-item");

        await Expect(items.Nth(19)).ToBeAttachedAsync();
        await items.Nth(19).ScrollIntoViewIfNeededAsync();
        await Expect(items.Nth(39)).ToBeAttachedAsync();
        await items.Nth(39).ScrollIntoViewIfNeededAsync();
        await Expect(items.Nth(59)).ToBeAttachedAsync();

        int[] ids = await items.MovieIdsAsync();
        Assert.Equal(ids.Length, ids.Distinct().Count());
    }

    [Fact]
    public async Task Why_opens_an_explanation_and_escape_returns_to_the_film()
    {
        await using SitePage feed = await site.OpenAsync(Known);
        await feed.GoAsync("/foryou.html");
        ILocator why = feed.ByTestId("why-button").First;

        await why.FocusAsync();
        await why.PressAsync("Enter");
        ILocator panel = feed.ByTestId("why-panel");
        await Expect(panel.GetByTestId("why-reason")).Not.ToBeEmptyAsync();
        await Expect(panel.GetByTestId("why-channels").Locator("li").First).ToContainTextAsync("place");
        await Expect(panel.GetByTestId("why-place")).ToContainTextAsync("place");
        await Expect(panel).ToContainTextAsync("What the model says");
        await Expect(panel).ToContainTextAsync("What speaks for it");
        await feed.KeepScreenshotAsync("why");
        await feed.Page.Keyboard.PressAsync("Escape");

        await Expect(panel).ToHaveCountAsync(0);
        await Expect(why).ToBeFocusedAsync();
    }

    [Fact]
    public async Task The_trace_shows_the_four_stages()
    {
        await using SitePage feed = await site.OpenAsync(Known);
        await feed.GoAsync("/foryou.html");
        await Expect(feed.ByTestId("feed-item").First).ToBeVisibleAsync();

        await feed.ByTestId("how").Locator("summary").ClickAsync();

        await Expect(feed.ByTestId("trace").GetByRole(AriaRole.Heading, new() { Level = 3 }))
            .ToContainTextAsync(["Propose", "Leave out", "Score", "Mix"]);
        await Expect(feed.ByTestId("trace")).ToContainTextAsync("Answered in");
        await Expect(feed.ByTestId("trace")).ToContainTextAsync("already rated");
        await feed.KeepScreenshotAsync("trace");
    }

    [Fact]
    public async Task A_rating_changes_the_feed_and_the_users_page()
    {
        await using SitePage feed = await site.OpenAsync();
        await feed.GoAsync("/foryou.html");
        ILocator items = feed.ByTestId("feed-item");
        await Expect(items.Nth(19)).ToBeAttachedAsync();
        int[] before = await items.MovieIdsAsync();

        await items.First.Locator("[data-stars='5']").ClickAsync();
        await feed.ByTestId("refresh-feed").ClickAsync();
        await Expect(items.First).Not.ToHaveAttributeAsync("data-movie-id", $"{before[0]}");
        await Expect(items.Nth(19)).ToBeAttachedAsync();
        int[] after = await items.MovieIdsAsync();
        await feed.ByTestId("nav-user").ClickAsync();

        Assert.DoesNotContain(before[0], after);
        Assert.NotEqual(before[1..10], after[..9]);
        await Expect(feed.ByTestId("rating-count")).ToHaveTextAsync("1");
        await Expect(feed.Cards("history-grid")).ToHaveAttributeAsync("data-movie-id", $"{before[0]}");
        await Expect(feed.Cards("history-grid").GetByRole(AriaRole.Img, new() { Name = "You gave 5 stars" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_film_that_does_not_interest_leaves_the_feed_and_comes_back_with_undo()
    {
        await using SitePage feed = await site.OpenAsync(Known);
        await feed.GoAsync("/foryou.html");
        ILocator items = feed.ByTestId("feed-item");
        string first = await items.First.GetAttributeAsync("data-movie-id") ?? "";

        await items.First.HoverAsync();
        await items.First.GetByTestId("hide-button").ClickAsync();
        await Expect(items.First).Not.ToHaveAttributeAsync("data-movie-id", first);
        await feed.ByTestId("toast").GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();

        await Expect(items.First).ToHaveAttributeAsync("data-movie-id", first);
    }

    [Fact]
    public async Task Choices_that_nothing_fits_say_so()
    {
        await using SitePage feed = await site.OpenAsync(Known);

        await feed.GoAsync("/foryou.html?genre=Western&yearFrom=1900&yearTo=1901");

        await Expect(feed.ByTestId("empty-state")).ToContainTextAsync("No film fits these choices");
        await Expect(feed.ByTestId("degraded")).ToHaveCountAsync(0);
    }

    [GeneratedRegex(@"^19[78]\d · .*")]
    private static partial Regex Seventies();
}
