using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.InteropServices;
using ILGPU;
using ILGPU.Runtime;
using ILGPU.Runtime.CPU;
using ILGPU.Runtime.Cuda;
using ILGPU.Runtime.OpenCL;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace NetGen.Gpu.Tests;

/// <summary>The devices under test: those that ILGPU finds, and its CPU accelerator. Each must repeat its own bits.</summary>
internal static class Devices
{
    // The CPU accelerator has a thread for every work-item, and wakes all of them at every barrier; OpenCL compiles every
    // kernel for some seconds.
    private const int EveryOnCpu = 48, EveryOnOpenCL = 8;

    private static readonly Support.Device[] devices = Find();

    public static TheoryData<Support.Device> All => [.. devices];

    /// <summary>Emitted code runs as it is.</summary>
    public static CSharpCompilation Prepare(CSharpCompilation emitted) => emitted;

    private static Support.Device[] Find()
    {
        // The names that ILGPU asks for are those of development packages.
        NativeLibrary.SetDllImportResolver(typeof(Context).Assembly, (name, _, _) =>
            NativeLibrary.TryLoad(name switch { "cuda" => "libcuda.so.1", "OpenCL" => "libOpenCL.so.1", _ => name }, out nint handle) ? handle : 0);
        return
        [
            .. Of(AcceleratorType.CPU, builder => builder.CPU(new CPUDevice(32, 8, 1)), EveryOnCpu),
            .. Of(AcceleratorType.OpenCL, builder => builder.OpenCL(WithGenericAddresses), EveryOnOpenCL),
            .. Of(AcceleratorType.Cuda, builder => builder.Cuda()),
        ];
    }

    /// <summary>The devices of a type; NETGEN_EVERY_NETWORK=1 has each try all networks.</summary>
    private static IEnumerable<Support.Device> Of(AcceleratorType type, Action<Context.Builder> choose, int every = 1)
    {
        var context = Context.Create(builder => choose(builder.Optimize(OptimizationLevel.O2)));

        // A context that has found nothing offers a small CPU accelerator.
        foreach (Device device in context.Devices.Where(device => device.AcceleratorType == type))
        {
            var accelerator = new Lazy<Accelerator>(() => device.CreateAccelerator(context));
            yield return new Support.Device($"{device.Name} ({device.AcceleratorType})", () => [accelerator.Value, accelerator.Value], atOnce: 1, Environment.GetEnvironmentVariable("NETGEN_EVERY_NETWORK") == "1" ? 1 : every);
        }
    }

    /// <summary>Takes devices that do not say they have generic addresses too: emitted kernels do without.</summary>
    private static bool WithGenericAddresses(CLDevice device)
    {
        typeof(CLCapabilityContext).GetProperty(nameof(CLCapabilityContext.GenericAddressSpace))!.SetValue(device.Capabilities, true);
        return true;
    }
}
