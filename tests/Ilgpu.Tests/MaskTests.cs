using System;
using System.Collections.Generic;
using System.Linq;
using ILGPU;
using ILGPU.Runtime;
using NetGen.Randomness;
using Xunit;

namespace NetGen.Gpu.Tests;

/// <summary>
/// The masks of dropout are the same on every device. OpenCL leaves the overflow of signed products undefined, and
/// ILGPU multiplies unsigned ones as signed: what a compiler makes of that depends on the rate, which is a constant in
/// kernels.
/// </summary>
public sealed class MaskTests
{
    private const int Elements = 1 << 12, GroupSize = 64;

    private static readonly (float Rate, Action<ArrayView<int>, ulong, long, int, int> Kernel)[] rates =
    [
        (0, None), (0.1f, Tenth), (0.25f, Quarter), (0.3f, Third), (0.5f, Half), (0.75f, Most), (0.9f, Nearly),
    ];

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
        List<string> differences = [];
        foreach ((float rate, Action<ArrayView<int>, ulong, long, int, int> kernel) in rates)
        {
            var keep = accelerator.LoadKernel(kernel);
            foreach ((int index, (ulong seed, long step)) in Draws().Index())
            {
                (int layer, int row) = (index % 5, index * 7919);
                keep(stream, new KernelConfig(Elements / GroupSize, GroupSize), kept.View, seed, step, layer, row);
                kept.View.BaseView.CopyTo(stream, host.ArrayView);
                stream.Synchronize();
                uint key = DropoutMask.Key(seed, step, layer, row);
                int different = Enumerable.Range(0, Elements).Count(element => host.Span[element] != (DropoutMask.Keeps(key, element, rate) ? 1 : 0));
                differences.AddRange(different == 0 ? [] : [$"{different} of {Elements} elements at seed {seed}, step {step}, layer {layer}, row {row}, rate {rate:R}"]);
            }
        }

        Assert.True(differences.Count == 0, $"On {device} masks differ:\n{string.Join("\n", differences.Take(20))}");
    }

    /// <summary>Every seed with two steps.</summary>
    private static IEnumerable<(ulong Seed, long Step)> Draws() =>
        from seed in seeds.Index()
        from apart in (int[])[0, 4]
        select (seed.Item, steps[(seed.Index + apart) % steps.Length]);

    private static void None(ArrayView<int> kept, ulong seed, long step, int layer, int row) => Put(kept, DropoutMask.Keeps(DropoutMask.Key(seed, step, layer, row), Element(), 0f));

    private static void Tenth(ArrayView<int> kept, ulong seed, long step, int layer, int row) => Put(kept, DropoutMask.Keeps(DropoutMask.Key(seed, step, layer, row), Element(), 0.1f));

    private static void Quarter(ArrayView<int> kept, ulong seed, long step, int layer, int row) => Put(kept, DropoutMask.Keeps(DropoutMask.Key(seed, step, layer, row), Element(), 0.25f));

    private static void Third(ArrayView<int> kept, ulong seed, long step, int layer, int row) => Put(kept, DropoutMask.Keeps(DropoutMask.Key(seed, step, layer, row), Element(), 0.3f));

    private static void Half(ArrayView<int> kept, ulong seed, long step, int layer, int row) => Put(kept, DropoutMask.Keeps(DropoutMask.Key(seed, step, layer, row), Element(), 0.5f));

    private static void Most(ArrayView<int> kept, ulong seed, long step, int layer, int row) => Put(kept, DropoutMask.Keeps(DropoutMask.Key(seed, step, layer, row), Element(), 0.75f));

    private static void Nearly(ArrayView<int> kept, ulong seed, long step, int layer, int row) => Put(kept, DropoutMask.Keeps(DropoutMask.Key(seed, step, layer, row), Element(), 0.9f));

    private static int Element() => Grid.IdxX * GroupSize + Group.IdxX;

    private static void Put(ArrayView<int> kept, bool keeps) => kept[Element()] = keeps ? 1 : 0;
}
