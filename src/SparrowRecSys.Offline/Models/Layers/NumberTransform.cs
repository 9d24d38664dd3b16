using SparrowRecSys.Features;
using SparrowRecSys.Offline.Samples;
using TorchSharp;

namespace SparrowRecSys.Offline.Models.Layers;

/// <summary>
/// Makes the plain numbers of one side fit for a network: counts and times as log(1 + x), means pulled to the mean of all where they are of
/// few ratings, years that are not known as the middle; then every column standardised by the training samples and cut off at ±4 deviations.
/// </summary>
/// <remarks>It changes the distribution of the features, never that of the labels. Being a layer, it is in the ONNX graph: whoever serves passes plain numbers.</remarks>
internal sealed class NumberTransform : torch.nn.Module
{
    private const double Limit = 4; // deviations
    private const double SmallestDeviation = 0.05; // so that a column that hardly varies is not blown up
    private const double PriorCount = 5; // ratings of average score, as for the damped averages that models are measured against
    private const int LargestFit = 200_000; // samples

    private static readonly string[] LogNames =
    [
        FeatureNames.UserRatingCount, FeatureNames.UserSecondsSinceLastEvent, FeatureNames.MovieRatingCount, FeatureNames.MovieRecentCount,
        FeatureNames.LikedByDirector, FeatureNames.LikedByCast,
    ];

    private static readonly string[] YearNames = [FeatureNames.ReleaseYear, FeatureNames.UserAvgReleaseYear];

    private readonly FeatureBlock _block;
    private readonly int[] _plain;
    private readonly int[] _logs;
    private readonly int[] _years; // 0 = not known
    private readonly int[] _damped; // mean, count; empty when the schema lacks one
    private readonly double _priorMean;
    private readonly torch.Tensor _mean; // (W)
    private readonly torch.Tensor _scale; // (W), 1 / deviation

    /// <param name="side">Whose numbers.</param>
    /// <param name="train">The training samples.</param>
    public NumberTransform(FeatureSide side, SampleTable train)
        : base(nameof(NumberTransform))
    {
        FeatureSchema schema = train.Schema;
        _block = side == FeatureSide.User ? FeatureBlock.UserNumbers : FeatureBlock.MovieNumbers;
        FeatureSlot[] slots = [.. schema.Features.Select(feature => schema.Find(feature.Name)).OfType<FeatureSlot>()
            .Where(slot => slot.Block == _block && slot.Feature.Name != FeatureNames.UserHistoryAge)];
        _logs = ColumnsOf(slots.Where(slot => LogNames.Contains(slot.Feature.Name)));
        _years = ColumnsOf(slots.Where(slot => YearNames.Contains(slot.Feature.Name)));
        _plain = ColumnsOf(slots.Where(slot => !LogNames.Contains(slot.Feature.Name) && !YearNames.Contains(slot.Feature.Name)));
        _damped = side == FeatureSide.User
            ? PairOf(schema, FeatureNames.UserAvgRating, FeatureNames.UserRatingCount)
            : PairOf(schema, FeatureNames.MovieAvgRating, FeatureNames.MovieRatingCount);
        Width = _plain.Length + _logs.Length + (_damped.Length / 2) + _years.Length;
        using torch.Tensor numbers = Rows(train, schema.Width(_block)); // (R, F)
        _priorMean = MeanOfKnown(numbers, _damped);
        (_mean, _scale) = Fit(schema, numbers);
        RegisterComponents();
    }

    /// <summary>W, numbers of the result; 0 when the side has none.</summary>
    public int Width { get; }

    /// <summary>(B, W).</summary>
    public Value Apply(Blocks blocks)
    {
        Value standard = ((Raw(blocks) - _mean) * _scale).Clamp(-Limit, Limit);
        return _years.Length == 0 ? standard : standard * IsKnown(blocks, standard);
    }

    /// <summary>The columns before they are standardised: plain, logarithms, damped mean, years.</summary>
    private Value Raw(Blocks blocks)
    {
        var parts = new List<Value>();
        if (_plain.Length > 0)
        {
            parts.Add(blocks[_block, _plain]);
        }

        if (_logs.Length > 0)
        {
            parts.Add((blocks[_block, _logs] + 1).Log());
        }

        if (_damped.Length > 0)
        {
            (Value mean, Value count) = (blocks[_block, _damped.AsSpan(..1)], blocks[_block, _damped.AsSpan(1..)]);
            parts.Add(((mean * count) + (_priorMean * PriorCount)) / (count + PriorCount));
        }

        if (_years.Length > 0)
        {
            parts.Add(blocks[_block, _years]);
        }

        return parts[0].Concat([.. parts[1..]]);
    }

    /// <summary>(B, W): 0 for years that are not known, else 1.</summary>
    private Value IsKnown(Blocks blocks, Value all)
    {
        Value years = blocks[_block, _years].IsPositive();
        int others = Width - _years.Length;
        return others == 0 ? years : ((all.Slice(1, 0, others) * 0) + 1).Concat(years);
    }

    private (torch.Tensor Mean, torch.Tensor Scale) Fit(FeatureSchema schema, torch.Tensor numbers)
    {
        if (Width == 0)
        {
            return (torch.zeros(0), torch.zeros(0));
        }

        using var scope = torch.NewDisposeScope();
        var values = new Value?[4];
        values[(int)_block] = new TorchValue(numbers, training: false);
        var blocks = new Blocks(schema, values);
        torch.Tensor raw = TorchValue.Of(Raw(blocks)).to_type(torch.float64); // (R, W)
        torch.Tensor known = _years.Length == 0 ? torch.ones_like(raw) : TorchValue.Of(IsKnown(blocks, Raw(blocks)));
        // [0] and not 0, which C# would take for the element type numbered 0.
        torch.Tensor count = known.sum([0]).clamp_min(1); // (W)
        torch.Tensor mean = (raw * known).sum([0]) / count;
        torch.Tensor deviation = ((raw - mean).square() * known).sum([0]).div(count).sqrt().clamp_min(SmallestDeviation);
        return (mean.to_type(torch.float32).MoveToOuterDisposeScope(), (1 / deviation).to_type(torch.float32).MoveToOuterDisposeScope());
    }

    private static double MeanOfKnown(torch.Tensor numbers, int[] pair)
    {
        if (pair.Length == 0)
        {
            return 0;
        }

        using var scope = torch.NewDisposeScope();
        torch.Tensor known = numbers.select(1, pair[1]).gt(0).to_type(torch.float32); // (R)
        return ((numbers.select(1, pair[0]) * known).sum() / known.sum().clamp_min(1)).ToDouble();
    }

    /// <summary>At most <see cref="LargestFit"/> samples, evenly spread.</summary>
    private torch.Tensor Rows(SampleTable train, int width)
    {
        int step = Math.Max(1, (train.Count + LargestFit - 1) / LargestFit);
        int[] positions = [.. Enumerable.Range(0, (train.Count + step - 1) / step).Select(i => i * step)];
        ReadOnlySpan<float> all = train.Numbers(_block);
        float[] rows = new float[positions.Length * width];
        for (int i = 0; i < positions.Length; i++)
        {
            all.Slice(positions[i] * width, width).CopyTo(rows.AsSpan(i * width));
        }

        return torch.from_array(rows).reshape(positions.Length, width);
    }

    private static int[] ColumnsOf(IEnumerable<FeatureSlot> slots) => [.. slots.SelectMany(slot => Enumerable.Range(slot.Offset, slot.Width))];

    private static int[] PairOf(FeatureSchema schema, string mean, string count) =>
        schema.Find(mean) is { } first && schema.Find(count) is { } second ? [first.Offset, second.Offset] : [];
}
