using System.Globalization;
using System.Text;
using BenchmarkDotNet.Attributes;
using SparrowRecSys.Catalog;

namespace SparrowRecSys.Benchmarks.Catalog;

/// <summary>What reading <c>ratings.csv</c> costs at the start of the server: rows of about 25 bytes from memory, without the disk and the table.</summary>
[MemoryDiagnoser]
public class RatingParsingBenchmark
{
    private byte[] _file = [];

    [Params(100_000, 1_160_000)]
    public int Rows { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        var random = new Random(1);
        var text = new StringBuilder();
        for (int i = 0; i < Rows; i++)
        {
            double score = (1 + random.Next(10)) / 2.0;
            text.Append(CultureInfo.InvariantCulture, $"{1 + (i / 40)},{1 + random.Next(1000)},{score:0.0},{800_000_000 + random.Next(800_000_000)}\n");
        }

        _file = Encoding.UTF8.GetBytes(text.ToString());
    }

    [Benchmark(Baseline = true)]
    public long Lines_and_split()
    {
        using var reader = new StreamReader(new MemoryStream(_file));
        long sum = 0;
        while (reader.ReadLine() is { } line)
        {
            string[] fields = line.Split(',');
            int userId = int.Parse(fields[0], CultureInfo.InvariantCulture);
            int movieId = int.Parse(fields[1], CultureInfo.InvariantCulture);
            float score = float.Parse(fields[2], CultureInfo.InvariantCulture);
            sum += userId + movieId + (byte)(score * 2) + uint.Parse(fields[3], CultureInfo.InvariantCulture);
        }

        return sum;
    }

    [Benchmark]
    public long Bytes_in_place()
    {
        using var reader = new DelimitedReader(new MemoryStream(_file), DelimitedFormat.Csv);
        ReadOnlySpan<byte> separator = ","u8;
        long sum = 0;
        while (reader.Read())
        {
            if (RatingRow.TryParseFast(reader.Record, separator, out RatingRow row))
            {
                sum += row.UserId + row.MovieId + row.HalfStars + row.Timestamp;
            }
        }

        return sum;
    }
}
