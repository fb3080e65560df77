[MethodImpl(MethodImplOptions.AggressiveOptimization)]
public static void Predict(ref float parameters, ref float inputs, ref float outputs, ref float work)
{
    // the input, padded
    {
        ref float given = ref inputs;  // [6]
        ref float x = ref work;  // [6]
        for (nuint j = 0; j < 16; j += (nuint)Vector<float>.Count)
        {
            Vector.StoreUnsafe(Vector<float>.Zero, ref x, j);
        }
        for (nuint j = 0; j < 6 - 6 % (nuint)Vector<float>.Count; j += (nuint)Vector<float>.Count)
        {
            Vector.StoreUnsafe(Vector.LoadUnsafe(ref given, j), ref x, j);
        }
        for (nuint j = 6 - 6 % (nuint)Vector<float>.Count; j < 6; j++)
        {
            Unsafe.Add(ref x, j) = Unsafe.Add(ref given, j);
        }
    }

    // Layer 2 of 3 · Activate1: ReLU
    // a2 = max(0, x)
    {
        ref float x = ref work;  // [6]
        ref float a2 = ref Unsafe.Add(ref work, 16);  // [6]
        for (nuint j = 0; j < 6; j += (nuint)Vector<float>.Count)
        {
            Vector<float> z = Vector.LoadUnsafe(ref x, j);
            Vector.StoreUnsafe(Vector.MaxNative(Vector<float>.Zero, z), ref a2, j);
        }
    }

    {
        ref float a2 = ref Unsafe.Add(ref work, 16);  // [6]
        ref float y = ref outputs;  // [6]
        for (nuint j = 0; j < 6 - 6 % (nuint)Vector<float>.Count; j += (nuint)Vector<float>.Count)
        {
            Vector.StoreUnsafe(Vector.LoadUnsafe(ref a2, j), ref y, j);
        }
        for (nuint j = 6 - 6 % (nuint)Vector<float>.Count; j < 6; j++)
        {
            Unsafe.Add(ref y, j) = Unsafe.Add(ref a2, j);
        }
    }
}

[MethodImpl(MethodImplOptions.AggressiveOptimization)]
public static void TrainBackward(int rows, ref float inputs, ref float work, ref float transposed, ref float gradient, ref float inputGradient, bool wantsInput, Workers? workers)
{
    // Layer 2 of 3 · back through Activate1: ReLU
    // a2 = max(0, x)
    if (wantsInput)
    {
        DividedRows.Run(rows, 6, ref work, workers, [MethodImpl(MethodImplOptions.AggressiveOptimization)] static (int rows, int first, int end, ref float work) =>
        {
            for (int row = first; row < end; row++)
            {
                ref float a2 = ref Unsafe.Add(ref work, 16 * rows + row * 16);  // [6]
                ref float da2 = ref Unsafe.Add(ref work, 32 * rows + row * 16);  // [6]
                ref float dx = ref Unsafe.Add(ref work, row * 16);  // [6]
                for (nuint j = 0; j < 16; j += (nuint)Vector<float>.Count)
                {
                    Vector.StoreUnsafe(Vector.ConditionalSelect(Vector.GreaterThan(Vector.LoadUnsafe(ref a2, j), Vector<float>.Zero), Vector.LoadUnsafe(ref da2, j), Vector<float>.Zero), ref dx, j);
                }
            }
        });
    }

    if (wantsInput)
    {
        for (int row = 0; row < rows; row++)
        {
            ref float dx = ref Unsafe.Add(ref work, row * 16);  // [6]
            ref float asked = ref Unsafe.Add(ref inputGradient, row * 6);  // [6]
            for (nuint j = 0; j < 6 - 6 % (nuint)Vector<float>.Count; j += (nuint)Vector<float>.Count)
            {
                Vector.StoreUnsafe(Vector.LoadUnsafe(ref dx, j), ref asked, j);
            }
            for (nuint j = 6 - 6 % (nuint)Vector<float>.Count; j < 6; j++)
            {
                Unsafe.Add(ref asked, j) = Unsafe.Add(ref dx, j);
            }
        }
    }
}
