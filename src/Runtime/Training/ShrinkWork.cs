using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using NetGen.Threading;

namespace NetGen.Training;

/// <summary>w ← w − the nearest of [−threshold, threshold], which is sign(w)·max(|w| − threshold, 0), and 0 without a sign.</summary>
internal readonly unsafe struct ShrinkWork<T>(T* weights, int length, T threshold) : IWork
    where T : unmanaged, IFloatingPointIeee754<T>
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Do(int part, int parts)
    {
        int first = (int)Division.Start(length, part, parts);
        var its = new Span<T>(weights + first, (int)Division.Start(length, part + 1, parts) - first);
        Span<Vector<T>> vectors = MemoryMarshal.Cast<T, Vector<T>>(its);
        Vector<T> most = Vector.Create(threshold);
        for (int index = 0; index < vectors.Length; index++)
        {
            vectors[index] -= Vector.Clamp(vectors[index], -most, most);
        }

        for (int index = vectors.Length * Vector<T>.Count; index < its.Length; index++)
        {
            its[index] -= T.Clamp(its[index], -threshold, threshold);
        }
    }
}
