using Microsoft.Playwright;

namespace SparrowRecSys.Site.Tests;

/// <summary>One headless Chromium for all tests, or the reason why there is none.</summary>
public sealed class Browser : IAsyncLifetime
{
    // Generous: a machine that builds at the same time is slow, and a passing test never waits this long.
    private const int TimeoutMs = 20_000;

    // Adds up how far things have moved without the visitor's doing (Cumulative Layout Shift), and remembers what moved.
    private const string ObserveShift = """
        window.siteShift = { sum: 0, moved: [] };
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries().filter((shift) => !shift.hadRecentInput)) {
            window.siteShift.sum += entry.value;
            window.siteShift.moved.push(...entry.sources.map(({ node }) => node?.className || node?.nodeName || '?'));
          }
        }).observe({ type: 'layout-shift', buffered: true });
        """;

    private static readonly string[] Places =
    [
        "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/opt/google/chrome/chrome",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        @"C:\Program Files\Google\Chrome\Application\chrome.exe", @"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
    ];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>Why the tests are skipped; <see langword="null"/> when a browser was found.</summary>
    public static string? Missing { get; } = Find() is null
        ? "No Chromium or Chrome found. Install one (Debian: apt-get install chromium) or set CHROMIUM to its path."
        : null;

    public async ValueTask InitializeAsync()
    {
        if (Find() is not { } path)
        {
            return;
        }

        _playwright = await Playwright.CreateAsync();
        _playwright.Selectors.SetTestIdAttribute("data-testid");
        Assertions.SetDefaultExpectTimeout(TimeoutMs);
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = path,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    /// <summary>Opens a page of its own (no cookies, no storage) that remembers what went wrong in it.</summary>
    public async Task<SitePage> OpenAsync(Uri site, Visit visit)
    {
        Assert.SkipWhen(Missing is not null, Missing ?? "");
        IBrowser browser = _browser ?? throw new InvalidOperationException("The browser was not started.");
        IBrowserContext context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = site.ToString(),
            Locale = visit.Locale,
            ColorScheme = visit.Theme == "dark" ? ColorScheme.Dark : ColorScheme.Light,
            ReducedMotion = visit.ReducedMotion ? ReducedMotion.Reduce : ReducedMotion.NoPreference,
            ViewportSize = new ViewportSize { Width = visit.Width, Height = visit.Height },
            IsMobile = visit.IsPhone,
            HasTouch = visit.IsPhone,
        });
        context.SetDefaultTimeout(TimeoutMs);
        await context.AddInitScriptAsync(ObserveShift);
        if (visit.UserId is { } userId)
        {
            await context.AddInitScriptAsync($"if (!localStorage.getItem('sparrow.user')) localStorage.setItem('sparrow.user', '{userId}');");
        }

        return new SitePage(context, await context.NewPageAsync());
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }

    private static string? Find() =>
        new[] { Environment.GetEnvironmentVariable("CHROMIUM") }.Concat(Places).FirstOrDefault(File.Exists);
}
