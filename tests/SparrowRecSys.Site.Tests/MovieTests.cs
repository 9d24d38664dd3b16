using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace SparrowRecSys.Site.Tests;

public sealed partial class MovieTests(Site site)
{
    private const string SpiritedAway = "/movie.html?movieId=1436";

    [Fact]
    public async Task The_page_tells_what_is_known_of_a_film()
    {
        await using SitePage movie = await site.OpenAsync(new Visit { UserId = 648 });

        await movie.GoAsync(SpiritedAway);

        await Expect(movie.ByTestId("movie-title")).ToHaveTextAsync("Spirited Away");
        await Expect(movie.ByTestId("movie-other-titles")).ToContainTextAsync("千与千寻");
        await Expect(movie.ByTestId("movie")).ToContainTextAsync("2001");
        await Expect(movie.ByTestId("movie").GetByRole(AriaRole.Link, new() { Name = "Hayao Miyazaki" })).ToBeVisibleAsync();
        await Expect(movie.ByTestId("synopsis")).Not.ToBeEmptyAsync();
        await Expect(movie.ByTestId("movie-average")).ToHaveTextAsync(OneDecimal());
        await Expect(movie.ByTestId("histogram").Locator("li")).ToHaveCountAsync(10);
        await Expect(movie.ByTestId("predicted").Locator(".big-number")).ToHaveTextAsync(OneDecimal());
        await Expect(movie.ByTestId("fans").GetByRole(AriaRole.Link)).ToHaveCountAsync(8);
        await Expect(movie.Page).ToHaveTitleAsync("Spirited Away (2001) · SparrowRecSys");
    }

    [Fact]
    public async Task Another_model_predicts_and_is_named()
    {
        await using SitePage movie = await site.OpenAsync(new Visit { UserId = 648 });
        await movie.GoAsync(SpiritedAway);
        ILocator ranker = movie.ByTestId("predicted-ranker");
        await Expect(ranker).ToHaveValueAsync("neuralcf");
        await Expect(ranker.Locator("option[value=popular]")).ToHaveCountAsync(0);

        await movie.Page.RunAndWaitForResponseAsync(
            () => ranker.SelectOptionAsync("als"), response => response.Url.Contains("ranker=als", StringComparison.Ordinal));

        await Expect(ranker).ToHaveValueAsync("als");
        await Expect(movie.ByTestId("predicted").Locator(".big-number")).ToHaveTextAsync(OneDecimal());
    }

    [Fact]
    public async Task Nothing_is_predicted_for_a_visitor_who_rated_nothing()
    {
        await using SitePage movie = await site.OpenAsync();

        await movie.GoAsync(SpiritedAway);

        await Expect(movie.ByTestId("predicted")).ToContainTextAsync("Rate a few films and a prediction appears here.");
    }

    [Fact]
    public async Task Similar_films_can_be_seen_by_each_embedding_and_side_by_side()
    {
        await using SitePage movie = await site.OpenAsync();
        await movie.GoAsync(SpiritedAway);
        await movie.ByTestId("similar").ScrollIntoViewIfNeededAsync();
        await Expect(movie.Cards("similar-default")).ToHaveCountAsync(20);
        int[] together = await movie.Cards("similar-default").MovieIdsAsync();

        await movie.ByTestId("choice-embedding").GetByText("Genre", new() { Exact = true }).ClickAsync();
        await Expect(movie.Cards("similar-genre")).ToHaveCountAsync(20);
        int[] byGenre = await movie.Cards("similar-genre").MovieIdsAsync();
        await movie.ByTestId("choice-embedding").GetByText("Side by side").ClickAsync();

        Assert.NotEqual(together, byGenre);
        Assert.DoesNotContain(1436, together.Concat(byGenre));
        await Expect(movie.Cards("similar-item2vec")).ToHaveCountAsync(20);
        await Expect(movie.Cards("similar-genre")).ToHaveCountAsync(20);
    }

    [Theory]
    [InlineData(1280, "en-US", "ALS", "Side by side")]
    [InlineData(390, "zh-CN", "ALS", "并排比较")]
    public async Task How_films_are_compared_is_chosen_with_the_keyboard_and_remembered(int width, string locale, string second, string sideBySide)
    {
        await using SitePage movie = await site.OpenAsync(new Visit { Width = width, Locale = locale });
        await movie.GoAsync(SpiritedAway);
        await movie.ByTestId("similar").ScrollIntoViewIfNeededAsync();
        ILocator choices = movie.ByTestId("choice-embedding");

        await choices.GetByRole(AriaRole.Radio).First.FocusAsync();
        await movie.Page.Keyboard.PressAsync("ArrowRight");
        await Expect(movie.Cards("similar-als")).ToHaveCountAsync(20);
        int[] bySecond = await movie.Cards("similar-als").MovieIdsAsync();
        await movie.Page.ReloadAsync();

        await movie.ByTestId("similar").ScrollIntoViewIfNeededAsync();
        await Expect(choices.GetByLabel(second, new() { Exact = true })).ToBeCheckedAsync();
        Assert.Equal(bySecond, await movie.Cards("similar-default").MovieIdsAsync());

        await choices.GetByText(sideBySide).ClickAsync();
        await movie.Page.ReloadAsync();

        await movie.ByTestId("similar").ScrollIntoViewIfNeededAsync();
        await Expect(choices.GetByLabel(sideBySide)).ToBeCheckedAsync();
        await Expect(movie.Cards("similar-item2vec")).ToHaveCountAsync(20);
        await Expect(movie.Cards("similar-genre")).ToHaveCountAsync(20);
    }

    [Fact]
    public async Task Stars_are_given_with_the_mouse_and_are_still_there_later()
    {
        await using SitePage movie = await site.OpenAsync();
        await movie.GoAsync(SpiritedAway);

        await movie.ByTestId("stars").Locator("[data-stars='4']").ClickAsync();
        await Expect(movie.ByTestId("toast")).ToContainTextAsync("Rated Spirited Away: 4 ★");
        await movie.Page.ReloadAsync();

        await Expect(movie.ByTestId("stars")).ToHaveAttributeAsync("aria-valuenow", "4");
    }

    [Fact]
    public async Task Stars_are_given_with_the_keyboard_and_are_still_there_later()
    {
        await using SitePage movie = await site.OpenAsync();
        await movie.GoAsync(SpiritedAway);
        ILocator stars = movie.ByTestId("stars");

        await stars.FocusAsync();
        await stars.PressAsync("4");
        await stars.PressAsync("ArrowRight");
        await Expect(stars).ToHaveAttributeAsync("aria-valuetext", "4.5 of 5 stars");
        await stars.PressAsync("Enter");
        await Expect(movie.ByTestId("toast")).ToContainTextAsync("4.5 ★");
        await movie.Page.ReloadAsync();

        await Expect(stars).ToHaveAttributeAsync("aria-valuenow", "4.5");
    }

    [Fact]
    public async Task Stars_that_the_keyboard_rests_on_are_sent_and_escape_takes_back_what_is_not()
    {
        await using SitePage movie = await site.OpenAsync();
        await movie.GoAsync(SpiritedAway);
        ILocator stars = movie.ByTestId("stars");
        await stars.FocusAsync();

        await stars.PressAsync("End");
        await stars.PressAsync("Escape");
        await Expect(stars).ToHaveAttributeAsync("aria-valuenow", "0");
        await stars.PressAsync("3");

        await Expect(movie.ByTestId("toast")).ToContainTextAsync("3 ★");
    }

    [Fact]
    public async Task Stars_that_the_server_refuses_are_shown_at_once_and_taken_back_with_its_words()
    {
        await using SitePage movie = await site.OpenAsync();
        var refusal = new TaskCompletionSource();
        await movie.Page.RouteAsync("**/api/v1/events", async route =>
        {
            await refusal.Task;
            await route.FulfillAsync(new() { Status = 503, ContentType = "application/problem+json", Body = """{"title":"Full","detail":"The queue is full."}""" });
        });
        await movie.GoAsync(SpiritedAway);
        ILocator stars = movie.ByTestId("stars");

        await stars.Locator("[data-stars='5']").ClickAsync();
        await Expect(stars).ToHaveAttributeAsync("aria-valuenow", "5");
        refusal.SetResult();

        await Expect(stars).ToHaveAttributeAsync("aria-valuenow", "0");
        await Expect(movie.ByTestId("toast")).ToHaveTextAsync("The rating of Spirited Away was not saved. The queue is full.");
    }

    [Fact]
    public async Task A_rating_changes_the_average_that_is_shown()
    {
        await using SitePage movie = await site.OpenAsync();
        await movie.GoAsync(SpiritedAway);
        string before = await movie.ByTestId("movie-count").InnerTextAsync();

        await movie.ByTestId("stars").Locator("[data-stars='5']").ClickAsync();

        await Expect(movie.ByTestId("movie-count")).Not.ToHaveTextAsync(before);
    }

    [Theory]
    [InlineData("/movie.html")]
    [InlineData("/movie.html?movieId=999999999")]
    [InlineData("/movie.html?movieId=none")]
    public async Task A_film_that_does_not_exist_is_said_to_be_missing(string address)
    {
        await using SitePage movie = await site.OpenAsync();

        await movie.GoAsync(address);

        await Expect(movie.ByTestId("empty-state")).ToContainTextAsync("This film is not in the catalogue");
    }

    [GeneratedRegex(@"^\d\.\d$")]
    private static partial Regex OneDecimal();
}
