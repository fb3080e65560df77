using System.Collections.Generic;
using ILGPU;

namespace NetGen.Gpu.Tests.Double;

/// <summary>Kernels that the double is tried on, each as it is written; <see cref="InSteps"/> has twins of them.</summary>
internal static class SampleKernels
{
    public const int Size = 32;

    public static void Reverse(ArrayView<float> from, ArrayView<float> to, int offset, int rounds)
    {
        ArrayView<float> shared = SharedMemory.Allocate<float>(Size);
        int item = Group.IdxX, first = Grid.IdxX * Size;
        shared[item] = from[first + item] + offset;
        for (int round = 0; round < rounds; round++)
        {
            Group.Barrier();
            float other = shared[Size - 1 - item];
            Group.Barrier();
            shared[item] = other;
        }

        to[first + item] = shared[item];
    }

    /// <summary>Reads what another work-item writes, and does not wait for it.</summary>
    public static void Race(ArrayView<float> from, ArrayView<float> to, int offset, int rounds)
    {
        ArrayView<float> shared = SharedMemory.Allocate<float>(Size);
        int item = Group.IdxX, first = Grid.IdxX * Size;
        shared[item] = from[first + item] + offset;
        to[first + item] = shared[Size - 1 - item] * rounds;
    }

    /// <summary>A barrier that one work-item does not reach.</summary>
    public static void Parted(ArrayView<float> from, ArrayView<float> to, int offset, int rounds)
    {
        if (Group.IdxX != offset)
        {
            Group.Barrier();
        }

        to[Group.IdxX] = from[Group.IdxX] * rounds;
    }

    public static void Outside(ArrayView<float> from, ArrayView<float> to, int offset, int rounds)
    {
        Group.Barrier();
        to[Group.IdxX] = from[Group.IdxX + offset] * rounds;
    }

    public static void Shares(ArrayView<float> from, ArrayView<float> to, int offset, int rounds)
    {
        ArrayView<float> shared = SharedMemory.Allocate<float>(offset);
        shared[Group.IdxX] = from[0];
        to[Group.IdxX] = shared[Group.IdxX] * rounds;
    }

    /// <summary>The same, as the tests of networks run kernels.</summary>
    public static class InSteps
    {
        public static void Reverse(ArrayView<float> from, ArrayView<float> to, int offset, int rounds) => SampleKernels.Reverse(from, to, offset, rounds);

        public static IEnumerator<int> ReverseSteps(ArrayView<float> from, ArrayView<float> to, int offset, int rounds)
        {
            ArrayView<float> shared = SharedMemory.Allocate<float>(Size);
            int item = Group.IdxX, first = Grid.IdxX * Size;
            shared[item] = from[first + item] + offset;
            for (int round = 0; round < rounds; round++)
            {
                yield return 0;
                float other = shared[Size - 1 - item];
                yield return 0;
                shared[item] = other;
            }

            to[first + item] = shared[item];
        }

        public static void Parted(ArrayView<float> from, ArrayView<float> to, int offset, int rounds) => SampleKernels.Parted(from, to, offset, rounds);

        public static IEnumerator<int> PartedSteps(ArrayView<float> from, ArrayView<float> to, int offset, int rounds)
        {
            if (Group.IdxX != offset)
            {
                yield return 0;
            }

            to[Group.IdxX] = from[Group.IdxX] * rounds;
        }

        public static void Outside(ArrayView<float> from, ArrayView<float> to, int offset, int rounds) => SampleKernels.Outside(from, to, offset, rounds);

        public static IEnumerator<int> OutsideSteps(ArrayView<float> from, ArrayView<float> to, int offset, int rounds)
        {
            yield return 0;
            to[Group.IdxX] = from[Group.IdxX + offset] * rounds;
        }
    }
}
