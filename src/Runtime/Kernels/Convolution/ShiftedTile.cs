using System.Runtime.CompilerServices;

namespace NetGen.Kernels;

/// <summary>
/// The register tile under convolutions: <see cref="Tile"/> whose vectors lie where a table says instead of in even
/// steps. Whatever the stride and the dilation, a step of a sum reads neighbouring numbers for neighbouring positions.
/// </summary>
internal static unsafe class ShiftedTile
{
    /// <summary>y[i, p] = f(start + Σₛ a[i, s]·planes[p + shiftₛ]), s ascending whatever the number of rows.</summary>
    /// <typeparam name="TVector">The vector of the block.</typeparam>
    /// <typeparam name="TBlock">The positions.</typeparam>
    /// <typeparam name="TRows">One of <see cref="Rows"/>, up to six.</typeparam>
    /// <typeparam name="TActivation">f.</typeparam>
    /// <param name="blocks">The blocks of positions, one behind the other.</param>
    /// <param name="steps">The length of the sums.</param>
    /// <param name="table">The steps.</param>
    /// <param name="planes">What the steps are counted from, for the first position.</param>
    /// <param name="weights">What the steps are counted from, for the first row.</param>
    /// <param name="row">From a[i, s] to a[i + 1, s], in floats.</param>
    /// <param name="bias">Where the sums of each row start, or null for zero.</param>
    /// <param name="adds">Whether the sums start from y instead.</param>
    /// <param name="y">y[0, 0].</param>
    /// <param name="yRow">From y[i, :] to y[i + 1, :], in floats.</param>
    /// <param name="activation">f.</param>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Multiply<TVector, TBlock, TRows, TActivation>(
        int blocks, int steps, Step* table, float* planes, float* weights, nint row, float* bias, bool adds, float* y, nint yRow, TActivation activation)
        where TVector : struct
        where TBlock : struct, IBlock<TVector, TBlock>
        where TRows : unmanaged
        where TActivation : struct, IActivation
    {
        row *= sizeof(float);
        nint three = 3 * row;
        Step* end = table + steps;
        for (int block = 0; block < blocks; block++)
        {
            Sums<TVector, TBlock, TRows> sums = default;
            if (adds)
            {
                sums.Load(ref *y, yRow, far: 0);
            }
            else if (bias is not null)
            {
                sums.Fill(ref *bias);
            }

            for (Step* step = table; step < end; step++)
            {
                byte* a0 = (byte*)weights + step->Weight;
                byte* a3 = a0 + three;
                TBlock plane = default;
                plane.Load(ref *(float*)((byte*)planes + step->Plane), far: 0);
                sums.MultiplyAdd(plane, ref *(float*)a0, ref *(float*)a3, ref Unsafe.NullRef<float>(), ref Unsafe.NullRef<float>(), row, step: 0);
            }

            sums.Store(ref *y, yRow, far: 0, activation);
            planes += TBlock.Width;
            y += TBlock.Width;
        }
    }
}
