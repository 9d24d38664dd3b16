using SparrowRecSys.Features;

namespace SparrowRecSys.Offline.Samples;

/// <summary>
/// Samples of two files as tables of one schema: the features that both have, and the last positives as a history as well. The ids of the training
/// file are the vocabularies.
/// </summary>
/// <param name="Training">In order of time.</param>
/// <param name="Test">In order of time.</param>
internal sealed record SampleFiles(SampleTable Training, SampleTable Test)
{
    /// <exception cref="InvalidDataException">A file is not there or cannot be read; the message says where.</exception>
    public static SampleFiles Read(string trainingPath, string testPath)
    {
        SampleFile training = SampleFile.Read(trainingPath);
        SampleFile test = SampleFile.Read(testPath);
        string[] names = [.. training.Features.Intersect(test.Features)];
        FeatureVocabularies vocabularies = VocabulariesOf(training, names);
        bool hasHistory = FeatureNames.UserRatedMovies.All(names.Contains);
        FeatureSchema schema = FeatureSchema.Of(
            hasHistory ? [.. names, FeatureNames.UserHistory] : names, Math.Max(1, vocabularies.Genres.Count), FeatureNames.UserRatedMovies.Count);
        // Rows of users and movies that are in the test file alone go on behind the vocabularies.
        var rows = new FileRows(vocabularies);
        return new SampleFiles(Table(training, schema, vocabularies, rows), Table(test, schema, vocabularies, rows));
    }

    private static FeatureVocabularies VocabulariesOf(SampleFile training, string[] names)
    {
        IEnumerable<Feature> Of(FeatureKind kind) => FeatureSchema.All(1).Features.Where(feature => feature.Kind == kind && names.Contains(feature.Name));
        return new FeatureVocabularies(
            [.. training.Ids(FeatureNames.UserId).Distinct().Order()],
            [.. Of(FeatureKind.MovieId).SelectMany(feature => training.Ids(feature.Name)).Where(id => id > 0).Distinct().Order()],
            [.. Of(FeatureKind.Genre).SelectMany(feature => training.Genres(feature.Name)).Where(genre => genre.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal)]);
    }

    private static SampleTable Table(SampleFile file, FeatureSchema schema, FeatureVocabularies vocabularies, FileRows rows)
    {
        (IReadOnlyList<bool> labels, IReadOnlyList<byte> halfStars, IReadOnlyList<uint> timestamps) = file.Facts;
        int[] order = [.. Enumerable.Range(0, file.Count).OrderBy(i => timestamps[i])]; // equal times keep the order of the file
        var table = new SampleTable(schema, vocabularies, file.Count);
        for (int row = 0; row < order.Length; row++)
        {
            int from = order[row];
            table.Labels[row] = labels[from];
            table.HalfStars[row] = halfStars[from];
            table.Timestamps[row] = timestamps[from];
            table.UserRows[row] = rows.OfUser(file.Ids(FeatureNames.UserId)[from]);
            table.MovieRows[row] = rows.OfMovie(file.Ids(FeatureNames.MovieId)[from]);
            foreach (Feature feature in schema.Features)
            {
                Fill(file, from, table, row, schema.Find(feature.Name)!);
            }
        }

        return table;
    }

    private static void Fill(SampleFile file, int from, SampleTable table, int row, FeatureSlot slot)
    {
        int at = (row * table.Schema.Width(slot.Block)) + slot.Offset;
        if (slot.Feature.Name == FeatureNames.UserHistory)
        {
            for (int i = 0; i < slot.Width; i++)
            {
                table.Ids(slot.Block)[at + i] = MovieRow(file.Ids(FeatureNames.UserRatedMovies[i])[from], table.Vocabularies);
            }

            return;
        }

        switch (slot.Feature.Kind)
        {
            case FeatureKind.Number:
                table.Numbers(slot.Block)[at] = file.Numbers(slot.Feature.Name)[from];
                break;
            case FeatureKind.Genre:
                string genre = file.Genres(slot.Feature.Name)[from];
                table.Ids(slot.Block)[at] = genre.Length == 0 ? FeatureVocabularies.Nothing : table.Vocabularies.RowOfGenre(genre);
                break;
            case FeatureKind.UserId:
                table.Ids(slot.Block)[at] = table.Vocabularies.RowOfUser(file.Ids(slot.Feature.Name)[from]);
                break;
            default:
                table.Ids(slot.Block)[at] = MovieRow(file.Ids(slot.Feature.Name)[from], table.Vocabularies);
                break;
        }
    }

    private static int MovieRow(int movieId, FeatureVocabularies vocabularies) =>
        movieId == 0 ? FeatureVocabularies.Nothing : vocabularies.RowOfMovie(movieId);

    /// <summary>Numbers the users and the movies of both files.</summary>
    private sealed class FileRows(FeatureVocabularies vocabularies)
    {
        private readonly Dictionary<int, int> _newUsers = [];
        private readonly Dictionary<int, int> _newMovies = [];

        public int OfUser(int id) => vocabularies.KnowsUser(id) ? vocabularies.RowOfUser(id) : Number(_newUsers, id, vocabularies.UserIds.Count);

        public int OfMovie(int id) => vocabularies.KnowsMovie(id) ? vocabularies.RowOfMovie(id) : Number(_newMovies, id, vocabularies.MovieIds.Count);

        private static int Number(Dictionary<int, int> rows, int id, int first)
        {
            if (!rows.TryGetValue(id, out int row))
            {
                rows.Add(id, row = first + rows.Count);
            }

            return row;
        }
    }
}
