using SparrowRecSys.Features;

namespace SparrowRecSys.Offline.Samples;

/// <summary>
/// Labelled pairs of user and movie with their features as of the moment, in order of time: the four blocks of a schema as row-major arrays,
/// position i of everything belonging to one sample. A part of a table shares its arrays. Immutable once it is filled.
/// </summary>
internal sealed class SampleTable
{
    private readonly int[][] _ids; // user, movie: (R, width)
    private readonly float[][] _numbers; // user, movie: (R, width)
    private readonly bool[] _labels;
    private readonly byte[] _halfStars;
    private readonly int[] _userRows;
    private readonly int[] _movieRows;
    private readonly uint[] _timestamps;

    /// <summary>An empty table, to be filled by <see cref="PointInTimeReplay"/> or a reader of files.</summary>
    /// <param name="schema">The columns.</param>
    /// <param name="vocabularies">Rows of the ids.</param>
    /// <param name="count">R.</param>
    public SampleTable(FeatureSchema schema, FeatureVocabularies vocabularies, int count)
    {
        (Schema, Vocabularies, Count) = (schema, vocabularies, count);
        _ids = [new int[count * schema.Width(FeatureBlock.UserIds)], new int[count * schema.Width(FeatureBlock.MovieIds)]];
        _numbers = [new float[count * schema.Width(FeatureBlock.UserNumbers)], new float[count * schema.Width(FeatureBlock.MovieNumbers)]];
        (_labels, _halfStars, _userRows) = (new bool[count], new byte[count], new int[count]);
        (_movieRows, _timestamps) = (new int[count], new uint[count]);
    }

    private SampleTable(SampleTable whole, int start, int count)
    {
        (Schema, Vocabularies, Start, Count) = (whole.Schema, whole.Vocabularies, start, count);
        (_ids, _numbers, _labels, _halfStars) = (whole._ids, whole._numbers, whole._labels, whole._halfStars);
        (_userRows, _movieRows, _timestamps) = (whole._userRows, whole._movieRows, whole._timestamps);
    }

    public FeatureSchema Schema { get; }

    public FeatureVocabularies Vocabularies { get; }

    /// <summary>R.</summary>
    public int Count { get; }

    /// <summary>Whether the user liked the movie (R).</summary>
    public Span<bool> Labels => _labels.AsSpan(Start, Count);

    /// <summary>Stars × 2 (R); 0 for a pair that was never rated.</summary>
    public Span<byte> HalfStars => _halfStars.AsSpan(Start, Count);

    /// <summary>Rows of the users in the rating table (R); of samples from a file, the user's position among those of the file.</summary>
    public Span<int> UserRows => _userRows.AsSpan(Start, Count);

    /// <summary>Rows of the movies in the catalog (R); of samples from a file, the movie's position among those of the file.</summary>
    public Span<int> MovieRows => _movieRows.AsSpan(Start, Count);

    /// <summary>Seconds since 1970-01-01 UTC (R).</summary>
    public Span<uint> Timestamps => _timestamps.AsSpan(Start, Count);

    /// <summary>Positives over all, 0 to 1; NaN when empty.</summary>
    public double PositiveShare => (double)Labels.Count(true) / Count;

    private int Start { get; }

    /// <summary>A block of ids (R, width), row-major.</summary>
    public Span<int> Ids(FeatureBlock block) =>
        Rows(_ids[block is FeatureBlock.UserIds ? 0 : 1], Schema.Width(block));

    /// <summary>A block of numbers (R, width), row-major.</summary>
    public Span<float> Numbers(FeatureBlock block) =>
        Rows(_numbers[block is FeatureBlock.UserNumbers ? 0 : 1], Schema.Width(block));

    /// <summary>The ids of one sample (width).</summary>
    public Span<int> IdsOf(FeatureBlock block, int row) => Ids(block).Slice(row * Schema.Width(block), Schema.Width(block));

    /// <summary>The numbers of one sample (width).</summary>
    public Span<float> NumbersOf(FeatureBlock block, int row) => Numbers(block).Slice(row * Schema.Width(block), Schema.Width(block));

    /// <summary>A number of one column.</summary>
    /// <param name="feature">Of width 1.</param>
    /// <param name="row">Position of the sample.</param>
    /// <exception cref="InvalidDataException">The samples lack the feature.</exception>
    public float Number(string feature, int row)
    {
        FeatureSlot slot = Schema.Find(feature)
            ?? throw new InvalidDataException($"Found no {feature} among the features, there are {string.Join(", ", Schema.Features.Select(other => other.Name))}.");
        return Numbers(slot.Block)[(row * Schema.Width(slot.Block)) + slot.Offset];
    }

    /// <summary>The same samples with some of the columns, copied; a feature may be cut to its first columns, such as a history to the newest films.</summary>
    /// <param name="schema">Features that the table has, none wider than here.</param>
    public SampleTable Select(FeatureSchema schema)
    {
        var selected = new SampleTable(schema, Vocabularies, Count);
        Labels.CopyTo(selected.Labels);
        HalfStars.CopyTo(selected.HalfStars);
        UserRows.CopyTo(selected.UserRows);
        MovieRows.CopyTo(selected.MovieRows);
        Timestamps.CopyTo(selected.Timestamps);
        foreach (FeatureSlot to in schema.Features.Select(feature => schema.Find(feature.Name)).OfType<FeatureSlot>())
        {
            FeatureSlot from = Schema.Find(to.Feature.Name) ?? throw new ArgumentException($"Found no {to.Feature.Name} among the features.", nameof(schema));
            if (to.Feature.IsId)
            {
                Copy(Ids(from.Block), from.Offset, Schema.Width(from.Block), selected.Ids(to.Block), to.Offset, schema.Width(to.Block), to.Width);
            }
            else
            {
                Copy(Numbers(from.Block), from.Offset, Schema.Width(from.Block), selected.Numbers(to.Block), to.Offset, schema.Width(to.Block), to.Width);
            }
        }

        return selected;
    }

    /// <summary>The samples from one position up to another; shares the arrays.</summary>
    public SampleTable Slice(int start, int count)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(start + count, Count);
        return new SampleTable(this, Start + start, count);
    }

    /// <summary>The samples from a moment on and before another; shares the arrays. The table is in order of time.</summary>
    public SampleTable Between(uint from, uint before)
    {
        int start = FirstFrom(from);
        return Slice(start, Math.Max(start, FirstFrom(before)) - start);
    }

    private int FirstFrom(uint time)
    {
        // BinarySearch finds any of several equal times; of all samples from `time` on the first is wanted.
        int found = Timestamps.BinarySearch(time);
        if (found < 0)
        {
            return ~found;
        }

        while (found > 0 && Timestamps[found - 1] == time)
        {
            found--;
        }

        return found;
    }

    private static void Copy<T>(ReadOnlySpan<T> from, int fromOffset, int fromWidth, Span<T> to, int toOffset, int toWidth, int width)
    {
        for (int row = 0; row * fromWidth < from.Length; row++)
        {
            from.Slice((row * fromWidth) + fromOffset, width).CopyTo(to.Slice((row * toWidth) + toOffset));
        }
    }

    private Span<T> Rows<T>(T[] values, int width) => values.AsSpan(Start * width, Count * width);
}
