[MethodImpl(MethodImplOptions.AggressiveOptimization)]
public static void Predict(ref float parameters, ref float inputs, ref float outputs, ref float work)
{
    // Layer 1 of 4 · table: Input [3]
    // a1 = x[0..3]
    {
        ref float x = ref inputs;  // [20]
        ref float a1 = ref Unsafe.Add(ref work, 64);  // [3]
        for (nuint j = 0; j < 16; j += (nuint)Vector<float>.Count)
        {
            Vector.StoreUnsafe(Vector<float>.Zero, ref a1, j);
        }
        for (nuint j = 0; j < 3 - 3 % (nuint)Vector<float>.Count; j += (nuint)Vector<float>.Count)
        {
            Vector.StoreUnsafe(Vector.LoadUnsafe(ref x, j), ref a1, j);
        }
        for (nuint j = 3 - 3 % (nuint)Vector<float>.Count; j < 3; j++)
        {
            Unsafe.Add(ref a1, j) = Unsafe.Add(ref x, j);
        }
    }

    // Layer 2 of 4 · series: Input [17]
    // a2 = x[3..20]
    {
        ref float x = ref inputs;  // [20]
        ref float a2 = ref work;  // [17]
        for (nuint j = 16; j < 32; j += (nuint)Vector<float>.Count)
        {
            Vector.StoreUnsafe(Vector<float>.Zero, ref a2, j);
        }
        for (nuint j = 0; j < 17 - 17 % (nuint)Vector<float>.Count; j += (nuint)Vector<float>.Count)
        {
            Vector.StoreUnsafe(Vector.LoadUnsafe(ref x, 3 + j), ref a2, j);
        }
        for (nuint j = 17 - 17 % (nuint)Vector<float>.Count; j < 17; j++)
        {
            Unsafe.Add(ref a2, j) = Unsafe.Add(ref x, 3 + j);
        }
    }

    // Layer 3 of 4 · Concat1: Concat 2 along axis 0
    // a3 = [a2; a1]
    {
        ref float a2 = ref work;  // [17]
        ref float a1 = ref Unsafe.Add(ref work, 64);  // [3]
        ref float a3 = ref Unsafe.Add(ref work, 32);  // [20]
        for (nuint j = 16; j < 32; j += (nuint)Vector<float>.Count)
        {
            Vector.StoreUnsafe(Vector<float>.Zero, ref a3, j);
        }
        for (nuint j = 0; j < 17 - 17 % (nuint)Vector<float>.Count; j += (nuint)Vector<float>.Count)
        {
            Vector.StoreUnsafe(Vector.LoadUnsafe(ref a2, j), ref a3, j);
        }
        for (nuint j = 17 - 17 % (nuint)Vector<float>.Count; j < 17; j++)
        {
            Unsafe.Add(ref a3, j) = Unsafe.Add(ref a2, j);
        }
        for (nuint j = 0; j < 3 - 3 % (nuint)Vector<float>.Count; j += (nuint)Vector<float>.Count)
        {
            Vector.StoreUnsafe(Vector.LoadUnsafe(ref a1, j), ref a3, 17 + j);
        }
        for (nuint j = 3 - 3 % (nuint)Vector<float>.Count; j < 3; j++)
        {
            Unsafe.Add(ref a3, 17 + j) = Unsafe.Add(ref a1, j);
        }
    }

    // Layer 4 of 4 · Dense1: Dense 20 → 2
    // a4 = W4·a3 + b4
    {
        ref float a3 = ref Unsafe.Add(ref work, 32);  // [20]
        ref float a4 = ref work;  // [2]
        ref float W4 = ref parameters;  // panels [1][20][16]
        ref float b4 = ref Unsafe.Add(ref parameters, 320);  // [2]
        {
            Vector<float> s0 = Vector.LoadUnsafe(ref b4, 0);
            Vector<float> s1 = Vector<float>.Zero;
            Vector<float> s2 = Vector<float>.Zero;
            Vector<float> s3 = Vector<float>.Zero;
            Vector<float> s4 = Vector<float>.Zero;
            Vector<float> s5 = Vector<float>.Zero;
            Vector<float> s6 = Vector<float>.Zero;
            Vector<float> s7 = Vector<float>.Zero;
            for (nuint k = 0; k < 16; k += 8)
            {
                s0 = Vector.MultiplyAddEstimate(Vector.Create(Unsafe.Add(ref a3, k)), Vector.LoadUnsafe(ref W4, k * 16), s0);
                s1 = Vector.MultiplyAddEstimate(Vector.Create(Unsafe.Add(ref a3, k + 1)), Vector.LoadUnsafe(ref W4, k * 16 + 16), s1);
                s2 = Vector.MultiplyAddEstimate(Vector.Create(Unsafe.Add(ref a3, k + 2)), Vector.LoadUnsafe(ref W4, k * 16 + 32), s2);
                s3 = Vector.MultiplyAddEstimate(Vector.Create(Unsafe.Add(ref a3, k + 3)), Vector.LoadUnsafe(ref W4, k * 16 + 48), s3);
                s4 = Vector.MultiplyAddEstimate(Vector.Create(Unsafe.Add(ref a3, k + 4)), Vector.LoadUnsafe(ref W4, k * 16 + 64), s4);
                s5 = Vector.MultiplyAddEstimate(Vector.Create(Unsafe.Add(ref a3, k + 5)), Vector.LoadUnsafe(ref W4, k * 16 + 80), s5);
                s6 = Vector.MultiplyAddEstimate(Vector.Create(Unsafe.Add(ref a3, k + 6)), Vector.LoadUnsafe(ref W4, k * 16 + 96), s6);
                s7 = Vector.MultiplyAddEstimate(Vector.Create(Unsafe.Add(ref a3, k + 7)), Vector.LoadUnsafe(ref W4, k * 16 + 112), s7);
            }
            s0 = Vector.MultiplyAddEstimate(Vector.Create(Unsafe.Add(ref a3, 16)), Vector.LoadUnsafe(ref W4, 256), s0);
            s1 = Vector.MultiplyAddEstimate(Vector.Create(Unsafe.Add(ref a3, 17)), Vector.LoadUnsafe(ref W4, 272), s1);
            s2 = Vector.MultiplyAddEstimate(Vector.Create(Unsafe.Add(ref a3, 18)), Vector.LoadUnsafe(ref W4, 288), s2);
            s3 = Vector.MultiplyAddEstimate(Vector.Create(Unsafe.Add(ref a3, 19)), Vector.LoadUnsafe(ref W4, 304), s3);
            Vector.StoreUnsafe(((s0 + s1) + (s2 + s3)) + ((s4 + s5) + (s6 + s7)), ref a4, 0);
        }
    }

    {
        ref float a4 = ref work;  // [2]
        ref float y = ref outputs;  // [2]
        for (nuint j = 0; j < 2 - 2 % (nuint)Vector<float>.Count; j += (nuint)Vector<float>.Count)
        {
            Vector.StoreUnsafe(Vector.LoadUnsafe(ref a4, j), ref y, j);
        }
        for (nuint j = 2 - 2 % (nuint)Vector<float>.Count; j < 2; j++)
        {
            Unsafe.Add(ref y, j) = Unsafe.Add(ref a4, j);
        }
    }
}

[MethodImpl(MethodImplOptions.AggressiveOptimization)]
public static void PredictRows(int rows, ref float parameters, ref float inputs, ref float outputs, ref float work)
{
    // Layer 1 of 4 · table: Input [3]
    // a1 = x[0..3]
    for (int row = 0; row < rows; row++)
    {
        ref float x = ref Unsafe.Add(ref inputs, row * 20);  // [20]
        ref float a1 = ref Unsafe.Add(ref work, 64 * rows + row * 16);  // [3]
        for (nuint j = 0; j < 16; j += (nuint)Vector<float>.Count)
        {
            Vector.StoreUnsafe(Vector<float>.Zero, ref a1, j);
        }
        for (nuint j = 0; j < 3 - 3 % (nuint)Vector<float>.Count; j += (nuint)Vector<float>.Count)
        {
            Vector.StoreUnsafe(Vector.LoadUnsafe(ref x, j), ref a1, j);
        }
        for (nuint j = 3 - 3 % (nuint)Vector<float>.Count; j < 3; j++)
        {
            Unsafe.Add(ref a1, j) = Unsafe.Add(ref x, j);
        }
    }

    // Layer 2 of 4 · series: Input [17]
    // a2 = x[3..20]
    for (int row = 0; row < rows; row++)
    {
        ref float x = ref Unsafe.Add(ref inputs, row * 20);  // [20]
        ref float a2 = ref Unsafe.Add(ref work, row * 32);  // [17]
        for (nuint j = 16; j < 32; j += (nuint)Vector<float>.Count)
        {
            Vector.StoreUnsafe(Vector<float>.Zero, ref a2, j);
        }
        for (nuint j = 0; j < 17 - 17 % (nuint)Vector<float>.Count; j += (nuint)Vector<float>.Count)
        {
            Vector.StoreUnsafe(Vector.LoadUnsafe(ref x, 3 + j), ref a2, j);
        }
        for (nuint j = 17 - 17 % (nuint)Vector<float>.Count; j < 17; j++)
        {
            Unsafe.Add(ref a2, j) = Unsafe.Add(ref x, 3 + j);
        }
    }

    // Layer 3 of 4 · Concat1: Concat 2 along axis 0
    // a3 = [a2; a1]
    for (int row = 0; row < rows; row++)
    {
        ref float a2 = ref Unsafe.Add(ref work, row * 32);  // [17]
        ref float a1 = ref Unsafe.Add(ref work, 64 * rows + row * 16);  // [3]
        ref float a3 = ref Unsafe.Add(ref work, 32 * rows + row * 32);  // [20]
        for (nuint j = 16; j < 32; j += (nuint)Vector<float>.Count)
        {
            Vector.StoreUnsafe(Vector<float>.Zero, ref a3, j);
        }
        for (nuint j = 0; j < 17 - 17 % (nuint)Vector<float>.Count; j += (nuint)Vector<float>.Count)
        {
            Vector.StoreUnsafe(Vector.LoadUnsafe(ref a2, j), ref a3, j);
        }
        for (nuint j = 17 - 17 % (nuint)Vector<float>.Count; j < 17; j++)
        {
            Unsafe.Add(ref a3, j) = Unsafe.Add(ref a2, j);
        }
        for (nuint j = 0; j < 3 - 3 % (nuint)Vector<float>.Count; j += (nuint)Vector<float>.Count)
        {
            Vector.StoreUnsafe(Vector.LoadUnsafe(ref a1, j), ref a3, 17 + j);
        }
        for (nuint j = 3 - 3 % (nuint)Vector<float>.Count; j < 3; j++)
        {
            Unsafe.Add(ref a3, 17 + j) = Unsafe.Add(ref a1, j);
        }
    }

    // Layer 4 of 4 · Dense1: Dense 20 → 2
    // a4 = W4·a3 + b4
    DenseKernels.Forward(
        rows, 20, 2,
        ref Unsafe.Add(ref work, 32 * rows), 32,
        ref parameters, ref Unsafe.Add(ref parameters, 320),
        ref work, 16, default(IdentityActivation));

    for (int row = 0; row < rows; row++)
    {
        ref float a4 = ref Unsafe.Add(ref work, row * 16);  // [2]
        ref float y = ref Unsafe.Add(ref outputs, row * 2);  // [2]
        for (nuint j = 0; j < 2 - 2 % (nuint)Vector<float>.Count; j += (nuint)Vector<float>.Count)
        {
            Vector.StoreUnsafe(Vector.LoadUnsafe(ref a4, j), ref y, j);
        }
        for (nuint j = 2 - 2 % (nuint)Vector<float>.Count; j < 2; j++)
        {
            Unsafe.Add(ref y, j) = Unsafe.Add(ref a4, j);
        }
    }
}

[MethodImpl(MethodImplOptions.AggressiveOptimization)]
public static void TrainForward(int rows, ref float parameters, ref float inputs, ref float work, Workers? workers)
{
    // Layer 1 of 4 · table: Input [3]
    // a1 = x[0..3]
    for (int row = 0; row < rows; row++)
    {
        ref float x = ref Unsafe.Add(ref inputs, row * 20);  // [20]
        ref float a1 = ref Unsafe.Add(ref work, 64 * rows + row * 16);  // [3]
        for (nuint j = 0; j < 16; j += (nuint)Vector<float>.Count)
        {
            Vector.StoreUnsafe(Vector<float>.Zero, ref a1, j);
        }
        for (nuint j = 0; j < 3 - 3 % (nuint)Vector<float>.Count; j += (nuint)Vector<float>.Count)
        {
            Vector.StoreUnsafe(Vector.LoadUnsafe(ref x, j), ref a1, j);
        }
        for (nuint j = 3 - 3 % (nuint)Vector<float>.Count; j < 3; j++)
        {
            Unsafe.Add(ref a1, j) = Unsafe.Add(ref x, j);
        }
    }

    // Layer 2 of 4 · series: Input [17]
    // a2 = x[3..20]
    for (int row = 0; row < rows; row++)
    {
        ref float x = ref Unsafe.Add(ref inputs, row * 20);  // [20]
        ref float a2 = ref Unsafe.Add(ref work, row * 32);  // [17]
        for (nuint j = 16; j < 32; j += (nuint)Vector<float>.Count)
        {
            Vector.StoreUnsafe(Vector<float>.Zero, ref a2, j);
        }
        for (nuint j = 0; j < 17 - 17 % (nuint)Vector<float>.Count; j += (nuint)Vector<float>.Count)
        {
            Vector.StoreUnsafe(Vector.LoadUnsafe(ref x, 3 + j), ref a2, j);
        }
        for (nuint j = 17 - 17 % (nuint)Vector<float>.Count; j < 17; j++)
        {
            Unsafe.Add(ref a2, j) = Unsafe.Add(ref x, 3 + j);
        }
    }

    // Layer 3 of 4 · Concat1: Concat 2 along axis 0
    // a3 = [a2; a1]
    DividedRows.Run(rows, 20, ref work, workers, [MethodImpl(MethodImplOptions.AggressiveOptimization)] static (int rows, int first, int end, ref float work) =>
    {
        for (int row = first; row < end; row++)
        {
            ref float a2 = ref Unsafe.Add(ref work, row * 32);  // [17]
            ref float a1 = ref Unsafe.Add(ref work, 64 * rows + row * 16);  // [3]
            ref float a3 = ref Unsafe.Add(ref work, 32 * rows + row * 32);  // [20]
            for (nuint j = 16; j < 32; j += (nuint)Vector<float>.Count)
            {
                Vector.StoreUnsafe(Vector<float>.Zero, ref a3, j);
            }
            for (nuint j = 0; j < 17 - 17 % (nuint)Vector<float>.Count; j += (nuint)Vector<float>.Count)
            {
                Vector.StoreUnsafe(Vector.LoadUnsafe(ref a2, j), ref a3, j);
            }
            for (nuint j = 17 - 17 % (nuint)Vector<float>.Count; j < 17; j++)
            {
                Unsafe.Add(ref a3, j) = Unsafe.Add(ref a2, j);
            }
            for (nuint j = 0; j < 3 - 3 % (nuint)Vector<float>.Count; j += (nuint)Vector<float>.Count)
            {
                Vector.StoreUnsafe(Vector.LoadUnsafe(ref a1, j), ref a3, 17 + j);
            }
            for (nuint j = 3 - 3 % (nuint)Vector<float>.Count; j < 3; j++)
            {
                Unsafe.Add(ref a3, 17 + j) = Unsafe.Add(ref a1, j);
            }
        }
    });

    // Layer 4 of 4 · Dense1: Dense 20 → 2
    // a4 = W4·a3 + b4
    DividedKernels.Forward(
        rows, 20, 2,
        ref Unsafe.Add(ref work, 32 * rows), 32,
        ref parameters, ref Unsafe.Add(ref parameters, 320),
        ref work, 16, default(IdentityActivation), workers);
}

[MethodImpl(MethodImplOptions.AggressiveOptimization)]
public static void TrainBackward(int rows, ref float parameters, ref float inputs, ref float work, ref float transposed, ref float gradient, ref float inputGradient, bool wantsInput, Workers? workers)
{
    // Layer 4 of 4 · back through Dense1: Dense 20 → 2
    // a4 = W4·a3 + b4
    // dW4 = Σ da4·a3ᵀ, db4 = Σ da4
    DividedKernels.ParameterGradient(
        rows, 20, 2, ref Unsafe.Add(ref work, 32 * rows), 32,
        ref Unsafe.Add(ref work, 64 * rows), 16, ref gradient, ref Unsafe.Add(ref gradient, 320), workers);
    if (wantsInput)
    {
        // da3 = W4ᵀ·da4
        DividedKernels.InputGradient(
            rows, 20, 2, ref Unsafe.Add(ref work, 64 * rows), 16, ref parameters, ref transposed,
            ref work, 32, accumulate: false, workers);
    }

    // Layer 3 of 4 · back through Concat1: Concat 2 along axis 0
    // a3 = [a2; a1]
    if (wantsInput)
    {
        DividedRows.Run(rows, 17, ref work, workers, [MethodImpl(MethodImplOptions.AggressiveOptimization)] static (int rows, int first, int end, ref float work) =>
        {
            for (int row = first; row < end; row++)
            {
                ref float da3 = ref Unsafe.Add(ref work, row * 32);  // [20]
                ref float da2 = ref Unsafe.Add(ref work, 32 * rows + row * 32);  // [17]
                for (nuint j = 16; j < 32; j += (nuint)Vector<float>.Count)
                {
                    Vector.StoreUnsafe(Vector<float>.Zero, ref da2, j);
                }
                for (nuint j = 0; j < 17 - 17 % (nuint)Vector<float>.Count; j += (nuint)Vector<float>.Count)
                {
                    Vector.StoreUnsafe(Vector.LoadUnsafe(ref da3, j), ref da2, j);
                }
                for (nuint j = 17 - 17 % (nuint)Vector<float>.Count; j < 17; j++)
                {
                    Unsafe.Add(ref da2, j) = Unsafe.Add(ref da3, j);
                }
            }
        });
        DividedRows.Run(rows, 3, ref work, workers, [MethodImpl(MethodImplOptions.AggressiveOptimization)] static (int rows, int first, int end, ref float work) =>
        {
            for (int row = first; row < end; row++)
            {
                ref float da3 = ref Unsafe.Add(ref work, row * 32);  // [20]
                ref float da1 = ref Unsafe.Add(ref work, 64 * rows + row * 16);  // [3]
                for (nuint j = 0; j < 16; j += (nuint)Vector<float>.Count)
                {
                    Vector.StoreUnsafe(Vector<float>.Zero, ref da1, j);
                }
                for (nuint j = 0; j < 3 - 3 % (nuint)Vector<float>.Count; j += (nuint)Vector<float>.Count)
                {
                    Vector.StoreUnsafe(Vector.LoadUnsafe(ref da3, 17 + j), ref da1, j);
                }
                for (nuint j = 3 - 3 % (nuint)Vector<float>.Count; j < 3; j++)
                {
                    Unsafe.Add(ref da1, j) = Unsafe.Add(ref da3, 17 + j);
                }
            }
        });
    }

    // Layer 2 of 4 · back through series: Input [17]
    // a2 = x[3..20]
    if (wantsInput)
    {
        DividedRows.Run(rows, 17, ref work, workers, [MethodImpl(MethodImplOptions.AggressiveOptimization)] static (int rows, int first, int end, ref float work) =>
        {
            for (int row = first; row < end; row++)
            {
                ref float da2 = ref Unsafe.Add(ref work, 32 * rows + row * 32);  // [17]
                ref float dx = ref Unsafe.Add(ref work, row * 32);  // [20]
                for (nuint j = 0; j < 17 - 17 % (nuint)Vector<float>.Count; j += (nuint)Vector<float>.Count)
                {
                    Vector.StoreUnsafe(Vector.LoadUnsafe(ref da2, j), ref dx, 3 + j);
                }
                for (nuint j = 17 - 17 % (nuint)Vector<float>.Count; j < 17; j++)
                {
                    Unsafe.Add(ref dx, 3 + j) = Unsafe.Add(ref da2, j);
                }
            }
        });
    }

    // Layer 1 of 4 · back through table: Input [3]
    // a1 = x[0..3]
    if (wantsInput)
    {
        DividedRows.Run(rows, 3, ref work, workers, [MethodImpl(MethodImplOptions.AggressiveOptimization)] static (int rows, int first, int end, ref float work) =>
        {
            for (int row = first; row < end; row++)
            {
                ref float da1 = ref Unsafe.Add(ref work, 64 * rows + row * 16);  // [3]
                ref float dx = ref Unsafe.Add(ref work, row * 32);  // [20]
                for (nuint j = 0; j < 3 - 3 % (nuint)Vector<float>.Count; j += (nuint)Vector<float>.Count)
                {
                    Vector.StoreUnsafe(Vector.LoadUnsafe(ref da1, j), ref dx, j);
                }
                for (nuint j = 3 - 3 % (nuint)Vector<float>.Count; j < 3; j++)
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
