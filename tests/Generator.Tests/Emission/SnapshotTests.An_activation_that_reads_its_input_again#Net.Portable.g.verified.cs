[MethodImpl(MethodImplOptions.AggressiveOptimization)]
public static void Predict(ref float parameters, ref float inputs, ref float outputs, ref float work)
{
    // Layer 1 of 1 · Dense1: Dense 20 → 9, GELU
    // a1 = gelu(W1·x + b1)
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
            for (nuint k = 0; k < 20; k += 4)
            {
                s0 = Vector.MultiplyAddEstimate(Vector.Create(Unsafe.Add(ref x, k)), Vector.LoadUnsafe(ref W1, c + k * 16), s0);
                s1 = Vector.MultiplyAddEstimate(Vector.Create(Unsafe.Add(ref x, k + 1)), Vector.LoadUnsafe(ref W1, c + k * 16 + 16), s1);
                s2 = Vector.MultiplyAddEstimate(Vector.Create(Unsafe.Add(ref x, k + 2)), Vector.LoadUnsafe(ref W1, c + k * 16 + 32), s2);
                s3 = Vector.MultiplyAddEstimate(Vector.Create(Unsafe.Add(ref x, k + 3)), Vector.LoadUnsafe(ref W1, c + k * 16 + 48), s3);
            }
            s0 = (s0 + s1) + (s2 + s3);
            Vector.StoreUnsafe(VectorMath.GELU(s0), ref a1, c);
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
public static void TrainForward(ref float parameters, ref float inputs, ref float work)
{
    // Layer 1 of 1 · Dense1: Dense 20 → 9
    // z1 = W1·x + b1
    {
        ref float x = ref inputs;  // [20]
        ref float z1 = ref work;  // [9]
        ref float W1 = ref parameters;  // panels [1][20][16]
        ref float b1 = ref Unsafe.Add(ref parameters, 320);  // [9]
        for (nuint c = 0; c < 9; c += (nuint)Vector<float>.Count)
        {
            Vector<float> s0 = Vector.LoadUnsafe(ref b1, c);
            Vector<float> s1 = Vector<float>.Zero;
            Vector<float> s2 = Vector<float>.Zero;
            Vector<float> s3 = Vector<float>.Zero;
            for (nuint k = 0; k < 20; k += 4)
            {
                s0 = Vector.MultiplyAddEstimate(Vector.Create(Unsafe.Add(ref x, k)), Vector.LoadUnsafe(ref W1, c + k * 16), s0);
                s1 = Vector.MultiplyAddEstimate(Vector.Create(Unsafe.Add(ref x, k + 1)), Vector.LoadUnsafe(ref W1, c + k * 16 + 16), s1);
                s2 = Vector.MultiplyAddEstimate(Vector.Create(Unsafe.Add(ref x, k + 2)), Vector.LoadUnsafe(ref W1, c + k * 16 + 32), s2);
                s3 = Vector.MultiplyAddEstimate(Vector.Create(Unsafe.Add(ref x, k + 3)), Vector.LoadUnsafe(ref W1, c + k * 16 + 48), s3);
            }
            Vector.StoreUnsafe((s0 + s1) + (s2 + s3), ref z1, c);
        }
    }

    // Layer 1 of 1 · Dense1.Activate: GELU
    // a1 = gelu(z1)
    {
        ref float z1 = ref work;  // [9]
        ref float a1 = ref Unsafe.Add(ref work, 16);  // [9]
        for (nuint j = 0; j < 9; j += (nuint)Vector<float>.Count)
        {
            Vector<float> z = Vector.LoadUnsafe(ref z1, j);
            Vector.StoreUnsafe(VectorMath.GELU(z), ref a1, j);
        }
    }
}

[MethodImpl(MethodImplOptions.AggressiveOptimization)]
public static void TrainBackward(ref float inputs, ref float work, ref float transposed, ref float gradient, ref float inputGradient, bool wantsInput)
{
    // Layer 1 of 1 · back through Dense1.Activate: GELU
    // a1 = gelu(z1)
    {
        ref float z1 = ref work;  // [9]
        ref float da1 = ref Unsafe.Add(ref work, 48);  // [9]
        ref float dz1 = ref Unsafe.Add(ref work, 32);  // [9]
        for (nuint j = 0; j < 9; j += (nuint)Vector<float>.Count)
        {
            Vector.StoreUnsafe(Vector.LoadUnsafe(ref da1, j) * VectorMath.GELUSlope(Vector.LoadUnsafe(ref z1, j)), ref dz1, j);
        }
    }

    // Layer 1 of 1 · back through Dense1: Dense 20 → 9
    // z1 = W1·x + b1
    {
        ref float dz1 = ref Unsafe.Add(ref work, 32);  // [9]
        ref float x = ref inputs;  // [20]
        ref float dW1 = ref gradient;  // panels [1][20][16]
        ref float db1 = ref Unsafe.Add(ref gradient, 320);  // [9]
        for (nuint j = 0; j < 9; j += (nuint)Vector<float>.Count)
        {
            Vector.StoreUnsafe(Vector.LoadUnsafe(ref db1, j) + Vector.LoadUnsafe(ref dz1, j), ref db1, j);
        }
        // dW1 += dz1·xᵀ
        for (nuint c = 0; c < 9; c += (nuint)Vector<float>.Count)
        {
            Vector<float> c0 = Vector.LoadUnsafe(ref dz1, c);
            for (nuint k = 0; k < 20; k++)
            {
                Vector<float> x0 = Vector.Create(Unsafe.Add(ref x, k));
                Vector.StoreUnsafe(Vector.MultiplyAddEstimate(x0, c0, Vector.LoadUnsafe(ref dW1, c + k * 16)), ref dW1, c + k * 16);
            }
        }
        if (wantsInput)
        {
            // dx = W1ᵀ·dz1
            ref float dx = ref work;  // [20]
            ref float T1 = ref transposed;  // W1ᵀ in panels
            for (nuint c = 0; c < 20; c += (nuint)Vector<float>.Count)
            {
                Vector<float> s0 = Vector<float>.Zero;
                Vector<float> s1 = Vector<float>.Zero;
                Vector<float> s2 = Vector<float>.Zero;
                Vector<float> s3 = Vector<float>.Zero;
                for (nuint k = 0; k < 8; k += 4)
                {
                    s0 = Vector.MultiplyAddEstimate(Vector.Create(Unsafe.Add(ref dz1, k)), Vector.LoadUnsafe(ref T1, c + k * 32), s0);
                    s1 = Vector.MultiplyAddEstimate(Vector.Create(Unsafe.Add(ref dz1, k + 1)), Vector.LoadUnsafe(ref T1, c + k * 32 + 32), s1);
                    s2 = Vector.MultiplyAddEstimate(Vector.Create(Unsafe.Add(ref dz1, k + 2)), Vector.LoadUnsafe(ref T1, c + k * 32 + 64), s2);
                    s3 = Vector.MultiplyAddEstimate(Vector.Create(Unsafe.Add(ref dz1, k + 3)), Vector.LoadUnsafe(ref T1, c + k * 32 + 96), s3);
                }
                s0 = Vector.MultiplyAddEstimate(Vector.Create(Unsafe.Add(ref dz1, 8)), Vector.LoadUnsafe(ref T1, c + 256), s0);
                Vector.StoreUnsafe((s0 + s1) + (s2 + s3), ref dx, c);
            }
        }
    }

    if (wantsInput)
    {
        ref float dx = ref work;  // [20]
        ref float asked = ref inputGradient;  // [20]
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
