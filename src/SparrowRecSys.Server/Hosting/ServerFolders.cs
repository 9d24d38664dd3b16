using Microsoft.Extensions.Options;
using SparrowRecSys.Retrieval;
using SparrowRecSys.Server.Settings;

namespace SparrowRecSys.Server.Hosting;

/// <summary>Where data, models, embeddings and the site lie. Full paths.</summary>
internal sealed class ServerFolders
{
    public ServerFolders(
        IOptions<DataOptions> data, IOptions<ModelsOptions> models, IOptions<EmbeddingsOptions> embeddings, IOptions<RetrievalOptions> retrieval,
        IOptions<SiteOptions> site, IConfiguration configuration)
    {
        string home = FindHome(AppContext.BaseDirectory) ?? AppContext.BaseDirectory;
        string webroot = configuration[WebHostDefaults.WebRootKey] is { Length: > 0 } asked ? asked : site.Value.Directory;
        (Data, _) = Resolve(data.Value.Directory, Path.Combine(home, "data"));
        (Models, AreModelsConfigured) = Resolve(models.Value.Directory, Path.Combine(home, "data", "models"));
        (Embeddings, AreEmbeddingsConfigured) = Resolve(embeddings.Value.Directory, Path.Combine(Models, "..", "embeddings"));
        (Retrieval, IsRetrievalConfigured) = Resolve(retrieval.Value.Directory, Path.Combine(Models, "..", "retrieval"));
        (Site, IsSiteConfigured) = Resolve(webroot, Path.Combine(home, "wwwroot"));
    }

    public string Data { get; }

    public string Models { get; }

    public string Embeddings { get; }

    public string Retrieval { get; }

    public string Site { get; }

    /// <summary>Whether the folder was named: one that was named must exist, a default one need not.</summary>
    public bool AreModelsConfigured { get; }

    /// <inheritdoc cref="AreModelsConfigured"/>
    public bool AreEmbeddingsConfigured { get; }

    /// <inheritdoc cref="AreModelsConfigured"/>
    public bool IsRetrievalConfigured { get; }

    /// <inheritdoc cref="AreModelsConfigured"/>
    public bool IsSiteConfigured { get; }

    /// <summary>
    /// The first folder from <paramref name="start"/> upwards that has both <c>wwwroot</c> and <c>data</c>: the published server itself, or the
    /// root of the repository. Null when there is none.
    /// </summary>
    public static string? FindHome(string start)
    {
        for (DirectoryInfo? folder = new(start); folder is not null; folder = folder.Parent)
        {
            if (Directory.Exists(Path.Combine(folder.FullName, "wwwroot")) && Directory.Exists(Path.Combine(folder.FullName, "data")))
            {
                return folder.FullName;
            }
        }

        return null;
    }

    /// <summary>Whether a folder is there.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="isConfigured">Whether it was named.</param>
    /// <param name="section">Of the configuration, for what is said when it is not there.</param>
    /// <param name="logger">Is told of a default folder that is not there.</param>
    /// <exception cref="InvalidDataException">It was named and is not there.</exception>
    public static bool IsThere(string folder, bool isConfigured, string section, ILogger logger)
    {
        if (Directory.Exists(folder))
        {
            return true;
        }

        if (isConfigured)
        {
            throw new InvalidDataException($"There is no folder at '{folder}' ({section}:Directory).");
        }

        Log.NothingAt(logger, section, folder);
        return false;
    }

    private static (string Path, bool IsConfigured) Resolve(string configured, string byDefault) =>
        configured.Length > 0 ? (Path.GetFullPath(configured), true) : (Path.GetFullPath(byDefault), false);
}
