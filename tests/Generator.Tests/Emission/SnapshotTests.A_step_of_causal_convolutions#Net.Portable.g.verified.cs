[MethodImpl(MethodImplOptions.AggressiveOptimization)]
public static void Step(ref float parameters, ref float inputs, ref float state, ref float outputs, ref float work)
{
    // the input, padded
    {
        ref float given = ref inputs;  // [2]
        ref float x = ref work;  // [2]
        for (nuint j = 0; j < 16; j += (nuint)Vector<float>.Count)
        {
            Vector.StoreUnsafe(Vector<float>.Zero, ref x, j);
        }
        for (nuint j = 0; j < 2 - 2 % (nuint)Vector<float>.Count; j += (nuint)Vector<float>.Count)
        {
            Vector.StoreUnsafe(Vector.LoadUnsafe(ref given, j), ref x, j);
        }
        for (nuint j = 2 - 2 % (nuint)Vector<float>.Count; j < 2; j++)
        {
            Unsafe.Add(ref x, j) = Unsafe.Add(ref given, j);
        }
    }

    // Layer 1 of 2 · Conv1D1: Conv1D 2 → 4, 3, padding 4, dilation 2, Tanh
    // a1 = tanh(W1 ∗ x + b1)
    ConvolutionKernels.Step(
        2, 4, 3, 2, 1, ref work,
        ref parameters, ref Unsafe.Add(ref parameters, 32),
        ref state, ref Unsafe.Add(ref work, 16), default(TanhActivation));

    // Layer 2 of 2 · Concat1: Concat 2 along axis 0
    // a2 = [a1; x]
    {
        ref float a1 = ref Unsafe.Add(ref work, 16);  // [4]
        ref float x = ref work;  // [2]
        ref float a2 = ref Unsafe.Add(ref work, 32);  // [6]
        for (nuint j = 0; j < 16; j += (nuint)Vector<float>.Count)
        {
            Vector.StoreUnsafe(Vector<float>.Zero, ref a2, j);
        }
        for (nuint j = 0; j < 4 - 4 % (nuint)Vector<float>.Count; j += (nuint)Vector<float>.Count)
        {
            Vector.StoreUnsafe(Vector.LoadUnsafe(ref a1, j), ref a2, j);
        }
        for (nuint j = 4 - 4 % (nuint)Vector<float>.Count; j < 4; j++)
        {
            Unsafe.Add(ref a2, j) = Unsafe.Add(ref a1, j);
        }
        for (nuint j = 0; j < 2 - 2 % (nuint)Vector<float>.Count; j += (nuint)Vector<float>.Count)
        {
            Vector.StoreUnsafe(Vector.LoadUnsafe(ref x, j), ref a2, 4 + j);
        }
        for (nuint j = 2 - 2 % (nuint)Vector<float>.Count; j < 2; j++)
        {
            Unsafe.Add(ref a2, 4 + j) = Unsafe.Add(ref x, j);
        }
    }

    {
        ref float a2 = ref Unsafe.Add(ref work, 32);  // [6]
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
