[MethodImpl(MethodImplOptions.AggressiveOptimization)]
public static void Predict(ref float parameters, ref float inputs, ref float outputs, ref float work)
{
    // Layer 1 of 2 · LayerNorm1: LayerNorm
    // a1 = (x − μ)/√(σ² + 1E-05) ⊙ W1 + b1 over each 7 elements
    LayerNormKernels.Forward(
        1, new LayerNormSizes(20, 7, 1E-05f, centered: true),
        ref inputs, 140, ref parameters, ref Unsafe.Add(ref parameters, 16),
        ref work, 144, ref Unsafe.NullRef<float>(), 0, null);

    // Layer 2 of 2 · RMSNorm1: RMSNorm over 2 axes, not affine
    // a2 = a1/√(mean of a1² + 0.01) over each 140 elements
    LayerNormKernels.Forward(
        1, new LayerNormSizes(1, 140, 0.01f, centered: false),
        ref work, 144, ref Unsafe.NullRef<float>(), ref Unsafe.NullRef<float>(),
        ref Unsafe.Add(ref work, 144), 144, ref Unsafe.NullRef<float>(), 0, null);

    {
        ref float a2 = ref Unsafe.Add(ref work, 144);  // [140]
        ref float y = ref outputs;  // [140]
        for (nuint j = 0; j < 140 - 140 % (nuint)Vector<float>.Count; j += (nuint)Vector<float>.Count)
        {
            Vector.StoreUnsafe(Vector.LoadUnsafe(ref a2, j), ref y, j);
        }
        for (nuint j = 140 - 140 % (nuint)Vector<float>.Count; j < 140; j++)
        {
            Unsafe.Add(ref y, j) = Unsafe.Add(ref a2, j);
        }
    }
}

[MethodImpl(MethodImplOptions.AggressiveOptimization)]
public static void TrainForward(int rows, ref float parameters, ref float inputs, ref float work, Workers? workers)
{
    // Layer 1 of 2 · LayerNorm1: LayerNorm
    // a1 = (x − μ)/√(σ² + 1E-05) ⊙ W1 + b1 over each 7 elements
    LayerNormKernels.Forward(
        rows, new LayerNormSizes(20, 7, 1E-05f, centered: true),
        ref inputs, 140, ref parameters, ref Unsafe.Add(ref parameters, 16),
        ref work, 144, ref Unsafe.Add(ref work, 432 * rows), 48, workers);

    // Layer 2 of 2 · RMSNorm1: RMSNorm over 2 axes, not affine
    // a2 = a1/√(mean of a1² + 0.01) over each 140 elements
    LayerNormKernels.Forward(
        rows, new LayerNormSizes(1, 140, 0.01f, centered: false),
        ref work, 144, ref Unsafe.NullRef<float>(), ref Unsafe.NullRef<float>(),
        ref Unsafe.Add(ref work, 144 * rows), 144, ref Unsafe.Add(ref work, 480 * rows), 16, workers);
}

[MethodImpl(MethodImplOptions.AggressiveOptimization)]
public static void TrainBackward(int rows, ref float parameters, ref float inputs, ref float work, ref float transposed, ref float gradient, ref float inputGradient, bool wantsInput, Workers? workers)
{
    // Layer 2 of 2 · back through RMSNorm1: RMSNorm over 2 axes, not affine
    // a2 = a1/√(mean of a1² + 0.01) over each 140 elements
    // da1 = (g − mean of g − x̂ ⊙ mean of g ⊙ x̂)/√(σ² + ε)
    LayerNormKernels.InputGradient(
        rows, new LayerNormSizes(1, 140, 0.01f, centered: false), ref work, 144, ref Unsafe.Add(ref work, 288 * rows), 144,
        ref Unsafe.NullRef<float>(), ref Unsafe.Add(ref work, 144 * rows), 144, accumulate: false, ref Unsafe.Add(ref work, 480 * rows), 16, workers);

    // Layer 1 of 2 · back through LayerNorm1: LayerNorm
    // a1 = (x − μ)/√(σ² + 1E-05) ⊙ W1 + b1 over each 7 elements
    // dW1 = Σ da1 ⊙ x̂, db1 = Σ da1
    LayerNormKernels.ParameterGradient(
        rows, new LayerNormSizes(20, 7, 1E-05f, centered: true), ref inputs, 140, ref Unsafe.Add(ref work, 144 * rows), 144,
        ref gradient, ref Unsafe.Add(ref gradient, 16), ref Unsafe.Add(ref work, 432 * rows), 48, workers);
    if (wantsInput)
    {
        // dx = (g − mean of g − x̂ ⊙ mean of g ⊙ x̂)/√(σ² + ε)
        LayerNormKernels.InputGradient(
            rows, new LayerNormSizes(20, 7, 1E-05f, centered: true), ref inputs, 140, ref Unsafe.Add(ref work, 144 * rows), 144,
            ref parameters, ref work, 144, accumulate: false, ref Unsafe.Add(ref work, 432 * rows), 48, workers);
    }

    if (wantsInput)
    {
        for (int row = 0; row < rows; row++)
        {
            ref float dx = ref Unsafe.Add(ref work, row * 144);  // [140]
            ref float asked = ref Unsafe.Add(ref inputGradient, row * 140);  // [140]
            for (nuint j = 0; j < 140 - 140 % (nuint)Vector<float>.Count; j += (nuint)Vector<float>.Count)
            {
                Vector.StoreUnsafe(Vector.LoadUnsafe(ref dx, j), ref asked, j);
            }
            for (nuint j = 140 - 140 % (nuint)Vector<float>.Count; j < 140; j++)
            {
                Unsafe.Add(ref asked, j) = Unsafe.Add(ref dx, j);
            }
        }
    }
}
