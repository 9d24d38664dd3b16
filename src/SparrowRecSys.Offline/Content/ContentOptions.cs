using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using SparrowRecSys.Offline.RetrievalMethods;

namespace SparrowRecSys.Offline.Content;

/// <summary>
/// Hyper-parameters of content vectors. Weights are shares: before the reduction the cosine of two movies that have every field is the mean of the
/// fields' cosines, weighted by these. A weight of 0 leaves a field out.
/// </summary>
public sealed record ContentOptions
{
    /// <summary>Length D of a vector. Default 64; the time of a training grows with its square.</summary>
    [Description("Length of a vector.")]
    [Range(2, 256)]
    [Search(32, 64, 128)]
    public int Dimension { get; init; } = 64;

    /// <summary>Weight of the words and pairs of words of the title: what tells that films are of one series. Default 0.2.</summary>
    [Description("Weight of the words of the title.")]
    [Range(0.0, 100.0)]
    [Search(0.02, 1, SearchScale.Logarithmic)]
    public double TitleWeight { get; init; } = 0.2;

    /// <summary>Weight of the year; films eleven years apart have nothing in common by it. Default 0.5.</summary>
    [Description("Weight of the year.")]
    [Range(0.0, 100.0)]
    [Search(0.02, 1, SearchScale.Logarithmic)]
    public double YearWeight { get; init; } = 0.5;

    /// <summary>Weight of the genres. Default 1.</summary>
    [Description("Weight of the genres.")]
    [Range(0.0, 100.0)]
    public double GenreWeight { get; init; } = 1;

    /// <summary>Weight of the directors. Default 0.5.</summary>
    [Description("Weight of the directors.")]
    [Range(0.0, 100.0)]
    [Search(0.02, 1, SearchScale.Logarithmic)]
    public double DirectorWeight { get; init; } = 0.5;

    /// <summary>Weight of the cast. Default 0.5.</summary>
    [Description("Weight of the cast.")]
    [Range(0.0, 100.0)]
    [Search(0.02, 1, SearchScale.Logarithmic)]
    public double CastWeight { get; init; } = 0.5;

    /// <summary>Weight of the countries. Default 0.2.</summary>
    [Description("Weight of the countries.")]
    [Range(0.0, 100.0)]
    [Search(0.02, 1, SearchScale.Logarithmic)]
    public double CountryWeight { get; init; } = 0.2;

    /// <summary>Weight of the synopsis: half for the English one, half for the Chinese one. Default 0.5.</summary>
    [Description("Weight of the synopsis, half for each of its two languages.")]
    [Range(0.0, 100.0)]
    [Search(0.02, 1, SearchScale.Logarithmic)]
    public double SynopsisWeight { get; init; } = 0.5;

    /// <summary>
    /// File of vectors from elsewhere (of images, sound, a language model), by movie id: one more field. In the text format of word2vec, in ours
    /// (<c>id:f f f</c>) or binary. Empty, the default: none.
    /// </summary>
    [Description("File of vectors from elsewhere (image, sound, language model) by movie id, as one more field; empty = none.")]
    public string Vectors { get; init; } = "";

    /// <summary>Weight of the vectors from elsewhere. Default 1.</summary>
    [Description("Weight of the vectors from elsewhere.")]
    [Range(0.0, 100.0)]
    [Search(0.1, 10, SearchScale.Logarithmic)]
    public double VectorsWeight { get; init; } = 1;

    /// <summary>
    /// Power of the singular values that scale the columns: 1 keeps the cosines of the unreduced features as well as it can be done, 0 makes all
    /// directions equally important (Caron 2001, "Experiments with LSA scoring"). Default 0.5: on the validation part of ml-latest-small, protocol
    /// ratio, Recall@100 is 0.145 with it, 0.128 with 1 and 0.115 with 0.
    /// </summary>
    [Description("Power of the singular values: 1 keeps cosines, 0 makes all directions equal.")]
    [Range(0.0, 2.0)]
    [Search(0, 1)]
    public double SpectrumPower { get; init; } = 0.5;

    /// <summary>Seed of the reduction's first guess. Default 1.</summary>
    [Description("Seed of the reduction's first guess.")]
    [Range(0, int.MaxValue)]
    public int Seed { get; init; } = 1;

    /// <summary>Weight of the cosine in the score; see <see cref="SparrowRecSys.Retrieval.LearnedEmbedding"/>. Default 10.</summary>
    [Description("Weight of the cosine in the score of a movie.")]
    [Range(1e-3, 1000.0)]
    [Search(1, 40, SearchScale.Logarithmic)]
    public double CosineWeight { get; init; } = 10;

    /// <summary>
    /// Weight of log-popularity in the score. Default 0: by cosine alone, since what this model is for, films that nobody has rated, would be
    /// last with any other.
    /// </summary>
    [Description("Weight of log-popularity in the score of a movie; 0 = by cosine alone.")]
    [Range(0.0, 1000.0)]
    public double PopularityWeight { get; init; }
}
