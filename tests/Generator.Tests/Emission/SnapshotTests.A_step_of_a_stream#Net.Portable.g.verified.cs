[MethodImpl(MethodImplOptions.AggressiveOptimization)]
public static void Step(ref float parameters, ref float inputs, ref float state, ref float outputs, ref float work)
{
    // the input, padded
    {
        ref float given = ref inputs;  // [1]
        ref float x = ref work;  // [1]
        for (nuint j = 0; j < 16; j += (nuint)Vector<float>.Count)
        {
            Vector.StoreUnsafe(Vector<float>.Zero, ref x, j);
        }
        for (nuint j = 0; j < 1 - 1 % (nuint)Vector<float>.Count; j += (nuint)Vector<float>.Count)
        {
            Vector.StoreUnsafe(Vector.LoadUnsafe(ref given, j), ref x, j);
        }
        for (nuint j = 1 - 1 % (nuint)Vector<float>.Count; j < 1; j++)
        {
            Unsafe.Add(ref x, j) = Unsafe.Add(ref given, j);
        }
    }

    // Layer 1 of 3 · GRU1: GRU 1 → 8, all steps
    // a1 = hₜ from x and hₜ₋₁: hₜ = (1 − z)·n + z·hₜ₋₁
    RecurrentKernels.Step(new RecurrentSizes(RecurrentKind.GRU, 1, 1, 8, bias: true, sequence: false, bidirectional: false, window: 1), ref work, ref parameters, ref state, ref Unsafe.Add(ref work, 16));

    // Layer 2 of 3 · Dense1: Dense 8 → 1
    // a2 = W2·a1 + b2
    {
        ref float a1 = ref Unsafe.Add(ref work, 16);  // [8]
        ref float a2 = ref Unsafe.Add(ref work, 32);  // [1]
        ref float W2 = ref Unsafe.Add(ref parameters, 352);  // panels [1][8][16]
        ref float b2 = ref Unsafe.Add(ref parameters, 480);  // [1]
        {
            Vector<float> s0 = Vector.LoadUnsafe(ref b2, 0);
            for (nuint k = 0; k < 8; k += 1)
            {
                s0 = Vector.MultiplyAddEstimate(Vector.Create(Unsafe.Add(ref a1, k)), Vector.LoadUnsafe(ref W2, k * 16), s0);
            }
            Vector.StoreUnsafe(s0, ref a2, 0);
        }
    }

    // Layer 3 of 3 · Add1: Add 2
    // a3 = a2 + x
    {
        ref float a2 = ref Unsafe.Add(ref work, 32);  // [1]
        ref float x = ref work;  // [1]
        ref float a3 = ref Unsafe.Add(ref work, 16);  // [1]
        for (nuint j = 0; j < 1; j += (nuint)Vector<float>.Count)
        {
            Vector.StoreUnsafe(Vector.LoadUnsafe(ref a2, j) + Vector.LoadUnsafe(ref x, j), ref a3, j);
        }
    }

    {
        ref float a3 = ref Unsafe.Add(ref work, 16);  // [1]
        ref float y = ref outputs;  // [1]
        for (nuint j = 0; j < 1 - 1 % (nuint)Vector<float>.Count; j += (nuint)Vector<float>.Count)
        {
            Vector.StoreUnsafe(Vector.LoadUnsafe(ref a3, j), ref y, j);
        }
        for (nuint j = 1 - 1 % (nuint)Vector<float>.Count; j < 1; j++)
        {
            Unsafe.Add(ref y, j) = Unsafe.Add(ref a3, j);
        }
    }
}
