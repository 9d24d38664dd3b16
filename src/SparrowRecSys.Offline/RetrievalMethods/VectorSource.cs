using System.CommandLine;
using System.Text.Json.Nodes;
using SparrowRecSys.Embeddings;

namespace SparrowRecSys.Offline.RetrievalMethods;

/// <summary>Vectors learned from a file and what is reported of them.</summary>
/// <param name="Vectors">As learned, neither centred nor scaled.</param>
/// <param name="Facts">For people and for JSON: counts, loss, speed.</param>
internal sealed record VectorOutput(WordVectors Vectors, JsonObject Facts);

/// <summary>Another thing that a method of vectors can learn from, besides ratings: a file of tokens or of edges, which knows no movies.</summary>
/// <param name="File">The option that names the file: <c>--sequences</c>.</param>
/// <param name="Others">Further options that say how the file is to be read; they make sense only with it.</param>
/// <param name="Defaults">Defaults of the method's options with such a file, by their names in JSON, where they differ.</param>
/// <param name="Learn">Learns from the file with the method's options. Throws as <see cref="RetrievalMethod.Learn"/> does.</param>
internal sealed record VectorSource(
    Option<string?> File, IReadOnlyList<Option> Others, JsonObject Defaults, Func<ParseResult, object, LearningContext, VectorOutput> Learn);
