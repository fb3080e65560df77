using System;
using System.Collections.Generic;
using ILGPU.Execution;
using ILGPU.Util;

namespace ILGPU.Runtime;

/// <summary>
/// Operations in their order. None of them begins before somebody waits, so that what is read without waiting, or
/// overwritten while a copy of it is under way, is seen to be wrong.
/// </summary>
public sealed class AcceleratorStream : DisposeBase
{
    private readonly Accelerator accelerator;
    private readonly Queue<Operation> operations = [];

    internal AcceleratorStream(Accelerator accelerator) => this.accelerator = accelerator;

    public void Synchronize()
    {
        ObjectDisposedException.ThrowIf(IsDisposed, this);
        try
        {
            while (operations.TryDequeue(out Operation? operation))
            {
                operation.Run(accelerator);
            }
        }
        finally
        {
            operations.Clear();
        }
    }

    /// <summary>Whether an operation is to be run.</summary>
    internal bool Accepts()
    {
        ObjectDisposedException.ThrowIf(IsDisposed, this);
        return accelerator.RunsOperations;
    }

    /// <summary>Whether a launch, which counts either way, is to be run.</summary>
    internal bool Accepts(KernelConfig config)
    {
        if (config.Groups < 1 || config.GroupSize < 1 || config.GroupSize > accelerator.MaxNumThreadsPerGroup)
        {
            throw new ArgumentOutOfRangeException(nameof(config), $"{config.Groups} groups of {config.GroupSize} work-items, where a group may have {accelerator.MaxNumThreadsPerGroup}.");
        }

        accelerator.Count(launches: 1);
        return Accepts();
    }

    internal void Add(Operation operation) => operations.Enqueue(operation);

    private protected override void Release()
    {
        if (operations.Count > 0)
        {
            throw new InvalidOperationException($"A stream is disposed before {operations.Count} of its operations have ended.");
        }

        accelerator.Count(streams: -1);
    }
}
