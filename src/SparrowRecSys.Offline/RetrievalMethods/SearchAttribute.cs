namespace SparrowRecSys.Offline.RetrievalMethods;

/// <summary>
/// The values among which <c>sparrow tune</c> looks for the best of an option. Options without it keep their value. A whole-number option is
/// searched in whole numbers.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class SearchAttribute : Attribute
{
    /// <summary>A range, both ends included.</summary>
    /// <param name="low">Smallest value; above 0 on a logarithmic scale.</param>
    /// <param name="high">Largest value.</param>
    /// <param name="scale">How values are spread over the range.</param>
    public SearchAttribute(double low, double high, SearchScale scale = SearchScale.Linear) => (Low, High, Scale) = (low, high, scale);

    /// <summary>Some values, all equally likely.</summary>
    public SearchAttribute(params double[] choices) => Choices = choices;

    public double Low { get; }

    public double High { get; }

    public SearchScale Scale { get; }

    /// <summary>The values, where it is not a range.</summary>
    public IReadOnlyList<double> Choices { get; } = [];
}

/// <summary>How the values that are tried are spread.</summary>
internal enum SearchScale
{
    /// <summary>Evenly.</summary>
    Linear,

    /// <summary>Evenly by their logarithm: for what matters by factors, such as learning rates.</summary>
    Logarithmic,
}
