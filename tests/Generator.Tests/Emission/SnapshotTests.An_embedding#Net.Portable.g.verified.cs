[MethodImpl(MethodImplOptions.AggressiveOptimization)]
public static void Predict(ref float parameters, ref float inputs, ref float outputs, ref float work)
{
    // Layer 1 of 3 · Embedding1: Embedding of 100 symbols → 7
    // a1[t] = W1[x[t]]
    EmbeddingKernels.Forward(
        1, 20, 100, 7, ref inputs, 20,
        ref parameters, ref work, 144, null);

    // Layer 2 of 3 · PositionalEncoding1: PositionalEncoding
    // a2 = a1 + sinusoids of the places
    PositionalEncodingKernels.Forward(
        1, 140, ref work, 144, ref Facts.Sinusoids2[0],
        ref Unsafe.Add(ref work, 144), 144, null);

    // Layer 3 of 3 · PositionalEncoding2: PositionalEncoding, learned
    // a3 = a2 + W3
    PositionalEncodingKernels.Forward(
        1, 140, ref Unsafe.Add(ref work, 144), 144, ref Unsafe.Add(ref parameters, 704),
        ref work, 144, null);

    {
        ref float a3 = ref work;  // [140]
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
public static void PredictRows(int rows, ref float parameters, ref float inputs, ref float outputs, ref float work)
{
    // Layer 1 of 3 · Embedding1: Embedding of 100 symbols → 7
    // a1[t] = W1[x[t]]
    EmbeddingKernels.Forward(
        rows, 20, 100, 7, ref inputs, 20,
        ref parameters, ref work, 144, null);

    // Layer 2 of 3 · PositionalEncoding1: PositionalEncoding
    // a2 = a1 + sinusoids of the places
    PositionalEncodingKernels.Forward(
        rows, 140, ref work, 144, ref Facts.Sinusoids2[0],
        ref Unsafe.Add(ref work, 144 * rows), 144, null);

    // Layer 3 of 3 · PositionalEncoding2: PositionalEncoding, learned
    // a3 = a2 + W3
    PositionalEncodingKernels.Forward(
        rows, 140, ref Unsafe.Add(ref work, 144 * rows), 144, ref Unsafe.Add(ref parameters, 704),
        ref work, 144, null);

    for (int row = 0; row < rows; row++)
    {
        ref float a3 = ref Unsafe.Add(ref work, row * 144);  // [140]
        ref float y = ref Unsafe.Add(ref outputs, row * 140);  // [140]
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
public static void TrainForward(int rows, ref float parameters, ref float inputs, ref float work, Workers? workers)
{
    // Layer 1 of 3 · Embedding1: Embedding of 100 symbols → 7
    // a1[t] = W1[x[t]]
    EmbeddingKernels.Forward(
        rows, 20, 100, 7, ref inputs, 20,
        ref parameters, ref work, 144, workers);

    // Layer 2 of 3 · PositionalEncoding1: PositionalEncoding
    // a2 = a1 + sinusoids of the places
    PositionalEncodingKernels.Forward(
        rows, 140, ref work, 144, ref Facts.Sinusoids2[0],
        ref Unsafe.Add(ref work, 144 * rows), 144, workers);

    // Layer 3 of 3 · PositionalEncoding2: PositionalEncoding, learned
    // a3 = a2 + W3
    PositionalEncodingKernels.Forward(
        rows, 140, ref Unsafe.Add(ref work, 144 * rows), 144, ref Unsafe.Add(ref parameters, 704),
        ref work, 144, workers);
}

[MethodImpl(MethodImplOptions.AggressiveOptimization)]
public static void TrainBackward(int rows, ref float inputs, ref float work, ref float transposed, ref float gradient, ref float inputGradient, bool wantsInput, Workers? workers)
{
    // Layer 3 of 3 · back through PositionalEncoding2: PositionalEncoding, learned
    // a3 = a2 + W3
    // dW3 = Σ da3
    PositionalEncodingKernels.TableGradient(rows, 140, ref Unsafe.Add(ref work, 288 * rows), 144, ref Unsafe.Add(ref gradient, 704), workers);
    PositionalEncodingKernels.InputGradient(rows, 140, ref Unsafe.Add(ref work, 288 * rows), 144, ref Unsafe.Add(ref work, 144 * rows), 144, accumulate: false, workers);

    // Layer 2 of 3 · back through PositionalEncoding1: PositionalEncoding
    // a2 = a1 + sinusoids of the places
    PositionalEncodingKernels.InputGradient(rows, 140, ref Unsafe.Add(ref work, 144 * rows), 144, ref work, 144, accumulate: false, workers);

    // Layer 1 of 3 · back through Embedding1: Embedding of 100 symbols → 7
    // a1[t] = W1[x[t]]
    // dW1[s] = Σ da1[t] where x[t] = s
    EmbeddingKernels.WeightGradient(
        rows, 20, 100, 7, ref inputs, 20,
        ref work, 144, ref gradient, workers);
    if (wantsInput)
    {
        // dx = 0: symbols have no gradient
        WholeNumbers.Gradient(rows, 20, ref Unsafe.Add(ref work, 144 * rows), 32);
    }

    if (wantsInput)
    {
        for (int row = 0; row < rows; row++)
        {
            ref float dx = ref Unsafe.Add(ref work, 144 * rows + row * 32);  // [20]
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
