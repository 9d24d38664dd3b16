using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using SparrowRecSys.Catalog;
using SparrowRecSys.Features;
using SparrowRecSys.Server.Search;

namespace SparrowRecSys.Server.Api;

/// <summary>Search as you type.</summary>
internal static class SearchApi
{
    private const int MaxQueryLength = 100;
    private const int MostPeople = 3;
    private const int MostMoviesOfPerson = 12;

    public static void MapSearch(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/search", Search).WithTags("Search")
            .WithSummary("Titles in any language, then people; typing errors tolerated.");

    private static Results<Ok<SearchResponse>, ProblemHttpResult> Search(
        SearchIndex index, FeatureStore features,
        [Description("What was typed, at most 100 characters.")] string? q = null,
        [Description("1 to 100, default 20.")] string? size = null)
    {
        var reader = default(ParameterReader);
        int count = reader.Optional("size", size, 1, 100) ?? 20;
        string text = q?.Trim() ?? "";
        if (text.Length > MaxQueryLength)
        {
            reader.Refuse("q", text, $"at most {MaxQueryLength} characters");
        }

        if (reader.Problem is not null)
        {
            return Problems.BadRequest(reader.Problem);
        }

        FoundMovieCard[] items = [.. index.FindTitles(text, count).Select(match =>
            new FoundMovieCard(features.Movies[match.MovieRow], features.OfMovie(match.MovieRow)) { Match = match.Text })];
        PersonResponse[] people = [.. index.FindPeople(text, MostPeople).Select(person =>
            new PersonResponse(person.Name, Cards(person.MovieRows.Take(MostMoviesOfPerson), features)))];
        MovieCard[] suggestions = items.Length + people.Length > 0 ? [] : Cards(index.Suggest(text, count), features);
        return TypedResults.Ok(new SearchResponse(items, people, suggestions, null));
    }

    private static MovieCard[] Cards(IEnumerable<int> rows, FeatureStore features) =>
        [.. rows.Select(row => new MovieCard(features.Movies[row], features.OfMovie(row)))];
}

/// <summary>What was found.</summary>
/// <param name="Items">Movies by title, best first.</param>
/// <param name="People">At most three.</param>
/// <param name="Suggestions">What may have been meant; empty when something was found.</param>
/// <param name="NextCursor">Always null.</param>
internal sealed record SearchResponse(
    IReadOnlyList<FoundMovieCard> Items, IReadOnlyList<PersonResponse> People, IReadOnlyList<MovieCard> Suggestions, string? NextCursor);

/// <summary>A movie found by a title.</summary>
internal sealed class FoundMovieCard : MovieCard
{
    internal FoundMovieCard(Movie movie, MovieStatistics statistics)
        : base(movie, statistics)
    {
    }

    /// <summary>The title that fits: English, original or Chinese.</summary>
    public required string Match { get; init; }
}

/// <summary>Somebody who directed or acts.</summary>
/// <param name="Name">As in the data.</param>
/// <param name="Movies">The most popular first.</param>
internal sealed record PersonResponse(string Name, IReadOnlyList<MovieCard> Movies);
