using System.CommandLine;
using System.Globalization;
using SparrowRecSys.Embeddings;
using SparrowRecSys.Offline.Indexes;
using Spectre.Console;

namespace SparrowRecSys.Offline.Commands;

/// <summary><c>sparrow index bench</c>: what the kinds of index find, and what they cost.</summary>
internal static class IndexCommand
{
    private const string Help = """
        Measure exact, hnsw and lsh on the same vectors: recall@k against the time of a search, time to build, memory.

        Vectors are drawn around cluster centers (normally distributed, cosine) unless --vectors names a file of vectors. Queries are not
        among the vectors. Searches run one at a time on one thread; each query runs once before it is measured.

        Examples:
          sparrow index bench
          sparrow index bench --count 200000 --dimension 64 --k 10 --kind hnsw --ef 32,64,96
          sparrow index bench --vectors data/retrieval/item2vec/1/vectors.bin --queries 100 --json
        """;

    private const double MostSpread = 1000;

    private static readonly string[] Kinds = [VectorIndexes.Exact, VectorIndexes.Hnsw, VectorIndexes.Lsh];
    private static readonly HnswOptions Hnsw = new();
    private static readonly LshOptions Lsh = new();
    private static readonly Option<int> Count = Number("--count", "Vectors to draw.", 100_000);
    private static readonly Option<int> Dimension = Number("--dimension", "Length of a drawn vector.", 64);
    private static readonly Option<int> PerCluster = Number("--per-cluster", "Drawn vectors for each cluster center, on average.", 20);
    private static readonly Option<double> Spread = new("--spread") { Description = "Standard deviation of a drawn vector's coordinates around its center, whose own have 1. Large: no clusters.", DefaultValueFactory = _ => 0.6 };
    private static readonly Option<string?> Vectors = new("--vectors") { Description = "File of vectors to use instead: word2vec's text format or our own." };
    private static readonly Option<int> Queries = Number("--queries", "Queries.", 1000);
    private static readonly Option<int> K = Number("--k", "Nearest vectors that a search looks for.", 10);
    private static readonly Option<string> Kind = new("--kind") { Description = "Kinds of index, separated by commas.", DefaultValueFactory = _ => string.Join(',', Kinds) };
    private static readonly Option<string> Ef = new("--ef") { Description = "hnsw: sizes of the pool of a search, separated by commas.", DefaultValueFactory = _ => "16,32,64,96,128,192,256" };
    private static readonly Option<int> M = Number("--m", "hnsw: links of a vector on each layer.", Hnsw.M);
    private static readonly Option<int> EfConstruction = Number("--ef-construction", "hnsw: size of the pool when a vector is linked.", Hnsw.EfConstruction);
    private static readonly Option<int> Threads = Number("--threads", "hnsw: threads that build.", 1);
    private static readonly Option<string> Probes = new("--probes") { Description = "lsh: buckets looked into in each table, separated by commas.", DefaultValueFactory = _ => "1,4,16,64,256,1024" };
    private static readonly Option<int> Tables = Number("--tables", "lsh: hash tables.", Lsh.Tables);
    private static readonly Option<int> Hashes = Number("--hashes", "lsh: hash functions in a table.", Lsh.Hashes);
    private static readonly Option<double> Width = new("--width") { Description = "lsh: width of the intervals of a projection; 0: from the data.", DefaultValueFactory = _ => 0 };
    private static readonly Option<int> Seed = new("--seed") { Description = "Seed of vectors, queries and indexes.", DefaultValueFactory = _ => 1 };

    public static Command Create() => new("index", "Look at indexes of nearest vectors.")
    {
        new Command("bench", Help)
        {
            Count, Dimension, PerCluster, Spread, Vectors, Queries, K, Kind, Ef, M, EfConstruction, Threads, Probes, Tables, Hashes, Width, Seed, CommandLine.Json,
        }.Runs(Run),
    };

    private static void Run(ParseResult parsed, CancellationToken cancellation)
    {
        string[] kinds = parsed.GetRequiredValue(Kind).Split(',');
        if (Array.Find(kinds, kind => !Kinds.Contains(kind)) is { } unknown)
        {
            throw new UsageException($"{Kind.Name}: found {unknown}, allowed are {string.Join(", ", Kinds)}, separated by commas.");
        }

        int[] efs = ReadNumbers(parsed, Ef);
        int[] probes = ReadNumbers(parsed, Probes);
        var hnsw = new HnswOptions { M = Read(parsed, M, 2, 256), EfConstruction = Read(parsed, EfConstruction, 1, 10_000), Seed = parsed.GetValue(Seed) };
        var lsh = new LshOptions
        {
            Tables = Read(parsed, Tables, 1, 256),
            Hashes = Read(parsed, Hashes, 1, LshOptions.MostHashes),
            BucketWidth = Read(parsed, Width, 0, MostSpread),
            Seed = parsed.GetValue(Seed),
        };
        int threads = Read(parsed, Threads, 1, 1024);
        int k = Read(parsed, K, 1, 100_000);
        IndexBenchData data = LoadData(parsed);
        var bench = new IndexBench(data, k);
        var rows = new List<IndexMeasurement>();
        foreach (string kind in kinds)
        {
            rows.AddRange(kind switch
            {
                VectorIndexes.Exact => [bench.MeasureExact()],
                VectorIndexes.Hnsw => bench.MeasureHnsw(hnsw, efs, threads, cancellation),
                _ => bench.MeasureLsh(lsh, probes, cancellation),
            });
        }

        if (parsed.GetValue(CommandLine.Json))
        {
            CommandLine.WriteJson(new { data = data.Description, data.Table.Count, data.Table.Dimension, k, rows });
        }
        else
        {
            Write(data, k, rows);
        }
    }

    private static IndexBenchData LoadData(ParseResult parsed)
    {
        int queries = Read(parsed, Queries, 1, 1_000_000);
        int seed = parsed.GetValue(Seed);
        return parsed.GetValue(Vectors) is { } path
            ? IndexBenchData.Load(path, queries, seed)
            : IndexBenchData.Generate(
                Read(parsed, Count, 1, 10_000_000), Read(parsed, Dimension, 1, 4096), queries, Read(parsed, PerCluster, 1, int.MaxValue), Read(parsed, Spread, 0, MostSpread), seed);
    }

    private static void Write(IndexBenchData data, int k, List<IndexMeasurement> rows)
    {
        Table table = new Table().AddColumns("index", "setting", $"recall@{k}", "p50 µs", "p99 µs", "build s", "index MB");
        table.Caption = new TableTitle($"{data.Table.Count:N0} x {data.Table.Dimension} vectors ({(double)data.Table.Count * data.Table.Dimension * sizeof(float) / 1e6:f1} MB): {data.Description}");
        foreach (IndexMeasurement row in rows)
        {
            table.AddRow(
                row.Kind, row.Setting, $"{row.Recall:f4}", $"{row.P50:f1}", $"{row.P99:f1}", $"{row.BuildSeconds:f2}", $"{row.IndexBytes / 1e6:f1}");
        }

        CommandLine.Results.Write(table);
    }

    private static int[] ReadNumbers(ParseResult parsed, Option<string> option)
    {
        string text = parsed.GetRequiredValue(option);
        int[] values = [.. text.Split(',').Select(part => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out int value) ? value : 0)];
        return Array.TrueForAll(values, value => value is >= 1 and <= 100_000)
            ? values
            : throw new UsageException($"{option.Name}: found {text}, allowed are whole numbers from 1 to 100,000, separated by commas.");
    }

    private static T Read<T>(ParseResult parsed, Option<T> option, T least, T most)
        where T : struct, IComparable<T>
    {
        T value = parsed.GetValue(option);
        return value.CompareTo(least) >= 0 && value.CompareTo(most) <= 0
            ? value
            : throw new UsageException($"{option.Name}: found {value}, allowed are {least} to {most}.");
    }

    private static Option<int> Number(string name, string description, int standard) => new(name) { Description = description, DefaultValueFactory = _ => standard };
}
