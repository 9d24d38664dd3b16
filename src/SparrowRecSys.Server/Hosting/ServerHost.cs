using System.Diagnostics;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Options;
using SparrowRecSys.Server.Api;
using SparrowRecSys.Server.Search;
using SparrowRecSys.Serving;

namespace SparrowRecSys.Server.Hosting;

/// <summary>Puts the server together.</summary>
internal static class ServerHost
{
    /// <summary>Builds the server and loads everything it serves.</summary>
    /// <exception cref="ConfigurationException">A setting is misspelt or cannot be used.</exception>
    /// <exception cref="OptionsValidationException">A setting is out of range.</exception>
    /// <exception cref="InvalidDataException">The data are missing or bad.</exception>
    public static WebApplication Build(string[] args)
    {
        // Settings lie beside the program, wherever it is started from.
        WebApplicationBuilder builder = WebApplication.CreateBuilder(
            new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        string? port = Environment.GetEnvironmentVariable("PORT");
        if (ListenAddress.Choose(args, port, builder.Configuration, builder.Environment.IsDevelopment()) is { } urls)
        {
            builder.WebHost.UseUrls(urls);
        }

        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Services.AddServerLog(builder.Configuration);
        AddHttp(builder.Services);
        builder.Services.AddMetricsEndpoint();
        builder.Services.AddRecommender();
        WebApplication app = builder.Build();
        Load(app.Services);
        Use(app);
        Map(app);
        app.Lifetime.ApplicationStarted.Register(() => SayReady(app));
        return app;
    }

    private static void AddHttp(IServiceCollection services)
    {
        services.AddProblemDetails();
        services.AddApiDescription();
        services.AddResponseCompression(options =>
        {
            // No secrets are in our answers, so compressing them gives nothing away.
            options.EnableForHttps = true;
            options.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "image/svg+xml", "application/problem+json"];
        });
        services.ConfigureHttpJsonOptions(options =>
        {
            options.SerializerOptions.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
            options.SerializerOptions.TypeInfoResolverChain.Insert(0, ApiJson.Default);
        });
    }

    /// <summary>Loads now what would else be loaded by the first request, and fails now where that would fail.</summary>
    private static void Load(IServiceProvider services)
    {
        try
        {
            services.GetRequiredService<IStartupValidator>().Validate();
            services.GetRequiredService<RecommendationPipeline>();
            services.GetRequiredService<SearchIndex>();
        }
        catch (Exception error) when (error is InvalidOperationException or ArgumentException)
        {
            throw new ConfigurationException(error.GetBaseException().Message, error);
        }
    }

    private static void Use(WebApplication app)
    {
        app.UseExceptionHandler();
        app.UseRequestLog();
        app.UseSecurityHeaders();
        app.UseResponseCompression();
        app.UseSite();
    }

    private static void Map(WebApplication app)
    {
        app.MapOpenApi();
        app.MapHealth();
        app.MapPrometheusScrapingEndpoint(MetricsEndpoint.Path);
        LegacyApi.Map(app);
        app.MapPosters();
        RouteGroupBuilder v1 = app.MapGroup("/api/v1");
        v1.MapMovies();
        v1.MapSearch();
        v1.MapUsers();
        v1.MapRecommendations();
        v1.MapEvents();
        v1.MapModels();
    }

    private static void SayReady(WebApplication app)
    {
        ILogger logger = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger(nameof(SparrowRecSys));
        ServerFolders folders = app.Services.GetRequiredService<ServerFolders>();
        if (!Directory.Exists(folders.Site))
        {
            Log.NoSite(logger, folders.Site);
        }

        using var process = Process.GetCurrentProcess();
        long elapsedMs = (long)(DateTime.Now - process.StartTime).TotalMilliseconds;
        IServerAddressesFeature? addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>();
        string address = ListenAddress.ToOpen(addresses?.Addresses.FirstOrDefault() ?? "");
        Log.Ready(logger, elapsedMs, address);
    }
}
