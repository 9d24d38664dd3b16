using SparrowRecSys.Features;

namespace SparrowRecSys.Ranking;

/// <summary>What a network was given, in words: ids instead of rows of a vocabulary; and what it attended to.</summary>
/// <param name="User">Features of the user, in the model's order.</param>
/// <param name="Movies">For each candidate its features, those of the pair included.</param>
/// <param name="Attention">
/// For each candidate the films of the history that matter for it, the most important first; only those of a weight above 0, at most
/// <see cref="MostAttended"/>. None for a network without attention.
/// </param>
public sealed record RankerInspection(
    IReadOnlyList<InspectedFeature> User, IReadOnlyList<IReadOnlyList<InspectedFeature>> Movies, IReadOnlyList<IReadOnlyList<AttendedMovie>> Attention)
{
    public const int MostAttended = 3;

    internal static RankerInspection Of(FeatureEncoder encoder, ScoringBuffer buffer, UserFold user, int count, float[] attention)
    {
        FeatureSchema schema = encoder.Schema;
        Feature[] ofUser = [.. schema.Features.Where(feature => feature.Side == FeatureSide.User)];
        Feature[] ofMovie = [.. schema.Features.Where(feature => feature.Side == FeatureSide.Movie)];
        var userFeatures = new InspectedFeature[ofUser.Length];
        for (int i = 0; i < userFeatures.Length; i++)
        {
            userFeatures[i] = Read(encoder, ofUser[i], buffer.UserIds, buffer.UserNumbers);
        }

        var movies = new InspectedFeature[count][];
        (int idWidth, int numberWidth) = (schema.Width(FeatureBlock.MovieIds), schema.Width(FeatureBlock.MovieNumbers));
        for (int row = 0; row < count; row++)
        {
            movies[row] = new InspectedFeature[ofMovie.Length];
            for (int i = 0; i < ofMovie.Length; i++)
            {
                movies[row][i] = Read(encoder, ofMovie[i], buffer.MovieIds.Slice(row * idWidth, idWidth), buffer.MovieNumbers.Slice(row * numberWidth, numberWidth));
            }
        }

        return new RankerInspection(userFeatures, movies, Attended(user, count, attention));
    }

    private static InspectedFeature Read(FeatureEncoder encoder, Feature feature, ReadOnlySpan<int> ids, ReadOnlySpan<float> numbers)
    {
        int offset = encoder.Schema.Find(feature.Name)?.Offset ?? 0;
        var values = new List<double?>();
        var genres = new List<string>();
        for (int i = offset; i < offset + feature.Width; i++)
        {
            if (!feature.IsId)
            {
                values.Add(numbers[i]);
            }
            else if (ids[i] != FeatureVocabularies.Nothing)
            {
                Name(encoder.Vocabularies, feature.Kind, ids[i], values, genres);
            }
        }

        return new InspectedFeature(feature.Name, feature.Kind, values, genres);
    }

    private static void Name(FeatureVocabularies vocabularies, FeatureKind kind, int row, List<double?> values, List<string> genres)
    {
        if (kind == FeatureKind.Genre)
        {
            genres.Add(row < vocabularies.Genres.Count ? vocabularies.Genres[row] : "");
            return;
        }

        IReadOnlyList<int> ids = kind == FeatureKind.UserId ? vocabularies.UserIds : vocabularies.MovieIds;
        values.Add(row < ids.Count ? ids[row] : null);
    }

    private static AttendedMovie[][] Attended(UserFold user, int count, float[] attention)
    {
        if (attention.Length == 0)
        {
            return [];
        }

        int length = attention.Length / count;
        var attended = new AttendedMovie[count][];
        for (int row = 0; row < count; row++)
        {
            ArraySegment<float> weights = new(attention, row * length, Math.Min(length, user.PositiveCount)); // what follows is padding
            attended[row] =
            [
                .. weights.Select((weight, i) => new AttendedMovie(user.Positive(i).MovieRow, weight)).Where(movie => movie.Weight > 0)
                    .OrderByDescending(movie => movie.Weight).Take(MostAttended),
            ];
        }

        return attended;
    }
}

/// <summary>A feature as a network was given it.</summary>
/// <param name="Name">Of <see cref="FeatureNames"/>.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Values">Numbers, or ids of users or movies; <see langword="null"/> for one that the model does not know. Padding is left out.</param>
/// <param name="Genres">Names of genres, where it holds those; empty for one that the model does not know.</param>
public sealed record InspectedFeature(string Name, FeatureKind Kind, IReadOnlyList<double?> Values, IReadOnlyList<string> Genres);

/// <summary>A film of the history.</summary>
/// <param name="MovieRow">Row in the catalog.</param>
/// <param name="Weight">How much it matters for the candidate, above 0; of the model's own scale.</param>
public readonly record struct AttendedMovie(int MovieRow, float Weight);
