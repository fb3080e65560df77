using System.Runtime.CompilerServices;

#pragma warning disable CS0649 // the blocks change in place, by their own methods

namespace NetGen.Kernels;

/// <summary>
/// The sums of a tile, up to twelve rows of one block, each vector in a register of its own: the JIT promotes the
/// fields as long as they change in place.
/// </summary>
/// <typeparam name="TVector">The vector of the block.</typeparam>
/// <typeparam name="TBlock">The columns.</typeparam>
/// <typeparam name="TRows">One of <see cref="Rows"/>.</typeparam>
internal unsafe struct Sums<TVector, TBlock, TRows>
    where TVector : struct
    where TBlock : struct, IBlock<TVector, TBlock>
    where TRows : unmanaged
{
    private TBlock c0, c1, c2, c3, c4, c5, c6, c7, c8, c9, c10, c11;

    /// <summary>Reads the sums, row by row.</summary>
    /// <param name="start">The first.</param>
    /// <param name="row">From a row to the next, in floats.</param>
    /// <param name="far">The distance of <see cref="IBlock{TVector, TSelf}.Load"/>.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Load(ref float start, nint row, nint far)
    {
        c0.Load(ref start, far);

        if (sizeof(TRows) > 1)
        {
            c1.Load(ref Unsafe.Add(ref start, row), far);
        }

        if (sizeof(TRows) > 2)
        {
            c2.Load(ref Unsafe.Add(ref start, 2 * row), far);
        }

        if (sizeof(TRows) > 3)
        {
            c3.Load(ref Unsafe.Add(ref start, 3 * row), far);
        }

        if (sizeof(TRows) > 4)
        {
            c4.Load(ref Unsafe.Add(ref start, 4 * row), far);
        }

        if (sizeof(TRows) > 5)
        {
            c5.Load(ref Unsafe.Add(ref start, 5 * row), far);
        }

        if (sizeof(TRows) > 6)
        {
            c6.Load(ref Unsafe.Add(ref start, 6 * row), far);
        }

        if (sizeof(TRows) > 7)
        {
            c7.Load(ref Unsafe.Add(ref start, 7 * row), far);
        }

        if (sizeof(TRows) > 8)
        {
            c8.Load(ref Unsafe.Add(ref start, 8 * row), far);
        }

        if (sizeof(TRows) > 9)
        {
            c9.Load(ref Unsafe.Add(ref start, 9 * row), far);
        }

        if (sizeof(TRows) > 10)
        {
            c10.Load(ref Unsafe.Add(ref start, 10 * row), far);
        }

        if (sizeof(TRows) > 11)
        {
            c11.Load(ref Unsafe.Add(ref start, 11 * row), far);
        }
    }

    /// <summary>Sets the sums of every row i to value[i].</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Fill(ref float value)
    {
        c0.Fill(value);

        if (sizeof(TRows) > 1)
        {
            c1.Fill(Unsafe.Add(ref value, 1));
        }

        if (sizeof(TRows) > 2)
        {
            c2.Fill(Unsafe.Add(ref value, 2));
        }

        if (sizeof(TRows) > 3)
        {
            c3.Fill(Unsafe.Add(ref value, 3));
        }

        if (sizeof(TRows) > 4)
        {
            c4.Fill(Unsafe.Add(ref value, 4));
        }

        if (sizeof(TRows) > 5)
        {
            c5.Fill(Unsafe.Add(ref value, 5));
        }

        if (sizeof(TRows) > 6)
        {
            c6.Fill(Unsafe.Add(ref value, 6));
        }

        if (sizeof(TRows) > 7)
        {
            c7.Fill(Unsafe.Add(ref value, 7));
        }

        if (sizeof(TRows) > 8)
        {
            c8.Fill(Unsafe.Add(ref value, 8));
        }

        if (sizeof(TRows) > 9)
        {
            c9.Fill(Unsafe.Add(ref value, 9));
        }

        if (sizeof(TRows) > 10)
        {
            c10.Fill(Unsafe.Add(ref value, 10));
        }

        if (sizeof(TRows) > 11)
        {
            c11.Fill(Unsafe.Add(ref value, 11));
        }
    }

    /// <summary>Adds a[i]·w to the sums of every row i.</summary>
    /// <param name="w">A step of the right matrix.</param>
    /// <param name="a0">a[0] without <paramref name="step"/>; a base for every three rows is what x86 addresses without another register.</param>
    /// <param name="a3">The same of a[3].</param>
    /// <param name="a6">The same of a[6].</param>
    /// <param name="a9">The same of a[9].</param>
    /// <param name="row">From a[i] to a[i + 1], in bytes.</param>
    /// <param name="step">What is added to all of them, in bytes.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void MultiplyAdd(TBlock w, ref float a0, ref float a3, ref float a6, ref float a9, nint row, nint step)
    {
        c0.MultiplyAdd(TBlock.Broadcast(Unsafe.AddByteOffset(ref a0, step)), w);

        if (sizeof(TRows) > 1)
        {
            c1.MultiplyAdd(TBlock.Broadcast(Unsafe.AddByteOffset(ref Unsafe.AddByteOffset(ref a0, row), step)), w);
        }

        if (sizeof(TRows) > 2)
        {
            c2.MultiplyAdd(TBlock.Broadcast(Unsafe.AddByteOffset(ref Unsafe.AddByteOffset(ref a0, 2 * row), step)), w);
        }

        if (sizeof(TRows) > 3)
        {
            c3.MultiplyAdd(TBlock.Broadcast(Unsafe.AddByteOffset(ref a3, step)), w);
        }

        if (sizeof(TRows) > 4)
        {
            c4.MultiplyAdd(TBlock.Broadcast(Unsafe.AddByteOffset(ref Unsafe.AddByteOffset(ref a3, row), step)), w);
        }

        if (sizeof(TRows) > 5)
        {
            c5.MultiplyAdd(TBlock.Broadcast(Unsafe.AddByteOffset(ref Unsafe.AddByteOffset(ref a3, 2 * row), step)), w);
        }

        if (sizeof(TRows) > 6)
        {
            c6.MultiplyAdd(TBlock.Broadcast(Unsafe.AddByteOffset(ref a6, step)), w);
        }

        if (sizeof(TRows) > 7)
        {
            c7.MultiplyAdd(TBlock.Broadcast(Unsafe.AddByteOffset(ref Unsafe.AddByteOffset(ref a6, row), step)), w);
        }

        if (sizeof(TRows) > 8)
        {
            c8.MultiplyAdd(TBlock.Broadcast(Unsafe.AddByteOffset(ref Unsafe.AddByteOffset(ref a6, 2 * row), step)), w);
        }

        if (sizeof(TRows) > 9)
        {
            c9.MultiplyAdd(TBlock.Broadcast(Unsafe.AddByteOffset(ref a9, step)), w);
        }

        if (sizeof(TRows) > 10)
        {
            c10.MultiplyAdd(TBlock.Broadcast(Unsafe.AddByteOffset(ref Unsafe.AddByteOffset(ref a9, row), step)), w);
        }

        if (sizeof(TRows) > 11)
        {
            c11.MultiplyAdd(TBlock.Broadcast(Unsafe.AddByteOffset(ref Unsafe.AddByteOffset(ref a9, 2 * row), step)), w);
        }
    }

    /// <summary>Writes f of the sums, row by row.</summary>
    /// <param name="y">Where to.</param>
    /// <param name="row">From a row to the next, in floats.</param>
    /// <param name="far">The distance of <see cref="IBlock{TVector, TSelf}.Store"/>.</param>
    /// <param name="activation">f.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store<TActivation>(ref float y, nint row, nint far, TActivation activation)
        where TActivation : struct, IActivation
    {
        c0.Apply(activation);
        c0.Store(ref y, far);

        if (sizeof(TRows) > 1)
        {
            c1.Apply(activation);
            c1.Store(ref Unsafe.Add(ref y, row), far);
        }

        if (sizeof(TRows) > 2)
        {
            c2.Apply(activation);
            c2.Store(ref Unsafe.Add(ref y, 2 * row), far);
        }

        if (sizeof(TRows) > 3)
        {
            c3.Apply(activation);
            c3.Store(ref Unsafe.Add(ref y, 3 * row), far);
        }

        if (sizeof(TRows) > 4)
        {
            c4.Apply(activation);
            c4.Store(ref Unsafe.Add(ref y, 4 * row), far);
        }

        if (sizeof(TRows) > 5)
        {
            c5.Apply(activation);
            c5.Store(ref Unsafe.Add(ref y, 5 * row), far);
        }

        if (sizeof(TRows) > 6)
        {
            c6.Apply(activation);
            c6.Store(ref Unsafe.Add(ref y, 6 * row), far);
        }

        if (sizeof(TRows) > 7)
        {
            c7.Apply(activation);
            c7.Store(ref Unsafe.Add(ref y, 7 * row), far);
        }

        if (sizeof(TRows) > 8)
        {
            c8.Apply(activation);
            c8.Store(ref Unsafe.Add(ref y, 8 * row), far);
        }

        if (sizeof(TRows) > 9)
        {
            c9.Apply(activation);
            c9.Store(ref Unsafe.Add(ref y, 9 * row), far);
        }

        if (sizeof(TRows) > 10)
        {
            c10.Apply(activation);
            c10.Store(ref Unsafe.Add(ref y, 10 * row), far);
        }

        if (sizeof(TRows) > 11)
        {
            c11.Apply(activation);
            c11.Store(ref Unsafe.Add(ref y, 11 * row), far);
        }
    }
}
