[MethodImpl(MethodImplOptions.AggressiveOptimization)]
public static void Predict(ref float parameters, ref float inputs, ref float outputs, ref float work)
{
    // Layer 1 of 3 · BatchNorm1: BatchNorm
    // a1 = (x − μ)/√(σ² + 1E-05)·W1 + b1 of each channel
    BatchNormKernels.Predict(
        1, new BatchNormSizes(20, 7, 1E-05f, 0.1f),
        ref inputs, 140, ref parameters, ref Unsafe.Add(ref parameters, 32),
        ref Unsafe.Add(ref parameters, 64), ref work, 144, null);

    // Layer 3 of 3 · BatchNorm2: BatchNorm, not affine
    // a3 = (a1 − μ)/√(σ² + 0.01) of each channel
    BatchNormKernels.Predict(
        1, new BatchNormSizes(140, 1, 0.01f, 0.1f),
        ref work, 144, ref Unsafe.NullRef<float>(), ref Unsafe.NullRef<float>(),
        ref Unsafe.Add(ref parameters, 128), ref Unsafe.Add(ref work, 144), 144, null);

    {
        ref float a3 = ref Unsafe.Add(ref work, 144);  // [140]
        ref float y = ref outputs;  // [140]
        for (nuint j = 0; j < 140 - 140 % (nuint)Vector<float>.Count; j += (nuint)Vector<float>.Count)
        {
            Vector.StoreUnsafe(Vector.LoadUnsafe(ref a3, j), ref y, j);
        }
        for (nuint j = 140 - 140 % (nuint)Vector<float>.Count; j < 140; j++)
        {
            Unsafe.Add(ref y, j) = Unsafe.Add(ref a3, j);
        }
    }
}

[MethodImpl(MethodImplOptions.AggressiveOptimization)]
public static void TrainForward(int rows, ref float parameters, ref float inputs, ref float work, bool training, Workers? workers)
{
    // Layer 1 of 3 · BatchNorm1: BatchNorm
    // a1 = (x − μ)/√(σ² + 1E-05)·W1 + b1 of each channel
    if (training)
    {
        BatchNormKernels.Forward(
            rows, new BatchNormSizes(20, 7, 1E-05f, 0.1f),
            ref inputs, 140, ref parameters, ref Unsafe.Add(ref parameters, 32),
            ref Unsafe.Add(ref parameters, 64), ref Unsafe.Add(ref work, 288 * rows), 144, ref Unsafe.Add(ref work, 720 * rows), workers);
    }
    else
    {
        BatchNormKernels.Predict(
            rows, new BatchNormSizes(20, 7, 1E-05f, 0.1f),
            ref inputs, 140, ref parameters, ref Unsafe.Add(ref parameters, 32),
            ref Unsafe.Add(ref parameters, 64), ref Unsafe.Add(ref work, 288 * rows), 144, workers);
    }

    // Layer 3 of 3 · BatchNorm2: BatchNorm, not affine
    // a3 = (a1 − μ)/√(σ² + 0.01) of each channel
    if (training)
    {
        BatchNormKernels.Forward(
            rows, new BatchNormSizes(140, 1, 0.01f, 0.1f),
            ref Unsafe.Add(ref work, 288 * rows), 144, ref Unsafe.NullRef<float>(), ref Unsafe.NullRef<float>(),
            ref Unsafe.Add(ref parameters, 128), ref Unsafe.Add(ref work, 432 * rows), 144, ref work, workers);
    }
    else
    {
        BatchNormKernels.Predict(
            rows, new BatchNormSizes(140, 1, 0.01f, 0.1f),
            ref Unsafe.Add(ref work, 288 * rows), 144, ref Unsafe.NullRef<float>(), ref Unsafe.NullRef<float>(),
            ref Unsafe.Add(ref parameters, 128), ref Unsafe.Add(ref work, 432 * rows), 144, workers);
    }
}

[MethodImpl(MethodImplOptions.AggressiveOptimization)]
public static void TrainBackward(int rows, ref float parameters, ref float inputs, ref float work, ref float transposed, ref float gradient, ref float inputGradient, bool wantsInput, Workers? workers)
{
    // Layer 3 of 3 · back through BatchNorm2: BatchNorm, not affine
    // a3 = (a1 − μ)/√(σ² + 0.01) of each channel
    // Σ da3 ⊙ x̂, Σ da3
    BatchNormKernels.ParameterGradient(
        rows, new BatchNormSizes(140, 1, 0.01f, 0.1f), ref Unsafe.Add(ref work, 288 * rows), 144, ref Unsafe.Add(ref work, 576 * rows), 144,
        ref Unsafe.NullRef<float>(), ref Unsafe.NullRef<float>(), ref work, workers);
    // da1 = (g − mean of g − x̂ ⊙ mean of g ⊙ x̂)/√(σ² + ε)
    BatchNormKernels.InputGradient(
        rows, new BatchNormSizes(140, 1, 0.01f, 0.1f), ref Unsafe.Add(ref work, 288 * rows), 144, ref Unsafe.Add(ref work, 576 * rows), 144,
        ref Unsafe.NullRef<float>(), ref Unsafe.Add(ref work, 432 * rows), 144, accumulate: false, ref work, workers);

    // Layer 1 of 3 · back through BatchNorm1: BatchNorm
    // a1 = (x − μ)/√(σ² + 1E-05)·W1 + b1 of each channel
    // dW1 = Σ da1 ⊙ x̂, db1 = Σ da1
    BatchNormKernels.ParameterGradient(
        rows, new BatchNormSizes(20, 7, 1E-05f, 0.1f), ref inputs, 140, ref Unsafe.Add(ref work, 432 * rows), 144,
        ref gradient, ref Unsafe.Add(ref gradient, 32), ref Unsafe.Add(ref work, 720 * rows), workers);
    if (wantsInput)
    {
        // dx = (g − mean of g − x̂ ⊙ mean of g ⊙ x̂)/√(σ² + ε)
        BatchNormKernels.InputGradient(
            rows, new BatchNormSizes(20, 7, 1E-05f, 0.1f), ref inputs, 140, ref Unsafe.Add(ref work, 432 * rows), 144,
            ref parameters, ref work, 144, accumulate: false, ref Unsafe.Add(ref work, 720 * rows), workers);
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
