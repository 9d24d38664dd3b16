namespace SparrowRecSys.Offline.RetrievalMethods;

/// <summary>A method, the options it was called with, and what it learned.</summary>
internal sealed record LearnedRetrieval(RetrievalMethod Method, object Options, LearnedOutput Output);
