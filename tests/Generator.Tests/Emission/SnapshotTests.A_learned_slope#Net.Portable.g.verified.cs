[MethodImpl(MethodImplOptions.AggressiveOptimization)]
public static void Predict(ref float parameters, ref float inputs, ref float outputs, ref float work)
{
    // Layer 1 of 2 · PReLU1: PReLU
    // a1 = max(0, x) + W1 ⊙ min(0, x)
    PReLUKernels.Forward(
        1, new PReLUSizes(1, 140),
        ref inputs, 140, ref parameters, ref work, 144, null);

    // Layer 2 of 2 · PReLU2: PReLU per channel
    // a2 = max(0, a1) + W2 ⊙ min(0, a1)
    PReLUKernels.Forward(
        1, new PReLUSizes(20, 7),
        ref work, 144, ref Unsafe.Add(ref parameters, 16), ref Unsafe.Add(ref work, 144), 144, null);

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
    // Layer 1 of 2 · PReLU1: PReLU
    // a1 = max(0, x) + W1 ⊙ min(0, x)
    PReLUKernels.Forward(
        rows, new PReLUSizes(1, 140),
        ref inputs, 140, ref parameters, ref work, 144, workers);

    // Layer 2 of 2 · PReLU2: PReLU per channel
    // a2 = max(0, a1) + W2 ⊙ min(0, a1)
    PReLUKernels.Forward(
        rows, new PReLUSizes(20, 7),
        ref work, 144, ref Unsafe.Add(ref parameters, 16), ref Unsafe.Add(ref work, 144 * rows), 144, workers);
}

[MethodImpl(MethodImplOptions.AggressiveOptimization)]
public static void TrainBackward(int rows, ref float parameters, ref float inputs, ref float work, ref float transposed, ref float gradient, ref float inputGradient, bool wantsInput, Workers? workers)
{
    // Layer 2 of 2 · back through PReLU2: PReLU per channel
    // a2 = max(0, a1) + W2 ⊙ min(0, a1)
    // dW2 = Σ da2 ⊙ min(0, a1)
    PReLUKernels.ParameterGradient(
        rows, new PReLUSizes(20, 7), ref work, 144, ref Unsafe.Add(ref work, 288 * rows), 144,
        ref Unsafe.Add(ref gradient, 16), workers);
    PReLUKernels.InputGradient(
        rows, new PReLUSizes(20, 7), ref work, 144, ref Unsafe.Add(ref work, 288 * rows), 144,
        ref Unsafe.Add(ref parameters, 16), ref Unsafe.Add(ref work, 144 * rows), 144, accumulate: false, workers);

    // Layer 1 of 2 · back through PReLU1: PReLU
    // a1 = max(0, x) + W1 ⊙ min(0, x)
    // dW1 = Σ da1 ⊙ min(0, x)
    PReLUKernels.ParameterGradient(
        rows, new PReLUSizes(1, 140), ref inputs, 140, ref Unsafe.Add(ref work, 144 * rows), 144,
        ref gradient, workers);
    if (wantsInput)
    {
        PReLUKernels.InputGradient(
            rows, new PReLUSizes(1, 140), ref inputs, 140, ref Unsafe.Add(ref work, 144 * rows), 144,
            ref parameters, ref work, 144, accumulate: false, workers);
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
