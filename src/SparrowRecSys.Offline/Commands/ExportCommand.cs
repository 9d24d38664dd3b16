using System.CommandLine;
using SparrowRecSys.Catalog;
using SparrowRecSys.Embeddings;
using SparrowRecSys.Offline.Item2Vec;
using SparrowRecSys.Retrieval;

namespace SparrowRecSys.Offline.Commands;

/// <summary><c>sparrow export</c>: the vectors of a retrieval model as text, for other programs.</summary>
internal static class ExportCommand
{
    private const string Help = """
        Write the vectors of a retrieval model as text, for other programs.

        NAMEEmb.csv holds the movies' vectors and userEmb.csv the mean of the vectors of each user's positive movies, both in the form of
        the original SparrowRecSys: 'id:number number ...'.

        Examples:
          sparrow export item2vec
          sparrow export als --data ml-latest-small --retrieval out/retrieval --out out/text
        """;

    private static readonly Argument<string> Name = new("MODEL") { Description = "Name of a retrieval model that has vectors." };
    private static readonly Option<string> Data = new("--data") { Description = "Directory of the data set, for the users.", DefaultValueFactory = _ => "data" };
    private static readonly Option<string> Retrieval = new("--retrieval") { Description = "Directory of all retrieval models.", DefaultValueFactory = _ => Path.Combine("data", "retrieval") };
    private static readonly Option<string> Out = new("--out") { Description = "Directory for the two files.", DefaultValueFactory = _ => "out" };

    public static Command Create() => new Command("export", Help) { Name, Data, Retrieval, Out }.Runs(Run);

    private static void Run(ParseResult parsed, CancellationToken cancellation)
    {
        (string name, string directory) = (parsed.GetRequiredValue(Name), parsed.GetRequiredValue(Retrieval));
        EmbeddingRows movies = VectorsOf(name, directory);
        DataSet data = DataSetLoader.Load(parsed.GetRequiredValue(Data));
        EmbeddingRows users = Item2VecVectors.OfUsers(data.Ratings.AtLeast(Rating.PositiveHalfStars), data.Movies, movies);
        cancellation.ThrowIfCancellationRequested();
        string output = Path.GetFullPath(parsed.GetRequiredValue(Out));
        AtomicFile.Write(Path.Combine(output, $"{name}Emb.csv"), stream => EmbeddingTextFormat.Write(stream, movies));
        AtomicFile.Write(Path.Combine(output, "userEmb.csv"), stream => EmbeddingTextFormat.Write(stream, users));
        System.Console.Out.WriteLine($"{output}: {movies.Count:N0} movies in {name}Emb.csv, {users.Count:N0} users in userEmb.csv, {movies.Dimension} dimensions.");
    }

    private static EmbeddingRows VectorsOf(string name, string directory)
    {
        RetrievalSearch search = RetrievalFolder.FindNewest(directory, name);
        if (search.Folder is not { } folder)
        {
            string why = search.Refused.Count > 0 ? search.Refused[0].Reason : $"there are {string.Join(", ", RetrievalFolder.Names(directory).DefaultIfEmpty("none"))}";
            throw new InvalidDataException($"{directory}: found no retrieval model '{name}' that can be used; {why}.");
        }

        return folder.Learned switch
        {
            LearnedEmbedding embedding => embedding.Movies,
            LearnedFactors factors => factors.Movies,
            _ => throw new UsageException($"MODEL: found {name}, which is of kind {folder.Manifest.Kind} and has no vectors."),
        };
    }
}
