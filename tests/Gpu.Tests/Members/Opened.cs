using System;
using ILGPU.Execution;
using ILGPU.Runtime;
using NetGen.Generated.Tests.Support;
using NetGen.Gpu.Tests.Support;

namespace NetGen.Gpu.Tests.Members;

/// <summary>One network on the double.</summary>
internal sealed class Opened : IDisposable
{
    private readonly GpuNetworks networks;

    public Opened(NetworkDeclaration declaration, int maximumRows = 8, Accelerator? accelerator = null)
    {
        networks = GpuCompiler.Compile([declaration]);
        Description = declaration.Describe();
        Accelerator = accelerator ?? new Accelerator(WorkItemOrder.Forward);
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

    public void Dispose()
    {
        Gpu.Dispose();
        networks.Dispose();
    }
}
