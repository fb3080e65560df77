[MethodImpl(MethodImplOptions.AggressiveOptimization)]
public static void PredictRows(int rows, ref float parameters, ref float inputs, ref float outputs, ref float work)
{
    // Layer 1 of 1 · Dense1: Dense 100 → 50, LeakyReLU 0.125
    // a1 = leaky(W1·x + b1)
    DenseKernels.Forward(
        rows, 100, 50,
        ref inputs, 100,
        ref parameters, ref Unsafe.Add(ref parameters, 6400),
        ref work, 64, new LeakyReLUActivation(0.125f));

    for (int row = 0; row < rows; row++)
    {
        ref float a1 = ref Unsafe.Add(ref work, row * 64);  // [50]
        ref float y = ref Unsafe.Add(ref outputs, row * 50);  // [50]
        for (nuint j = 0; j < 50 - 50 % (nuint)Vector<float>.Count; j += (nuint)Vector<float>.Count)
        {
            Vector.StoreUnsafe(Vector.LoadUnsafe(ref a1, j), ref y, j);
        }
        for (nuint j = 50 - 50 % (nuint)Vector<float>.Count; j < 50; j++)
        {
            Unsafe.Add(ref y, j) = Unsafe.Add(ref a1, j);
        }
    }
}

[MethodImpl(MethodImplOptions.AggressiveOptimization)]
public static void TrainBackward(int rows, ref float parameters, ref float inputs, ref float work, ref float transposed, ref float gradient, ref float inputGradient, bool wantsInput, Workers? workers)
{
    // Layer 1 of 1 · back through Dense1: Dense 100 → 50, LeakyReLU 0.125
    // a1 = leaky(W1·x + b1)
    // da1 becomes the gradient before the activation
    DividedRows.Run(rows, 50, ref work, workers, [MethodImpl(MethodImplOptions.AggressiveOptimization)] static (int rows, int first, int end, ref float work) =>
    {
        for (int row = first; row < end; row++)
        {
            ref float a1 = ref Unsafe.Add(ref work, 112 * rows + row * 64);  // [50]
            ref float da1 = ref Unsafe.Add(ref work, 176 * rows + row * 64);  // [50]
            for (nuint j = 0; j < 64; j += (nuint)Vector<float>.Count)
            {
                Vector.StoreUnsafe(Vector.ConditionalSelect(Vector.GreaterThan(Vector.LoadUnsafe(ref a1, j), Vector<float>.Zero), Vector.LoadUnsafe(ref da1, j), Vector.LoadUnsafe(ref da1, j) * Vector.Create(0.125f)), ref da1, j);
            }
        }
    });
    // dW1 = Σ da1·xᵀ, db1 = Σ da1
    DividedKernels.ParameterGradient(
        rows, 100, 50, ref inputs, 100,
        ref Unsafe.Add(ref work, 176 * rows), 64, ref gradient, ref Unsafe.Add(ref gradient, 6400), workers);
    if (wantsInput)
    {
        // dx = W1ᵀ·da1
        DividedKernels.InputGradient(
            rows, 100, 50, ref Unsafe.Add(ref work, 176 * rows), 64, ref parameters, ref transposed,
            ref work, 112, accumulate: false, workers);
    }

    if (wantsInput)
    {
        for (int row = 0; row < rows; row++)
        {
            ref float dx = ref Unsafe.Add(ref work, row * 112);  // [100]
            ref float asked = ref Unsafe.Add(ref inputGradient, row * 100);  // [100]
            for (nuint j = 0; j < 100 - 100 % (nuint)Vector<float>.Count; j += (nuint)Vector<float>.Count)
            {
                Vector.StoreUnsafe(Vector.LoadUnsafe(ref dx, j), ref asked, j);
            }
            for (nuint j = 100 - 100 % (nuint)Vector<float>.Count; j < 100; j++)
            {
                Unsafe.Add(ref asked, j) = Unsafe.Add(ref dx, j);
            }
        }
    }
}
