using System.Globalization;

namespace SparrowRecSys.Server.Api;

/// <summary>Reads parameters from the text of a request, and remembers the first that is wrong.</summary>
internal struct ParameterReader
{
    /// <summary>What is wrong: parameter, what was found, what is allowed. <see langword="null"/> while nothing is.</summary>
    public string? Problem { get; private set; }

    /// <summary>An integer that must be there.</summary>
    public int Required(string name, string? text, int min = int.MinValue, int max = int.MaxValue)
    {
        if (string.IsNullOrEmpty(text))
        {
            Problem ??= $"The parameter '{name}' is missing; expected {Range(min, max)}.";
            return 0;
        }

        return Optional(name, text, min, max) ?? 0;
    }

    /// <summary>An integer; <see langword="null"/> when it is not there.</summary>
    public int? Optional(string name, string? text, int min, int max)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number) && number >= min && number <= max)
        {
            return number;
        }

        Problem ??= Wrong(name, text, Range(min, max));
        return null;
    }

    /// <summary>A share from 0 to 1; <see langword="null"/> when it is not there.</summary>
    public float? Share(string name, string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        if (float.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out float number) && number is >= 0 and <= 1)
        {
            return number;
        }

        Problem ??= Wrong(name, text, "a number from 0 to 1");
        return null;
    }

    /// <summary><c>true</c> or <c>false</c>; false when it is not there.</summary>
    public bool Flag(string name, string? text)
    {
        if (string.IsNullOrEmpty(text) || bool.TryParse(text, out _))
        {
            return text?.Equals("true", StringComparison.OrdinalIgnoreCase) ?? false;
        }

        Problem ??= Wrong(name, text, "true or false");
        return false;
    }

    /// <summary>At most <paramref name="most"/> positive integers with commas between.</summary>
    public IReadOnlyList<int> Ids(string name, string? text, int most)
    {
        if (string.IsNullOrEmpty(text))
        {
            return [];
        }

        var ids = new List<int>();
        foreach (Range part in text.AsSpan().Split(','))
        {
            if (!int.TryParse(text[part], NumberStyles.None, CultureInfo.InvariantCulture, out int id) || id < 1 || ids.Count == most)
            {
                Problem ??= Wrong(name, text, $"at most {most} positive integers with commas between");
                return [];
            }

            ids.Add(id);
        }

        return ids;
    }

    /// <summary>One of some words; <see langword="null"/> when it is not there.</summary>
    public string? Word(string name, string? text, params ReadOnlySpan<string> allowed)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        foreach (string word in allowed)
        {
            if (word.Equals(text, StringComparison.OrdinalIgnoreCase))
            {
                return word;
            }
        }

        Problem ??= Wrong(name, text, $"one of {string.Join(", ", allowed)}");
        return null;
    }

    /// <summary>Says that a parameter is wrong, unless another was before.</summary>
    public void Refuse(string name, string found, string expected) => Problem ??= Wrong(name, found, expected);

    private static string Wrong(string name, string found, string expected) =>
        $"The parameter '{name}' is '{(found.Length > 80 ? found[..80] + "..." : found)}'; expected {expected}.";

    private static string Range(int min, int max) =>
        min == int.MinValue && max == int.MaxValue ? "an integer"
        : max == int.MaxValue ? $"an integer of at least {min}"
        : $"an integer from {min} to {max}";
}
