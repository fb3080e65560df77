using System;

namespace NetGen.Generator;

/// <summary>What of a pass stays together in one method.</summary>
/// <param name="Cost">What it takes of the method's budget.</param>
/// <param name="Write">Writes it.</param>
internal sealed record PassStep(MethodCost Cost, Action Write);
