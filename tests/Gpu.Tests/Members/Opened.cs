using System;
using System.Collections.Concurrent;
using System.Linq;
using ILGPU.Execution;
using ILGPU.Runtime;
using NetGen.Generated.Tests.Support;
using NetGen.Gpu.Tests.Support;

namespace NetGen.Gpu.Tests.Members;

/// <summary>One network on the double.</summary>
internal sealed class Opened : IDisposable
{
    private static readonly ConcurrentDictionary<string, Lazy<GpuNetworks>> compiled = new();
    private static readonly Lazy<GpuNetworks> examples = new(() => GpuCompiler.Compile(Examples.All));

    public Opened(NetworkDeclaration declaration, int maximumRows = 8)
        : this(declaration, Compiled(declaration), maximumRows)
    {
    }

    /// <summary>Opens one of networks that were compiled together.</summary>
    public Opened(NetworkDeclaration declaration, GpuNetworks networks, int maximumRows = 8)
    {
        Description = declaration.Describe();
        Accelerator = new Accelerator(WorkItemOrder.Forward);
        Network = networks.Create(declaration.Name, 1);
        Gpu = networks.Open(declaration.Name, Accelerator, maximumRows);
        Gpu.CopyFrom(Network);
    }

    public NetworkDescription Description { get; }

    public Accelerator Accelerator { get; }

    public INetwork<float> Network { get; }

    public IGpuNetwork Gpu { get; }

    /// <summary>The class <c>Gpu</c> itself.</summary>
    public Type Type => Network.GetType().GetNestedType("Gpu")!;

    /// <summary>The parameters and statistics on the device.</summary>
    public float[] State()
    {
        Gpu.CopyTo(Network);
        return [.. Network.Parameters, .. Network.Statistics];
    }

    public void Dispose() => Gpu.Dispose();

    /// <summary>Networks that several tests open are compiled once.</summary>
    private static GpuNetworks Compiled(NetworkDeclaration declaration) => Examples.All.Contains(declaration)
        ? examples.Value
        : compiled.GetOrAdd(declaration.ToString(), _ => new(() => GpuCompiler.Compile([declaration]))).Value;
}
