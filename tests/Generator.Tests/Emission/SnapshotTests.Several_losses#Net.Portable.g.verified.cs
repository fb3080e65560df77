[MethodImpl(MethodImplOptions.AggressiveOptimization)]
public static void PredictRows(int rows, ref float parameters, ref float inputs, ref float outputs, ref float work)
{
    // Layer 1 of 2 · kind: Dense 20 → 5
    // z1 = W1·x + b1
    DenseKernels.Forward(
        rows, 20, 5,
        ref inputs, 20,
        ref parameters, ref Unsafe.Add(ref parameters, 320),
        ref work, 16, default(IdentityActivation));

    // Layer 1 of 2 · kind.Activate: Softmax
    // a1 = softmax(z1)
    for (int row = 0; row < rows; row++)
    {
        ref float z1 = ref Unsafe.Add(ref work, row * 16);  // [5]
        ref float a1 = ref Unsafe.Add(ref work, 16 * rows + row * 16);  // [5]
        Vector<float> maxima = Vector.Create(float.NegativeInfinity);
        for (nuint j = 0; j < 16; j += (nuint)Vector<float>.Count)
        {
            maxima = Vector.MaxNative(maxima, Vector.ConditionalSelect(Vector.LessThan(Vector<float>.Indices + Vector.Create((float)j), Vector.Create(5f)), Vector.LoadUnsafe(ref z1, j), Vector.Create(float.NegativeInfinity)));
        }
        float shift = Horizontal.Max(maxima);
        Vector<float> sums = Vector<float>.Zero;
        for (nuint j = 0; j < 16; j += (nuint)Vector<float>.Count)
        {
            Vector<float> exponential = Vector.ConditionalSelect(Vector.LessThan(Vector<float>.Indices + Vector.Create((float)j), Vector.Create(5f)), VectorMath.Exp(Vector.LoadUnsafe(ref z1, j) - Vector.Create(shift)), Vector<float>.Zero);
            sums += exponential;
            Vector.StoreUnsafe(exponential, ref a1, j);
        }
        float sum = Vector.Sum(sums);
        for (nuint j = 0; j < 16; j += (nuint)Vector<float>.Count)
        {
            Vector.StoreUnsafe(Vector.LoadUnsafe(ref a1, j) / Vector.Create(sum), ref a1, j);
        }
    }

    // Layer 2 of 2 · box: Dense 20 → 2
    // a2 = W2·x + b2
    DenseKernels.Forward(
        rows, 20, 2,
        ref inputs, 20,
        ref Unsafe.Add(ref parameters, 336), ref Unsafe.Add(ref parameters, 656),
        ref work, 16, default(IdentityActivation));

    for (int row = 0; row < rows; row++)
    {
        ref float a1 = ref Unsafe.Add(ref work, 16 * rows + row * 16);  // [5]
        ref float y = ref Unsafe.Add(ref outputs, row * 7);  // [5]
        for (nuint j = 0; j < 5 - 5 % (nuint)Vector<float>.Count; j += (nuint)Vector<float>.Count)
        {
            Vector.StoreUnsafe(Vector.LoadUnsafe(ref a1, j), ref y, j);
        }
        for (nuint j = 5 - 5 % (nuint)Vector<float>.Count; j < 5; j++)
        {
            Unsafe.Add(ref y, j) = Unsafe.Add(ref a1, j);
        }
    }
    for (int row = 0; row < rows; row++)
    {
        ref float a2 = ref Unsafe.Add(ref work, row * 16);  // [2]
        ref float y = ref Unsafe.Add(ref outputs, row * 7 + 5);  // [2]
        for (nuint j = 0; j < 2 - 2 % (nuint)Vector<float>.Count; j += (nuint)Vector<float>.Count)
        {
            Vector.StoreUnsafe(Vector.LoadUnsafe(ref a2, j), ref y, j);
        }
        for (nuint j = 2 - 2 % (nuint)Vector<float>.Count; j < 2; j++)
        {
            Unsafe.Add(ref y, j) = Unsafe.Add(ref a2, j);
        }
    }
}

[MethodImpl(MethodImplOptions.AggressiveOptimization)]
public static void TrainBackward(int rows, ref float parameters, ref float inputs, ref float work, ref float transposed, ref float gradient, ref float inputGradient, bool wantsInput, Workers? workers)
{
    // Layer 2 of 2 · back through box: Dense 20 → 2
    // a2 = W2·x + b2
    // dW2 = Σ da2·xᵀ, db2 = Σ da2
    DividedKernels.ParameterGradient(
        rows, 20, 2, ref inputs, 20,
        ref Unsafe.Add(ref work, 64 * rows), 16, ref Unsafe.Add(ref gradient, 336), ref Unsafe.Add(ref gradient, 656), workers);
    if (wantsInput)
    {
        // dx = W2ᵀ·da2
        DividedKernels.InputGradient(
            rows, 20, 2, ref Unsafe.Add(ref work, 64 * rows), 16, ref Unsafe.Add(ref parameters, 336), ref transposed,
            ref work, 32, accumulate: false, workers);
    }

    // Layer 1 of 2 · back through kind: Dense 20 → 5
    // z1 = W1·x + b1
    // dW1 = Σ dz1·xᵀ, db1 = Σ dz1
    DividedKernels.ParameterGradient(
        rows, 20, 5, ref inputs, 20,
        ref Unsafe.Add(ref work, 32 * rows), 16, ref gradient, ref Unsafe.Add(ref gradient, 320), workers);
    if (wantsInput)
    {
        // dx = W1ᵀ·dz1
        DividedKernels.InputGradient(
            rows, 20, 5, ref Unsafe.Add(ref work, 32 * rows), 16, ref parameters, ref transposed,
            ref work, 32, accumulate: true, workers);
    }

    if (wantsInput)
    {
        for (int row = 0; row < rows; row++)
        {
            ref float dx = ref Unsafe.Add(ref work, row * 32);  // [20]
            ref float asked = ref Unsafe.Add(ref inputGradient, row * 20);  // [20]
            for (nuint j = 0; j < 20 - 20 % (nuint)Vector<float>.Count; j += (nuint)Vector<float>.Count)
            {
                Vector.StoreUnsafe(Vector.LoadUnsafe(ref dx, j), ref asked, j);
            }
            for (nuint j = 20 - 20 % (nuint)Vector<float>.Count; j < 20; j++)
            {
                Unsafe.Add(ref asked, j) = Unsafe.Add(ref dx, j);
            }
        }
    }
}

[MethodImpl(MethodImplOptions.AggressiveOptimization)]
public static double Gradient(int rows, ref float parameters, ref float inputs, ref float targets, ref float weights, bool weighted, ref float gradient, ref float memory, ref float inputGradient, bool wantsInput, float scale, Workers? workers)
{
    ref float work = ref Unsafe.Add(ref memory, 160);
    TrainForward(rows, ref parameters, ref inputs, ref work, workers);
    double cost = Loss1(rows, ref work, ref targets, ref weights, weighted, scale) + 0.5d * Loss2(rows, ref work, ref targets, ref weights, weighted, 0.5f * scale);
    TrainBackward(rows, ref parameters, ref inputs, ref work, ref memory, ref gradient, ref inputGradient, wantsInput, workers);
    return cost;
}
