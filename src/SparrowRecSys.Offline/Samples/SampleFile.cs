using System.Globalization;
using System.Text;
using SparrowRecSys.Catalog;
using SparrowRecSys.Features;

namespace SparrowRecSys.Offline.Samples;

/// <summary>
/// A CSV file of samples, column by column: the original's <c>trainingSamples.csv</c> and <c>testSamples.csv</c>, or what <c>sparrow samples</c>
/// wrote. Features are found by the names in the header, in any order; columns of other names are passed over. Empty means nothing, and 0 in a
/// column of numbers.
/// </summary>
internal sealed class SampleFile
{
    private static readonly FeatureSchema Known = FeatureSchema.All(genreCount: 1);

    private readonly string _path;
    private readonly Dictionary<string, int> _columns = []; // position in the file by name
    private readonly Dictionary<string, List<float>> _numbers = [];
    private readonly Dictionary<string, List<int>> _ids = [];
    private readonly Dictionary<string, List<string>> _genres = [];
    private readonly List<bool> _labels = [];
    private readonly List<byte> _halfStars = [];
    private readonly List<uint> _timestamps = [];

    private SampleFile(string path) => _path = path;

    /// <summary>R.</summary>
    public int Count => _labels.Count;

    /// <summary>Labels (R), half stars (R; 0 without a rating) and times (R; 0 without one).</summary>
    public (IReadOnlyList<bool> Labels, IReadOnlyList<byte> HalfStars, IReadOnlyList<uint> Timestamps) Facts => (_labels, _halfStars, _timestamps);

    /// <summary>Names of the features that the file has, in the order of the known features.</summary>
    public IReadOnlyList<string> Features => [.. Known.Features.Select(feature => feature.Name).Where(_columns.ContainsKey)];

    /// <exception cref="InvalidDataException">The file is not there, lacks a column, or has a row that cannot be read; the message says where.</exception>
    public static SampleFile Read(string path)
    {
        string full = Path.GetFullPath(path);
        if (!File.Exists(full))
        {
            throw new InvalidDataException($"There is no file of samples at '{full}'.");
        }

        var file = new SampleFile(full);
        using var reader = new DelimitedReader(File.OpenRead(full), DelimitedFormat.Csv, full);
        file.ReadHeader(reader);
        while (reader.Read())
        {
            file.ReadRow(reader);
        }

        return file.Count > 0 ? file : throw new InvalidDataException($"{full}: found no sample, expected rows behind the header.");
    }

    /// <summary>A column of numbers (R).</summary>
    public IReadOnlyList<float> Numbers(string feature) => _numbers[feature];

    /// <summary>A column of ids (R), 0 where there is none.</summary>
    public IReadOnlyList<int> Ids(string feature) => _ids[feature];

    /// <summary>A column of genres (R), empty where there is none.</summary>
    public IReadOnlyList<string> Genres(string feature) => _genres[feature];

    private void ReadHeader(DelimitedReader reader)
    {
        if (reader.Read())
        {
            for (int i = 0; i < reader.FieldCount; i++)
            {
                _columns.TryAdd(reader.Text(i).Trim(), i);
            }
        }

        string[] missing = [.. new[] { FeatureNames.UserId, FeatureNames.MovieId, OriginalColumns.Label }.Where(name => !_columns.ContainsKey(name))];
        if (missing.Length > 0)
        {
            throw new InvalidDataException(
                $"{_path}, line 1: found the columns {string.Join(", ", _columns.Keys)}, expected {string.Join(", ", missing)} among them.");
        }

        foreach (Feature feature in Features.Select(name => Known.Find(name)!.Feature))
        {
            switch (feature.Kind)
            {
                case FeatureKind.Number: _numbers[feature.Name] = []; break;
                case FeatureKind.Genre: _genres[feature.Name] = []; break;
                default: _ids[feature.Name] = []; break;
            }
        }
    }

    private void ReadRow(DelimitedReader reader)
    {
        if (reader.FieldCount != _columns.Count)
        {
            throw new InvalidDataException($"{_path}, line {reader.Line}: found {reader.FieldCount} fields, expected {_columns.Count} as in the header.");
        }

        foreach ((string name, List<float> values) in _numbers)
        {
            values.Add((float)Number(reader, name, float.MinValue, float.MaxValue));
        }

        foreach ((string name, List<int> values) in _ids)
        {
            values.Add((int)Number(reader, name, 0, int.MaxValue));
        }

        foreach ((string name, List<string> values) in _genres)
        {
            values.Add(reader.Text(_columns[name]).Trim());
        }

        _labels.Add(Number(reader, OriginalColumns.Label, 0, 1) > 0.5);
        _halfStars.Add((byte)(2 * Number(reader, OriginalColumns.Rating, 0, 5)));
        _timestamps.Add((uint)Number(reader, OriginalColumns.Timestamp, 0, uint.MaxValue));
    }

    /// <summary>The number in a column; 0 where it is empty or the file has no such column.</summary>
    private double Number(DelimitedReader reader, string column, double least, double most)
    {
        if (!_columns.TryGetValue(column, out int field) || reader.Raw(field).IsEmpty)
        {
            return 0;
        }

        return double.TryParse(reader.Raw(field), NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && number >= least && number <= most
            ? number
            : throw new InvalidDataException(
                $"{_path}, line {reader.Line}: found '{Encoding.UTF8.GetString(reader.Raw(field))}' in {column}, expected a number from {least:g3} to {most:g3}.");
    }
}
