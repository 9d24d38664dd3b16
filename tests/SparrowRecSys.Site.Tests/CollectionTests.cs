using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace SparrowRecSys.Site.Tests;

public sealed partial class CollectionTests(Site site)
{
    [Fact]
    public async Task The_genre_grows_as_one_scrolls_until_all_of_it_is_there()
    {
        await using SitePage collection = await site.OpenAsync();
        await collection.GoAsync("/collection.html?type=genre&value=Animation");
        ILocator cards = collection.Cards("collection-grid");
        await Expect(cards.Nth(59)).ToBeAttachedAsync();
        string total = await collection.ByTestId("collection-total").InnerTextAsync();

        await collection.Page.Locator("footer").ScrollIntoViewIfNeededAsync();
        await Expect(cards.Nth(60)).ToBeAttachedAsync();
        await collection.Page.Locator("footer").ScrollIntoViewIfNeededAsync();

        int films = int.Parse(Digits().Match(total).Value, CultureInfo.InvariantCulture);
        await Expect(cards).ToHaveCountAsync(films);
        await Expect(collection.Page.GetByText("That is all of them")).ToBeVisibleAsync();
        int[] ids = await cards.MovieIdsAsync();
        Assert.Equal(films, ids.Distinct().Count());
    }

    [Fact]
    public async Task Newest_first_puts_the_newest_first_and_is_kept_in_the_address()
    {
        await using SitePage collection = await site.OpenAsync();
        await collection.GoAsync("/collection.html?type=genre&value=Drama");
        await Expect(collection.Cards("collection-grid").First).ToBeVisibleAsync();

        await collection.ByTestId("collection-sort").SelectOptionAsync("year");
        await Expect(collection.Page).ToHaveURLAsync(new Regex("sort=year"));
        await Expect(collection.Cards("collection-grid").First).ToContainTextAsync("202");

        string[] facts = [.. await collection.Cards("collection-grid").Locator(".card-meta > span:first-child").AllInnerTextsAsync()];
        int[] years = [.. facts.Select(fact => int.Parse(fact[..4], CultureInfo.InvariantCulture))];
        Assert.Equal(years.OrderDescending(), years);
    }

    [Fact]
    public async Task A_decade_leaves_only_its_films()
    {
        await using SitePage collection = await site.OpenAsync();
        await collection.GoAsync("/collection.html");

        await collection.ByTestId("collection-decade").SelectOptionAsync("1950");
        await Expect(collection.Cards("collection-grid").First).ToContainTextAsync("195");

        string[] facts = [.. await collection.Cards("collection-grid").Locator(".card-meta > span:first-child").AllInnerTextsAsync()];
        Assert.All(facts, fact => Assert.StartsWith("195", fact, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_menu_of_genres_leads_to_each_of_them()
    {
        await using SitePage home = await site.OpenAsync();
        await home.GoAsync("/foryou.html");

        await home.ByTestId("nav-genres").ClickAsync();
        await Expect(home.ByTestId("genre-menu").GetByRole(AriaRole.Link)).ToHaveCountAsync(19);
        await home.KeepScreenshotAsync("genre-menu");
        await home.ByTestId("genre-menu").GetByText("Film noir").ClickAsync();

        await Expect(home.ByTestId("collection-title")).ToHaveTextAsync("Film noir");
        await Expect(home.Cards("collection-grid").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task An_unknown_genre_leads_to_those_that_exist()
    {
        await using SitePage collection = await site.OpenAsync();

        await collection.GoAsync("/collection.html?type=genre&value=Telenovela");

        await Expect(collection.ByTestId("empty-state")).ToContainTextAsync("No film of the genre “Telenovela”");
        await Expect(collection.ByTestId("empty-state").GetByRole(AriaRole.Link, new() { Name = "Drama" })).ToBeVisibleAsync();
    }

    [GeneratedRegex(@"\d+")]
    private static partial Regex Digits();
}
