[MethodImpl(MethodImplOptions.AggressiveOptimization)]
public static void Predict(ref float parameters, ref float inputs, ref float outputs, ref float work)
{
    // Layer 1 of 2 · Dense1: Dense 7 → 33, per step, ReLU
    // a1ₜ = max(0, W1·xₜ + b1)
    PerStepKernels.Forward(
        1, new PerStepSizes(20, 7, 33),
        ref inputs, 140,
        ref parameters, ref Unsafe.Add(ref parameters, 336),
        ref Unsafe.Add(ref work, 1296), 672, ref work, default(ReLUActivation), null);

    // Layer 2 of 2 · Dense2: Dense 33 → 5, no bias, per step
    // a2ₜ = W2·a1ₜ
    PerStepKernels.Forward(
        1, new PerStepSizes(20, 33, 5),
        ref Unsafe.Add(ref work, 1296), 672,
        ref Unsafe.Add(ref parameters, 384), ref Unsafe.NullRef<float>(),
        ref Unsafe.Add(ref work, 1968), 112, ref work, default(IdentityActivation), null);

    {
        ref float a2 = ref Unsafe.Add(ref work, 1968);  // [100]
        ref float y = ref outputs;  // [100]
        for (nuint j = 0; j < 100 - 100 % (nuint)Vector<float>.Count; j += (nuint)Vector<float>.Count)
        {
            Vector.StoreUnsafe(Vector.LoadUnsafe(ref a2, j), ref y, j);
        }
        for (nuint j = 100 - 100 % (nuint)Vector<float>.Count; j < 100; j++)
        {
            Unsafe.Add(ref y, j) = Unsafe.Add(ref a2, j);
        }
    }
}

[MethodImpl(MethodImplOptions.AggressiveOptimization)]
public static void PredictRows(int rows, ref float parameters, ref float inputs, ref float outputs, ref float work)
{
    // Layer 1 of 2 · Dense1: Dense 7 → 33, per step, ReLU
    // a1ₜ = max(0, W1·xₜ + b1)
    PerStepKernels.Forward(
        rows, new PerStepSizes(20, 7, 33),
        ref inputs, 140,
        ref parameters, ref Unsafe.Add(ref parameters, 336),
        ref Unsafe.Add(ref work, 1296 * rows), 672, ref work, default(ReLUActivation), null);

    // Layer 2 of 2 · Dense2: Dense 33 → 5, no bias, per step
    // a2ₜ = W2·a1ₜ
    PerStepKernels.Forward(
        rows, new PerStepSizes(20, 33, 5),
        ref Unsafe.Add(ref work, 1296 * rows), 672,
        ref Unsafe.Add(ref parameters, 384), ref Unsafe.NullRef<float>(),
        ref Unsafe.Add(ref work, 1968 * rows), 112, ref work, default(IdentityActivation), null);

    for (int row = 0; row < rows; row++)
    {
        ref float a2 = ref Unsafe.Add(ref work, 1968 * rows + row * 112);  // [100]
        ref float y = ref Unsafe.Add(ref outputs, row * 100);  // [100]
        for (nuint j = 0; j < 100 - 100 % (nuint)Vector<float>.Count; j += (nuint)Vector<float>.Count)
        {
            Vector.StoreUnsafe(Vector.LoadUnsafe(ref a2, j), ref y, j);
        }
        for (nuint j = 100 - 100 % (nuint)Vector<float>.Count; j < 100; j++)
        {
            Unsafe.Add(ref y, j) = Unsafe.Add(ref a2, j);
        }
    }
}

[MethodImpl(MethodImplOptions.AggressiveOptimization)]
public static void TrainForward(int rows, ref float parameters, ref float inputs, ref float work, Workers? workers)
{
    // Layer 1 of 2 · Dense1: Dense 7 → 33, per step, ReLU
    // a1ₜ = max(0, W1·xₜ + b1)
    PerStepKernels.Forward(
        rows, new PerStepSizes(20, 7, 33),
        ref inputs, 140,
        ref parameters, ref Unsafe.Add(ref parameters, 336),
        ref Unsafe.Add(ref work, 2592 * rows), 672, ref work, default(ReLUActivation), workers);

    // Layer 2 of 2 · Dense2: Dense 33 → 5, no bias, per step
    // a2ₜ = W2·a1ₜ
    PerStepKernels.Forward(
        rows, new PerStepSizes(20, 33, 5),
        ref Unsafe.Add(ref work, 2592 * rows), 672,
        ref Unsafe.Add(ref parameters, 384), ref Unsafe.NullRef<float>(),
        ref Unsafe.Add(ref work, 3264 * rows), 112, ref Unsafe.Add(ref work, 1296 * rows), default(IdentityActivation), workers);
}

[MethodImpl(MethodImplOptions.AggressiveOptimization)]
public static void TrainBackward(int rows, ref float inputs, ref float work, ref float transposed, ref float gradient, ref float inputGradient, bool wantsInput, Workers? workers)
{
    // Layer 2 of 2 · back through Dense2: Dense 33 → 5, no bias, per step
    // a2ₜ = W2·a1ₜ
    // dW2 = Σ da2ₜ·a1ₜᵀ
    PerStepKernels.ParameterGradient(
        rows, new PerStepSizes(20, 33, 5), ref Unsafe.Add(ref work, 3936 * rows), 112,
        ref Unsafe.Add(ref gradient, 384), ref Unsafe.NullRef<float>(), ref Unsafe.Add(ref work, 1296 * rows), workers);
    // da1ₜ = W2ᵀ·da2ₜ
    PerStepKernels.InputGradient(
        rows, new PerStepSizes(20, 33, 5), ref Unsafe.Add(ref transposed, 528),
        ref Unsafe.Add(ref work, 3264 * rows), 672, accumulate: false, ref Unsafe.Add(ref work, 1296 * rows), workers);

    // Layer 1 of 2 · back through Dense1: Dense 7 → 33, per step, ReLU
    // a1ₜ = max(0, W1·xₜ + b1)
    // da1 becomes the gradient before the activation
    DividedRows.Run(rows, 660, ref work, workers, [MethodImpl(MethodImplOptions.AggressiveOptimization)] static (int rows, int first, int end, ref float work) =>
    {
        for (int row = first; row < end; row++)
        {
            ref float a1 = ref Unsafe.Add(ref work, 2592 * rows + row * 672);  // [660]
            ref float da1 = ref Unsafe.Add(ref work, 3264 * rows + row * 672);  // [660]
            for (nuint j = 0; j < 672; j += (nuint)Vector<float>.Count)
            {
                Vector.StoreUnsafe(Vector.ConditionalSelect(Vector.GreaterThan(Vector.LoadUnsafe(ref a1, j), Vector<float>.Zero), Vector.LoadUnsafe(ref da1, j), Vector<float>.Zero), ref da1, j);
            }
        }
    });
    // dW1 = Σ da1ₜ·xₜᵀ, db1 = Σ da1ₜ
    PerStepKernels.ParameterGradient(
        rows, new PerStepSizes(20, 7, 33), ref Unsafe.Add(ref work, 3264 * rows), 672,
        ref gradient, ref Unsafe.Add(ref gradient, 336), ref work, workers);
    if (wantsInput)
    {
        // dxₜ = W1ᵀ·da1ₜ
        PerStepKernels.InputGradient(
            rows, new PerStepSizes(20, 7, 33), ref transposed,
            ref Unsafe.Add(ref work, 1296 * rows), 144, accumulate: false, ref work, workers);
    }

    if (wantsInput)
    {
        for (int row = 0; row < rows; row++)
        {
            ref float dx = ref Unsafe.Add(ref work, 1296 * rows + row * 144);  // [140]
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

[MethodImpl(MethodImplOptions.AggressiveOptimization)]
public static void Transpose(ref float parameters, ref float memory, bool wantsInput, Workers? workers)
{
    if (wantsInput)
    {
        DividedKernels.Transpose(33, 7, ref parameters, ref memory, workers);
    }
    DividedKernels.Transpose(5, 33, ref Unsafe.Add(ref parameters, 384), ref Unsafe.Add(ref memory, 528), workers);
}
