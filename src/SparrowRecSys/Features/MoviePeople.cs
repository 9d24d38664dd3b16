namespace SparrowRecSys.Features;

/// <summary>The people of every movie as numbers, in one array. Immutable.</summary>
internal sealed class MoviePeople
{
    private readonly int[] _starts; // (N + 1)
    private readonly int[] _people;

    /// <param name="people">(N): the people of each movie.</param>
    public MoviePeople(int[][] people)
    {
        _starts = new int[people.Length + 1];
        for (int row = 0; row < people.Length; row++)
        {
            _starts[row + 1] = _starts[row] + people[row].Length;
        }

        _people = [.. people.SelectMany(numbers => numbers)];
    }

    /// <summary>Whether no movie has any.</summary>
    public bool IsEmpty => _people.Length == 0;

    /// <summary>The people of the movie at a row.</summary>
    public ReadOnlySpan<int> Of(int movieRow) => _people.AsSpan(_starts[movieRow].._starts[movieRow + 1]);
}
