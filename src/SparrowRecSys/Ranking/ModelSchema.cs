using System.Text.Json.Serialization;
using SparrowRecSys.Features;

namespace SparrowRecSys.Ranking;

/// <summary>
/// What <c>schema.json</c> of a model folder says: what the network takes and gives, and which ids it knows. Immutable.
/// </summary>
public sealed record ModelSchema
{
    /// <summary>The only format that this code reads and writes.</summary>
    public const int CurrentFormat = 2;

    /// <summary>Name of the one output: a probability for each candidate, float32 (N).</summary>
    public const string OutputName = "score";

    /// <summary>
    /// Name of a second output that a network over a history may have: how much each film of it matters for each candidate, float32 (N, L). Of any scale;
    /// the greater, the more.
    /// </summary>
    public const string AttentionName = "attention";

    /// <summary>Format of the file, <see cref="CurrentFormat"/>.</summary>
    public required int Format { get; init; }

    /// <summary>Name of the model and of the folder above its versions; a query asks for the ranker by it.</summary>
    public required string Name { get; init; }

    /// <summary>Version, from 1, as in the folder's name.</summary>
    public required int Version { get; init; }

    /// <summary>Kind of network, such as <c>neuralcf</c>.</summary>
    public required string Type { get; init; }

    /// <summary>SHA-256 of <c>model.onnx</c>, 64 lower-case hex digits.</summary>
    public required string ModelSha256 { get; init; }

    /// <summary><see cref="Catalog.DataSet.Hash"/> of the data that the model was trained on.</summary>
    public required string DataHash { get; init; }

    public required int Seed { get; init; }

    public required DateTimeOffset Created { get; init; }

    /// <summary>Features of the network, in the order of the columns of its blocks.</summary>
    public required IReadOnlyList<Feature> Features { get; init; }

    public required ModelProbe Probe { get; init; }

    /// <summary>Known genres; the position is the row.</summary>
    public required IReadOnlyList<string> Genres { get; init; }

    /// <summary>Known users, ascending; the position is the row of the embedding, and one more row stands for all others.</summary>
    [JsonConverter(typeof(OneLineArrayConverter<int>))]
    public required IReadOnlyList<int> UserIds { get; init; }

    /// <summary>Known movies, ascending; the position is the row of the embedding, and one more row stands for all others.</summary>
    [JsonConverter(typeof(OneLineArrayConverter<int>))]
    public required IReadOnlyList<int> MovieIds { get; init; }

    /// <summary>The inputs that the graph must have: a block for every kind of columns that there are.</summary>
    [JsonIgnore]
    public IReadOnlyList<ModelTensor> Inputs => InputsOf(new FeatureSchema(Features));

    /// <summary>The output that the graph must have.</summary>
    [JsonIgnore]
    public static ModelTensor Output { get; } = new(OutputName, "float32", [-1]);

    /// <summary>The output that the graph may have after that; <see langword="null"/> where there is no history to attend to.</summary>
    [JsonIgnore]
    public ModelTensor? Attention
    {
        get
        {
            int length = Features.FirstOrDefault(feature => feature.Name == FeatureNames.UserHistory)?.Width
                ?? Features.Count(feature => FeatureNames.UserRatedMovies.Contains(feature.Name));
            return length == 0 ? null : new ModelTensor(AttentionName, "float32", [-1, length]);
        }
    }

    /// <summary>The inputs of a graph over the features of a schema, in the order of the blocks: one row of the user, N of candidates.</summary>
    public static IReadOnlyList<ModelTensor> InputsOf(FeatureSchema features) =>
    [
        .. Enum.GetValues<FeatureBlock>().Where(block => features.Width(block) > 0).Select(block => new ModelTensor(
            FeatureSchema.NameOf(block),
            block is FeatureBlock.UserIds or FeatureBlock.MovieIds ? "int32" : "float32",
            [block is FeatureBlock.UserIds or FeatureBlock.UserNumbers ? 1 : -1, features.Width(block)])),
    ];
}

/// <summary>An input or output of a network.</summary>
/// <param name="Name">Name in the graph.</param>
/// <param name="Type"><c>int32</c> or <c>float32</c>.</param>
/// <param name="Shape">Lengths of the dimensions; -1 is any length.</param>
public sealed record ModelTensor(
    string Name, string Type, [property: JsonConverter(typeof(OneLineArrayConverter<int>))] IReadOnlyList<int> Shape);

/// <summary>A batch with the scores that the trainer's own network gave it; whoever loads the model scores it again and compares.</summary>
/// <remarks>Blocks row after row: U users, and for each of them N candidates.</remarks>
public sealed record ModelProbe
{
    /// <summary>U.</summary>
    public required int Users { get; init; }

    /// <summary>N, the candidates of each user.</summary>
    public required int Movies { get; init; }

    /// <summary>(U, width).</summary>
    [JsonConverter(typeof(OneLineArrayConverter<int>))]
    public required IReadOnlyList<int> UserIds { get; init; }

    /// <summary>(U, width).</summary>
    [JsonConverter(typeof(OneLineArrayConverter<float>))]
    public required IReadOnlyList<float> UserNumbers { get; init; }

    /// <summary>(U, N, width).</summary>
    [JsonConverter(typeof(OneLineArrayConverter<int>))]
    public required IReadOnlyList<int> MovieIds { get; init; }

    /// <summary>(U, N, width).</summary>
    [JsonConverter(typeof(OneLineArrayConverter<float>))]
    public required IReadOnlyList<float> MovieNumbers { get; init; }

    /// <summary>Expected scores, (U, N), user after user.</summary>
    [JsonConverter(typeof(OneLineArrayConverter<float>))]
    public required IReadOnlyList<float> Scores { get; init; }
}
