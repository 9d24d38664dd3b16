using Microsoft.ML;
using Microsoft.ML.Data;
using SparrowRecSys.Features;
using SparrowRecSys.Offline.Models.Layers;
using SparrowRecSys.Offline.Samples;
using TorchSharp;

namespace SparrowRecSys.Offline.BaselineRankers;

/// <summary>
/// Samples as Microsoft.ML reads them, a sparse vector for each field: ids one-hot, genres and the films liked last multi-hot with weight 1/√k, numbers transformed
/// as for the networks. Ids that training has not seen have no column.
/// </summary>
internal sealed class MlSamples : IDisposable
{
    private const int HistoryLength = 20; // films, as many as the networks read by default

    private static readonly (string Field, FeatureKind Kind, string[] Features)[] IdFields =
    [
        (nameof(MlRow.User), FeatureKind.UserId, [FeatureNames.UserId]),
        (nameof(MlRow.Movie), FeatureKind.MovieId, [FeatureNames.MovieId]),
        (nameof(MlRow.History), FeatureKind.MovieId, [FeatureNames.UserHistory]),
        (nameof(MlRow.UserGenres), FeatureKind.Genre, [.. FeatureNames.UserGenres]),
        (nameof(MlRow.MovieGenres), FeatureKind.Genre, [.. FeatureNames.MovieGenres]),
    ];

    private readonly MLContext _context;
    private readonly NumberTransform _userNumbers;
    private readonly NumberTransform _movieNumbers;
    private readonly SchemaDefinition _columns = SchemaDefinition.Create(typeof(MlRow));

    /// <param name="context">Of Microsoft.ML.</param>
    /// <param name="train">The training samples, by which numbers are standardised.</param>
    public MlSamples(MLContext context, SampleTable train)
    {
        _context = context;
        (_userNumbers, _movieNumbers) = (new NumberTransform(FeatureSide.User, train), new NumberTransform(FeatureSide.Movie, train));
        foreach ((string field, FeatureKind kind, _) in IdFields)
        {
            SetWidth(field, train.Vocabularies.RowCount(kind) - 1);
        }

        SetWidth(nameof(MlRow.UserNumbers), _userNumbers.Width);
        SetWidth(nameof(MlRow.MovieNumbers), _movieNumbers.Width);
    }

    /// <summary>Names of the fields: columns of the views.</summary>
    public static string[] Fields { get; } = [.. IdFields.Select(field => field.Field), nameof(MlRow.UserNumbers), nameof(MlRow.MovieNumbers)];

    /// <summary>A view with a column for each field, and the labels.</summary>
    public IDataView Of(SampleTable samples)
    {
        (float[] user, float[] movie) = (Numbers(_userNumbers, samples), Numbers(_movieNumbers, samples));
        return _context.Data.LoadFromEnumerable(Enumerable.Range(0, samples.Count).Select(i => Row(samples, i, user, movie)), _columns);
    }

    /// <summary>The probabilities that a model gives the rows of a view.</summary>
    public static float[] Probabilities(ITransformer model, IDataView view) => [.. model.Transform(view).GetColumn<float>("Probability")];

    public void Dispose()
    {
        _userNumbers.Dispose();
        _movieNumbers.Dispose();
    }

    private void SetWidth(string field, int width) => _columns[field].ColumnType = new VectorDataViewType(NumberDataViewType.Single, Math.Max(1, width));

    private MlRow Row(SampleTable samples, int row, float[] user, float[] movie)
    {
        VBuffer<float> Ids(int field) => MultiHot(samples, row, IdFields[field].Kind, IdFields[field].Features);
        return new MlRow
        {
            Label = samples.Labels[row],
            User = Ids(0),
            Movie = Ids(1),
            History = Ids(2),
            UserGenres = Ids(3),
            MovieGenres = Ids(4),
            UserNumbers = Dense(user, row, _userNumbers.Width),
            MovieNumbers = Dense(movie, row, _movieNumbers.Width),
        };
    }

    private static VBuffer<float> MultiHot(SampleTable samples, int row, FeatureKind kind, string[] features)
    {
        int unknown = samples.Vocabularies.RowCount(kind) - 1;
        var known = new SortedSet<int>();
        foreach (FeatureSlot slot in features.Select(samples.Schema.Find).OfType<FeatureSlot>())
        {
            ReadOnlySpan<int> ids = samples.Ids(slot.Block).Slice((row * samples.Schema.Width(slot.Block)) + slot.Offset, Math.Min(slot.Width, HistoryLength));
            foreach (int id in ids)
            {
                if (id >= 0 && id < unknown)
                {
                    known.Add(id);
                }
            }
        }

        float[] values = new float[known.Count];
        Array.Fill(values, 1 / MathF.Sqrt(known.Count));
        return new VBuffer<float>(Math.Max(1, unknown), known.Count, values, [.. known]);
    }

    private static VBuffer<float> Dense(float[] numbers, int row, int width) =>
        width == 0 ? new VBuffer<float>(1, 0, [], []) : new VBuffer<float>(width, numbers[(row * width)..((row + 1) * width)]);

    /// <summary>(R, W).</summary>
    private static float[] Numbers(NumberTransform transform, SampleTable samples)
    {
        if (transform.Width == 0 || samples.Count == 0)
        {
            return [];
        }

        using var scope = torch.NewDisposeScope();
        using var _ = torch.no_grad();
        Value?[] values = [.. Enum.GetValues<FeatureBlock>().Select(block => block is FeatureBlock.UserNumbers or FeatureBlock.MovieNumbers
            ? new TorchValue(torch.tensor(samples.Numbers(block).ToArray(), [samples.Count, samples.Schema.Width(block)]), training: false)
            : null)];
        return TorchValue.Of(transform.Apply(new Blocks(samples.Schema, values))).contiguous().data<float>().ToArray();
    }
}

/// <summary>A sample, a vector for each field.</summary>
internal sealed class MlRow
{
    public bool Label { get; set; }

    public VBuffer<float> User { get; set; }

    public VBuffer<float> Movie { get; set; }

    public VBuffer<float> History { get; set; }

    public VBuffer<float> UserGenres { get; set; }

    public VBuffer<float> MovieGenres { get; set; }

    public VBuffer<float> UserNumbers { get; set; }

    public VBuffer<float> MovieNumbers { get; set; }
}
