using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace SparrowRecSys.Site.Tests;

/// <summary>Language and theme: from the system at first, then as chosen.</summary>
public sealed partial class PreferenceTests(Site site)
{
    [Fact]
    public async Task The_language_is_the_browsers_until_another_is_chosen_and_that_is_remembered()
    {
        await using SitePage page = await site.OpenAsync();
        await page.GoAsync("/foryou.html");
        await Expect(page.ByTestId("nav-foryou")).ToHaveTextAsync("For you");

        await page.ByTestId("language-switch").ClickAsync();
        await Expect(page.ByTestId("nav-foryou")).ToHaveTextAsync("为你推荐");
        await page.ByTestId("brand").ClickAsync();

        await Expect(page.ByTestId("picker")).ToContainTextAsync("选");
        await Expect(page.Page.Locator("html")).ToHaveAttributeAsync("lang", "zh-CN");
    }

    [Fact]
    public async Task In_Chinese_titles_people_and_synopses_are_Chinese()
    {
        await using SitePage page = await site.OpenAsync(new Visit { Locale = "zh-CN" });

        await page.GoAsync("/movie.html?movieId=1436");

        await Expect(page.ByTestId("movie-title")).ToHaveTextAsync("千与千寻");
        await Expect(page.ByTestId("movie-other-titles")).ToContainTextAsync("Spirited Away");
        await Expect(page.ByTestId("synopsis")).ToHaveTextAsync(Chinese());
        await Expect(page.ByTestId("movie").GetByRole(AriaRole.Link, new() { Name = "宫崎骏" })).ToBeVisibleAsync();
        await Expect(page.Cards("similar-default").Locator(".card-title")).ToHaveTextAsync(Enumerable.Repeat(Chinese(), 20));
    }

    [Fact]
    public async Task Both_languages_have_words_for_the_same_things()
    {
        await using SitePage page = await site.OpenAsync();
        await page.GoAsync("/");

        string[] different = await page.Page.EvaluateAsync<string[]>("""
            async () => {
              const keys = async (name) => new Set(Object.keys((await import(`/i18n/${name}.js`)).default.words)
                .map((key) => key.replace(/\.(one|other)$/, '')).filter((key) => !/^genre(In)?\./.test(key)));
              const [en, zh] = [await keys('en'), await keys('zh')];
              return [...en.symmetricDifference(zh)];
            }
            """);

        Assert.Empty(different);
    }

    [Fact]
    public async Task Every_genre_has_a_Chinese_name()
    {
        await using SitePage page = await site.OpenAsync(new Visit { Locale = "zh-CN" });
        await page.GoAsync("/");

        await page.ByTestId("nav-genres").ClickAsync();

        await Expect(page.ByTestId("genre-menu").GetByRole(AriaRole.Link)).ToHaveTextAsync(Enumerable.Repeat(Chinese(), 19));
    }

    [Fact]
    public async Task The_theme_is_the_systems_until_another_is_chosen_and_that_is_remembered()
    {
        await using SitePage page = await site.OpenAsync(new Visit { Theme = "light" });
        await page.GoAsync("/foryou.html");
        ILocator root = page.Page.Locator("html");
        await Expect(root).ToHaveAttributeAsync("data-theme", "light");

        await page.ByTestId("theme-switch").ClickAsync();
        await Expect(root).ToHaveAttributeAsync("data-theme", "dark");
        await page.ByTestId("brand").ClickAsync();
        await Expect(page.ByTestId("picker")).ToBeVisibleAsync();

        await Expect(root).ToHaveAttributeAsync("data-theme", "dark");
    }

    [GeneratedRegex(@"[\u4e00-\u9fff]")]
    private static partial Regex Chinese();
}
