namespace SparrowRecSys.Embeddings;

/// <summary>How near two vectors are.</summary>
public enum Similarity
{
    /// <summary>Cosine of the angle between them, -1 to 1: the direction counts, the length does not.</summary>
    Cosine,

    /// <summary>Inner product: the length counts too, as in factor models, whose longer vectors belong to what more people like.</summary>
    InnerProduct,
}
