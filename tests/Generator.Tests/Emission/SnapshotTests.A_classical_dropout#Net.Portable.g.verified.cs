[MethodImpl(MethodImplOptions.AggressiveOptimization)]
public static void Predict(ref float parameters, ref float inputs, ref float outputs, ref float work)
{
    // the input, padded
    {
        ref float given = ref inputs;  // [20]
        ref float x = ref work;  // [20]
        for (nuint j = 16; j < 32; j += (nuint)Vector<float>.Count)
        {
            Vector.StoreUnsafe(Vector<float>.Zero, ref x, j);
        }
        for (nuint j = 0; j < 20 - 20 % (nuint)Vector<float>.Count; j += (nuint)Vector<float>.Count)
        {
            Vector.StoreUnsafe(Vector.LoadUnsafe(ref given, j), ref x, j);
        }
        for (nuint j = 20 - 20 % (nuint)Vector<float>.Count; j < 20; j++)
        {
            Unsafe.Add(ref x, j) = Unsafe.Add(ref given, j);
        }
    }

    // Layer 1 of 2 · Dropout1: Dropout 0.2, classical
    // a1 = x · (1 − 0.2)
    {
        ref float x = ref work;  // [20]
        ref float a1 = ref Unsafe.Add(ref work, 32);  // [20]
        for (nuint j = 0; j < 20; j += (nuint)Vector<float>.Count)
        {
            Vector.StoreUnsafe(Vector.LoadUnsafe(ref x, j) * Vector.Create(0.8f), ref a1, j);
        }
    }

    // Layer 2 of 2 · Activate1: ReLU
    // a2 = max(0, a1)
    {
        ref float a1 = ref Unsafe.Add(ref work, 32);  // [20]
        ref float a2 = ref work;  // [20]
        for (nuint j = 0; j < 20; j += (nuint)Vector<float>.Count)
        {
            Vector<float> z = Vector.LoadUnsafe(ref a1, j);
            Vector.StoreUnsafe(Vector.MaxNative(Vector<float>.Zero, z), ref a2, j);
        }
    }

    {
        ref float a2 = ref work;  // [20]
        ref float y = ref outputs;  // [20]
        for (nuint j = 0; j < 20 - 20 % (nuint)Vector<float>.Count; j += (nuint)Vector<float>.Count)
        {
            Vector.StoreUnsafe(Vector.LoadUnsafe(ref a2, j), ref y, j);
        }
        for (nuint j = 20 - 20 % (nuint)Vector<float>.Count; j < 20; j++)
        {
            Unsafe.Add(ref y, j) = Unsafe.Add(ref a2, j);
        }
    }
}

[MethodImpl(MethodImplOptions.AggressiveOptimization)]
public static void TrainForward(int rows, ref float parameters, ref float inputs, ref float work, bool training, ulong seed, long step, Workers? workers)
{
    // the input, padded
    for (int row = 0; row < rows; row++)
    {
        ref float given = ref Unsafe.Add(ref inputs, row * 20);  // [20]
        ref float x = ref Unsafe.Add(ref work, row * 32);  // [20]
        for (nuint j = 16; j < 32; j += (nuint)Vector<float>.Count)
        {
            Vector.StoreUnsafe(Vector<float>.Zero, ref x, j);
        }
        for (nuint j = 0; j < 20 - 20 % (nuint)Vector<float>.Count; j += (nuint)Vector<float>.Count)
        {
            Vector.StoreUnsafe(Vector.LoadUnsafe(ref given, j), ref x, j);
        }
        for (nuint j = 20 - 20 % (nuint)Vector<float>.Count; j < 20; j++)
        {
            Unsafe.Add(ref x, j) = Unsafe.Add(ref given, j);
        }
    }

    // Layer 1 of 2 · Dropout1: Dropout 0.2, classical
    // a1 = x ⊙ mask
    DividedRows.Run(rows, 20, ref work, training, seed, step, workers, [MethodImpl(MethodImplOptions.AggressiveOptimization)] static (int rows, int first, int end, ref float work, bool training, ulong seed, long step) =>
    {
        for (int row = first; row < end; row++)
        {
            ref float x = ref Unsafe.Add(ref work, row * 32);  // [20]
            ref float a1 = ref Unsafe.Add(ref work, 32 * rows + row * 32);  // [20]
            if (training)
            {
                uint key = DropoutMask.Key(seed, step, 1, row);
                for (nuint j = 0; j < 32; j += (nuint)Vector<float>.Count)
                {
                    Vector.StoreUnsafe(DropoutMask.ApplyClassical(Vector.LoadUnsafe(ref x, j), key, (int)j, 0.2f), ref a1, j);
                }
            }
            else
            {
                for (nuint j = 0; j < 32; j += (nuint)Vector<float>.Count)
                {
                    Vector.StoreUnsafe(Vector.LoadUnsafe(ref x, j) * Vector.Create(0.8f), ref a1, j);
                }
            }
        }
    });

    // Layer 2 of 2 · Activate1: ReLU
    // a2 = max(0, a1)
    DividedRows.Run(rows, 20, ref work, workers, [MethodImpl(MethodImplOptions.AggressiveOptimization)] static (int rows, int first, int end, ref float work) =>
    {
        for (int row = first; row < end; row++)
        {
            ref float a1 = ref Unsafe.Add(ref work, 32 * rows + row * 32);  // [20]
            ref float a2 = ref Unsafe.Add(ref work, row * 32);  // [20]
            for (nuint j = 0; j < 32; j += (nuint)Vector<float>.Count)
            {
                Vector<float> z = Vector.LoadUnsafe(ref a1, j);
                Vector.StoreUnsafe(Vector.MaxNative(Vector<float>.Zero, z), ref a2, j);
            }
        }
    });
}

[MethodImpl(MethodImplOptions.AggressiveOptimization)]
public static void TrainBackward(int rows, ref float inputs, ref float work, ref float transposed, ref float gradient, ref float inputGradient, bool wantsInput, ulong seed, long step, Workers? workers)
{
    // Layer 2 of 2 · back through Activate1: ReLU
    // a2 = max(0, a1)
    if (wantsInput)
    {
        DividedRows.Run(rows, 20, ref work, workers, [MethodImpl(MethodImplOptions.AggressiveOptimization)] static (int rows, int first, int end, ref float work) =>
        {
            for (int row = first; row < end; row++)
            {
                ref float a2 = ref Unsafe.Add(ref work, row * 32);  // [20]
                ref float da2 = ref Unsafe.Add(ref work, 64 * rows + row * 32);  // [20]
                ref float da1 = ref Unsafe.Add(ref work, 32 * rows + row * 32);  // [20]
                for (nuint j = 0; j < 32; j += (nuint)Vector<float>.Count)
                {
                    Vector.StoreUnsafe(Vector.ConditionalSelect(Vector.GreaterThan(Vector.LoadUnsafe(ref a2, j), Vector<float>.Zero), Vector.LoadUnsafe(ref da2, j), Vector<float>.Zero), ref da1, j);
                }
            }
        });
    }

    // Layer 1 of 2 · back through Dropout1: Dropout 0.2, classical
    // a1 = x ⊙ mask
    if (wantsInput)
    {
        DividedRows.Run(rows, 20, ref work, true, seed, step, workers, [MethodImpl(MethodImplOptions.AggressiveOptimization)] static (int rows, int first, int end, ref float work, bool training, ulong seed, long step) =>
        {
            for (int row = first; row < end; row++)
            {
                ref float da1 = ref Unsafe.Add(ref work, 32 * rows + row * 32);  // [20]
                ref float dx = ref Unsafe.Add(ref work, row * 32);  // [20]
                uint key = DropoutMask.Key(seed, step, 1, row);
                for (nuint j = 0; j < 32; j += (nuint)Vector<float>.Count)
                {
                    Vector.StoreUnsafe(DropoutMask.ApplyClassical(Vector.LoadUnsafe(ref da1, j), key, (int)j, 0.2f), ref dx, j);
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
