namespace SparrowRecSys.Embeddings;

/// <summary>Reads an embedding file of either format: binary when it begins with the binary format's magic bytes, text otherwise.</summary>
public static class EmbeddingFile
{
    /// <exception cref="InvalidDataException">The file is damaged; the message names it, the place, what was found and what was expected.</exception>
    public static EmbeddingRows Load(string path)
    {
        byte[] bytes = File.ReadAllBytes(path);
        return EmbeddingBinaryFormat.Recognizes(bytes)
            ? EmbeddingBinaryFormat.Read(bytes, path)
            : EmbeddingTextFormat.Read(bytes, path);
    }
}
