namespace NetGen.Generator;

/// <summary>One launch as the host writes it.</summary>
/// <param name="Kernel">The kernel.</param>
/// <param name="Groups">How many groups, for <c>rows</c> rows.</param>
/// <param name="Arguments">What it is given.</param>
internal sealed record GpuCall(GpuKernel Kernel, string Groups, string Arguments)
{
    public string Line => $"{Kernel.Field}(device.Stream, new({Groups}, {Kernel.GroupSize}), {Arguments});";
}

/// <summary>A kernel as the host knows it.</summary>
/// <param name="Field">The delegate that launches it.</param>
/// <param name="Method">The kernel itself.</param>
/// <param name="GroupSize">The threads of a group.</param>
/// <param name="Types">The types of its arguments.</param>
internal sealed record GpuKernel(string Field, string Method, string GroupSize, string Types);
