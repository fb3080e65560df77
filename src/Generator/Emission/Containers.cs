using System;
using System.Collections.Generic;

namespace NetGen.Generator;

/// <summary>The namespace and the types around the user's class, open until this is disposed.</summary>
internal sealed class Containers : IDisposable
{
    private readonly Stack<IDisposable> blocks = new();

    public Containers(CodeWriter code, TypeModel type)
    {
        if (type.Namespace is { } name)
        {
            blocks.Push(code.Block($"namespace {name}"));
        }

        foreach (string container in type.Containers)
        {
            blocks.Push(code.Block(container));
        }
    }

    public void Dispose()
    {
        while (blocks.Count > 0)
        {
            blocks.Pop().Dispose();
        }
    }
}
