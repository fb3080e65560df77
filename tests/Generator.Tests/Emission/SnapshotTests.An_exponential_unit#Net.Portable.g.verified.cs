[MethodImpl(MethodImplOptions.AggressiveOptimization)]
public static void Predict(ref float parameters, ref float inputs, ref float outputs, ref float work)
{
    // Layer 1 of 1 · Dense1: Dense 20 → 9, ELU 1
    // a1 = elu(W1·x + b1)
    {
        ref float x = ref inputs;  // [20]
        ref float a1 = ref work;  // [9]
        ref float W1 = ref parameters;  // panels [1][20][16]
        ref float b1 = ref Unsafe.Add(ref parameters, 320);  // [9]
        for (nuint c = 0; c < 9; c += (nuint)Vector<float>.Count)
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
            s0 = ((s0 + s1) + (s2 + s3)) + ((s4 + s5) + (s6 + s7));
            Vector.StoreUnsafe(new ELUActivation(1f, 1f).Apply(s0), ref a1, c);
        }
    }

    {
        ref float a1 = ref work;  // [9]
        ref float y = ref outputs;  // [9]
        for (nuint j = 0; j < 9 - 9 % (nuint)Vector<float>.Count; j += (nuint)Vector<float>.Count)
        {
            Vector.StoreUnsafe(Vector.LoadUnsafe(ref a1, j), ref y, j);
        }
        for (nuint j = 9 - 9 % (nuint)Vector<float>.Count; j < 9; j++)
        {
            Unsafe.Add(ref y, j) = Unsafe.Add(ref a1, j);
        }
    }
}

[MethodImpl(MethodImplOptions.AggressiveOptimization)]
public static void TrainForward(int rows, ref float parameters, ref float inputs, ref float work, Workers? workers)
{
    // Layer 1 of 1 · Dense1: Dense 20 → 9, ELU 1
    // a1 = elu(W1·x + b1)
    DividedKernels.Forward(
        rows, 20, 9,
        ref inputs, 20,
        ref parameters, ref Unsafe.Add(ref parameters, 320),
        ref Unsafe.Add(ref work, 32 * rows), 16, new ELUActivation(1f, 1f), workers);
}

[MethodImpl(MethodImplOptions.AggressiveOptimization)]
public static void TrainBackward(int rows, ref float parameters, ref float inputs, ref float work, ref float transposed, ref float gradient, ref float inputGradient, bool wantsInput, Workers? workers)
{
    // Layer 1 of 1 · back through Dense1: Dense 20 → 9, ELU 1
    // a1 = elu(W1·x + b1)
    // da1 becomes the gradient before the activation
    DividedRows.Run(rows, 9, ref work, workers, [MethodImpl(MethodImplOptions.AggressiveOptimization)] static (int rows, int first, int end, ref float work) =>
    {
        for (int row = first; row < end; row++)
        {
            ref float a1 = ref Unsafe.Add(ref work, 32 * rows + row * 16);  // [9]
            ref float da1 = ref Unsafe.Add(ref work, 48 * rows + row * 16);  // [9]
            for (nuint j = 0; j < 16; j += (nuint)Vector<float>.Count)
            {
                Vector.StoreUnsafe(Vector.LoadUnsafe(ref da1, j) * Vector.ConditionalSelect(Vector.GreaterThan(Vector.LoadUnsafe(ref a1, j), Vector<float>.Zero), Vector.Create(1f), Vector.LoadUnsafe(ref a1, j) + Vector.Create(1f)), ref da1, j);
            }
        }
    });
    // dW1 = Σ da1·xᵀ, db1 = Σ da1
    DividedKernels.ParameterGradient(
        rows, 20, 9, ref inputs, 20,
        ref Unsafe.Add(ref work, 48 * rows), 16, ref gradient, ref Unsafe.Add(ref gradient, 320), workers);
    if (wantsInput)
    {
        // dx = W1ᵀ·da1
        DividedKernels.InputGradient(
            rows, 20, 9, ref Unsafe.Add(ref work, 48 * rows), 16, ref parameters, ref transposed,
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
