[MethodImpl(MethodImplOptions.AggressiveOptimization)]
public static void Predict(ref float parameters, ref float inputs, ref float outputs, ref float work)
{
    // Layer 1 of 4 · length: Input [1]
    // a1 = x[0..1]
    {
        ref float x = ref inputs;  // [33]
        ref float a1 = ref Unsafe.Add(ref work, 864);  // [1]
        for (nuint j = 0; j < 16; j += (nuint)Vector<float>.Count)
        {
            Vector.StoreUnsafe(Vector<float>.Zero, ref a1, j);
        }
        for (nuint j = 0; j < 1 - 1 % (nuint)Vector<float>.Count; j += (nuint)Vector<float>.Count)
        {
            Vector.StoreUnsafe(Vector.LoadUnsafe(ref x, j), ref a1, j);
        }
        for (nuint j = 1 - 1 % (nuint)Vector<float>.Count; j < 1; j++)
        {
            Unsafe.Add(ref a1, j) = Unsafe.Add(ref x, j);
        }
    }

    // Layer 2 of 4 · start: Input [5]
    // a2 = x[1..6]
    {
        ref float x = ref inputs;  // [33]
        ref float a2 = ref Unsafe.Add(ref work, 880);  // [5]
        for (nuint j = 0; j < 16; j += (nuint)Vector<float>.Count)
        {
            Vector.StoreUnsafe(Vector<float>.Zero, ref a2, j);
        }
        for (nuint j = 0; j < 5 - 5 % (nuint)Vector<float>.Count; j += (nuint)Vector<float>.Count)
        {
            Vector.StoreUnsafe(Vector.LoadUnsafe(ref x, 1 + j), ref a2, j);
        }
        for (nuint j = 5 - 5 % (nuint)Vector<float>.Count; j < 5; j++)
        {
            Unsafe.Add(ref a2, j) = Unsafe.Add(ref x, 1 + j);
        }
    }

    // Layer 3 of 4 · series: Input [9, 3]
    // a3 = x[6..33]
    {
        ref float x = ref inputs;  // [33]
        ref float a3 = ref Unsafe.Add(ref work, 832);  // [27]
        for (nuint j = 16; j < 32; j += (nuint)Vector<float>.Count)
        {
            Vector.StoreUnsafe(Vector<float>.Zero, ref a3, j);
        }
        for (nuint j = 0; j < 27 - 27 % (nuint)Vector<float>.Count; j += (nuint)Vector<float>.Count)
        {
            Vector.StoreUnsafe(Vector.LoadUnsafe(ref x, 6 + j), ref a3, j);
        }
        for (nuint j = 27 - 27 % (nuint)Vector<float>.Count; j < 27; j++)
        {
            Unsafe.Add(ref a3, j) = Unsafe.Add(ref x, 6 + j);
        }
    }

    // Layer 4 of 4 · LSTM1: LSTM 3 → 5, from a state, of given lengths, back 4 steps
    // a4 = the last hₜ over a3: hₜ = o·tanh(c), c = f·c + i·g
    RecurrentKernels.Forward(
        1, new RecurrentSizes(RecurrentKind.LSTM, 9, 3, 5, bias: true, sequence: false, bidirectional: false, window: 9, state: true, lengths: true, backSteps: 4),
        ref Unsafe.Add(ref work, 832), 32, ref Unsafe.Add(ref work, 880), 16, ref Unsafe.Add(ref work, 880), 16, ref Unsafe.Add(ref work, 864), 16,
        ref parameters,
        ref Unsafe.Add(ref work, 896), 16, ref work, null);

    {
        ref float a4 = ref Unsafe.Add(ref work, 896);  // [5]
        ref float y = ref outputs;  // [5]
        for (nuint j = 0; j < 5 - 5 % (nuint)Vector<float>.Count; j += (nuint)Vector<float>.Count)
        {
            Vector.StoreUnsafe(Vector.LoadUnsafe(ref a4, j), ref y, j);
        }
        for (nuint j = 5 - 5 % (nuint)Vector<float>.Count; j < 5; j++)
        {
            Unsafe.Add(ref y, j) = Unsafe.Add(ref a4, j);
        }
    }
}

[MethodImpl(MethodImplOptions.AggressiveOptimization)]
public static void TrainForward(int rows, ref float parameters, ref float inputs, ref float work, Workers? workers)
{
    // Layer 1 of 4 · length: Input [1]
    // a1 = x[0..1]
    for (int row = 0; row < rows; row++)
    {
        ref float x = ref Unsafe.Add(ref inputs, row * 33);  // [33]
        ref float a1 = ref Unsafe.Add(ref work, 864 * rows + row * 16);  // [1]
        for (nuint j = 0; j < 16; j += (nuint)Vector<float>.Count)
        {
            Vector.StoreUnsafe(Vector<float>.Zero, ref a1, j);
        }
        for (nuint j = 0; j < 1 - 1 % (nuint)Vector<float>.Count; j += (nuint)Vector<float>.Count)
        {
            Vector.StoreUnsafe(Vector.LoadUnsafe(ref x, j), ref a1, j);
        }
        for (nuint j = 1 - 1 % (nuint)Vector<float>.Count; j < 1; j++)
        {
            Unsafe.Add(ref a1, j) = Unsafe.Add(ref x, j);
        }
    }

    // Layer 2 of 4 · start: Input [5]
    // a2 = x[1..6]
    for (int row = 0; row < rows; row++)
    {
        ref float x = ref Unsafe.Add(ref inputs, row * 33);  // [33]
        ref float a2 = ref Unsafe.Add(ref work, 880 * rows + row * 16);  // [5]
        for (nuint j = 0; j < 16; j += (nuint)Vector<float>.Count)
        {
            Vector.StoreUnsafe(Vector<float>.Zero, ref a2, j);
        }
        for (nuint j = 0; j < 5 - 5 % (nuint)Vector<float>.Count; j += (nuint)Vector<float>.Count)
        {
            Vector.StoreUnsafe(Vector.LoadUnsafe(ref x, 1 + j), ref a2, j);
        }
        for (nuint j = 5 - 5 % (nuint)Vector<float>.Count; j < 5; j++)
        {
            Unsafe.Add(ref a2, j) = Unsafe.Add(ref x, 1 + j);
        }
    }

    // Layer 3 of 4 · series: Input [9, 3]
    // a3 = x[6..33]
    for (int row = 0; row < rows; row++)
    {
        ref float x = ref Unsafe.Add(ref inputs, row * 33);  // [33]
        ref float a3 = ref Unsafe.Add(ref work, 832 * rows + row * 32);  // [27]
        for (nuint j = 16; j < 32; j += (nuint)Vector<float>.Count)
        {
            Vector.StoreUnsafe(Vector<float>.Zero, ref a3, j);
        }
        for (nuint j = 0; j < 27 - 27 % (nuint)Vector<float>.Count; j += (nuint)Vector<float>.Count)
        {
            Vector.StoreUnsafe(Vector.LoadUnsafe(ref x, 6 + j), ref a3, j);
        }
        for (nuint j = 27 - 27 % (nuint)Vector<float>.Count; j < 27; j++)
        {
            Unsafe.Add(ref a3, j) = Unsafe.Add(ref x, 6 + j);
        }
    }

    // Layer 4 of 4 · LSTM1: LSTM 3 → 5, from a state, of given lengths, back 4 steps
    // a4 = the last hₜ over a3: hₜ = o·tanh(c), c = f·c + i·g
    RecurrentKernels.Forward(
        rows, new RecurrentSizes(RecurrentKind.LSTM, 9, 3, 5, bias: true, sequence: false, bidirectional: false, window: 9, state: true, lengths: true, backSteps: 4),
        ref Unsafe.Add(ref work, 832 * rows), 32, ref Unsafe.Add(ref work, 880 * rows), 16, ref Unsafe.Add(ref work, 880 * rows), 16, ref Unsafe.Add(ref work, 864 * rows), 16,
        ref parameters,
        ref Unsafe.Add(ref work, 896 * rows), 16, ref work, workers);
}

[MethodImpl(MethodImplOptions.AggressiveOptimization)]
public static void TrainBackward(int rows, ref float inputs, ref float work, ref float transposed, ref float gradient, ref float inputGradient, bool wantsInput, Workers? workers)
{
    // Layer 4 of 4 · back through LSTM1: LSTM 3 → 5, from a state, of given lengths, back 4 steps
    // a4 = the last hₜ over a3: hₜ = o·tanh(c), c = f·c + i·g
    RecurrentKernels.Backward(
        rows, new RecurrentSizes(RecurrentKind.LSTM, 9, 3, 5, bias: true, sequence: false, bidirectional: false, window: 9, state: true, lengths: true, backSteps: 4),
        ref Unsafe.Add(ref work, 912 * rows), 16, ref transposed,
        ref gradient, ref work, workers);
    if (wantsInput)
    {
        // da3 = Wᵢᵀ·d, step by step
        RecurrentKernels.InputGradient(
            rows, new RecurrentSizes(RecurrentKind.LSTM, 9, 3, 5, bias: true, sequence: false, bidirectional: false, window: 9, state: true, lengths: true, backSteps: 4), ref transposed,
            ref Unsafe.Add(ref work, 832 * rows), 32, accumulate: false, ref work, workers);
    }
    if (wantsInput)
    {
        // da2 = dh₀
        RecurrentKernels.StateGradient(rows, new RecurrentSizes(RecurrentKind.LSTM, 9, 3, 5, bias: true, sequence: false, bidirectional: false, window: 9, state: true, lengths: true, backSteps: 4), ref Unsafe.Add(ref work, 880 * rows), 16, accumulate: false, ref work);
    }
    if (wantsInput)
    {
        // da2 = dc₀
        RecurrentKernels.CellGradient(rows, new RecurrentSizes(RecurrentKind.LSTM, 9, 3, 5, bias: true, sequence: false, bidirectional: false, window: 9, state: true, lengths: true, backSteps: 4), ref Unsafe.Add(ref work, 880 * rows), 16, accumulate: true, ref work);
    }
    if (wantsInput)
    {
        // da1 = 0
        WholeNumbers.Gradient(rows, 1, ref Unsafe.Add(ref work, 864 * rows), 16);
    }

    // Layer 3 of 4 · back through series: Input [9, 3]
    // a3 = x[6..33]
    if (wantsInput)
    {
        DividedRows.Run(rows, 27, ref work, workers, [MethodImpl(MethodImplOptions.AggressiveOptimization)] static (int rows, int first, int end, ref float work) =>
        {
            for (int row = first; row < end; row++)
            {
                ref float da3 = ref Unsafe.Add(ref work, 832 * rows + row * 32);  // [27]
                ref float dx = ref Unsafe.Add(ref work, row * 48);  // [33]
                for (nuint j = 0; j < 27 - 27 % (nuint)Vector<float>.Count; j += (nuint)Vector<float>.Count)
                {
                    Vector.StoreUnsafe(Vector.LoadUnsafe(ref da3, j), ref dx, 6 + j);
                }
                for (nuint j = 27 - 27 % (nuint)Vector<float>.Count; j < 27; j++)
                {
                    Unsafe.Add(ref dx, 6 + j) = Unsafe.Add(ref da3, j);
                }
            }
        });
    }

    // Layer 2 of 4 · back through start: Input [5]
    // a2 = x[1..6]
    if (wantsInput)
    {
        DividedRows.Run(rows, 5, ref work, workers, [MethodImpl(MethodImplOptions.AggressiveOptimization)] static (int rows, int first, int end, ref float work) =>
        {
            for (int row = first; row < end; row++)
            {
                ref float da2 = ref Unsafe.Add(ref work, 880 * rows + row * 16);  // [5]
                ref float dx = ref Unsafe.Add(ref work, row * 48);  // [33]
                for (nuint j = 0; j < 5 - 5 % (nuint)Vector<float>.Count; j += (nuint)Vector<float>.Count)
                {
                    Vector.StoreUnsafe(Vector.LoadUnsafe(ref da2, j), ref dx, 1 + j);
                }
                for (nuint j = 5 - 5 % (nuint)Vector<float>.Count; j < 5; j++)
                {
                    Unsafe.Add(ref dx, 1 + j) = Unsafe.Add(ref da2, j);
                }
            }
        });
    }

    // Layer 1 of 4 · back through length: Input [1]
    // a1 = x[0..1]
    if (wantsInput)
    {
        DividedRows.Run(rows, 1, ref work, workers, [MethodImpl(MethodImplOptions.AggressiveOptimization)] static (int rows, int first, int end, ref float work) =>
        {
            for (int row = first; row < end; row++)
            {
                ref float da1 = ref Unsafe.Add(ref work, 864 * rows + row * 16);  // [1]
                ref float dx = ref Unsafe.Add(ref work, row * 48);  // [33]
                for (nuint j = 0; j < 1 - 1 % (nuint)Vector<float>.Count; j += (nuint)Vector<float>.Count)
                {
                    Vector.StoreUnsafe(Vector.LoadUnsafe(ref da1, j), ref dx, j);
                }
                for (nuint j = 1 - 1 % (nuint)Vector<float>.Count; j < 1; j++)
                {
                    Unsafe.Add(ref dx, j) = Unsafe.Add(ref da1, j);
                }
            }
        });
    }

    if (wantsInput)
    {
        for (int row = 0; row < rows; row++)
        {
            ref float dx = ref Unsafe.Add(ref work, row * 48);  // [33]
            ref float asked = ref Unsafe.Add(ref inputGradient, row * 33);  // [33]
            for (nuint j = 0; j < 33 - 33 % (nuint)Vector<float>.Count; j += (nuint)Vector<float>.Count)
            {
                Vector.StoreUnsafe(Vector.LoadUnsafe(ref dx, j), ref asked, j);
            }
            for (nuint j = 33 - 33 % (nuint)Vector<float>.Count; j < 33; j++)
            {
                Unsafe.Add(ref asked, j) = Unsafe.Add(ref dx, j);
            }
        }
    }
}
