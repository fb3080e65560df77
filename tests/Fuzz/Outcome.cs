namespace NetGen.Fuzz;

/// <summary>What became of an input.</summary>
/// <param name="Index">The input's index.</param>
/// <param name="Size">Its bytes.</param>
/// <param name="Error">What the reader threw, or null where it read the file.</param>
/// <param name="Failure">What is wrong with that, or null where all is well.</param>
/// <param name="Allocated">The bytes that reading took from the managed heap.</param>
/// <param name="Time">How long reading took.</param>
internal sealed record Outcome(long Index, int Size, Exception? Error, string? Failure, long Allocated, TimeSpan Time);
