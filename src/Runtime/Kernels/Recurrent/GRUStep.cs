using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.Kernels;

/// <summary>
/// A step of a GRU whose gates stay in registers from their sums to the state: the way from one state to the next is what
/// a step costs.
/// </summary>
internal static unsafe class GRUStep
{
    /// <summary>Whether a step is for <see cref="Do"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Takes(in RecurrentSizes sizes) =>
        sizes.Kind == RecurrentKind.GRU && Fits(sizes.Units, sizes.FillsVector512 ? Vector512<float>.Count : Vector<float>.Count);

    /// <inheritdoc cref="RecurrentKernels.Step(in RecurrentSizes, ref float, ref float, ref float, ref float)"/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Do(in RecurrentSizes sizes, float* x, float* parameters, float* state, float* y)
    {
        if (sizes.FillsVector512)
        {
            Do<Vector512<float>, Vector512Operations, Vector512Elements>(sizes, x, parameters, state, y);
        }
        else
        {
            Do<Vector<float>, VectorOperations, VectorElements>(sizes, x, parameters, state, y);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Do<TVector, T, TElements>(in RecurrentSizes sizes, float* x, float* parameters, float* state, float* y)
        where TVector : struct
        where T : struct, IVectorOperations<TVector>
        where TElements : struct, IElements<TElements>
    {
        if (sizes.Units == T.Width)
        {
            Blocks<TVector, T, TElements, Rows.One>(sizes, x, parameters, state, y);
        }
        else
        {
            Blocks<TVector, T, TElements, Rows.Two>(sizes, x, parameters, state, y);
        }
    }

    /// <summary>
    /// Whether the units are one vector or two, or many pairs of vectors so wide that <see cref="RowProduct"/> has no more
    /// sums side by side. Of fewer than 8 all gates would lie in one narrow panel.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool Fits(int units, int count) =>
        units >= 8 && (units == count || units == 2 * count || (2 * count == Panels.Width && units % Panels.Width == 0));

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Blocks<TVector, T, TElements, TVectors>(in RecurrentSizes sizes, float* x, float* parameters, float* state, float* y)
        where TVector : struct
        where T : struct, IVectorOperations<TVector>
        where TElements : struct, IElements<TElements>
        where TVectors : unmanaged
    {
        int units = sizes.Units;
        int inputs = sizes.Inputs;
        int block = sizeof(TVectors) * T.Width;
        int gateUnits = 3 * units;
        float* weights = parameters + Panels.Length(gateUnits, inputs);
        float* inputBias = sizes.Bias ? weights + Panels.Length(gateUnits, units) : null;
        float* stateBias = sizes.Bias ? inputBias + Panels.Padded(gateUnits) : null;

        // A state that another block reads is written last.
        float* after = units == block ? state : y;
        for (int unit = 0; unit < units; unit += block)
        {
            var ofInputs = default(GRUSums<TVector, T, TElements, TVectors>);
            var ofState = default(GRUSums<TVector, T, TElements, TVectors>);
            ofInputs.Sum(units, unit, inputs, x, parameters, inputBias);
            ofState.Sum(units, unit, units, state, weights, stateBias);
            ofState.Cell(ofInputs, state + unit, after + unit);
        }

        float* other = units == block ? y : state;
        for (int unit = 0; unit < units; unit += T.Width)
        {
            T.Store(T.Load(ref after[unit]), ref other[unit]);
        }

        Panels.ClearPadding(ref *y, units);
    }
}
