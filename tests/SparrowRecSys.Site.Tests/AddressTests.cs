using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace SparrowRecSys.Site.Tests;

/// <summary>Old links work, wrong ones are answered kindly, hostile ones do nothing.</summary>
public sealed class AddressTests(Site site)
{
    private const string Hostile = "<img src=x onerror=\"window.wasHacked=1\"><script>window.wasHacked=1</script>";

    [Theory]
    [InlineData("/index.html", "picker")]
    [InlineData("/movie.html?movieId=1", "movie")]
    [InlineData("/user.html?id=1", "person")]
    [InlineData("/collection.html?type=genre&value=Action", "collection-grid")]
    public async Task An_address_of_the_original_leads_where_it_led(string address, string testId)
    {
        await using SitePage page = await site.OpenAsync();

        await page.GoAsync(address);

        await Expect(page.ByTestId(testId)).ToBeVisibleAsync();
        await Expect(page.Page.Locator("main .poster img").First).ToBeVisibleAsync();
        Assert.Empty(page.Problems);
    }

    [Theory]
    [InlineData("/search.html?q=", "search-heading")]
    [InlineData("/collection.html?type=genre&value=", "collection-title")]
    [InlineData("/collection.html?type=genre&sort=year&value=", "empty-state")]
    public async Task Hostile_text_in_the_address_stays_text(string address, string testId)
    {
        await using SitePage page = await site.OpenAsync();

        await page.GoAndSettleAsync(address + Uri.EscapeDataString(Hostile));

        await Expect(page.ByTestId(testId).First).ToContainTextAsync(Hostile);
        await Expect(page.Page.Locator("img[src=x]")).ToHaveCountAsync(0);
        Assert.Equal("undefined", await page.Page.EvaluateAsync<string>("() => typeof window.wasHacked"));
    }

    [Theory]
    [InlineData("/movie.html?movieId=")]
    [InlineData("/user.html?id=")]
    public async Task Hostile_text_for_a_number_is_nobody_and_nothing(string address)
    {
        await using SitePage page = await site.OpenAsync();

        await page.GoAsync(address + Uri.EscapeDataString(Hostile));

        await Expect(page.ByTestId("empty-state")).ToBeVisibleAsync();
        Assert.Equal("undefined", await page.Page.EvaluateAsync<string>("() => typeof window.wasHacked"));
        Assert.Empty(page.Problems);
    }

    [Fact]
    public async Task A_missing_page_is_a_404_that_leads_home()
    {
        await using SitePage page = await site.OpenAsync();

        IResponse? response = await page.GoAsync("/no-such-page.html");
        await Expect(page.ByTestId("not-found")).ToBeVisibleAsync();
        await page.ByTestId("not-found").GetByRole(AriaRole.Link, new() { Name = "Home" }).ClickAsync();

        Assert.Equal(404, response?.Status);
        await Expect(page.ByTestId("picker")).ToBeVisibleAsync();
    }
}
