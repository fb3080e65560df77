using System;

namespace ILGPU.Execution;

/// <summary>The work-item that a thread runs.</summary>
internal abstract class WorkItem
{
    [ThreadStatic]
    private static WorkItem? current;

    /// <exception cref="InvalidOperationException">The thread runs no kernel.</exception>
    public static WorkItem Current
    {
        get => current ?? throw new InvalidOperationException("This is known in a kernel only.");
        set => current = value;
    }

    public WorkGroup Group { get; set; } = null!;

    public int Index { get; set; }

    public static void Leave() => current = null;

    public abstract void Barrier();
}
