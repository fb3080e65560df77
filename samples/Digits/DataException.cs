namespace NetGen.Samples;

/// <summary>Data that cannot be used: the message is one line that says what was expected and what came.</summary>
internal sealed class DataException(string message, Exception? inner = null) : Exception(message, inner);
