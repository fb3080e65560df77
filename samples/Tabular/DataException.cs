namespace NetGen.Samples.Tabular;

/// <summary>A table that cannot be used: the message is one line that says what was expected, what came, and what to do.</summary>
internal sealed class DataException(string message) : Exception(message.ReplaceLineEndings(" "));
