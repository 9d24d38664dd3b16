using Microsoft.AspNetCore.Mvc.Testing;

namespace SparrowRecSys.Site.Tests;

/// <summary>The real server on a free port, with the repository's own site, data and models.</summary>
public sealed class SiteServer : IAsyncLifetime
{
    private readonly WebApplicationFactory<Program> _factory = new();

    public Uri Address { get; private set; } = new("http://localhost");

    public ValueTask InitializeAsync()
    {
        _factory.UseKestrel(0);
        _factory.StartServer();
        Address = _factory.ClientOptions.BaseAddress;
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => _factory.DisposeAsync();
}
