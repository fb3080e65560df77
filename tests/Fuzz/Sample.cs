namespace NetGen.Fuzz;

/// <summary>What a reader is given.</summary>
/// <param name="Bytes">The file.</param>
/// <param name="IsRight">Whether nothing is wrong with it, so that it must be read.</param>
internal sealed record Sample(byte[] Bytes, bool IsRight);
