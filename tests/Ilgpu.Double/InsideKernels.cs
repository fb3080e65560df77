using System;
using ILGPU.Execution;

namespace ILGPU;

public static class Grid
{
    public static int IdxX => WorkItem.Current.Group.Index;
}

public static class Group
{
    public static int IdxX => WorkItem.Current.Index;

    public static void Barrier() => WorkItem.Current.Barrier();
}

public static class SharedMemory
{
    public static ArrayView<T> Allocate<T>(int extent)
        where T : unmanaged => WorkItem.Current.Group.Allocate<T>(WorkItem.Current.Index, extent);
}

public static class IntrinsicMath
{
    public static class CPUOnly
    {
        public static float Exp2(float value) => MathF.Pow(2, value);

        public static float Log2(float value) => MathF.Log2(value);
    }
}
