[MethodImpl(MethodImplOptions.AggressiveOptimization)]
public static void Predict(ref float parameters, ref float inputs, ref float outputs, ref float work)
{
    // Layer 1 of 3 · left: Dense 20 → 20
    // a1 = W1·x + b1
    {
        ref float x = ref inputs;  // [20]
        ref float a1 = ref work;  // [20]
        ref float W1 = ref parameters;  // panels [1][20][32]
        ref float b1 = ref Unsafe.Add(ref parameters, 640);  // [20]
        for (nuint c = 0; c < 20; c += (nuint)Vector<float>.Count)
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
                s0 = Vector.MultiplyAddEstimate(Vector.Create(Unsafe.Add(ref x, k)), Vector.LoadUnsafe(ref W1, k * 32 + c), s0);
                s1 = Vector.MultiplyAddEstimate(Vector.Create(Unsafe.Add(ref x, k + 1)), Vector.LoadUnsafe(ref W1, k * 32 + c + 32), s1);
                s2 = Vector.MultiplyAddEstimate(Vector.Create(Unsafe.Add(ref x, k + 2)), Vector.LoadUnsafe(ref W1, k * 32 + c + 64), s2);
                s3 = Vector.MultiplyAddEstimate(Vector.Create(Unsafe.Add(ref x, k + 3)), Vector.LoadUnsafe(ref W1, k * 32 + c + 96), s3);
                s4 = Vector.MultiplyAddEstimate(Vector.Create(Unsafe.Add(ref x, k + 4)), Vector.LoadUnsafe(ref W1, k * 32 + c + 128), s4);
                s5 = Vector.MultiplyAddEstimate(Vector.Create(Unsafe.Add(ref x, k + 5)), Vector.LoadUnsafe(ref W1, k * 32 + c + 160), s5);
                s6 = Vector.MultiplyAddEstimate(Vector.Create(Unsafe.Add(ref x, k + 6)), Vector.LoadUnsafe(ref W1, k * 32 + c + 192), s6);
                s7 = Vector.MultiplyAddEstimate(Vector.Create(Unsafe.Add(ref x, k + 7)), Vector.LoadUnsafe(ref W1, k * 32 + c + 224), s7);
            }
            s0 = Vector.MultiplyAddEstimate(Vector.Create(Unsafe.Add(ref x, 16)), Vector.LoadUnsafe(ref W1, c + 512), s0);
            s1 = Vector.MultiplyAddEstimate(Vector.Create(Unsafe.Add(ref x, 17)), Vector.LoadUnsafe(ref W1, c + 544), s1);
            s2 = Vector.MultiplyAddEstimate(Vector.Create(Unsafe.Add(ref x, 18)), Vector.LoadUnsafe(ref W1, c + 576), s2);
            s3 = Vector.MultiplyAddEstimate(Vector.Create(Unsafe.Add(ref x, 19)), Vector.LoadUnsafe(ref W1, c + 608), s3);
            Vector.StoreUnsafe(((s0 + s1) + (s2 + s3)) + ((s4 + s5) + (s6 + s7)), ref a1, c);
        }
    }

    // Layer 2 of 3 · right: Dense 20 → 20
    // a2 = W2·a1 + b2
    {
        ref float a1 = ref work;  // [20]
        ref float a2 = ref Unsafe.Add(ref work, 32);  // [20]
        ref float W2 = ref Unsafe.Add(ref parameters, 672);  // panels [1][20][32]
        ref float b2 = ref Unsafe.Add(ref parameters, 1312);  // [20]
        for (nuint c = 0; c < 20; c += (nuint)Vector<float>.Count)
        {
            Vector<float> s0 = Vector.LoadUnsafe(ref b2, c);
            Vector<float> s1 = Vector<float>.Zero;
            Vector<float> s2 = Vector<float>.Zero;
            Vector<float> s3 = Vector<float>.Zero;
            Vector<float> s4 = Vector<float>.Zero;
            Vector<float> s5 = Vector<float>.Zero;
            Vector<float> s6 = Vector<float>.Zero;
            Vector<float> s7 = Vector<float>.Zero;
            for (nuint k = 0; k < 16; k += 8)
            {
                s0 = Vector.MultiplyAddEstimate(Vector.Create(Unsafe.Add(ref a1, k)), Vector.LoadUnsafe(ref W2, k * 32 + c), s0);
                s1 = Vector.MultiplyAddEstimate(Vector.Create(Unsafe.Add(ref a1, k + 1)), Vector.LoadUnsafe(ref W2, k * 32 + c + 32), s1);
                s2 = Vector.MultiplyAddEstimate(Vector.Create(Unsafe.Add(ref a1, k + 2)), Vector.LoadUnsafe(ref W2, k * 32 + c + 64), s2);
                s3 = Vector.MultiplyAddEstimate(Vector.Create(Unsafe.Add(ref a1, k + 3)), Vector.LoadUnsafe(ref W2, k * 32 + c + 96), s3);
                s4 = Vector.MultiplyAddEstimate(Vector.Create(Unsafe.Add(ref a1, k + 4)), Vector.LoadUnsafe(ref W2, k * 32 + c + 128), s4);
                s5 = Vector.MultiplyAddEstimate(Vector.Create(Unsafe.Add(ref a1, k + 5)), Vector.LoadUnsafe(ref W2, k * 32 + c + 160), s5);
                s6 = Vector.MultiplyAddEstimate(Vector.Create(Unsafe.Add(ref a1, k + 6)), Vector.LoadUnsafe(ref W2, k * 32 + c + 192), s6);
                s7 = Vector.MultiplyAddEstimate(Vector.Create(Unsafe.Add(ref a1, k + 7)), Vector.LoadUnsafe(ref W2, k * 32 + c + 224), s7);
            }
            s0 = Vector.MultiplyAddEstimate(Vector.Create(Unsafe.Add(ref a1, 16)), Vector.LoadUnsafe(ref W2, c + 512), s0);
            s1 = Vector.MultiplyAddEstimate(Vector.Create(Unsafe.Add(ref a1, 17)), Vector.LoadUnsafe(ref W2, c + 544), s1);
            s2 = Vector.MultiplyAddEstimate(Vector.Create(Unsafe.Add(ref a1, 18)), Vector.LoadUnsafe(ref W2, c + 576), s2);
            s3 = Vector.MultiplyAddEstimate(Vector.Create(Unsafe.Add(ref a1, 19)), Vector.LoadUnsafe(ref W2, c + 608), s3);
            Vector.StoreUnsafe(((s0 + s1) + (s2 + s3)) + ((s4 + s5) + (s6 + s7)), ref a2, c);
        }
    }

    // Layer 3 of 3 · Multiply1: Multiply
    // a3 = a2 ⊙ a1
    {
        ref float a2 = ref Unsafe.Add(ref work, 32);  // [20]
        ref float a1 = ref work;  // [20]
        ref float a3 = ref Unsafe.Add(ref work, 64);  // [20]
        for (nuint j = 0; j < 20; j += (nuint)Vector<float>.Count)
        {
            Vector.StoreUnsafe(Vector.LoadUnsafe(ref a2, j) * Vector.LoadUnsafe(ref a1, j), ref a3, j);
        }
    }

    {
        ref float a3 = ref Unsafe.Add(ref work, 64);  // [20]
        ref float y = ref outputs;  // [20]
        for (nuint j = 0; j < 20 - 20 % (nuint)Vector<float>.Count; j += (nuint)Vector<float>.Count)
        {
            Vector.StoreUnsafe(Vector.LoadUnsafe(ref a3, j), ref y, j);
        }
        for (nuint j = 20 - 20 % (nuint)Vector<float>.Count; j < 20; j++)
        {
            Unsafe.Add(ref y, j) = Unsafe.Add(ref a3, j);
        }
    }
}

[MethodImpl(MethodImplOptions.AggressiveOptimization)]
public static void TrainBackward(int rows, ref float parameters, ref float inputs, ref float work, ref float transposed, ref float gradient, ref float inputGradient, bool wantsInput, Workers? workers)
{
    // Layer 3 of 3 · back through Multiply1: Multiply
    // a3 = a2 ⊙ a1
    DividedRows.Run(rows, 20, ref work, workers, [MethodImpl(MethodImplOptions.AggressiveOptimization)] static (int rows, int first, int end, ref float work) =>
    {
        for (int row = first; row < end; row++)
        {
            ref float a1 = ref Unsafe.Add(ref work, row * 32);  // [20]
            ref float da3 = ref Unsafe.Add(ref work, 128 * rows + row * 32);  // [20]
            ref float da2 = ref Unsafe.Add(ref work, 96 * rows + row * 32);  // [20]
            for (nuint j = 0; j < 32; j += (nuint)Vector<float>.Count)
            {
                Vector.StoreUnsafe(Vector.LoadUnsafe(ref da3, j) * Vector.LoadUnsafe(ref a1, j), ref da2, j);
            }
        }
    });
    DividedRows.Run(rows, 20, ref work, workers, [MethodImpl(MethodImplOptions.AggressiveOptimization)] static (int rows, int first, int end, ref float work) =>
    {
        for (int row = first; row < end; row++)
        {
            ref float a2 = ref Unsafe.Add(ref work, 64 * rows + row * 32);  // [20]
            ref float da3 = ref Unsafe.Add(ref work, 128 * rows + row * 32);  // [20]
            ref float da1 = ref Unsafe.Add(ref work, 32 * rows + row * 32);  // [20]
            for (nuint j = 0; j < 32; j += (nuint)Vector<float>.Count)
            {
                Vector.StoreUnsafe(Vector.LoadUnsafe(ref da3, j) * Vector.LoadUnsafe(ref a2, j), ref da1, j);
            }
        }
    });

    // Layer 2 of 3 · back through right: Dense 20 → 20
    // a2 = W2·a1 + b2
    // dW2 = Σ da2·a1ᵀ, db2 = Σ da2
    DividedKernels.ParameterGradient(
        rows, 20, 20, ref work, 32,
        ref Unsafe.Add(ref work, 96 * rows), 32, ref Unsafe.Add(ref gradient, 672), ref Unsafe.Add(ref gradient, 1312), workers);
    // da1 = W2ᵀ·da2
    DividedKernels.InputGradient(
        rows, 20, 20, ref Unsafe.Add(ref work, 96 * rows), 32, ref Unsafe.Add(ref parameters, 672), ref transposed,
        ref Unsafe.Add(ref work, 32 * rows), 32, accumulate: true, workers);

    // Layer 1 of 3 · back through left: Dense 20 → 20
    // a1 = W1·x + b1
    // dW1 = Σ da1·xᵀ, db1 = Σ da1
    DividedKernels.ParameterGradient(
        rows, 20, 20, ref inputs, 20,
        ref Unsafe.Add(ref work, 32 * rows), 32, ref gradient, ref Unsafe.Add(ref gradient, 640), workers);
    if (wantsInput)
    {
        // dx = W1ᵀ·da1
        DividedKernels.InputGradient(
            rows, 20, 20, ref Unsafe.Add(ref work, 32 * rows), 32, ref parameters, ref transposed,
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
