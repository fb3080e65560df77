[MethodImpl(MethodImplOptions.AggressiveOptimization)]
public static void PredictRows(int rows, ref float parameters, ref float inputs, ref float outputs, ref float work)
{
    // the input, padded
    for (int row = 0; row < rows; row++)
    {
        ref float given = ref Unsafe.Add(ref inputs, row * 16);  // [16]
        ref float x = ref Unsafe.Add(ref work, row * 16);  // [16]
        for (nuint j = 0; j < 16 - 16 % (nuint)Vector<float>.Count; j += (nuint)Vector<float>.Count)
        {
            Vector.StoreUnsafe(Vector.LoadUnsafe(ref given, j), ref x, j);
        }
    }

    // Layer 1 of 2 · Upsample1: Upsample 2
    // a1 = each of x repeated 2 times along each axis
    for (int row = 0; row < rows; row++)
    {
        ref float x = ref Unsafe.Add(ref work, row * 16);  // [16]
        ref float a1 = ref Unsafe.Add(ref work, 48 * rows + row * 32);  // [32]
        UpsampleKernels.Forward(2, 1, 8, 1, 2, ref x, ref a1);
    }

    // Layer 2 of 2 · ZeroPad1: ZeroPad 1, 2, 0, 0
    // a2 = a1 with zeros around
    for (int row = 0; row < rows; row++)
    {
        ref float a1 = ref Unsafe.Add(ref work, 48 * rows + row * 32);  // [32]
        ref float a2 = ref Unsafe.Add(ref work, row * 48);  // [38]
        ZeroPadKernels.Forward(2, 1, 16, 1, 2, 0, 0, ref a1, ref a2);
    }

    for (int row = 0; row < rows; row++)
    {
        ref float a2 = ref Unsafe.Add(ref work, row * 48);  // [38]
        ref float y = ref Unsafe.Add(ref outputs, row * 38);  // [38]
        for (nuint j = 0; j < 38 - 38 % (nuint)Vector<float>.Count; j += (nuint)Vector<float>.Count)
        {
            Vector.StoreUnsafe(Vector.LoadUnsafe(ref a2, j), ref y, j);
        }
        for (nuint j = 38 - 38 % (nuint)Vector<float>.Count; j < 38; j++)
        {
            Unsafe.Add(ref y, j) = Unsafe.Add(ref a2, j);
        }
    }
}

[MethodImpl(MethodImplOptions.AggressiveOptimization)]
public static void TrainBackward(int rows, ref float inputs, ref float work, ref float transposed, ref float gradient, ref float inputGradient, bool wantsInput, Workers? workers)
{
    // Layer 2 of 2 · back through ZeroPad1: ZeroPad 1, 2, 0, 0
    // a2 = a1 with zeros around
    if (wantsInput)
    {
        DividedRows.Run(rows, 38, ref work, workers, [MethodImpl(MethodImplOptions.AggressiveOptimization)] static (int rows, int first, int end, ref float work) =>
        {
            for (int row = first; row < end; row++)
            {
                ref float da2 = ref Unsafe.Add(ref work, 48 * rows + row * 48);  // [38]
                ref float da1 = ref Unsafe.Add(ref work, row * 32);  // [32]
                ZeroPadKernels.Backward(2, 1, 16, 1, 2, 0, 0, ref da2, ref da1, accumulate: false);
            }
        });
    }

    // Layer 1 of 2 · back through Upsample1: Upsample 2
    // a1 = each of x repeated 2 times along each axis
    if (wantsInput)
    {
        DividedRows.Run(rows, 32, ref work, workers, [MethodImpl(MethodImplOptions.AggressiveOptimization)] static (int rows, int first, int end, ref float work) =>
        {
            for (int row = first; row < end; row++)
            {
                ref float da1 = ref Unsafe.Add(ref work, row * 32);  // [32]
                ref float dx = ref Unsafe.Add(ref work, 32 * rows + row * 16);  // [16]
                UpsampleKernels.Backward(2, 1, 8, 1, 2, ref da1, ref dx, accumulate: false);
            }
        });
    }

    if (wantsInput)
    {
        for (int row = 0; row < rows; row++)
        {
            ref float dx = ref Unsafe.Add(ref work, 32 * rows + row * 16);  // [16]
            ref float asked = ref Unsafe.Add(ref inputGradient, row * 16);  // [16]
            for (nuint j = 0; j < 16 - 16 % (nuint)Vector<float>.Count; j += (nuint)Vector<float>.Count)
            {
                Vector.StoreUnsafe(Vector.LoadUnsafe(ref dx, j), ref asked, j);
            }
        }
    }
}
