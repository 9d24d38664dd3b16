namespace SparrowRecSys.Retrieval;

/// <summary>A retriever and how much of it is wanted.</summary>
public sealed record RetrievalChannel(IRetriever Retriever, ChannelOptions Options)
{
    public string Name => Retriever.Name;
}
