namespace NetGen.Generator;

/// <summary>A step of a network on a device.</summary>
/// <param name="Index">The place of its operation in the program; the count of all for a step of the output.</param>
/// <param name="Operation">Its operation; null for a step of the output.</param>
/// <param name="Through">The operation whose fused activation the gradient of a tile also goes back through.</param>
internal sealed record GpuStep(GpuScope Scope, GpuPass Pass, int Index, Operation? Operation, Operation? Through = null);

/// <summary>Steps that one launch of a kernel does, all with the same scope.</summary>
internal sealed record GpuLaunch(GpuScope Scope, EquatableArray<GpuStep> Steps);
