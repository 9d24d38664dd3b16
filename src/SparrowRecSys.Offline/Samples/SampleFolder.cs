using SparrowRecSys.Catalog;

namespace SparrowRecSys.Offline.Samples;

/// <summary>The files of <c>sparrow samples</c>: all of them appear together, when they are whole.</summary>
internal static class SampleFolder
{
    public const string Training = "trainingSamples";
    public const string Test = "testSamples";

    /// <param name="data">The ratings.</param>
    /// <param name="options">Which samples.</param>
    /// <param name="directory">Full path of the folder for the files; made if it is not there, files of the same name are replaced.</param>
    /// <param name="formats"><c>csv</c>, <c>parquet</c>.</param>
    /// <param name="progress">Is told the share that is done.</param>
    /// <param name="cancellation">Stops it; no file is left then.</param>
    /// <exception cref="InvalidDataException">There is no rating.</exception>
    public static SamplesSummary Write(
        DataSet data, SamplesOptions options, string directory, IReadOnlyList<string> formats, IProgress<double>? progress, CancellationToken cancellation)
    {
        if (data.Ratings.Count == 0)
        {
            throw new InvalidDataException($"Found no rating in {data.Directory}, expected some to make samples of.");
        }

        Directory.CreateDirectory(directory);
        string[] names = [.. formats.SelectMany(format => new[] { $"{Training}.{format}", $"{Test}.{format}" })];
        string Temporary(string name) => Path.Combine(directory, $".{name}.{Environment.ProcessId}.tmp");
        try
        {
            SamplesSummary summary = WriteAll(data, options, [.. names.Select(name => (name, Temporary(name)))], progress, cancellation);
            foreach (string name in names)
            {
                File.Move(Temporary(name), Path.Combine(directory, name), overwrite: true);
            }

            return summary;
        }
        finally
        {
            foreach (string name in names)
            {
                File.Delete(Temporary(name)); // nothing to delete after a move
            }
        }
    }

    private static SamplesSummary WriteAll(
        DataSet data, SamplesOptions options, IReadOnlyList<(string Name, string Path)> files, IProgress<double>? progress, CancellationToken cancellation)
    {
        var streams = new List<FileStream>();
        var writers = new List<(string Name, ISampleWriter Writer)>();
        try
        {
            foreach ((string name, string path) in files)
            {
                streams.Add(new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16));
                writers.Add((name, name.EndsWith(".csv", StringComparison.Ordinal)
                    ? new CsvSampleWriter(streams[^1])
                    : new ParquetSampleWriter(streams[^1], SamplesJob.Schema(data, options), data.Movies.Genres)));
            }

            ISampleWriter[] Of(string part) => [.. writers.Where(file => file.Name.StartsWith(part, StringComparison.Ordinal)).Select(file => file.Writer)];
            return new SamplesJob(data, options, progress).Run(Of(Training), Of(Test), cancellation);
        }
        finally
        {
            foreach (IDisposable file in writers.Select(file => file.Writer).OfType<IDisposable>().Concat(streams))
            {
                file.Dispose();
            }
        }
    }
}
