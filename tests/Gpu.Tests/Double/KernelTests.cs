using System;
using System.Linq;
using ILGPU;
using ILGPU.Execution;
using Xunit;

namespace NetGen.Gpu.Tests.Double;

/// <summary>The double runs kernels as a device would, and refuses what a device may not notice.</summary>
public sealed class KernelTests
{
    public static TheoryData<WorkItemOrder, bool> Ways
    {
        get
        {
            var ways = new TheoryData<WorkItemOrder, bool>();
            foreach (WorkItemOrder order in Enum.GetValues<WorkItemOrder>())
            {
                ways.Add(order, true);
                ways.Add(order, false);
            }

            return ways;
        }
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void WorkItemsWaitForEachOther(WorkItemOrder order, bool inSteps)
    {
        using var bench = new Bench(order);

        float[] turned = bench.Run(Kernel(inSteps, SampleKernels.Reverse, SampleKernels.InSteps.Reverse), offset: 5, rounds: 3);

        int size = SampleKernels.Size;
        Assert.Equal(Enumerable.Range(0, Bench.Count).Select(index => (float)(index / size * size + size - 1 - index % size + 5)), turned);
        Assert.Equal((1, Bench.Groups * 6), (bench.Accelerator.Launches, bench.Accelerator.Barriers));
    }

    [Fact]
    public void AMissingBarrierGivesItselfAwayByTheOrder()
    {
        float[][] found = [.. Enum.GetValues<WorkItemOrder>().Select(order =>
        {
            using var bench = new Bench(order);
            return bench.Run(SampleKernels.Race, offset: 1);
        })];

        Assert.All(found, numbers => Assert.Contains(float.NaN, numbers));
        Assert.NotEqual(found[0], found[1]);
        Assert.NotEqual(found[0], found[2]);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void ABarrierIsForAll(WorkItemOrder order, bool inSteps)
    {
        using var bench = new Bench(order);

        string message = Assert.Throws<KernelFailed>(() => bench.Run(Kernel(inSteps, SampleKernels.Parted, SampleKernels.InSteps.Parted), offset: 3)).Message;

        Assert.Contains("31 of 32 work-items reach a barrier", message);
        Assert.Contains("Parted, group", message);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void EveryIndexIsChecked(WorkItemOrder order, bool inSteps)
    {
        using var bench = new Bench(order);
        var kernel = Kernel(inSteps, SampleKernels.Outside, SampleKernels.InSteps.Outside);

        Assert.Contains("group 0, work-item 31: Index 96 of a view of 96 Single", Assert.Throws<KernelFailed>(() => bench.Run(kernel, offset: 96 - 31, groups: 1)).Message);
        Assert.Contains("of a view of 96 Single", Assert.Throws<KernelFailed>(() => bench.Run(kernel, offset: -32, groups: 1)).Message);

        // And the accelerator is as good as before.
        Assert.Equal(Enumerable.Range(2, 32).Select(index => (float)index), bench.Run(kernel, offset: 2, groups: 1)[..32]);
    }

    [Fact]
    public void AGroupSharesNoMoreThanDevicesHave()
    {
        using var bench = new Bench(WorkItemOrder.Forward);

        Assert.Equal(0, bench.Run(SampleKernels.Shares, offset: 12 * 1024)[0]);
        Assert.Contains("A group shares 49156 bytes, where 49152 are allowed", Assert.Throws<KernelFailed>(() => bench.Run(SampleKernels.Shares, offset: 12 * 1024 + 1)).Message);
    }

    [Fact]
    public void AGroupIsNoLargerThanAllowed()
    {
        using var bench = new Bench(WorkItemOrder.Forward);

        Assert.Contains("3 groups of 1025 work-items", Assert.Throws<ArgumentOutOfRangeException>(() => bench.Launch(SampleKernels.Race, 0, size: 1025)).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => bench.Launch(SampleKernels.Race, 0, groups: 0));
    }

    [Fact]
    public void WhatIsKnownInKernelsIsUnknownOutside() => Assert.Throws<InvalidOperationException>(() => Group.IdxX);

    private static Action<ArrayView<float>, ArrayView<float>, int, int> Kernel(
        bool inSteps, Action<ArrayView<float>, ArrayView<float>, int, int> whole, Action<ArrayView<float>, ArrayView<float>, int, int> steps) => inSteps ? steps : whole;
}
