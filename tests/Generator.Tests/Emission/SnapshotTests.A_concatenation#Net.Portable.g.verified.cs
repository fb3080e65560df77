[MethodImpl(MethodImplOptions.AggressiveOptimization)]
public static void Predict(ref float parameters, ref float inputs, ref float outputs, ref float work)
{
    // Layer 1 of 5 · left: Dense 20 → 6
    // a1 = W1·x + b1
    {
        ref float x = ref inputs;  // [20]
        ref float a1 = ref Unsafe.Add(ref work, 32);  // [6]
        ref float W1 = ref parameters;  // panels [1][20][16]
        ref float b1 = ref Unsafe.Add(ref parameters, 320);  // [6]
        for (nuint c = 0; c < 6; c += (nuint)Vector<float>.Count)
        {
            Vector<float> s0 = Vector.LoadUnsafe(ref b1, c);
            Vector<float> s1 = Vector<float>.Zero;
            Vector<float> s2 = Vector<float>.Zero;
            Vector<float> s3 = Vector<float>.Zero;
            Vector<float> s4 = Vector<float>.Zero;
            Vector<float> s5 = Vector<float>.Zero;
            Vector<float> s6 = Vector<float>.Zero;
            Vector<float> s7 = Vector<float>.Zero;
            for (nuint k = 0; k < 16; k += 8)
            {
                s0 = Vector.MultiplyAddEstimate(Vector.Create(Unsafe.Add(ref x, k)), Vector.LoadUnsafe(ref W1, k * 16 + c), s0);
                s1 = Vector.MultiplyAddEstimate(Vector.Create(Unsafe.Add(ref x, k + 1)), Vector.LoadUnsafe(ref W1, k * 16 + c + 16), s1);
                s2 = Vector.MultiplyAddEstimate(Vector.Create(Unsafe.Add(ref x, k + 2)), Vector.LoadUnsafe(ref W1, k * 16 + c + 32), s2);
                s3 = Vector.MultiplyAddEstimate(Vector.Create(Unsafe.Add(ref x, k + 3)), Vector.LoadUnsafe(ref W1, k * 16 + c + 48), s3);
                s4 = Vector.MultiplyAddEstimate(Vector.Create(Unsafe.Add(ref x, k + 4)), Vector.LoadUnsafe(ref W1, k * 16 + c + 64), s4);
                s5 = Vector.MultiplyAddEstimate(Vector.Create(Unsafe.Add(ref x, k + 5)), Vector.LoadUnsafe(ref W1, k * 16 + c + 80), s5);
                s6 = Vector.MultiplyAddEstimate(Vector.Create(Unsafe.Add(ref x, k + 6)), Vector.LoadUnsafe(ref W1, k * 16 + c + 96), s6);
                s7 = Vector.MultiplyAddEstimate(Vector.Create(Unsafe.Add(ref x, k + 7)), Vector.LoadUnsafe(ref W1, k * 16 + c + 112), s7);
            }
            s0 = Vector.MultiplyAddEstimate(Vector.Create(Unsafe.Add(ref x, 16)), Vector.LoadUnsafe(ref W1, c + 256), s0);
            s1 = Vector.MultiplyAddEstimate(Vector.Create(Unsafe.Add(ref x, 17)), Vector.LoadUnsafe(ref W1, c + 272), s1);
            s2 = Vector.MultiplyAddEstimate(Vector.Create(Unsafe.Add(ref x, 18)), Vector.LoadUnsafe(ref W1, c + 288), s2);
            s3 = Vector.MultiplyAddEstimate(Vector.Create(Unsafe.Add(ref x, 19)), Vector.LoadUnsafe(ref W1, c + 304), s3);
            Vector.StoreUnsafe(((s0 + s1) + (s2 + s3)) + ((s4 + s5) + (s6 + s7)), ref a1, c);
        }
    }

    // Layer 3 of 5 · Dense2: Dense 6 → 10
    // a3 = W3·a1 + b3
    {
        ref float a1 = ref Unsafe.Add(ref work, 32);  // [6]
        ref float a3 = ref Unsafe.Add(ref work, 48);  // [10]
        ref float W3 = ref Unsafe.Add(ref parameters, 336);  // panels [1][6][16]
        ref float b3 = ref Unsafe.Add(ref parameters, 432);  // [10]
        for (nuint c = 0; c < 10; c += (nuint)Vector<float>.Count)
        {
            Vector<float> s0 = Vector.LoadUnsafe(ref b3, c);
            Vector<float> s1 = Vector<float>.Zero;
            Vector<float> s2 = Vector<float>.Zero;
            Vector<float> s3 = Vector<float>.Zero;
            Vector<float> s4 = Vector<float>.Zero;
            Vector<float> s5 = Vector<float>.Zero;
            s0 = Vector.MultiplyAddEstimate(Vector.Create(Unsafe.Add(ref a1, 0)), Vector.LoadUnsafe(ref W3, c), s0);
            s1 = Vector.MultiplyAddEstimate(Vector.Create(Unsafe.Add(ref a1, 1)), Vector.LoadUnsafe(ref W3, c + 16), s1);
            s2 = Vector.MultiplyAddEstimate(Vector.Create(Unsafe.Add(ref a1, 2)), Vector.LoadUnsafe(ref W3, c + 32), s2);
            s3 = Vector.MultiplyAddEstimate(Vector.Create(Unsafe.Add(ref a1, 3)), Vector.LoadUnsafe(ref W3, c + 48), s3);
            s4 = Vector.MultiplyAddEstimate(Vector.Create(Unsafe.Add(ref a1, 4)), Vector.LoadUnsafe(ref W3, c + 64), s4);
            s5 = Vector.MultiplyAddEstimate(Vector.Create(Unsafe.Add(ref a1, 5)), Vector.LoadUnsafe(ref W3, c + 80), s5);
            Vector.StoreUnsafe(((s0 + s1) + s2) + ((s3 + s4) + s5), ref a3, c);
        }
    }

    // Layer 5 of 5 · Concat1: Concat 3 along axis 1
    // a5 = [a3; a1; a3]
    {
        ref float a3 = ref Unsafe.Add(ref work, 48);  // [10]
        ref float a1 = ref Unsafe.Add(ref work, 32);  // [6]
        ref float a5 = ref work;  // [26]
        for (nuint j = 16; j < 32; j += (nuint)Vector<float>.Count)
        {
            Vector.StoreUnsafe(Vector<float>.Zero, ref a5, j);
        }
        for (nuint run = 0; run < 2; run++)
        {
            for (nuint j = 0; j < 5 - 5 % (nuint)Vector<float>.Count; j += (nuint)Vector<float>.Count)
            {
                Vector.StoreUnsafe(Vector.LoadUnsafe(ref a3, run * 5 + j), ref a5, run * 13 + j);
            }
            for (nuint j = 5 - 5 % (nuint)Vector<float>.Count; j < 5; j++)
            {
                Unsafe.Add(ref a5, run * 13 + j) = Unsafe.Add(ref a3, run * 5 + j);
            }
        }
        for (nuint run = 0; run < 2; run++)
        {
            for (nuint j = 0; j < 3 - 3 % (nuint)Vector<float>.Count; j += (nuint)Vector<float>.Count)
            {
                Vector.StoreUnsafe(Vector.LoadUnsafe(ref a1, run * 3 + j), ref a5, run * 13 + 5 + j);
            }
            for (nuint j = 3 - 3 % (nuint)Vector<float>.Count; j < 3; j++)
            {
                Unsafe.Add(ref a5, run * 13 + 5 + j) = Unsafe.Add(ref a1, run * 3 + j);
            }
        }
        for (nuint run = 0; run < 2; run++)
        {
            for (nuint j = 0; j < 5 - 5 % (nuint)Vector<float>.Count; j += (nuint)Vector<float>.Count)
            {
                Vector.StoreUnsafe(Vector.LoadUnsafe(ref a3, run * 5 + j), ref a5, run * 13 + 8 + j);
            }
            for (nuint j = 5 - 5 % (nuint)Vector<float>.Count; j < 5; j++)
            {
                Unsafe.Add(ref a5, run * 13 + 8 + j) = Unsafe.Add(ref a3, run * 5 + j);
            }
        }
    }

    {
        ref float a5 = ref work;  // [26]
        ref float y = ref outputs;  // [26]
        for (nuint j = 0; j < 26 - 26 % (nuint)Vector<float>.Count; j += (nuint)Vector<float>.Count)
        {
            Vector.StoreUnsafe(Vector.LoadUnsafe(ref a5, j), ref y, j);
        }
        for (nuint j = 26 - 26 % (nuint)Vector<float>.Count; j < 26; j++)
        {
            Unsafe.Add(ref y, j) = Unsafe.Add(ref a5, j);
        }
    }
}

[MethodImpl(MethodImplOptions.AggressiveOptimization)]
public static void TrainBackward(int rows, ref float parameters, ref float inputs, ref float work, ref float transposed, ref float gradient, ref float inputGradient, bool wantsInput, Workers? workers)
{
    // Layer 5 of 5 · back through Concat1: Concat 3 along axis 1
    // a5 = [a3; a1; a3]
    DividedRows.Run(rows, 10, ref work, workers, [MethodImpl(MethodImplOptions.AggressiveOptimization)] static (int rows, int first, int end, ref float work) =>
    {
        for (int row = first; row < end; row++)
        {
            ref float da5 = ref Unsafe.Add(ref work, 32 * rows + row * 32);  // [26]
            ref float da3 = ref Unsafe.Add(ref work, row * 16);  // [10]
            for (nuint j = 0; j < 16; j += (nuint)Vector<float>.Count)
            {
                Vector.StoreUnsafe(Vector<float>.Zero, ref da3, j);
            }
            for (nuint run = 0; run < 2; run++)
            {
                for (nuint j = 0; j < 5 - 5 % (nuint)Vector<float>.Count; j += (nuint)Vector<float>.Count)
                {
                    Vector.StoreUnsafe(Vector.LoadUnsafe(ref da5, run * 13 + j), ref da3, run * 5 + j);
                }
                for (nuint j = 5 - 5 % (nuint)Vector<float>.Count; j < 5; j++)
                {
                    Unsafe.Add(ref da3, run * 5 + j) = Unsafe.Add(ref da5, run * 13 + j);
                }
            }
        }
    });
    DividedRows.Run(rows, 6, ref work, workers, [MethodImpl(MethodImplOptions.AggressiveOptimization)] static (int rows, int first, int end, ref float work) =>
    {
        for (int row = first; row < end; row++)
        {
            ref float da5 = ref Unsafe.Add(ref work, 32 * rows + row * 32);  // [26]
            ref float da1 = ref Unsafe.Add(ref work, 80 * rows + row * 16);  // [6]
            for (nuint j = 0; j < 16; j += (nuint)Vector<float>.Count)
            {
                Vector.StoreUnsafe(Vector<float>.Zero, ref da1, j);
            }
            for (nuint run = 0; run < 2; run++)
            {
                for (nuint j = 0; j < 3 - 3 % (nuint)Vector<float>.Count; j += (nuint)Vector<float>.Count)
                {
                    Vector.StoreUnsafe(Vector.LoadUnsafe(ref da5, run * 13 + 5 + j), ref da1, run * 3 + j);
                }
                for (nuint j = 3 - 3 % (nuint)Vector<float>.Count; j < 3; j++)
                {
                    Unsafe.Add(ref da1, run * 3 + j) = Unsafe.Add(ref da5, run * 13 + 5 + j);
                }
            }
        }
    });
    DividedRows.Run(rows, 10, ref work, workers, [MethodImpl(MethodImplOptions.AggressiveOptimization)] static (int rows, int first, int end, ref float work) =>
    {
        for (int row = first; row < end; row++)
        {
            ref float da5 = ref Unsafe.Add(ref work, 32 * rows + row * 32);  // [26]
            ref float da3 = ref Unsafe.Add(ref work, row * 16);  // [10]
            for (nuint run = 0; run < 2; run++)
            {
                for (nuint j = 0; j < 5 - 5 % (nuint)Vector<float>.Count; j += (nuint)Vector<float>.Count)
                {
                    Vector.StoreUnsafe(Vector.LoadUnsafe(ref da3, run * 5 + j) + Vector.LoadUnsafe(ref da5, run * 13 + 8 + j), ref da3, run * 5 + j);
                }
                for (nuint j = 5 - 5 % (nuint)Vector<float>.Count; j < 5; j++)
                {
                    Unsafe.Add(ref da3, run * 5 + j) += Unsafe.Add(ref da5, run * 13 + 8 + j);
                }
            }
        }
    });

    // Layer 3 of 5 · back through Dense2: Dense 6 → 10
    // a3 = W3·a1 + b3
    // dW3 = Σ da3·a1ᵀ, db3 = Σ da3
    DividedKernels.ParameterGradient(
        rows, 6, 10, ref Unsafe.Add(ref work, 64 * rows), 16,
        ref work, 16, ref Unsafe.Add(ref gradient, 336), ref Unsafe.Add(ref gradient, 432), workers);
    // da1 = W3ᵀ·da3
    DividedKernels.InputGradient(
        rows, 6, 10, ref work, 16, ref Unsafe.Add(ref parameters, 336), ref transposed,
        ref Unsafe.Add(ref work, 80 * rows), 16, accumulate: true, workers);

    // Layer 1 of 5 · back through left: Dense 20 → 6
    // a1 = W1·x + b1
    // dW1 = Σ da1·xᵀ, db1 = Σ da1
    DividedKernels.ParameterGradient(
        rows, 20, 6, ref inputs, 20,
        ref Unsafe.Add(ref work, 80 * rows), 16, ref gradient, ref Unsafe.Add(ref gradient, 320), workers);
    if (wantsInput)
    {
        // dx = W1ᵀ·da1
        DividedKernels.InputGradient(
            rows, 20, 6, ref Unsafe.Add(ref work, 80 * rows), 16, ref parameters, ref transposed,
            ref work, 32, accumulate: false, workers);
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
