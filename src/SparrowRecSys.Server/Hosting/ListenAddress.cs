namespace SparrowRecSys.Server.Hosting;

/// <summary>On which address the server listens.</summary>
internal static class ListenAddress
{
    public const int DefaultPort = 6010;

    /// <summary>
    /// <c>--urls</c> on the command line, else the environment variable <c>PORT</c>, else whatever else names addresses
    /// (<c>ASPNETCORE_URLS</c>, <c>ASPNETCORE_HTTP_PORTS</c>), else port 6010.
    /// </summary>
    /// <returns>The addresses to set, or <see langword="null"/> to leave to the framework what its own settings say.</returns>
    /// <exception cref="InvalidDataException"><c>PORT</c> is not a port.</exception>
    public static string? Choose(string[] args, string? port, IConfiguration configuration, bool isDevelopment)
    {
        if (new ConfigurationBuilder().AddCommandLine(args).Build()[WebHostDefaults.ServerUrlsKey] is { Length: > 0 } urls)
        {
            return urls;
        }

        // In development nobody else on the network should reach the server; in a container everybody must.
        string host = isDevelopment ? "localhost" : "*";
        if (!string.IsNullOrEmpty(port))
        {
            return int.TryParse(port, out int number) && number is >= 0 and <= 65_535
                ? $"http://{(number == 0 && isDevelopment ? "127.0.0.1" : host)}:{number}"
                : throw new InvalidDataException($"The environment variable PORT is '{port}'; expected a port, 0 to 65535.");
        }

        bool isConfigured = configuration[WebHostDefaults.ServerUrlsKey] is { Length: > 0 }
            || configuration[WebHostDefaults.HttpPortsKey] is { Length: > 0 }
            || configuration.GetSection("Kestrel:Endpoints").Exists();
        return isConfigured ? null : $"http://{host}:{DefaultPort}";
    }

    /// <summary>An address a browser on this machine can open, for one the server listens on.</summary>
    public static string ToOpen(string address) =>
        address.Replace("://*", "://localhost", StringComparison.Ordinal)
            .Replace("://+", "://localhost", StringComparison.Ordinal)
            .Replace("://[::]", "://localhost", StringComparison.Ordinal)
            .Replace("://0.0.0.0", "://localhost", StringComparison.Ordinal)
            .Replace("://127.0.0.1", "://localhost", StringComparison.Ordinal);
}
