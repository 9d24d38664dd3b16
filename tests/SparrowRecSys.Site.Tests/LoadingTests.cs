using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace SparrowRecSys.Site.Tests;

/// <summary>What a page weighs, that it stands still while it fills, and what it says when nothing comes.</summary>
public sealed class LoadingTests(Site site)
{
    private const int MostBytes = 300 * 1024;
    private const int MostRequests = 30;

    [Theory]
    [InlineData(null)]
    [InlineData(648)]
    public async Task The_first_page_is_light(int? userId)
    {
        await using SitePage home = await site.OpenAsync(new Visit { UserId = userId });

        await home.GoAndSettleAsync("/");

        IResponse[] beforePosters = [.. home.Responses.Where(response => !response.Url.Contains("/posters/", StringComparison.Ordinal))];
        RequestSizesResult[] sizes = await Task.WhenAll(beforePosters.Select(response => response.Request.SizesAsync()));
        Assert.InRange(beforePosters.Length, 10, MostRequests - 1);
        Assert.InRange(sizes.Sum(size => size.ResponseBodySize + size.ResponseHeadersSize), 10_000, MostBytes - 1);
        Assert.All(home.Responses, response => Assert.True(response.Ok, response.Url));
    }

    [Theory]
    [InlineData("/", "row-recommended")]
    [InlineData("/movie.html?movieId=1436", "similar-default")]
    [InlineData("/foryou.html", "feed")]
    [InlineData("/collection.html?type=genre&value=Drama", "collection-grid")]
    [InlineData("/user.html?id=648", "row-recommended")]
    [InlineData("/search.html?q=love", "search-films")]
    public async Task Nothing_moves_when_late_answers_fill_the_page(string address, string testId)
    {
        await using SitePage page = await site.OpenAsync(new Visit { UserId = 648 });
        var answer = new TaskCompletionSource();
        await page.Page.RouteAsync("**/api/v1/**", async route =>
        {
            await answer.Task;
            await route.ContinueAsync();
        });

        await page.GoAsync(address);
        await Expect(page.Page.Locator("main .skeleton").First).ToBeVisibleAsync();
        answer.SetResult();
        await Expect(page.ByTestId(testId).Locator(".poster img").First).ToBeAttachedAsync();
        await page.SettleAsync();

        Assert.Empty(await page.FindShiftAsync());
    }

    [Fact]
    public async Task Nothing_moves_when_a_late_feed_says_that_something_is_missing()
    {
        await using SitePage page = await site.OpenAsync(new Visit { UserId = 648 });
        var answer = new TaskCompletionSource();
        await page.Page.RouteAsync("**/api/v1/recommendations*", async route =>
        {
            await answer.Task;
            IAPIResponse response = await route.FetchAsync();
            string body = (await response.TextAsync()).Replace("\"degraded\":null", "\"degraded\":\"retriever als late\"", StringComparison.Ordinal);
            await route.FulfillAsync(new() { Response = response, Body = body });
        });

        await page.GoAsync("/foryou.html");
        await Expect(page.Page.Locator("main .skeleton").First).ToBeVisibleAsync();
        answer.SetResult();
        await Expect(page.ByTestId("degraded")).ToContainTextAsync("retriever als late");
        await page.SettleAsync();

        Assert.Empty(await page.FindShiftAsync());
    }

    [Fact]
    public async Task A_refusal_is_shown_in_words_and_trying_again_helps()
    {
        await using SitePage page = await site.OpenAsync(new Visit { UserId = 648 });
        await page.Page.RouteAsync("**/api/v1/recommendations*", route => route.FulfillAsync(
            new() { Status = 500, ContentType = "application/problem+json", Body = """{"title":"Broken","detail":"The ranker has no model."}""" }));
        await page.GoAsync("/foryou.html");
        await Expect(page.ByTestId("error-state")).ToContainTextAsync("The ranker has no model.");
        await page.KeepScreenshotAsync("error");

        await page.Page.UnrouteAllAsync();
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Try again" }).ClickAsync();

        await Expect(page.ByTestId("feed-item").First).ToBeVisibleAsync();
        await Expect(page.ByTestId("error-state")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Without_a_connection_the_page_says_so_and_comes_back_by_itself()
    {
        await using SitePage page = await site.OpenAsync(new Visit { UserId = 648 });
        await page.GoAndSettleAsync("/foryou.html");

        await page.SetOfflineAsync(true);
        await Expect(page.ByTestId("offline-banner")).ToBeVisibleAsync();
        await page.ByTestId("choice-ranker").GetByText("Popular").ClickAsync();
        await Expect(page.ByTestId("error-state")).ToContainTextAsync("No connection");
        await page.KeepScreenshotAsync("offline");
        await page.SetOfflineAsync(false);

        await Expect(page.ByTestId("feed-item").First).ToBeVisibleAsync();
        await Expect(page.ByTestId("offline-banner")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task A_poster_that_does_not_come_is_replaced_by_the_title()
    {
        await using SitePage page = await site.OpenAsync();
        await page.Page.RouteAsync("**/posters/**", route => route.AbortAsync());

        await page.GoAsync("/movie.html?movieId=1436");

        await Expect(page.ByTestId("movie").Locator(".poster-title").First).ToHaveTextAsync("Spirited Away");
    }

    [Fact]
    public async Task The_footer_says_that_the_ratings_are_simulated()
    {
        await using SitePage page = await site.OpenAsync();
        await page.GoAsync("/no/such/page");

        await page.Page.Locator("footer").ScrollIntoViewIfNeededAsync();

        await Expect(page.ByTestId("simulated-notice")).ToContainTextAsync("simulated");
    }
}
