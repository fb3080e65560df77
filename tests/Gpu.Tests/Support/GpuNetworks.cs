using System;
using System.Globalization;
using System.Reflection;
using ILGPU.Runtime;
using NetGen.Generated.Tests.Support;

namespace NetGen.Gpu.Tests.Support;

/// <summary>Compiled networks, loaded until they are disposed.</summary>
internal sealed class GpuNetworks(CompiledNetworks compiled) : IDisposable
{
    /// <summary>A network by the name of its class.</summary>
    public INetwork<float> Create(string name, ulong seed = 0) => compiled.Create(name, seed);

    /// <summary>A network of a class on a device.</summary>
    public IGpuNetwork Open(string name, Accelerator accelerator, int maximumRows) => (IGpuNetwork)Activator.CreateInstance(
        Create(name).GetType().Assembly.GetType(name + GpuGlue.Suffix, throwOnError: true)!, BindingFlags.CreateInstance | BindingFlags.DoNotWrapExceptions | BindingFlags.Public | BindingFlags.Instance,
        binder: null, [accelerator, maximumRows], CultureInfo.InvariantCulture)!;

    public void Dispose() => compiled.Dispose();
}
