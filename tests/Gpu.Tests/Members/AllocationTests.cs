using System.Linq;
using ILGPU;
using ILGPU.Runtime;
using NetGen.Generated.Tests.Support;
using NetGen.Gpu.Tests.Support;
using NetGen.Tests.Support;
using Xunit;

namespace NetGen.Gpu.Tests.Members;

/// <summary>Warm steps and predictions allocate nothing on the host. The device's part is not run: the double would allocate in it.</summary>
public sealed class AllocationTests
{
    public static TheoryData<string> Networks => [.. Examples.All.Select(network => network.Name)];

    [Theory]
    [MemberData(nameof(Networks))]
    public void WarmCallsAllocateNothing(string name)
    {
        const int Rows = 7;
        NetworkDeclaration declaration = Examples.All.Single(network => network.Name == name);
        using var opened = new Opened(declaration);
        IGpuNetwork gpu = opened.Gpu;
        using MemoryBuffer1D<float, Stride1D.Dense> inputs = opened.Accelerator.Allocate1D<float>(Rows * gpu.InputStride), outputs = opened.Accelerator.Allocate1D<float>(Rows * opened.Description.OutputSize);
        (ArrayView<float> from, ArrayView<float> to) = (inputs.View, outputs.View);
        float[] x = new float[Rows * opened.Description.InputSize], y = new float[Rows * opened.Description.OutputSize];
        gpu.Synchronize();
        opened.Accelerator.RunsOperations = false;

        Assert.Equal(0, Allocated.Bytes(() => gpu.Forward(from, to, Rows)));
        Assert.Equal(0, Allocated.Bytes(() => gpu.Forward(x, y)));
        if (!opened.Description.Losses.IsEmpty)
        {
            Assert.Equal(0, Allocated.Bytes(() => gpu.Upload(new Batch<float>(Rows, x, y))));
            Assert.Equal(0, Allocated.Bytes(gpu.Gradient));
            Assert.Equal(0, Allocated.Bytes(() => gpu.TrainSgd(0.1f)));
            Assert.Equal(0, Allocated.Bytes(() => gpu.TrainAdam(0.1f, 0.9f, 0.99f, 1e-8f)));
            Assert.Equal(0, Allocated.Bytes(() => gpu.Cost()));
        }
    }
}
