[MethodImpl(MethodImplOptions.AggressiveOptimization)]
public static void PredictRows(int rows, ref float parameters, ref float inputs, ref float outputs, ref float work)
{
    // Layer 1 of 1 · Conv1D1: Conv1D 2 → 3, 5, padding 8, dilation 2, GELU
    // a1 = gelu(W1 ∗ x + b1)
    ConvolutionKernels.Forward(
        rows, new ConvolutionSizes(2, 1, 20, 3, 1, 5, 1, 1, 0, 8, 1, 2, 1, 1, 20),
        ref inputs, 40,
        ref parameters, ref Unsafe.Add(ref parameters, 32),
        ref work, 64, default(GELUActivation));

    for (int row = 0; row < rows; row++)
    {
        ref float a1 = ref Unsafe.Add(ref work, row * 64);  // [60]
        ref float y = ref Unsafe.Add(ref outputs, row * 60);  // [60]
        for (nuint j = 0; j < 60 - 60 % (nuint)Vector<float>.Count; j += (nuint)Vector<float>.Count)
        {
            Vector.StoreUnsafe(Vector.LoadUnsafe(ref a1, j), ref y, j);
        }
        for (nuint j = 60 - 60 % (nuint)Vector<float>.Count; j < 60; j++)
        {
            Unsafe.Add(ref y, j) = Unsafe.Add(ref a1, j);
        }
    }
}

[MethodImpl(MethodImplOptions.AggressiveOptimization)]
public static void TrainForward(int rows, ref float parameters, ref float inputs, ref float work, Workers? workers)
{
    // Layer 1 of 1 · Conv1D1: Conv1D 2 → 3, 5, padding 8, dilation 2
    // z1 = W1 ∗ x + b1
    DividedConvolution.Forward(
        rows, new ConvolutionSizes(2, 1, 20, 3, 1, 5, 1, 1, 0, 8, 1, 2, 1, 1, 20),
        ref inputs, 40,
        ref parameters, ref Unsafe.Add(ref parameters, 32),
        ref work, 64, default(IdentityActivation), workers);

    // Layer 1 of 1 · Conv1D1.Activate: GELU
    // a1 = gelu(z1)
    DividedRows.Run(rows, 60, ref work, workers, [MethodImpl(MethodImplOptions.AggressiveOptimization)] static (int rows, int first, int end, ref float work) =>
    {
        for (int row = first; row < end; row++)
        {
            ref float z1 = ref Unsafe.Add(ref work, row * 64);  // [60]
            ref float a1 = ref Unsafe.Add(ref work, 64 * rows + row * 64);  // [60]
            for (nuint j = 0; j < 64; j += (nuint)Vector<float>.Count)
            {
                Vector<float> z = Vector.LoadUnsafe(ref z1, j);
                Vector.StoreUnsafe(VectorMath.GELU(z), ref a1, j);
            }
        }
    });
}

[MethodImpl(MethodImplOptions.AggressiveOptimization)]
public static void TrainBackward(int rows, ref float parameters, ref float inputs, ref float work, ref float transposed, ref float gradient, ref float inputGradient, bool wantsInput, Workers? workers)
{
    // Layer 1 of 1 · back through Conv1D1.Activate: GELU
    // a1 = gelu(z1)
    DividedRows.Run(rows, 60, ref work, workers, [MethodImpl(MethodImplOptions.AggressiveOptimization)] static (int rows, int first, int end, ref float work) =>
    {
        for (int row = first; row < end; row++)
        {
            ref float z1 = ref Unsafe.Add(ref work, row * 64);  // [60]
            ref float da1 = ref Unsafe.Add(ref work, 128 * rows + row * 64);  // [60]
            ref float dz1 = ref Unsafe.Add(ref work, 64 * rows + row * 64);  // [60]
            for (nuint j = 0; j < 64; j += (nuint)Vector<float>.Count)
            {
                Vector.StoreUnsafe(Vector.LoadUnsafe(ref da1, j) * VectorMath.GELUSlope(Vector.LoadUnsafe(ref z1, j)), ref dz1, j);
            }
        }
    });

    // Layer 1 of 1 · back through Conv1D1: Conv1D 2 → 3, 5, padding 8, dilation 2
    // z1 = W1 ∗ x + b1
    // dW1 = Σ dz1 ∗ x, db1 = Σ dz1
    DividedConvolution.WeightGradient(
        rows, new ConvolutionSizes(2, 1, 20, 3, 1, 5, 1, 1, 0, 8, 1, 2, 1, 1, 20),
        ref inputs, 40,
        ref Unsafe.Add(ref work, 64 * rows), 64, ref gradient, workers);
    DividedConvolution.BiasGradient(
        rows, new ConvolutionSizes(2, 1, 20, 3, 1, 5, 1, 1, 0, 8, 1, 2, 1, 1, 20),
        ref Unsafe.Add(ref work, 64 * rows), 64, ref Unsafe.Add(ref gradient, 32), workers);
    if (wantsInput)
    {
        // dx = W1 ∗ᵀ dz1
        DividedConvolution.InputGradient(
            rows, new ConvolutionSizes(2, 1, 20, 3, 1, 5, 1, 1, 0, 8, 1, 2, 1, 1, 20),
            ref Unsafe.Add(ref work, 64 * rows), 64, ref parameters,
            ref work, 48, accumulate: false, workers);
    }

    if (wantsInput)
    {
        for (int row = 0; row < rows; row++)
        {
            ref float dx = ref Unsafe.Add(ref work, row * 48);  // [40]
            ref float asked = ref Unsafe.Add(ref inputGradient, row * 40);  // [40]
            for (nuint j = 0; j < 40 - 40 % (nuint)Vector<float>.Count; j += (nuint)Vector<float>.Count)
            {
                Vector.StoreUnsafe(Vector.LoadUnsafe(ref dx, j), ref asked, j);
            }
            for (nuint j = 40 - 40 % (nuint)Vector<float>.Count; j < 40; j++)
            {
                Unsafe.Add(ref asked, j) = Unsafe.Add(ref dx, j);
            }
        }
    }
}
