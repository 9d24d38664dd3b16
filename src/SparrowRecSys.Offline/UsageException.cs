namespace SparrowRecSys.Offline;

/// <summary>The command was called wrongly: the message is the one line that says so, and the exit code is 2.</summary>
internal sealed class UsageException(string message) : Exception(message);
