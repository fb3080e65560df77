namespace NetGen.Baselines;

/// <summary>Data that are missing or not as the table expects them: one line that says what was expected and what came.</summary>
internal sealed class DataException(string message) : Exception(message);
