using System;
using System.Linq;
using ILGPU.Execution;
using ILGPU.Runtime;
using Microsoft.CodeAnalysis.CSharp;
using NetGen.Gpu.Tests.Support;
using Xunit;

namespace NetGen.Gpu.Tests;

/// <summary>The devices under test: here the double, its work-items in three orders.</summary>
internal static class Devices
{
    public static TheoryData<Device> All => [new Device("the double of ILGPU, work-items forward, backward and shuffled", () => [.. Enum.GetValues<WorkItemOrder>().Select(order => new Accelerator(order))], Environment.ProcessorCount)];

    /// <summary>What is done to emitted code before it is compiled to be run.</summary>
    public static CSharpCompilation Prepare(CSharpCompilation emitted) => KernelSteps.Of(emitted);
}
