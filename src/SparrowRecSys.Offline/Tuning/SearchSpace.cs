using System.Reflection;
using System.Text.Json.Nodes;
using SparrowRecSys.Evaluation;
using SparrowRecSys.Offline.Commands;
using SparrowRecSys.Offline.RetrievalMethods;

namespace SparrowRecSys.Offline.Tuning;

/// <summary>The options of a method that are searched, and how values are drawn for them. Immutable.</summary>
internal sealed class SearchSpace
{
    private readonly IReadOnlyList<(string Name, SearchAttribute Search, bool IsWhole)> _dimensions;

    public SearchSpace(OptionSet options) => _dimensions = [..
        from property in options.Properties
        let search = property.Value.GetCustomAttribute<SearchAttribute>()
        where search is not null
        select (property.Key, search, property.Value.PropertyType == typeof(int))];

    /// <summary>Names of the options that are searched.</summary>
    public IEnumerable<string> Names => _dimensions.Select(dimension => dimension.Name);

    /// <summary>The values of a trial: none in the first one, which is that of the defaults; drawn at random in all others.</summary>
    /// <param name="trial">Number from 0. The same number and seed give the same values, whatever was drawn before.</param>
    /// <param name="seed">Of the search.</param>
    public JsonObject Draw(int trial, int seed)
    {
        var values = new JsonObject();
        Random random = SeededRandom.Create(seed, trial);
        foreach ((string name, SearchAttribute search, bool isWhole) in trial == 0 ? [] : _dimensions)
        {
            double value = Draw(search, random.NextDouble());
            values[name] = isWhole ? JsonValue.Create((int)Math.Round(value)) : JsonValue.Create(Rounded(value));
        }

        return values;
    }

    private static double Draw(SearchAttribute search, double at)
    {
        if (search.Choices.Count > 0)
        {
            return search.Choices[(int)(at * search.Choices.Count)];
        }

        return search.Scale == SearchScale.Logarithmic
            ? search.Low * Math.Pow(search.High / search.Low, at)
            : search.Low + ((search.High - search.Low) * at);
    }

    /// <summary>Three digits: a configuration that people can read and repeat.</summary>
    private static double Rounded(double value) =>
        value == 0 ? 0 : double.Parse(value.ToString("G3", System.Globalization.CultureInfo.InvariantCulture), System.Globalization.CultureInfo.InvariantCulture);
}
