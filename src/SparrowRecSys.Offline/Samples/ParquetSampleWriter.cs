using ParquetSharp;
using ParquetSharp.IO;
using SparrowRecSys.Features;

namespace SparrowRecSys.Offline.Samples;

/// <summary>
/// Writes samples as Parquet with all features: user, movie, rating, timestamp, label, then every feature under its name. Ids are ids, genres
/// are names, null where there is nothing; a feature of several columns is a list, a history only as long as it is. A row group for each part.
/// </summary>
internal sealed class ParquetSampleWriter : ISampleWriter, IDisposable
{
    private readonly ParquetFileWriter _file;
    private readonly ManagedOutputStream _output;
    private readonly FeatureSlot[] _slots;

    /// <param name="stream">Written to; the caller's.</param>
    /// <param name="schema">The features.</param>
    /// <param name="genres">Names of the genres: the order of the numbers in <c>userGenreAffinity</c>; kept as a property of the file.</param>
    public ParquetSampleWriter(Stream stream, FeatureSchema schema, IReadOnlyList<string> genres)
    {
        _slots = [.. schema.Features.Where(feature => feature.Name is not (FeatureNames.UserId or FeatureNames.MovieId)).Select(feature => schema.Find(feature.Name)!)];
        Column[] columns =
        [
            new Column<int>(FeatureNames.UserId), new Column<int>(FeatureNames.MovieId), new Column<float?>(OriginalColumns.Rating),
            new Column<long>(OriginalColumns.Timestamp), new Column<bool>(OriginalColumns.Label), .. _slots.Select(ColumnOf),
        ];
        _output = new ManagedOutputStream(stream, leaveOpen: true);
        _file = new ParquetFileWriter(_output, columns, Compression.Snappy, new Dictionary<string, string> { ["genres"] = string.Join('|', genres) });
    }

    public void Write(SampleTable samples, ReadOnlySpan<int> positions)
    {
        if (positions.IsEmpty)
        {
            return;
        }

        int[] rows = positions.ToArray();
        using RowGroupWriter group = _file.AppendRowGroup();
        Put(group, rows, row => samples.Vocabularies.UserIds[IdAt(samples, FeatureNames.UserId, row)]);
        Put(group, rows, row => samples.Vocabularies.MovieIds[IdAt(samples, FeatureNames.MovieId, row)]);
        Put(group, rows, row => samples.HalfStars[row] == 0 ? (float?)null : samples.HalfStars[row] / 2f);
        Put(group, rows, row => (long)samples.Timestamps[row]);
        Put(group, rows, row => samples.Labels[row]);
        foreach (FeatureSlot slot in _slots)
        {
            Put(group, samples, rows, slot);
        }
    }

    public void Complete() => _file.Close();

    public void Dispose()
    {
        _file.Dispose();
        _output.Dispose();
    }

    private static Column ColumnOf(FeatureSlot slot) => (slot.Feature.Kind, slot.Width) switch
    {
        (FeatureKind.Number, 1) => new Column<float>(slot.Feature.Name),
        (FeatureKind.Number, _) => new Column<float[]>(slot.Feature.Name),
        (FeatureKind.Genre, _) => new Column<string?>(slot.Feature.Name),
        (_, 1) => new Column<int?>(slot.Feature.Name),
        _ => new Column<int[]>(slot.Feature.Name),
    };

    private static void Put(RowGroupWriter group, SampleTable samples, int[] rows, FeatureSlot slot)
    {
        int At(int row) => (row * samples.Schema.Width(slot.Block)) + slot.Offset;
        switch (slot.Feature.Kind, slot.Width)
        {
            case (FeatureKind.Number, 1):
                Put(group, rows, row => samples.Numbers(slot.Block)[At(row)]);
                break;
            case (FeatureKind.Number, _):
                Put(group, rows, row => samples.Numbers(slot.Block).Slice(At(row), LengthOf(samples, slot, row)).ToArray());
                break;
            case (FeatureKind.Genre, _):
                Put(group, rows, row => samples.Ids(slot.Block)[At(row)] is >= 0 and int genre ? samples.Vocabularies.Genres[genre] : null);
                break;
            case (_, 1):
                Put(group, rows, row => samples.Ids(slot.Block)[At(row)] is >= 0 and int movie ? samples.Vocabularies.MovieIds[movie] : (int?)null);
                break;
            default:
                Put(group, rows, row => MoviesOf(samples, samples.Ids(slot.Block).Slice(At(row), LengthOf(samples, slot, row))));
                break;
        }
    }

    private static void Put<T>(RowGroupWriter group, int[] rows, Func<int, T> value)
    {
        using LogicalColumnWriter<T> column = group.NextColumn().LogicalWriter<T>();
        column.WriteBatch(Array.ConvertAll(rows, row => value(row)));
    }

    /// <summary>Columns of a list that say something: of a history those that are filled, else all.</summary>
    private static int LengthOf(SampleTable samples, FeatureSlot slot, int row)
    {
        if (slot.Feature.Name is not (FeatureNames.UserHistory or FeatureNames.UserHistoryAge) || samples.Schema.Find(FeatureNames.UserHistory) is not { } history)
        {
            return slot.Width;
        }

        int length = samples.Ids(history.Block).Slice((row * samples.Schema.Width(history.Block)) + history.Offset, history.Width).IndexOf(FeatureVocabularies.Nothing);
        return length < 0 ? slot.Width : Math.Min(length, slot.Width);
    }

    private static int[] MoviesOf(SampleTable samples, ReadOnlySpan<int> rows)
    {
        int[] movies = new int[rows.Length];
        for (int i = 0; i < rows.Length; i++)
        {
            movies[i] = samples.Vocabularies.MovieIds[rows[i]];
        }

        return movies;
    }

    private static int IdAt(SampleTable samples, string name, int row)
    {
        FeatureSlot slot = samples.Schema.Find(name)!; // the schema of all features has it
        return samples.Ids(slot.Block)[(row * samples.Schema.Width(slot.Block)) + slot.Offset];
    }
}
