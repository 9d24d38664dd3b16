using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json;

namespace SparrowRecSys.Offline.Commands;

/// <summary>Checks values from the command line against the ranges that an options class states.</summary>
internal static class OptionCheck
{
    /// <summary>Returns <paramref name="options"/> if every value is in its range; <c>BatchSize</c> is the option <c>--batch-size</c>.</summary>
    /// <exception cref="UsageException">A value is out of its range.</exception>
    public static T Checked<T>(T options)
        where T : class
    {
        foreach (PropertyInfo property in options.GetType().GetProperties())
        {
            object? value = property.GetValue(options);
            if (property.GetCustomAttributes<ValidationAttribute>().FirstOrDefault(check => !check.IsValid(value)) is { } broken)
            {
                string name = JsonNamingPolicy.KebabCaseLower.ConvertName(property.Name);
                throw new UsageException($"--{name}: found {(value is "" ? "nothing" : value)}, allowed are {Allowed(broken)}.");
            }
        }

        return options;
    }

    private static string Allowed(ValidationAttribute check) => check switch
    {
        RangeAttribute range => $"{range.Minimum} to {range.Maximum}",
        AllowedValuesAttribute values => string.Join(", ", values.Values),
        _ => check.ErrorMessage ?? check.GetType().Name,
    };
}
