using System.CommandLine;
using System.Text.Json.Nodes;
using SparrowRecSys.Embeddings;
using SparrowRecSys.Offline.RetrievalMethods;

namespace SparrowRecSys.Offline.Commands;

/// <summary>The command of a method when it learns from a file that knows no movies: vectors out in the text format of word2vec.</summary>
internal static class FileLearning
{
    /// <summary>Whether the command line names such a file.</summary>
    /// <param name="file">The option that names it.</param>
    /// <param name="others">Options that make sense only with it.</param>
    /// <param name="parsed">The command line.</param>
    /// <param name="ofRatings">Options that make sense only with ratings.</param>
    /// <exception cref="UsageException">It names the file and ratings too, or says how to read a file that it does not name.</exception>
    public static bool IsAsked(Option<string?> file, IReadOnlyList<Option> others, ParseResult parsed, IReadOnlyList<Option> ofRatings)
    {
        bool asked = parsed.GetValue(file) is not null;
        Option? wrong = (asked ? ofRatings : others).FirstOrDefault(option => parsed.GetResult(option) is { Implicit: false });
        return wrong is null
            ? asked
            : throw new UsageException(asked
                ? $"{wrong.Name} and {file.Name} exclude one another: found both, expected ratings or a file."
                : $"{wrong.Name}: found without {file.Name}, expected with it.");
    }

    /// <param name="method">The method.</param>
    /// <param name="source">How it learns from a file.</param>
    /// <param name="parsed">The command line.</param>
    /// <param name="outPath">File for the vectors, as the command line says it.</param>
    /// <param name="configPath">File of options, or <see langword="null"/>.</param>
    /// <param name="cancellation">Stops it; no file is written then.</param>
    public static void Run(RetrievalMethod method, VectorSource source, ParseResult parsed, string? outPath, string? configPath, CancellationToken cancellation)
    {
        string path = Path.GetFullPath(outPath ?? throw new UsageException($"--out: found none, expected with {source.File.Name} the file for the vectors, such as vectors.txt."));
        if (Directory.Exists(path))
        {
            throw new UsageException($"--out: found the directory {path}, expected with {source.File.Name} a file such as vectors.txt.");
        }

        object options = method.Options.Read(parsed, Merge(source.Defaults, MethodSettings.Read(configPath, []).Of(method)));
        VectorOutput output = LearningBar.Run(method.Name, context => source.Learn(parsed, options, context), cancellation);
        cancellation.ThrowIfCancellationRequested();
        AtomicFile.Write(path, stream => WordVectorFormat.Write(stream, output.Vectors));
        if (parsed.GetValue(CommandLine.Json))
        {
            CommandLine.WriteJson(new { path, method.Name, options = method.Options.ToJson(options), output.Facts });
        }

        LearningBar.ShowFacts(method.Name, output.Facts, [("written to", path)]);
    }

    private static JsonObject Merge(JsonObject defaults, JsonObject config)
    {
        JsonObject all = defaults.DeepClone().AsObject();
        foreach ((string name, JsonNode? value) in config)
        {
            all[name] = value?.DeepClone();
        }

        return all;
    }
}
