using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace SparrowRecSys.Site.Tests;

/// <summary>What must hold on every page, looked up in the page itself. Each list is empty when all is well.</summary>
internal static partial class PageInspection
{
    private const string FindWide = """
        () => {
          const width = document.documentElement.clientWidth;
          const scrolls = (element) => element && element !== document.body
            && (getComputedStyle(element).overflowX !== 'visible' || scrolls(element.parentElement));
          const wide = [...document.body.querySelectorAll('*')].filter((element) => {
            const { left, right, width: own } = element.getBoundingClientRect();
            return own > 1 && (right > width + 1 || left < -1) && !scrolls(element.parentElement)
              && !element.closest('[popover], [aria-hidden="true"], .skip-link, .visually-hidden');
          });
          const page = document.scrollingElement.scrollWidth > width ? [`the page is ${document.scrollingElement.scrollWidth} wide`] : [];
          return [...page, ...wide.map((element) => `${element.nodeName} ${element.getAttribute('class') ?? ''}`)];
        }
        """;

    private const string FindUntranslated = """
        async () => {
          const load = async (name) => (await import(`/i18n/${name}.js`)).default.words;
          const [en, zh] = await Promise.all([load('en'), load('zh')]);
          const foreign = document.documentElement.lang.startsWith('zh')
            ? new Set(Object.entries(en).filter(([key, words]) => words.length > 3 && zh[key] !== words && !Object.values(zh).includes(words)).map(([, words]) => words))
            : new Set(Object.values(zh).filter((words) => /\p{Script=Han}/u.test(words) && !Object.values(en).includes(words)));
          const texts = [document.title];
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          while (walker.nextNode()) {
            if (!walker.currentNode.parentElement.closest('noscript')) texts.push(walker.currentNode.data);
          }
          for (const name of ['aria-label', 'title', 'placeholder', 'alt']) {
            texts.push(...[...document.querySelectorAll(`[${name}]`)].map((element) => element.getAttribute(name)));
          }
          const spaces = new Set(Object.keys(en).map((key) => key.split('.')[0]));
          const isKey = (word) => /^[a-z]+(\.[\w()-]+)+$/i.test(word) && spaces.has(word.split('.')[0]);
          return texts.map((text) => text.trim()).filter((text) =>
            foreign.has(text) || text.split(/\s/).some(isKey) || /\{\w+\}|\bundefined\b|\bNaN\b|\[object /.test(text));
        }
        """;

    /// <summary>What sticks out of the window sideways.</summary>
    public static Task<string[]> FindWideAsync(this SitePage site) => site.Page.EvaluateAsync<string[]>(FindWide);

    /// <summary>Keys without words, words of the other language, and values that were put into a sentence unseen.</summary>
    public static Task<string[]> FindUntranslatedAsync(this SitePage site) => site.Page.EvaluateAsync<string[]>(FindUntranslated);

    /// <summary>Images without an <c>alt</c>, and controls to which a screen reader could give no name.</summary>
    public static async Task<string[]> FindNamelessAsync(this SitePage site)
    {
        string[] images = await site.Page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('img:not([alt])')].map((image) => image.src)");
        string tree = await site.Page.Locator("body").AriaSnapshotAsync();
        return [.. images, .. tree.Split('\n').Where(line => NamelessControl().IsMatch(line))];
    }

    /// <summary>How far things moved on their own, and what moved; empty below 0.02.</summary>
    public static Task<string[]> FindShiftAsync(this SitePage site) => site.Page.EvaluateAsync<string[]>(
        "() => window.siteShift.sum < 0.02 ? [] : [String(window.siteShift.sum), ...window.siteShift.moved]");

    /// <summary>Waits until no part of the page is marked as loading and every poster in the window is drawn.</summary>
    public static async Task SettleAsync(this SitePage site)
    {
        await site.Page.WaitForFunctionAsync("""
            () => {
              const isSeen = (part) => {
                const { top, bottom, left, right } = part.getBoundingClientRect();
                const row = part.closest('.row-list')?.getBoundingClientRect() ?? { left: 0, right: innerWidth };
                return bottom > 0 && top < innerHeight && right > row.left && left < row.right;
              };
              return [...document.images].every((image) => image.complete || !isSeen(image))
                && ![...document.querySelectorAll('.skeleton, [aria-busy]')].some(isSeen);
            }
            """);
    }

    /// <summary>All of these at once, in both themes: the page follows the system's, so one visit shows both.</summary>
    public static async Task AssertWholeAsync(Site site, string page, Visit visit)
    {
        await using SitePage seen = await site.OpenAsync(visit);

        await seen.GoAndSettleAsync(PageAddresses.Of(page));
        await seen.SettleAsync();
        string[] shift = await seen.FindShiftAsync();
        await seen.KeepScreenshotAsync($"{page}-{visit.Locale[..2]}-dark-{visit.Width}");
        await seen.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        await Assertions.Expect(seen.Page.Locator("html")).ToHaveAttributeAsync("data-theme", "light");
        await seen.KeepScreenshotAsync($"{page}-{visit.Locale[..2]}-light-{visit.Width}");

        Assert.DoesNotContain(seen.Problems, problem => !problem.Contains(PageAddresses.Of("notfound"), StringComparison.Ordinal));
        Assert.Empty(shift);
        Assert.Empty(await seen.FindWideAsync());
        Assert.Empty(await seen.FindUntranslatedAsync());
        Assert.Empty(await seen.FindNamelessAsync());
    }

    /// <summary>The numbers of the films shown in a part of the page, in order.</summary>
    public static async Task<int[]> MovieIdsAsync(this ILocator cards)
    {
        string[] ids = await cards.EvaluateAllAsync<string[]>("(cards) => cards.map((card) => card.dataset.movieId)");
        return [.. ids.Select(id => int.Parse(id, CultureInfo.InvariantCulture))];
    }

    [GeneratedRegex("""^\s*- (button|link|textbox|searchbox|combobox|slider|spinbutton|radio|listbox)(?! ")""")]
    private static partial Regex NamelessControl();
}
