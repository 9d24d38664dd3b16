using System.Globalization;
using SparrowRecSys.Catalog;

namespace SparrowRecSys.Evaluation;

/// <summary>
/// The files of He et al. 2017, "Neural Collaborative Filtering": <c>X.train.rating</c> and <c>X.test.rating</c> (user, item, rating, timestamp by
/// tabs) and <c>X.test.negative</c> (<c>(user,item)</c>, then 99 items). The test item is ranked against its listed negatives.
/// </summary>
/// <remarks>
/// In the published files of ML-1M the test item stands among its own negatives in 156 of 6,040 rows. The authors' evaluator keeps one copy
/// and on a tie lets the negative win; so does this reader and so does <see cref="Evaluator"/>.
/// </remarks>
public static class NcfFiles
{
    private const string TrainSuffix = ".train.rating";
    private const string TestSuffix = ".test.rating";
    private const string NegativeSuffix = ".test.negative";
    private const int ValidationNegatives = 99;

    /// <summary>Reads the three files of a directory. Movies are the items that occur, ids as in the files.</summary>
    /// <param name="directory">Holds one set of files, or several and then <paramref name="name"/> says which.</param>
    /// <param name="name">The X of the file names; <see langword="null"/>: the only one that is there.</param>
    /// <exception cref="InvalidDataException">A file is missing or a line is wrong; the message says file, line, found and expected.</exception>
    public static EvaluationSplit Read(string directory, string? name = null)
    {
        string prefix = Path.Combine(Path.GetFullPath(directory), name ?? FindName(directory));
        List<NcfRating> train = ReadRatings(prefix + TrainSuffix);
        List<NcfRating> test = ReadRatings(prefix + TestSuffix);
        List<int[]> candidates = ReadCandidates(prefix + NegativeSuffix, test);
        var movies = new MovieCatalog(train.Select(rating => rating.Item).Concat(candidates.SelectMany(items => items)).Distinct().Order()
            .Select(item => new Movie { MovieId = item, Title = $"Item {item}", DisplayTitle = $"Item {item}" }));
        var builder = new RatingTableBuilder(movies.Count, train.Count);
        foreach (NcfRating rating in train)
        {
            builder.Add(rating.User, movies.FindRow(rating.Item), rating.HalfStars, rating.Time);
        }

        var data = new DataSet
        {
            Directory = Path.GetFullPath(directory),
            Layout = Protocols.Ncf,
            Movies = movies,
            Ratings = builder.Build(),
            Hash = "",
            IsSimulated = File.Exists(Path.Combine(directory, "generated.json")),
            Report = new DataReport([]),
        };
        return new EvaluationSplit
        {
            Protocol = Protocols.Ncf,
            Train = data,
            Cases = [.. test.Zip(candidates, (rating, items) => CreateCase(rating, items, data))],
            IsRanked = [.. Enumerable.Repeat(true, movies.Count)],
            SampledNegatives = candidates.Count == 0 ? 0 : candidates.Max(items => items.Length) - 1,
            ForValidation = () => LeaveOneOutProtocol.Split(data, new ProtocolOptions { SampledNegatives = ValidationNegatives }),
        };
    }

    private static TestCase CreateCase(NcfRating test, int[] items, DataSet data)
    {
        int userRow = data.Ratings.FindUserRow(test.User);
        (int[] rows, byte[] halfStars) = userRow < 0 ? ([], []) : TestCase.HistoryOf(data.Ratings.OfUser(userRow));
        return new TestCase
        {
            UserId = test.User,
            HistoryRows = rows,
            HistoryHalfStars = halfStars,
            RelevantRows = [data.Movies.FindRow(test.Item)],
            CandidateRows = [.. items.Select(data.Movies.FindRow)],
            TestTime = test.Time,
        };
    }

    private static string FindName(string directory)
    {
        if (!Directory.Exists(directory))
        {
            throw new InvalidDataException($"{Path.GetFullPath(directory)}: there is no such directory, expected one with X{TrainSuffix}, X{TestSuffix} and X{NegativeSuffix}.");
        }

        string[] names = [.. Directory.EnumerateFiles(directory, "*" + TrainSuffix).Select(path => Path.GetFileName(path)[..^TrainSuffix.Length]).Order(StringComparer.Ordinal)];
        return names.Length == 1
            ? names[0]
            : throw new InvalidDataException(
                $"{Path.GetFullPath(directory)}: found {(names.Length == 0 ? $"no file X{TrainSuffix}" : $"the files of {string.Join(", ", names)}")}, expected those of one X. Name it where there are several.");
    }

    private static List<NcfRating> ReadRatings(string path)
    {
        var ratings = new List<NcfRating>();
        int number = 0;
        foreach (string line in ReadLines(path))
        {
            number++;
            string[] fields = line.Split('\t');
            (int user, int item, double stars, uint time) = (0, 0, 0, 0);
            bool isGood = fields.Length == 4 && TryId(fields[0], out user) && TryId(fields[1], out item)
                && double.TryParse(fields[2], NumberStyles.Float, CultureInfo.InvariantCulture, out stars) && stars is >= 0 and <= 5
                && uint.TryParse(fields[3], NumberStyles.None, CultureInfo.InvariantCulture, out time);
            ratings.Add(isGood
                ? new NcfRating(user, item, (byte)Math.Max(1, 2 * stars), time)
                : throw Bad(path, number, line, "user, item, rating of 0 to 5 and timestamp, separated by tabs"));
        }

        return ratings;
    }

    /// <summary>For each test the items to rank, each once, the test item among them.</summary>
    private static List<int[]> ReadCandidates(string path, List<NcfRating> tests)
    {
        var candidates = new List<int[]>();
        foreach (string line in ReadLines(path))
        {
            if (candidates.Count == tests.Count)
            {
                throw Bad(path, candidates.Count + 1, line, $"{tests.Count} lines, one for each of the test file");
            }

            NcfRating test = tests[candidates.Count];
            string[] fields = line.Split('\t');
            string expected = $"({test.User},{test.Item})";
            if (fields[0] != expected)
            {
                throw Bad(path, candidates.Count + 1, line, $"{expected} as on the same line of the test file");
            }

            HashSet<int> items = [];
            foreach (string field in fields.Skip(1))
            {
                items.Add(TryId(field, out int item) ? item : throw Bad(path, candidates.Count + 1, field, "an item of 0 or more"));
            }

            items.Add(test.Item);
            candidates.Add([.. items]);
        }

        return candidates.Count == tests.Count
            ? candidates
            : throw new InvalidDataException($"{path}: found {candidates.Count} lines, expected {tests.Count}, one for each of the test file.");
    }

    private static IEnumerable<string> ReadLines(string path) => File.Exists(path)
        ? File.ReadLines(path).Where(line => line.Length > 0)
        : throw new InvalidDataException($"{path}: there is no such file.");

    private static bool TryId(string text, out int id) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out id);

    private static InvalidDataException Bad(string path, int line, string found, string expected) =>
        new($"{path}({line}): found '{(found.Length > 60 ? found[..60] + "…" : found)}', expected {expected}.");

    private readonly record struct NcfRating(int User, int Item, byte HalfStars, uint Time);
}
