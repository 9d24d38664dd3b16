using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace SparrowRecSys.Site.Tests;

/// <summary>A page of the site with a record of its console errors, failed requests and answers.</summary>
public sealed class SitePage : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly ConcurrentQueue<string> _problems = new();
    private readonly ConcurrentQueue<IResponse> _responses = new();

    internal SitePage(IBrowserContext context, IPage page)
    {
        (_context, Page) = (context, page);
        page.Console += (_, message) => Note(message.Type == "error", $"console: {message.Text} ({message.Location})");
        page.PageError += (_, error) => Note(true, $"page error: {error}");
        page.RequestFailed += (_, request) => Note(request.Failure != "net::ERR_ABORTED", $"failed: {request.Url} {request.Failure}");
        page.Response += (_, response) => _responses.Enqueue(response);
    }

    public IPage Page { get; }

    /// <summary>Console errors, uncaught exceptions and failed requests so far, in order.</summary>
    public IReadOnlyCollection<string> Problems => _problems;

    public IReadOnlyCollection<IResponse> Responses => _responses;

    public ILocator ByTestId(string id) => Page.GetByTestId(id);

    /// <summary>The films shown in a part of the page.</summary>
    public ILocator Cards(string testId) => ByTestId(testId).GetByTestId("movie-card");

    /// <summary>Goes to a page of the site. What the page fetches then is waited for by the test's assertions.</summary>
    public Task<IResponse?> GoAsync(string path) => Page.GotoAsync(path, new PageGotoOptions { WaitUntil = WaitUntilState.DOMContentLoaded });

    /// <summary>Goes to a page of the site and waits until it has nothing more to fetch.</summary>
    public Task<IResponse?> GoAndSettleAsync(string path) => Page.GotoAsync(path, new PageGotoOptions { WaitUntil = WaitUntilState.NetworkIdle });

    /// <summary>From now on the browser has no connection, or has one again.</summary>
    public Task SetOfflineAsync(bool offline) => _context.SetOfflineAsync(offline);

    /// <summary>Keeps a picture of the page as test output.</summary>
    public Task KeepScreenshotAsync(string name, bool fullPage = false) => Page.ScreenshotAsync(new PageScreenshotOptions
    {
        Path = Path.Combine(Screenshots, name + ".png"),
        FullPage = fullPage,
        Animations = ScreenshotAnimations.Disabled,
    });

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();

    private static string Screenshots { get; } = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "screenshots")).FullName;

    private void Note(bool isProblem, string text)
    {
        if (isProblem)
        {
            _problems.Enqueue(text);
        }
    }
}
