[MethodImpl(MethodImplOptions.AggressiveOptimization)]
public static void Predict(ref float parameters, ref float inputs, ref float outputs, ref float work)
{
    // Layer 1 of 1 · ConvTranspose2D1: ConvTranspose2D 4 → 6, 3×2, stride 2×2, padding 0×1, output padding 1×0, 2 groups, Tanh
    // a1 = tanh(W1 ∗ᵀ x + b1)
    ConvolutionKernels.ForwardTransposed(
        1, new ConvolutionSizes(6, 12, 6, 4, 3, 2, 2, 2, 0, 1, 1, 1, 2, 5, 4),
        ref inputs, 80,
        ref parameters, ref Unsafe.Add(ref parameters, 80),
        ref work, 432, default(TanhActivation));

    {
        ref float a1 = ref work;  // [432]
        ref float y = ref outputs;  // [432]
        for (nuint j = 0; j < 432 - 432 % (nuint)Vector<float>.Count; j += (nuint)Vector<float>.Count)
        {
            Vector.StoreUnsafe(Vector.LoadUnsafe(ref a1, j), ref y, j);
        }
    }
}

[MethodImpl(MethodImplOptions.AggressiveOptimization)]
public static void PredictRows(int rows, ref float parameters, ref float inputs, ref float outputs, ref float work)
{
    // Layer 1 of 1 · ConvTranspose2D1: ConvTranspose2D 4 → 6, 3×2, stride 2×2, padding 0×1, output padding 1×0, 2 groups, Tanh
    // a1 = tanh(W1 ∗ᵀ x + b1)
    ConvolutionKernels.ForwardTransposed(
        rows, new ConvolutionSizes(6, 12, 6, 4, 3, 2, 2, 2, 0, 1, 1, 1, 2, 5, 4),
        ref inputs, 80,
        ref parameters, ref Unsafe.Add(ref parameters, 80),
        ref work, 432, default(TanhActivation));

    for (int row = 0; row < rows; row++)
    {
        ref float a1 = ref Unsafe.Add(ref work, row * 432);  // [432]
        ref float y = ref Unsafe.Add(ref outputs, row * 432);  // [432]
        for (nuint j = 0; j < 432 - 432 % (nuint)Vector<float>.Count; j += (nuint)Vector<float>.Count)
        {
            Vector.StoreUnsafe(Vector.LoadUnsafe(ref a1, j), ref y, j);
        }
    }
}

[MethodImpl(MethodImplOptions.AggressiveOptimization)]
public static void TrainBackward(int rows, ref float parameters, ref float inputs, ref float work, ref float transposed, ref float gradient, ref float inputGradient, bool wantsInput, Workers? workers)
{
    // Layer 1 of 1 · back through ConvTranspose2D1: ConvTranspose2D 4 → 6, 3×2, stride 2×2, padding 0×1, output padding 1×0, 2 groups, Tanh
    // a1 = tanh(W1 ∗ᵀ x + b1)
    // da1 becomes the gradient before the activation
    DividedRows.Run(rows, 432, ref work, workers, [MethodImpl(MethodImplOptions.AggressiveOptimization)] static (int rows, int first, int end, ref float work) =>
    {
        for (int row = first; row < end; row++)
        {
            ref float a1 = ref Unsafe.Add(ref work, row * 432);  // [432]
            ref float da1 = ref Unsafe.Add(ref work, 432 * rows + row * 432);  // [432]
            for (nuint j = 0; j < 432; j += (nuint)Vector<float>.Count)
            {
                Vector.StoreUnsafe(Vector.LoadUnsafe(ref da1, j) * (Vector<float>.One - Vector.LoadUnsafe(ref a1, j) * Vector.LoadUnsafe(ref a1, j)), ref da1, j);
            }
        }
    });
    // dW1 = Σ x ∗ da1, db1 = Σ da1
    DividedConvolution.WeightGradient(
        rows, new ConvolutionSizes(6, 12, 6, 4, 3, 2, 2, 2, 0, 1, 1, 1, 2, 5, 4),
        ref Unsafe.Add(ref work, 432 * rows), 432,
        ref inputs, 80, ref gradient, workers);
    DividedConvolution.BiasGradient(
        rows, 6, 72,
        ref Unsafe.Add(ref work, 432 * rows), 432, ref Unsafe.Add(ref gradient, 80), workers);
    if (wantsInput)
    {
        // dx = W1 ∗ da1
        DividedConvolution.InputGradientTransposed(
            rows, new ConvolutionSizes(6, 12, 6, 4, 3, 2, 2, 2, 0, 1, 1, 1, 2, 5, 4),
            ref Unsafe.Add(ref work, 432 * rows), 432, ref parameters,
            ref Unsafe.Add(ref work, 864 * rows), 80, accumulate: false, workers);
    }

    if (wantsInput)
    {
        for (int row = 0; row < rows; row++)
        {
            ref float dx = ref Unsafe.Add(ref work, 864 * rows + row * 80);  // [80]
            ref float asked = ref Unsafe.Add(ref inputGradient, row * 80);  // [80]
            for (nuint j = 0; j < 80 - 80 % (nuint)Vector<float>.Count; j += (nuint)Vector<float>.Count)
            {
                Vector.StoreUnsafe(Vector.LoadUnsafe(ref dx, j), ref asked, j);
            }
        }
    }
}
