[MethodImpl(MethodImplOptions.AggressiveOptimization)]
public static void Predict(ref float parameters, ref float inputs, ref float outputs, ref float work)
{
    // Layer 1 of 2 · Conv2D1: Conv2D 1 → 6, 3×3, ReLU
    // a1 = max(0, W1 ∗ x + b1)
    ConvolutionKernels.Forward(
        1, new ConvolutionSizes(1, 8, 8, 6, 3, 3, 1, 1, 0, 0, 1, 1, 1, 6, 6),
        ref inputs, 64,
        ref parameters, ref Unsafe.Add(ref parameters, 64),
        ref work, 224, default(ReLUActivation));

    // Layer 2 of 2 · Conv2D2: Conv2D 6 → 4, 2×3, stride 2×1, padding 0×1, 2 groups, no bias, Tanh
    // a2 = tanh(W2 ∗ a1)
    ConvolutionKernels.Forward(
        1, new ConvolutionSizes(6, 6, 6, 4, 2, 3, 2, 1, 0, 1, 1, 1, 2, 3, 6),
        ref work, 224,
        ref Unsafe.Add(ref parameters, 80), ref Unsafe.NullRef<float>(),
        ref Unsafe.Add(ref work, 224), 80, default(TanhActivation));

    {
        ref float a2 = ref Unsafe.Add(ref work, 224);  // [72]
        ref float y = ref outputs;  // [72]
        for (nuint j = 0; j < 72 - 72 % (nuint)Vector<float>.Count; j += (nuint)Vector<float>.Count)
        {
            Vector.StoreUnsafe(Vector.LoadUnsafe(ref a2, j), ref y, j);
        }
        for (nuint j = 72 - 72 % (nuint)Vector<float>.Count; j < 72; j++)
        {
            Unsafe.Add(ref y, j) = Unsafe.Add(ref a2, j);
        }
    }
}

[MethodImpl(MethodImplOptions.AggressiveOptimization)]
public static void PredictRows(int rows, ref float parameters, ref float inputs, ref float outputs, ref float work)
{
    // Layer 1 of 2 · Conv2D1: Conv2D 1 → 6, 3×3, ReLU
    // a1 = max(0, W1 ∗ x + b1)
    ConvolutionKernels.Forward(
        rows, new ConvolutionSizes(1, 8, 8, 6, 3, 3, 1, 1, 0, 0, 1, 1, 1, 6, 6),
        ref inputs, 64,
        ref parameters, ref Unsafe.Add(ref parameters, 64),
        ref work, 224, default(ReLUActivation));

    // Layer 2 of 2 · Conv2D2: Conv2D 6 → 4, 2×3, stride 2×1, padding 0×1, 2 groups, no bias, Tanh
    // a2 = tanh(W2 ∗ a1)
    ConvolutionKernels.Forward(
        rows, new ConvolutionSizes(6, 6, 6, 4, 2, 3, 2, 1, 0, 1, 1, 1, 2, 3, 6),
        ref work, 224,
        ref Unsafe.Add(ref parameters, 80), ref Unsafe.NullRef<float>(),
        ref Unsafe.Add(ref work, 224 * rows), 80, default(TanhActivation));

    for (int row = 0; row < rows; row++)
    {
        ref float a2 = ref Unsafe.Add(ref work, 224 * rows + row * 80);  // [72]
        ref float y = ref Unsafe.Add(ref outputs, row * 72);  // [72]
        for (nuint j = 0; j < 72 - 72 % (nuint)Vector<float>.Count; j += (nuint)Vector<float>.Count)
        {
            Vector.StoreUnsafe(Vector.LoadUnsafe(ref a2, j), ref y, j);
        }
        for (nuint j = 72 - 72 % (nuint)Vector<float>.Count; j < 72; j++)
        {
            Unsafe.Add(ref y, j) = Unsafe.Add(ref a2, j);
        }
    }
}

[MethodImpl(MethodImplOptions.AggressiveOptimization)]
public static void TrainBackward(int rows, ref float parameters, ref float inputs, ref float work, ref float transposed, ref float gradient, ref float inputGradient, bool wantsInput, Workers? workers)
{
    // Layer 2 of 2 · back through Conv2D2: Conv2D 6 → 4, 2×3, stride 2×1, padding 0×1, 2 groups, no bias, Tanh
    // a2 = tanh(W2 ∗ a1)
    // da2 becomes the gradient before the activation
    DividedRows.Run(rows, 72, ref work, workers, [MethodImpl(MethodImplOptions.AggressiveOptimization)] static (int rows, int first, int end, ref float work) =>
    {
        for (int row = first; row < end; row++)
        {
            ref float a2 = ref Unsafe.Add(ref work, 448 * rows + row * 80);  // [72]
            ref float da2 = ref Unsafe.Add(ref work, 528 * rows + row * 80);  // [72]
            for (nuint j = 0; j < 80; j += (nuint)Vector<float>.Count)
            {
                Vector.StoreUnsafe(Vector.LoadUnsafe(ref da2, j) * (Vector<float>.One - Vector.LoadUnsafe(ref a2, j) * Vector.LoadUnsafe(ref a2, j)), ref da2, j);
            }
        }
    });
    // dW2 = Σ da2 ∗ a1
    DividedConvolution.WeightGradient(
        rows, new ConvolutionSizes(6, 6, 6, 4, 2, 3, 2, 1, 0, 1, 1, 1, 2, 3, 6),
        ref work, 224,
        ref Unsafe.Add(ref work, 528 * rows), 80, ref Unsafe.Add(ref gradient, 80), workers);
    // da1 = W2 ∗ᵀ da2
    DividedConvolution.InputGradient(
        rows, new ConvolutionSizes(6, 6, 6, 4, 2, 3, 2, 1, 0, 1, 1, 1, 2, 3, 6),
        ref Unsafe.Add(ref work, 528 * rows), 80, ref Unsafe.Add(ref parameters, 80),
        ref Unsafe.Add(ref work, 224 * rows), 224, accumulate: false, workers);

    // Layer 1 of 2 · back through Conv2D1: Conv2D 1 → 6, 3×3, ReLU
    // a1 = max(0, W1 ∗ x + b1)
    // da1 becomes the gradient before the activation
    DividedRows.Run(rows, 216, ref work, workers, [MethodImpl(MethodImplOptions.AggressiveOptimization)] static (int rows, int first, int end, ref float work) =>
    {
        for (int row = first; row < end; row++)
        {
            ref float a1 = ref Unsafe.Add(ref work, row * 224);  // [216]
            ref float da1 = ref Unsafe.Add(ref work, 224 * rows + row * 224);  // [216]
            for (nuint j = 0; j < 224; j += (nuint)Vector<float>.Count)
            {
                Vector.StoreUnsafe(Vector.ConditionalSelect(Vector.GreaterThan(Vector.LoadUnsafe(ref a1, j), Vector<float>.Zero), Vector.LoadUnsafe(ref da1, j), Vector<float>.Zero), ref da1, j);
            }
        }
    });
    // dW1 = Σ da1 ∗ x, db1 = Σ da1
    DividedConvolution.WeightGradient(
        rows, new ConvolutionSizes(1, 8, 8, 6, 3, 3, 1, 1, 0, 0, 1, 1, 1, 6, 6),
        ref inputs, 64,
        ref Unsafe.Add(ref work, 224 * rows), 224, ref gradient, workers);
    DividedConvolution.BiasGradient(
        rows, new ConvolutionSizes(1, 8, 8, 6, 3, 3, 1, 1, 0, 0, 1, 1, 1, 6, 6),
        ref Unsafe.Add(ref work, 224 * rows), 224, ref Unsafe.Add(ref gradient, 64), workers);
    if (wantsInput)
    {
        // dx = W1 ∗ᵀ da1
        DividedConvolution.InputGradient(
            rows, new ConvolutionSizes(1, 8, 8, 6, 3, 3, 1, 1, 0, 0, 1, 1, 1, 6, 6),
            ref Unsafe.Add(ref work, 224 * rows), 224, ref parameters,
            ref Unsafe.Add(ref work, 448 * rows), 64, accumulate: false, workers);
    }

    if (wantsInput)
    {
        for (int row = 0; row < rows; row++)
        {
            ref float dx = ref Unsafe.Add(ref work, 448 * rows + row * 64);  // [64]
            ref float asked = ref Unsafe.Add(ref inputGradient, row * 64);  // [64]
            for (nuint j = 0; j < 64 - 64 % (nuint)Vector<float>.Count; j += (nuint)Vector<float>.Count)
            {
                Vector.StoreUnsafe(Vector.LoadUnsafe(ref dx, j), ref asked, j);
            }
        }
    }
}
