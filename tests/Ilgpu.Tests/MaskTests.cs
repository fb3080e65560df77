using System.Collections.Generic;
using System.Linq;
using ILGPU;
using ILGPU.Runtime;
using NetGen.Randomness;
using Xunit;

namespace NetGen.Gpu.Tests;

/// <summary>
/// The masks of dropout are the same on every device. OpenCL leaves the overflow of signed products undefined, and
/// ILGPU multiplies unsigned ones as signed.
/// </summary>
public sealed class MaskTests
{
    private const int Elements = 1 << 12, GroupSize = 64;

    private static readonly float[] rates = [0, float.Epsilon, 0.1f, 0.25f, 0.3f, float.BitDecrement(0.5f), 0.5f, float.BitIncrement(0.5f), 0.75f, 0.9f, float.BitDecrement(1)];

    private static readonly ulong[] seeds = [0, 1, 2, 42, uint.MaxValue, 1UL << 32, 1UL << 63, 0x9E3779B97F4A7C15, ulong.MaxValue - 1, ulong.MaxValue];

    private static readonly long[] steps = [0, 1, 7, int.MaxValue, 1L << 31, 1L << 32, (1L << 53) + 1, long.MaxValue, -1];

    [Theory]
    [MemberData(nameof(Devices.All), MemberType = typeof(Devices))]
    public void DevicesDropWhatTheCpuDrops(Support.Device device)
    {
        Accelerator accelerator = device.Open()[0];
        using AcceleratorStream stream = accelerator.CreateStream();
        using MemoryBuffer1D<int, Stride1D.Dense> kept = accelerator.Allocate1D<int>(Elements);
        using PageLockedArray1D<int> host = accelerator.AllocatePageLocked1D<int>(Elements);
        var keep = accelerator.LoadKernel<ArrayView<int>, int, ulong, long, int, int, float>(Keep);
        List<string> differences = [];
        foreach ((int index, (ulong seed, long step, float rate)) in Cases().Index())
        {
            (int layer, int row) = (index % 5, index * 7919);
            keep(stream, new KernelConfig(Elements / GroupSize, GroupSize), kept.View, Elements, seed, step, layer, row, rate);
            kept.View.BaseView.CopyTo(stream, host.ArrayView);
            stream.Synchronize();
            uint key = DropoutMask.Key(seed, step, layer, row);
            int different = Enumerable.Range(0, Elements).Count(element => host.Span[element] != (DropoutMask.Keeps(key, element * 3, rate) ? 1 : 0));
            differences.AddRange(different == 0 ? [] : [$"{different} of {Elements} elements at seed {seed}, step {step}, layer {layer}, row {row}, rate {rate:R}"]);
        }

        Assert.True(differences.Count == 0, $"On {device} masks differ:\n{string.Join("\n", differences.Take(20))}");
    }

    /// <summary>Every rate with every seed, and every rate with every step.</summary>
    private static IEnumerable<(ulong Seed, long Step, float Rate)> Cases() =>
    [
        .. from rate in rates from seed in seeds.Index() select (seed.Item, steps[seed.Index % steps.Length], rate),
        .. from rate in rates from step in steps.Index() select (seeds[(step.Index + 3) % seeds.Length], step.Item, rate),
    ];

    private static void Keep(ArrayView<int> kept, int count, ulong seed, long step, int layer, int row, float rate)
    {
        int element = Grid.IdxX * GroupSize + Group.IdxX;
        uint key = DropoutMask.Key(seed, step, layer, row);
        if (element < count)
        {
            kept[element] = DropoutMask.Keeps(key, element * 3, rate) ? 1 : 0;
        }
    }
}
