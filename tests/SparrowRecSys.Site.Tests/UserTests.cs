using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace SparrowRecSys.Site.Tests;

public sealed class UserTests(Site site)
{
    [Fact]
    public async Task The_page_shows_taste_numbers_and_history()
    {
        await using SitePage person = await site.OpenAsync();

        await person.GoAsync("/user.html?id=648");

        await Expect(person.ByTestId("persona")).ToContainTextAsync("Loves");
        await Expect(person.ByTestId("rating-count")).ToHaveTextAsync("722");
        await Expect(person.ByTestId("taste").GetByRole(AriaRole.Link)).ToHaveCountAsync(8);
        await Expect(person.ByTestId("histogram").Locator("li")).ToHaveCountAsync(10);
        await person.ByTestId("history").ScrollIntoViewIfNeededAsync();
        await Expect(person.Cards("history-grid").First.GetByRole(AriaRole.Img, new() { Name = "Gave" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_history_goes_on_as_one_scrolls()
    {
        await using SitePage person = await site.OpenAsync();
        await person.GoAsync("/user.html?id=648");
        ILocator cards = person.Cards("history-grid");

        await Expect(cards.Nth(47)).ToBeAttachedAsync();
        await cards.Nth(47).ScrollIntoViewIfNeededAsync();

        await Expect(cards.Nth(60)).ToBeAttachedAsync();
        int[] ids = await cards.MovieIdsAsync();
        Assert.Equal(ids.Length, ids.Distinct().Count());
    }

    [Fact]
    public async Task What_is_recommended_follows_the_ranker()
    {
        await using SitePage person = await site.OpenAsync();
        await person.GoAsync("/user.html?id=648");
        ILocator cards = person.Cards("row-recommended");
        await Expect(cards).ToHaveCountAsync(20);
        int[] before = await cards.MovieIdsAsync();

        await person.Page.RunAndWaitForResponseAsync(
            () => person.ByTestId("choice-ranker").GetByText("Popular").ClickAsync(),
            response => response.Url.Contains("ranker=popular", StringComparison.Ordinal));

        await Expect(cards.First).Not.ToHaveAttributeAsync("data-movie-id", $"{before[0]}");
        await Expect(cards).ToHaveCountAsync(20);
    }

    [Fact]
    public async Task Another_person_is_not_spoken_to_as_you()
    {
        await using SitePage person = await site.OpenAsync();

        await person.GoAsync("/user.html?id=648");

        await Expect(person.ByTestId("row-recommended").GetByTestId("why-button").First).ToBeVisibleAsync();
        await Expect(person.ByTestId("row-recommended")).Not.ToContainTextAsync("you like");
        await Expect(person.ByTestId("row-recommended").GetByTestId("hide-button")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_visitor_becomes_another_person_and_returns()
    {
        await using SitePage person = await site.OpenAsync();
        await person.GoAsync("/user.html?id=648");
        string? own = await person.ByTestId("user-switch").GetAttributeAsync("data-user-id");

        await person.ByTestId("become").ClickAsync();
        await Expect(person.ByTestId("user-switch")).ToHaveAttributeAsync("data-user-id", "648");
        await person.ByTestId("user-switch").ClickAsync();
        await person.ByTestId("user-dialog").GetByText("My own visitor").ClickAsync();

        await Expect(person.ByTestId("user-switch")).ToHaveAttributeAsync("data-user-id", own ?? "");
    }

    [Fact]
    public async Task The_switch_offers_people_by_name_and_any_number()
    {
        await using SitePage home = await site.OpenAsync();
        await home.GoAsync("/");

        await home.ByTestId("user-switch").ClickAsync();
        await Expect(home.ByTestId("user-entry")).ToHaveCountAsync(40);
        await home.KeepScreenshotAsync("user-switch");
        await home.ByTestId("user-id-input").FillAsync("2359");
        await home.ByTestId("user-id-go").ClickAsync();

        await Expect(home.ByTestId("user-switch")).ToHaveAttributeAsync("data-user-id", "2359");
        await Expect(home.ByTestId("hero-title")).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData("/user.html?id=0")]
    [InlineData("/user.html?id=somebody")]
    public async Task A_number_that_is_none_is_said_to_be_nobody(string address)
    {
        await using SitePage person = await site.OpenAsync();

        await person.GoAsync(address);

        await Expect(person.ByTestId("empty-state")).ToContainTextAsync("There is no such person");
    }

    [Fact]
    public async Task A_newcomer_is_invited_to_choose_films()
    {
        await using SitePage person = await site.OpenAsync();
        await person.GoAsync("/");

        await person.ByTestId("nav-user").ClickAsync();
        await Expect(person.ByTestId("empty-state")).ToContainTextAsync("No ratings yet");
        await person.Page.GetByRole(AriaRole.Link, new() { Name = "Choose films" }).ClickAsync();

        await Expect(person.ByTestId("picker")).ToBeVisibleAsync();
    }
}
