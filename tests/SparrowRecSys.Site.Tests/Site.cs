using SparrowRecSys.Site.Tests;

[assembly: AssemblyFixture(typeof(Site))]

namespace SparrowRecSys.Site.Tests;

/// <summary>One server and one browser, shared by all tests. Every page opened has a context of its own: no storage in common.</summary>
public sealed class Site : IAsyncLifetime
{
    private readonly SiteServer _server = new();
    private readonly Browser _browser = new();

    public async ValueTask InitializeAsync()
    {
        if (Browser.Missing is null)
        {
            await _server.InitializeAsync();
            await _browser.InitializeAsync();
        }
    }

    /// <summary>Opens an empty page; skips the test where there is no browser.</summary>
    public Task<SitePage> OpenAsync(Visit? visit = null) => _browser.OpenAsync(_server.Address, visit ?? new Visit());

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        await _server.DisposeAsync();
    }
}
