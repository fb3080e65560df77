using System;

namespace NetGen.Generator;

/// <summary>Which gradients the backward pass of an operation gives, and how.</summary>
internal sealed class BackwardRequest(int index, Operation operation, PassWriter pass, GradientFlow flow)
{
    /// <summary>Whether the gradient of an input is added to what other readers of it contributed.</summary>
    public bool Adds(int slot) => flow.Adds(index, slot);

    /// <summary>Opens a block for the gradient of an input: one that only the network's input needs is skipped unless asked for.</summary>
    public IDisposable? For(int slot) =>
        IsOnRequest(operation.Inputs[slot]) && !IsOnRequest(operation.Output) ? pass.Code.Block("if (wantsInput)") : null;

    /// <summary>Opens a block for the whole operation where nothing behind it learns.</summary>
    public IDisposable? ForAll() => IsOnRequest(operation.Output) ? pass.Code.Block("if (wantsInput)") : null;

    private bool IsOnRequest(int tensor) => !pass.Program.Tensors[tensor].Learned;
}
