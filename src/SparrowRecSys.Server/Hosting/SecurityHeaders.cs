using Microsoft.Extensions.Options;
using SparrowRecSys.Server.Settings;

namespace SparrowRecSys.Server.Hosting;

/// <summary>Headers that tell browsers what a page of ours may do.</summary>
internal static class SecurityHeaders
{
    /// <summary>Only our own files and requests; images also as data in the page. No script or style in the page itself.</summary>
    public const string StrictPolicy =
        "default-src 'self'; img-src 'self' data:; style-src 'self'; script-src 'self'; object-src 'none'; base-uri 'self'; "
        + "form-action 'self'; frame-ancestors 'none'";

    public static void UseSecurityHeaders(this WebApplication app)
    {
        SiteOptions site = app.Services.GetRequiredService<IOptions<SiteOptions>>().Value;
        bool isOwnSite = !app.Services.GetRequiredService<ServerFolders>().IsSiteConfigured;
        string policy = site.ContentSecurityPolicy ?? (isOwnSite ? StrictPolicy : "");
        app.Use((context, next) =>
        {
            IHeaderDictionary headers = context.Response.Headers;
            headers.XContentTypeOptions = "nosniff";
            headers.XFrameOptions = "DENY";
            headers["Referrer-Policy"] = "same-origin";
            if (policy.Length > 0)
            {
                headers.ContentSecurityPolicy = policy;
            }

            return next(context);
        });
    }
}
