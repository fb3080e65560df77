namespace NetGen.Fuzz;

/// <summary>A reader broke a promise without failing by itself.</summary>
internal sealed class FaultException(string message) : Exception(message);
