using System.CommandLine;
using SparrowRecSys.Catalog;
using SparrowRecSys.Embeddings;
using SparrowRecSys.Offline.RetrievalMethods;

namespace SparrowRecSys.Offline.Commands;

/// <summary>The command of one retrieval method: <c>sparrow train als</c>, <c>sparrow embed item2vec</c>.</summary>
internal static class LearnCommand
{
    private static readonly Option<string> Data = new("--data") { Description = "Directory of the data set, in any layout that we read.", DefaultValueFactory = _ => "data" };
    private static readonly Option<string> Out = new("--out") { Description = "Directory of all retrieval models; the next version appears in its folder of the model's name.", DefaultValueFactory = _ => Path.Combine("data", "retrieval") };
    private static readonly Option<double> MinRating = new("--min-rating") { Description = "Stars from which a rating counts as an interaction, 0.5 to 5.", DefaultValueFactory = _ => Rating.PositiveScore };
    private static readonly Option<string?> Config = new("--config") { Description = "JSON file with options by method, as 'sparrow tune' writes it: {\"als\":{\"dimension\":64}}." };

    public static Command Create(RetrievalMethod method)
    {
        var command = new Command(method.Name, method.Help) { Data, Out, MinRating, Config, IndexOption.Kind };
        foreach (Option option in method.Options.CommandLineOptions)
        {
            command.Add(option);
        }

        foreach (Option option in method.Source is { } source ? [source.File, .. source.Others] : Array.Empty<Option>())
        {
            command.Add(option);
        }

        command.Add(CommandLine.Json);
        return command.Runs((parsed, cancellation) => Run(method, parsed, cancellation));
    }

    private static void Run(RetrievalMethod method, ParseResult parsed, CancellationToken cancellation)
    {
        if (method.Source is { } source && FileLearning.IsAsked(source.File, source.Others, parsed, [Data, MinRating, IndexOption.Kind]))
        {
            FileLearning.Run(method, source, parsed, parsed.GetResult(Out) is { Implicit: false } ? parsed.GetValue(Out) : null, parsed.GetValue(Config), cancellation);
            return;
        }

        object options = method.Options.Read(parsed, MethodSettings.Read(parsed.GetValue(Config), []).Of(method));
        VectorIndexOptions index = IndexOption.Read(parsed);
        byte halfStars = ReadHalfStars(parsed.GetValue(MinRating), "--min-rating");
        DataSet data = DataSetLoader.Load(parsed.GetRequiredValue(Data));
        LearnedOutput output = Learn(method, data, halfStars, options, cancellation);
        cancellation.ThrowIfCancellationRequested();
        string path = RetrievalPublisher.Publish(parsed.GetRequiredValue(Out), method, data, options, output, index, cancellation);
        if (parsed.GetValue(CommandLine.Json))
        {
            CommandLine.WriteJson(new { path, method.Name, options = method.Options.ToJson(options), output.Facts });
        }

        Show(method, data, output, path);
    }

    /// <summary>Half stars of a number of stars.</summary>
    /// <exception cref="UsageException">It is not 0.5 to 5 in half steps.</exception>
    public static byte ReadHalfStars(double stars, string option) => stars is >= 0.5 and <= 5 && stars * 2 == Math.Truncate(stars * 2)
        ? (byte)(stars * 2)
        : throw new UsageException($"{option}: found {stars}, allowed are 0.5 to 5 in half steps.");

    private static LearnedOutput Learn(RetrievalMethod method, DataSet data, byte halfStars, object options, CancellationToken cancellation) =>
        LearningBar.Run(method.Name, context => Interactions.Learn(method, data, halfStars, options, context), cancellation);

    private static void Show(RetrievalMethod method, DataSet data, LearnedOutput output, string path) => LearningBar.ShowFacts(
        method.Name, output.Facts, [("data", data.Hash + (data.IsSimulated ? ", simulated ratings" : "")), ("written to", path)]);
}
