[MethodImpl(MethodImplOptions.AggressiveOptimization)]
public static void Predict(ref float parameters, ref float inputs, ref float outputs, ref float work)
{
    // the input, padded
    {
        ref float given = ref inputs;  // [128]
        ref float x = ref work;  // [128]
        for (nuint j = 0; j < 128 - 128 % (nuint)Vector<float>.Count; j += (nuint)Vector<float>.Count)
        {
            Vector.StoreUnsafe(Vector.LoadUnsafe(ref given, j), ref x, j);
        }
    }

    // Layer 1 of 3 · MaxPool2D1: MaxPool2D 2×2
    // a1 = max of x over windows of 2×2
    PoolingKernels.MaxForward(
        1, new PoolingSizes(2, 8, 8, 2, 2, 2, 2, 0, 0, 4, 4),
        ref work, 144, ref Unsafe.Add(ref work, 144), 32);

    // Layer 2 of 3 · AveragePool2D1: AveragePool2D 3×3
    // a2 = mean of a1 over windows of 3×3
    PoolingKernels.AverageForward(
        1, new PoolingSizes(2, 4, 4, 3, 3, 1, 1, 1, 1, 4, 4),
        ref Unsafe.Add(ref work, 144), 32, ref work, 32, includePadding: false);

    // Layer 3 of 3 · GlobalAveragePool1: GlobalAveragePool
    // a3 = mean of a2 over windows of 1×16
    PoolingKernels.AverageForward(
        1, new PoolingSizes(2, 1, 16, 1, 16, 1, 1, 0, 0, 1, 1),
        ref work, 32, ref Unsafe.Add(ref work, 32), 16, includePadding: true);

    {
        ref float a3 = ref Unsafe.Add(ref work, 32);  // [2]
        ref float y = ref outputs;  // [2]
        for (nuint j = 0; j < 2 - 2 % (nuint)Vector<float>.Count; j += (nuint)Vector<float>.Count)
        {
            Vector.StoreUnsafe(Vector.LoadUnsafe(ref a3, j), ref y, j);
        }
        for (nuint j = 2 - 2 % (nuint)Vector<float>.Count; j < 2; j++)
        {
            Unsafe.Add(ref y, j) = Unsafe.Add(ref a3, j);
        }
    }
}

[MethodImpl(MethodImplOptions.AggressiveOptimization)]
public static void TrainForward(int rows, ref float parameters, ref float inputs, ref float work, Workers? workers)
{
    // the input, padded
    for (int row = 0; row < rows; row++)
    {
        ref float given = ref Unsafe.Add(ref inputs, row * 128);  // [128]
        ref float x = ref Unsafe.Add(ref work, row * 144);  // [128]
        for (nuint j = 0; j < 128 - 128 % (nuint)Vector<float>.Count; j += (nuint)Vector<float>.Count)
        {
            Vector.StoreUnsafe(Vector.LoadUnsafe(ref given, j), ref x, j);
        }
    }

    // Layer 1 of 3 · MaxPool2D1: MaxPool2D 2×2
    // a1 = max of x over windows of 2×2
    DividedPooling.MaxForward(
        rows, new PoolingSizes(2, 8, 8, 2, 2, 2, 2, 0, 0, 4, 4),
        ref work, 144, ref Unsafe.Add(ref work, 144 * rows), 32, workers);

    // Layer 2 of 3 · AveragePool2D1: AveragePool2D 3×3
    // a2 = mean of a1 over windows of 3×3
    DividedPooling.AverageForward(
        rows, new PoolingSizes(2, 4, 4, 3, 3, 1, 1, 1, 1, 4, 4),
        ref Unsafe.Add(ref work, 144 * rows), 32, ref Unsafe.Add(ref work, 176 * rows), 32, includePadding: false, workers);

    // Layer 3 of 3 · GlobalAveragePool1: GlobalAveragePool
    // a3 = mean of a2 over windows of 1×16
    DividedPooling.AverageForward(
        rows, new PoolingSizes(2, 1, 16, 1, 16, 1, 1, 0, 0, 1, 1),
        ref Unsafe.Add(ref work, 176 * rows), 32, ref Unsafe.Add(ref work, 144 * rows), 16, includePadding: true, workers);
}

[MethodImpl(MethodImplOptions.AggressiveOptimization)]
public static void TrainBackward(int rows, ref float inputs, ref float work, ref float transposed, ref float gradient, ref float inputGradient, bool wantsInput, Workers? workers)
{
    // Layer 3 of 3 · back through GlobalAveragePool1: GlobalAveragePool
    // a3 = mean of a2 over windows of 1×16
    if (wantsInput)
    {
        DividedPooling.AverageBackward(
            rows, new PoolingSizes(2, 1, 16, 1, 16, 1, 1, 0, 0, 1, 1),
            ref Unsafe.Add(ref work, 176 * rows), 16,
            ref Unsafe.Add(ref work, 144 * rows), 32, includePadding: true, accumulate: false, workers);
    }

    // Layer 2 of 3 · back through AveragePool2D1: AveragePool2D 3×3
    // a2 = mean of a1 over windows of 3×3
    if (wantsInput)
    {
        DividedPooling.AverageBackward(
            rows, new PoolingSizes(2, 4, 4, 3, 3, 1, 1, 1, 1, 4, 4),
            ref Unsafe.Add(ref work, 144 * rows), 32,
            ref Unsafe.Add(ref work, 288 * rows), 32, includePadding: false, accumulate: false, workers);
    }

    // Layer 1 of 3 · back through MaxPool2D1: MaxPool2D 2×2
    // a1 = max of x over windows of 2×2
    if (wantsInput)
    {
        DividedPooling.MaxBackward(
            rows, new PoolingSizes(2, 8, 8, 2, 2, 2, 2, 0, 0, 4, 4),
            ref work, 144, ref Unsafe.Add(ref work, 288 * rows), 32,
            ref Unsafe.Add(ref work, 144 * rows), 144, accumulate: false, rectified: false, workers);
    }

    if (wantsInput)
    {
        for (int row = 0; row < rows; row++)
        {
            ref float dx = ref Unsafe.Add(ref work, 144 * rows + row * 144);  // [128]
            ref float asked = ref Unsafe.Add(ref inputGradient, row * 128);  // [128]
            for (nuint j = 0; j < 128 - 128 % (nuint)Vector<float>.Count; j += (nuint)Vector<float>.Count)
            {
                Vector.StoreUnsafe(Vector.LoadUnsafe(ref dx, j), ref asked, j);
            }
        }
    }
}
