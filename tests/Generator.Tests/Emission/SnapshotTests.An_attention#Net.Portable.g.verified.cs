[MethodImpl(MethodImplOptions.AggressiveOptimization)]
public static void PredictRows(int rows, ref float parameters, ref float inputs, ref float outputs, ref float work)
{
    // Layer 1 of 2 · Attention1: Attention 3 heads
    // a1 = Wₒ·softmax(q·kᵀ/√4)·v, with q, k, v = Wᵢ·x
    AttentionKernels.Forward(
        rows, new AttentionSizes(20, 12, 3, bias: true, causal: false, training: false),
        ref inputs, 240, ref parameters,
        ref Unsafe.Add(ref work, 3392 * rows), 240, ref work, null);

    // Layer 2 of 2 · Attention2: Attention 2 heads, causal, no bias
    // a2 = Wₒ·softmax(q·kᵀ/√6)·v, with q, k, v = Wᵢ·a1
    AttentionKernels.Forward(
        rows, new AttentionSizes(20, 12, 2, bias: false, causal: true, training: false),
        ref Unsafe.Add(ref work, 3392 * rows), 240, ref Unsafe.Add(ref parameters, 832),
        ref Unsafe.Add(ref work, 3632 * rows), 240, ref work, null);

    for (int row = 0; row < rows; row++)
    {
        ref float a2 = ref Unsafe.Add(ref work, 3632 * rows + row * 240);  // [240]
        ref float y = ref Unsafe.Add(ref outputs, row * 240);  // [240]
        for (nuint j = 0; j < 240 - 240 % (nuint)Vector<float>.Count; j += (nuint)Vector<float>.Count)
        {
            Vector.StoreUnsafe(Vector.LoadUnsafe(ref a2, j), ref y, j);
        }
    }
}

[MethodImpl(MethodImplOptions.AggressiveOptimization)]
public static void TrainForward(int rows, ref float parameters, ref float inputs, ref float work, Workers? workers)
{
    // Layer 1 of 2 · Attention1: Attention 3 heads
    // a1 = Wₒ·softmax(q·kᵀ/√4)·v, with q, k, v = Wᵢ·x
    AttentionKernels.Forward(
        rows, new AttentionSizes(20, 12, 3, bias: true, causal: false, training: true),
        ref inputs, 240, ref parameters,
        ref Unsafe.Add(ref work, 13776 * rows), 240, ref work, workers);

    // Layer 2 of 2 · Attention2: Attention 2 heads, causal, no bias
    // a2 = Wₒ·softmax(q·kᵀ/√6)·v, with q, k, v = Wᵢ·a1
    AttentionKernels.Forward(
        rows, new AttentionSizes(20, 12, 2, bias: false, causal: true, training: true),
        ref Unsafe.Add(ref work, 13776 * rows), 240, ref Unsafe.Add(ref parameters, 832),
        ref Unsafe.Add(ref work, 14016 * rows), 240, ref Unsafe.Add(ref work, 7184 * rows), workers);
}

[MethodImpl(MethodImplOptions.AggressiveOptimization)]
public static void TrainBackward(int rows, ref float inputs, ref float work, ref float transposed, ref float gradient, ref float inputGradient, bool wantsInput, Workers? workers)
{
    // Layer 2 of 2 · back through Attention2: Attention 2 heads, causal, no bias
    // a2 = Wₒ·softmax(q·kᵀ/√6)·v, with q, k, v = Wᵢ·a1
    AttentionKernels.Backward(
        rows, new AttentionSizes(20, 12, 2, bias: false, causal: true, training: true),
        ref Unsafe.Add(ref work, 14256 * rows), 240, ref Unsafe.Add(ref transposed, 768),
        ref Unsafe.Add(ref gradient, 832), ref Unsafe.Add(ref work, 7184 * rows), workers);
    // da1 = Wᵢᵀ·[dq, dk, dv]
    AttentionKernels.InputGradient(
        rows, new AttentionSizes(20, 12, 2, bias: false, causal: true, training: true), ref Unsafe.Add(ref transposed, 768),
        ref Unsafe.Add(ref work, 13776 * rows), 240, accumulate: false, ref Unsafe.Add(ref work, 7184 * rows), workers);

    // Layer 1 of 2 · back through Attention1: Attention 3 heads
    // a1 = Wₒ·softmax(q·kᵀ/√4)·v, with q, k, v = Wᵢ·x
    AttentionKernels.Backward(
        rows, new AttentionSizes(20, 12, 3, bias: true, causal: false, training: true),
        ref Unsafe.Add(ref work, 13776 * rows), 240, ref transposed,
        ref gradient, ref work, workers);
    if (wantsInput)
    {
        // dx = Wᵢᵀ·[dq, dk, dv]
        AttentionKernels.InputGradient(
            rows, new AttentionSizes(20, 12, 3, bias: true, causal: false, training: true), ref transposed,
            ref Unsafe.Add(ref work, 7184 * rows), 240, accumulate: false, ref work, workers);
    }

    if (wantsInput)
    {
        for (int row = 0; row < rows; row++)
        {
            ref float dx = ref Unsafe.Add(ref work, 7184 * rows + row * 240);  // [240]
            ref float asked = ref Unsafe.Add(ref inputGradient, row * 240);  // [240]
            for (nuint j = 0; j < 240 - 240 % (nuint)Vector<float>.Count; j += (nuint)Vector<float>.Count)
            {
                Vector.StoreUnsafe(Vector.LoadUnsafe(ref dx, j), ref asked, j);
            }
        }
    }
}

[MethodImpl(MethodImplOptions.AggressiveOptimization)]
public static void Transpose(ref float parameters, ref float memory, bool wantsInput, Workers? workers)
{
    if (wantsInput)
    {
        DividedKernels.Transpose(36, 12, ref parameters, ref memory, workers);
    }
    DividedKernels.Transpose(12, 12, ref Unsafe.Add(ref parameters, 576), ref Unsafe.Add(ref memory, 576), workers);
    DividedKernels.Transpose(36, 12, ref Unsafe.Add(ref parameters, 832), ref Unsafe.Add(ref memory, 768), workers);
    DividedKernels.Transpose(12, 12, ref Unsafe.Add(ref parameters, 1408), ref Unsafe.Add(ref memory, 1344), workers);
}
