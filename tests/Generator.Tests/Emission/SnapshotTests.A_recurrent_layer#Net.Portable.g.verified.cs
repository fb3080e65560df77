[MethodImpl(MethodImplOptions.AggressiveOptimization)]
public static void Predict(ref float parameters, ref float inputs, ref float outputs, ref float work)
{
    // Layer 1 of 2 · GRU1: GRU 7 → 33, all steps
    // a1 = all hₜ over x: hₜ = (1 − z)·n + z·hₜ₋₁
    RecurrentKernels.Forward(
        1, new RecurrentSizes(RecurrentKind.GRU, 20, 7, 33, bias: true, sequence: true, bidirectional: false, window: 12),
        ref inputs, 140, ref parameters,
        ref Unsafe.Add(ref work, 4320), 672, ref work, null);

    // Layer 2 of 2 · LSTM1: LSTM 33 → 5, both ways, no bias
    // a2 = the last hₜ over a1: hₜ = o·tanh(c), c = f·c + i·g
    RecurrentKernels.Forward(
        1, new RecurrentSizes(RecurrentKind.LSTM, 20, 33, 5, bias: false, sequence: false, bidirectional: true, window: 12),
        ref Unsafe.Add(ref work, 4320), 672, ref Unsafe.Add(ref parameters, 4704),
        ref Unsafe.Add(ref work, 2880), 16, ref work, null);

    {
        ref float a2 = ref Unsafe.Add(ref work, 2880);  // [10]
        ref float y = ref outputs;  // [10]
        for (nuint j = 0; j < 10 - 10 % (nuint)Vector<float>.Count; j += (nuint)Vector<float>.Count)
        {
            Vector.StoreUnsafe(Vector.LoadUnsafe(ref a2, j), ref y, j);
        }
        for (nuint j = 10 - 10 % (nuint)Vector<float>.Count; j < 10; j++)
        {
            Unsafe.Add(ref y, j) = Unsafe.Add(ref a2, j);
        }
    }
}

[MethodImpl(MethodImplOptions.AggressiveOptimization)]
public static void PredictRows(int rows, ref float parameters, ref float inputs, ref float outputs, ref float work)
{
    // Layer 1 of 2 · GRU1: GRU 7 → 33, all steps
    // a1 = all hₜ over x: hₜ = (1 − z)·n + z·hₜ₋₁
    RecurrentKernels.Forward(
        rows, new RecurrentSizes(RecurrentKind.GRU, 20, 7, 33, bias: true, sequence: true, bidirectional: false, window: 12),
        ref inputs, 140, ref parameters,
        ref Unsafe.Add(ref work, 4320 * rows), 672, ref work, null);

    // Layer 2 of 2 · LSTM1: LSTM 33 → 5, both ways, no bias
    // a2 = the last hₜ over a1: hₜ = o·tanh(c), c = f·c + i·g
    RecurrentKernels.Forward(
        rows, new RecurrentSizes(RecurrentKind.LSTM, 20, 33, 5, bias: false, sequence: false, bidirectional: true, window: 12),
        ref Unsafe.Add(ref work, 4320 * rows), 672, ref Unsafe.Add(ref parameters, 4704),
        ref Unsafe.Add(ref work, 2880 * rows), 16, ref work, null);

    for (int row = 0; row < rows; row++)
    {
        ref float a2 = ref Unsafe.Add(ref work, 2880 * rows + row * 16);  // [10]
        ref float y = ref Unsafe.Add(ref outputs, row * 10);  // [10]
        for (nuint j = 0; j < 10 - 10 % (nuint)Vector<float>.Count; j += (nuint)Vector<float>.Count)
        {
            Vector.StoreUnsafe(Vector.LoadUnsafe(ref a2, j), ref y, j);
        }
        for (nuint j = 10 - 10 % (nuint)Vector<float>.Count; j < 10; j++)
        {
            Unsafe.Add(ref y, j) = Unsafe.Add(ref a2, j);
        }
    }
}

[MethodImpl(MethodImplOptions.AggressiveOptimization)]
public static void TrainForward(int rows, ref float parameters, ref float inputs, ref float work, Workers? workers)
{
    // Layer 1 of 2 · GRU1: GRU 7 → 33, all steps
    // a1 = all hₜ over x: hₜ = (1 − z)·n + z·hₜ₋₁
    RecurrentKernels.Forward(
        rows, new RecurrentSizes(RecurrentKind.GRU, 20, 7, 33, bias: true, sequence: true, bidirectional: false, window: 20),
        ref inputs, 140, ref parameters,
        ref Unsafe.Add(ref work, 11808 * rows), 672, ref work, workers);

    // Layer 2 of 2 · LSTM1: LSTM 33 → 5, both ways, no bias
    // a2 = the last hₜ over a1: hₜ = o·tanh(c), c = f·c + i·g
    RecurrentKernels.Forward(
        rows, new RecurrentSizes(RecurrentKind.LSTM, 20, 33, 5, bias: false, sequence: false, bidirectional: true, window: 20),
        ref Unsafe.Add(ref work, 11808 * rows), 672, ref Unsafe.Add(ref parameters, 4704),
        ref Unsafe.Add(ref work, 12480 * rows), 16, ref Unsafe.Add(ref work, 7136 * rows), workers);
}

[MethodImpl(MethodImplOptions.AggressiveOptimization)]
public static void TrainBackward(int rows, ref float inputs, ref float work, ref float transposed, ref float gradient, ref float inputGradient, bool wantsInput, Workers? workers)
{
    // Layer 2 of 2 · back through LSTM1: LSTM 33 → 5, both ways, no bias
    // a2 = the last hₜ over a1: hₜ = o·tanh(c), c = f·c + i·g
    RecurrentKernels.Backward(
        rows, new RecurrentSizes(RecurrentKind.LSTM, 20, 33, 5, bias: false, sequence: false, bidirectional: true, window: 20),
        ref Unsafe.Add(ref work, 12496 * rows), 16, ref Unsafe.Add(ref transposed, 6336),
        ref Unsafe.Add(ref gradient, 4704), ref Unsafe.Add(ref work, 7136 * rows), workers);
    // da1 = Wᵢᵀ·d, step by step
    RecurrentKernels.InputGradient(
        rows, new RecurrentSizes(RecurrentKind.LSTM, 20, 33, 5, bias: false, sequence: false, bidirectional: true, window: 20), ref Unsafe.Add(ref transposed, 6336),
        ref Unsafe.Add(ref work, 11808 * rows), 672, accumulate: false, ref Unsafe.Add(ref work, 7136 * rows), workers);

    // Layer 1 of 2 · back through GRU1: GRU 7 → 33, all steps
    // a1 = all hₜ over x: hₜ = (1 − z)·n + z·hₜ₋₁
    RecurrentKernels.Backward(
        rows, new RecurrentSizes(RecurrentKind.GRU, 20, 7, 33, bias: true, sequence: true, bidirectional: false, window: 20),
        ref Unsafe.Add(ref work, 11808 * rows), 672, ref transposed,
        ref gradient, ref work, workers);
    if (wantsInput)
    {
        // dx = Wᵢᵀ·d, step by step
        RecurrentKernels.InputGradient(
            rows, new RecurrentSizes(RecurrentKind.GRU, 20, 7, 33, bias: true, sequence: true, bidirectional: false, window: 20), ref transposed,
            ref Unsafe.Add(ref work, 7136 * rows), 144, accumulate: false, ref work, workers);
    }

    if (wantsInput)
    {
        for (int row = 0; row < rows; row++)
        {
            ref float dx = ref Unsafe.Add(ref work, 7136 * rows + row * 144);  // [140]
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
        DividedKernels.Transpose(99, 7, ref parameters, ref memory, workers);
    }
    DividedKernels.Transpose(99, 33, ref Unsafe.Add(ref parameters, 784), ref Unsafe.Add(ref memory, 1584), workers);
    DividedKernels.Transpose(20, 33, ref Unsafe.Add(ref parameters, 4704), ref Unsafe.Add(ref memory, 6336), workers);
    DividedKernels.Transpose(20, 5, ref Unsafe.Add(ref parameters, 5760), ref Unsafe.Add(ref memory, 7296), workers);
    DividedKernels.Transpose(20, 33, ref Unsafe.Add(ref parameters, 5920), ref Unsafe.Add(ref memory, 7616), workers);
    DividedKernels.Transpose(20, 5, ref Unsafe.Add(ref parameters, 6976), ref Unsafe.Add(ref memory, 8576), workers);
}
