using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace SparrowRecSys.Site.Tests;

public sealed partial class HomeTests(Site site)
{
    private static readonly Visit Known = new() { UserId = 648 };

    [Fact]
    public async Task A_new_visitor_chooses_three_films_and_has_a_page_of_their_own()
    {
        await using SitePage home = await site.OpenAsync();
        await home.GoAsync("/");
        ILocator choices = home.ByTestId("choice");
        await Expect(home.ByTestId("picker-done")).ToBeDisabledAsync();

        await choices.Nth(0).ClickAsync();
        await choices.Nth(1).ClickAsync();
        await choices.Nth(4).ClickAsync();
        await home.KeepScreenshotAsync("picker");
        await home.ByTestId("picker-done").ClickAsync();

        await Expect(home.ByTestId("hero-title")).ToBeVisibleAsync();
        await Expect(home.ByTestId("picker")).ToHaveCountAsync(0);
        await Expect(home.Cards("row-recommended").First).ToBeVisibleAsync();
        await home.ByTestId("because-rows").ScrollIntoViewIfNeededAsync();
        await Expect(home.Cards("row-because").First).ToBeVisibleAsync();
        Assert.Empty(home.Problems);
    }

    [Fact]
    public async Task The_picker_shows_other_films_and_remembers_the_chosen_ones()
    {
        await using SitePage home = await site.OpenAsync();
        await home.GoAsync("/");
        ILocator choices = home.ByTestId("choice");
        await choices.First.ClickAsync();
        int[] before = await choices.MovieIdsAsync();

        await home.ByTestId("picker-others").ClickAsync();
        await Expect(home.Page.Locator($"[data-testid=choice][data-movie-id='{before[0]}']")).ToHaveCountAsync(0);
        int[] after = await choices.MovieIdsAsync();
        await choices.Nth(0).ClickAsync();
        await choices.Nth(1).ClickAsync();

        Assert.Empty(before.Intersect(after));
        await Expect(home.ByTestId("picker-done")).ToBeEnabledAsync();
    }

    [Fact]
    public async Task A_known_user_sees_a_film_for_tonight_and_rows_of_their_own()
    {
        await using SitePage home = await site.OpenAsync(Known);

        await home.GoAsync("/");

        await Expect(home.ByTestId("hero").GetByText("For you tonight")).ToBeVisibleAsync();
        await Expect(home.ByTestId("hero-title")).ToBeVisibleAsync();
        await Expect(home.ByTestId("row-recommended").GetByRole(AriaRole.Heading, new() { Level = 2 })).ToHaveTextAsync("Recommended for you");
        await home.ByTestId("because-rows").ScrollIntoViewIfNeededAsync();
        await Expect(home.ByTestId("row-because")).ToHaveCountAsync(2);
        await Expect(home.ByTestId("row-because").First).ToContainTextAsync("Because you liked");
        await home.ByTestId("genre-rows").ScrollIntoViewIfNeededAsync();
        await Expect(home.ByTestId("row-genre").First.GetByTestId("movie-card").First).ToBeVisibleAsync();
        Assert.InRange(await home.ByTestId("row-genre").CountAsync(), 15, 25);
    }

    [Fact]
    public async Task Every_recommended_film_has_its_reason_and_none_is_there_twice()
    {
        await using SitePage home = await site.OpenAsync(Known);

        await home.GoAsync("/");
        ILocator cards = home.Cards("row-recommended");
        await Expect(cards).ToHaveCountAsync(23);

        await Expect(home.ByTestId("row-recommended").GetByTestId("why-button")).ToHaveTextAsync(Enumerable.Repeat(Reason(), 23));
        int[] ids = await cards.MovieIdsAsync();
        Assert.Equal(ids.Length, ids.Distinct().Count());
    }

    [Fact]
    public async Task A_film_that_is_sent_away_makes_room_for_the_next_and_can_be_called_back()
    {
        await using SitePage home = await site.OpenAsync(Known);
        await home.GoAsync("/");
        ILocator title = home.ByTestId("hero-title");
        string first = await title.InnerTextAsync();

        await home.ByTestId("hero-hide").ClickAsync();
        await Expect(title).Not.ToHaveTextAsync(first);
        await home.ByTestId("toast").GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();

        await Expect(title).ToHaveTextAsync(first);
    }

    [Fact]
    public async Task A_film_sent_away_stays_away()
    {
        await using SitePage home = await site.OpenAsync(Known);
        await home.GoAsync("/");
        ILocator card = home.Cards("row-recommended").First;
        string? movieId = await card.GetAttributeAsync("data-movie-id");

        await card.HoverAsync();
        await card.GetByTestId("hide-button").ClickAsync();
        await Expect(home.ByTestId("toast")).ToBeVisibleAsync();
        await home.Page.ReloadAsync();

        await Expect(home.Cards("row-recommended")).ToHaveCountAsync(23);
        await Expect(home.Page.Locator($"[data-testid=row-recommended] [data-movie-id='{movieId}']")).ToHaveCountAsync(0);
    }

    [GeneratedRegex("^(Because you like|Liked by many)")]
    private static partial Regex Reason();
}
