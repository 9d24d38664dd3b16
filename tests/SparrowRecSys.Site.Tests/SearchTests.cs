using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace SparrowRecSys.Site.Tests;

public sealed class SearchTests(Site site)
{
    [Fact]
    public async Task Suggestions_are_chosen_with_the_keyboard()
    {
        await using SitePage home = await site.OpenAsync();
        await home.GoAsync("/");
        await Expect(home.ByTestId("choice").First).ToBeVisibleAsync();

        await home.Page.Keyboard.PressAsync("/");
        ILocator input = home.ByTestId("search-input");
        await Expect(input).ToBeFocusedAsync();
        await input.PressSequentiallyAsync("spirited");
        ILocator options = home.ByTestId("suggestions").GetByRole(AriaRole.Option);
        await Expect(options.First).ToContainTextAsync("Spirited Away");
        await home.KeepScreenshotAsync("suggestions");
        await input.PressAsync("ArrowDown");
        await Expect(options.First).ToHaveAttributeAsync("aria-selected", "true");
        await Expect(input).ToHaveAttributeAsync("aria-activedescendant", await options.First.GetAttributeAsync("id") ?? "");
        await input.PressAsync("Enter");

        await Expect(home.ByTestId("movie-title")).ToHaveTextAsync("Spirited Away");
    }

    [Fact]
    public async Task Escape_closes_the_suggestions_and_enter_shows_all_results()
    {
        await using SitePage home = await site.OpenAsync();
        await home.GoAsync("/");
        ILocator input = home.ByTestId("search-input");
        await input.ClickAsync();

        await input.PressSequentiallyAsync("godfather");
        await Expect(home.ByTestId("suggestions")).ToBeVisibleAsync();
        await input.PressAsync("Escape");
        await Expect(home.ByTestId("suggestions")).ToBeHiddenAsync();
        await input.PressAsync("Enter");

        await Expect(home.ByTestId("search-heading")).ToHaveTextAsync("Results for “godfather”");
        await Expect(home.Cards("search-films").First).ToContainTextAsync("The Godfather");
    }

    [Theory]
    [InlineData("godfahter", "The Godfather")]
    [InlineData("千と千尋", "Spirited Away")]
    [InlineData("教父", "The Godfather")]
    public async Task A_film_is_found_with_a_typing_error_and_in_other_languages(string words, string title)
    {
        await using SitePage search = await site.OpenAsync();
        await search.GoAsync("/search.html");

        await search.ByTestId("search-page-input").FillAsync(words);

        await Expect(search.ByTestId("search-results").GetByRole(AriaRole.Heading, new() { Name = title, Exact = true })).ToBeVisibleAsync();
        await Expect(search.Page).ToHaveURLAsync(new Regex("q="));
    }

    [Fact]
    public async Task People_are_found_with_their_films()
    {
        await using SitePage search = await site.OpenAsync();

        await search.GoAsync("/search.html?q=hayao%20miyazaki");

        await Expect(search.ByTestId("search-person").First).ToContainTextAsync("Hayao Miyazaki");
        await Expect(search.ByTestId("search-person").First.GetByText("Spirited Away")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Nothing_found_is_said()
    {
        await using SitePage search = await site.OpenAsync();

        await search.GoAsync("/search.html?q=qxzvwkjq");
        await Expect(search.ByTestId("empty-state")).ToContainTextAsync("Nothing found for “qxzvwkjq”");

        await search.KeepScreenshotAsync("search-nothing");
    }
}
