using System;

namespace ILGPU.Execution;

/// <summary>A kernel did what no device allows.</summary>
public sealed class KernelFailed(string kernel, int group, int item, Exception cause)
    : Exception($"{kernel}, group {group}, work-item {item}: {cause.Message}", cause)
{
    internal static InvalidOperationException OfBarrier(int arrived, int all) => new($"{arrived} of {all} work-items reach a barrier, and the others do not.");
}
