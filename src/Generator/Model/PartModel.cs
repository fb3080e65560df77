namespace NetGen.Generator;

/// <summary>One of several inputs or outputs: a part of a row.</summary>
/// <param name="Name">The name of the input, or of the layer whose output it is.</param>
/// <param name="Shape">Its shape.</param>
/// <param name="Offset">The elements of the row before it.</param>
internal sealed record PartModel(string Name, Shape Shape, int Offset);
