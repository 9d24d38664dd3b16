using System.Text.Json.Nodes;
using SparrowRecSys.Catalog;
using SparrowRecSys.Embeddings;

namespace SparrowRecSys.Offline.Content;

/// <summary>Vectors of movies that another program made: of images, sound, a language model. Immutable.</summary>
internal sealed class ExternalVectors
{
    private readonly string _path;
    private readonly EmbeddingRows _rows;

    private ExternalVectors(string path, EmbeddingRows rows) => (_path, _rows) = (path, rows);

    /// <exception cref="InvalidDataException">The file cannot be read or is damaged; the message says the place, what was found and what was expected.</exception>
    public static ExternalVectors Load(string path)
    {
        try
        {
            return new ExternalVectors(path, EmbeddingFile.Load(path));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new InvalidDataException($"--vectors: {error.Message}", error);
        }
    }

    /// <summary>Adds the vectors of the movies that the catalog has as one field, and to the facts how many those are.</summary>
    /// <exception cref="InvalidDataException">The catalog has none of them.</exception>
    public void AddTo(ContentFeatures features, MovieCatalog movies, double weight, JsonObject facts)
    {
        (int MovieRow, int Row)[] found = [..
            from row in Enumerable.Range(0, _rows.Count)
            let movieRow = movies.FindRow(_rows.Ids[row])
            where movieRow >= 0
            select (movieRow, row)];
        if (found.Length == 0)
        {
            throw new InvalidDataException($"{_path}: found {_rows.Count} vectors, the first of id {_rows.Ids[0]}, and none of a movie of the data; expected movie ids.");
        }

        features.Add(found.Select(pair => (pair.MovieRow, (ReadOnlyMemory<float>)_rows.Row(pair.Row).ToArray())), _rows.Dimension, weight);
        facts["vectors"] = found.Length;
        facts["vectorsOfUnknownMovies"] = _rows.Count - found.Length;
        facts["moviesWithoutVectors"] = movies.Count - found.Length;
    }
}
