namespace NetGen.Comparison.Sweeping;

/// <summary>A network of the sweep was not compiled or not measured; the message says which and why.</summary>
internal sealed class SweepException(string message) : Exception(message);
