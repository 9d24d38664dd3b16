using System.Text.Json.Serialization;

namespace SparrowRecSys.Ranking;

/// <summary>
/// What <c>schema.json</c> of a model folder says: what the network takes and gives, and which ids it knows. Immutable.
/// </summary>
/// <remarks>A vocabulary's position is the row of the embedding; one more row, after the last id, stands for all unknown ids.</remarks>
public sealed record ModelSchema
{
    /// <summary>The only format that this code reads and writes.</summary>
    public const int CurrentFormat = 1;

    /// <summary>Format of the file, <see cref="CurrentFormat"/>.</summary>
    public required int Format { get; init; }

    /// <summary>Name of the model and of the folder above its versions; a query asks for the ranker by it.</summary>
    public required string Name { get; init; }

    /// <summary>Version, from 1, as in the folder's name.</summary>
    public required int Version { get; init; }

    /// <summary>Kind of network, such as <c>neuralcf</c>; says how the inputs are filled.</summary>
    public required string Type { get; init; }

    /// <summary>SHA-256 of <c>model.onnx</c>, 64 lower-case hex digits.</summary>
    public required string ModelSha256 { get; init; }

    /// <summary><see cref="Catalog.DataSet.Hash"/> of the data that the model was trained on.</summary>
    public required string DataHash { get; init; }

    public required int Seed { get; init; }

    public required DateTimeOffset Created { get; init; }

    /// <summary>Inputs of the network, in order.</summary>
    public required IReadOnlyList<ModelTensor> Inputs { get; init; }

    public required ModelTensor Output { get; init; }

    /// <summary>Row of the user embedding for every user who is not in <see cref="UserIds"/>.</summary>
    public required int UnknownUserRow { get; init; }

    /// <summary>Row of the movie embedding for every movie that is not in <see cref="MovieIds"/>.</summary>
    public required int UnknownMovieRow { get; init; }

    public required ModelProbe Probe { get; init; }

    /// <summary>Known users, ascending; the position is the row of the user embedding.</summary>
    [JsonConverter(typeof(OneLineArrayConverter<int>))]
    public required IReadOnlyList<int> UserIds { get; init; }

    /// <summary>Known movies, ascending; the position is the row of the movie embedding.</summary>
    [JsonConverter(typeof(OneLineArrayConverter<int>))]
    public required IReadOnlyList<int> MovieIds { get; init; }
}

/// <summary>An input or output of a network.</summary>
/// <param name="Name">Name in the graph.</param>
/// <param name="Type"><c>int32</c> or <c>float32</c>.</param>
/// <param name="Shape">Lengths of the dimensions; -1 is any length.</param>
public sealed record ModelTensor(
    string Name, string Type, [property: JsonConverter(typeof(OneLineArrayConverter<int>))] IReadOnlyList<int> Shape);

/// <summary>A batch with the scores that the trainer's own network gave it; whoever loads the model scores it again and compares.</summary>
public sealed record ModelProbe
{
    /// <summary>Rows of the user embedding, U of them.</summary>
    [JsonConverter(typeof(OneLineArrayConverter<int>))]
    public required IReadOnlyList<int> UserRows { get; init; }

    /// <summary>Rows of the movie embedding, N of them; every user is scored with all.</summary>
    [JsonConverter(typeof(OneLineArrayConverter<int>))]
    public required IReadOnlyList<int> MovieRows { get; init; }

    /// <summary>Expected scores, (U, N), user after user.</summary>
    [JsonConverter(typeof(OneLineArrayConverter<float>))]
    public required IReadOnlyList<float> Scores { get; init; }
}
