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
            for (nuint k = 0; k < 20; k += 4)
            {
                s0 = Vector.MultiplyAddEstimate(Vector.Create(Unsafe.Add(ref x, k)), Vector.LoadUnsafe(ref W1, c + k * 32), s0);
                s1 = Vector.MultiplyAddEstimate(Vector.Create(Unsafe.Add(ref x, k + 1)), Vector.LoadUnsafe(ref W1, c + k * 32 + 32), s1);
                s2 = Vector.MultiplyAddEstimate(Vector.Create(Unsafe.Add(ref x, k + 2)), Vector.LoadUnsafe(ref W1, c + k * 32 + 64), s2);
                s3 = Vector.MultiplyAddEstimate(Vector.Create(Unsafe.Add(ref x, k + 3)), Vector.LoadUnsafe(ref W1, c + k * 32 + 96), s3);
            }
            Vector.StoreUnsafe((s0 + s1) + (s2 + s3), ref a1, c);
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
            for (nuint k = 0; k < 20; k += 4)
            {
                s0 = Vector.MultiplyAddEstimate(Vector.Create(Unsafe.Add(ref a1, k)), Vector.LoadUnsafe(ref W2, c + k * 32), s0);
                s1 = Vector.MultiplyAddEstimate(Vector.Create(Unsafe.Add(ref a1, k + 1)), Vector.LoadUnsafe(ref W2, c + k * 32 + 32), s1);
                s2 = Vector.MultiplyAddEstimate(Vector.Create(Unsafe.Add(ref a1, k + 2)), Vector.LoadUnsafe(ref W2, c + k * 32 + 64), s2);
                s3 = Vector.MultiplyAddEstimate(Vector.Create(Unsafe.Add(ref a1, k + 3)), Vector.LoadUnsafe(ref W2, c + k * 32 + 96), s3);
            }
            Vector.StoreUnsafe((s0 + s1) + (s2 + s3), ref a2, c);
        }
    }

    // Layer 3 of 3 · Add1: Add 3
    // a3 = a2 + a1 + a2
    {
        ref float a2 = ref Unsafe.Add(ref work, 32);  // [20]
        ref float a1 = ref work;  // [20]
        ref float a3 = ref Unsafe.Add(ref work, 64);  // [20]
        for (nuint j = 0; j < 20; j += (nuint)Vector<float>.Count)
        {
            Vector.StoreUnsafe(Vector.LoadUnsafe(ref a2, j) + Vector.LoadUnsafe(ref a1, j) + Vector.LoadUnsafe(ref a2, j), ref a3, j);
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
public static void TrainBackward(ref float inputs, ref float work, ref float transposed, ref float gradient, ref float inputGradient, bool wantsInput)
{
    // Layer 3 of 3 · back through Add1: Add 3
    // a3 = a2 + a1 + a2
    {
        ref float da3 = ref Unsafe.Add(ref work, 96);  // [20]
        ref float da2 = ref Unsafe.Add(ref work, 64);  // [20]
        for (nuint j = 0; j < 20; j += (nuint)Vector<float>.Count)
        {
            Vector.StoreUnsafe(Vector.LoadUnsafe(ref da3, j), ref da2, j);
        }
    }
    {
        ref float da3 = ref Unsafe.Add(ref work, 96);  // [20]
        ref float da1 = ref Unsafe.Add(ref work, 32);  // [20]
        for (nuint j = 0; j < 20; j += (nuint)Vector<float>.Count)
        {
            Vector.StoreUnsafe(Vector.LoadUnsafe(ref da3, j), ref da1, j);
        }
    }
    {
        ref float da3 = ref Unsafe.Add(ref work, 96);  // [20]
        ref float da2 = ref Unsafe.Add(ref work, 64);  // [20]
        for (nuint j = 0; j < 20; j += (nuint)Vector<float>.Count)
        {
            Vector.StoreUnsafe(Vector.LoadUnsafe(ref da2, j) + Vector.LoadUnsafe(ref da3, j), ref da2, j);
        }
    }

    // Layer 2 of 3 · back through right: Dense 20 → 20
    // a2 = W2·a1 + b2
    {
        ref float da2 = ref Unsafe.Add(ref work, 64);  // [20]
        ref float a1 = ref work;  // [20]
        ref float dW2 = ref Unsafe.Add(ref gradient, 672);  // panels [1][20][32]
        ref float db2 = ref Unsafe.Add(ref gradient, 1312);  // [20]
        for (nuint j = 0; j < 20; j += (nuint)Vector<float>.Count)
        {
            Vector.StoreUnsafe(Vector.LoadUnsafe(ref db2, j) + Vector.LoadUnsafe(ref da2, j), ref db2, j);
        }
        // dW2 += da2·a1ᵀ
        for (nuint c = 0; c < 20; c += (nuint)Vector<float>.Count)
        {
            Vector<float> c0 = Vector.LoadUnsafe(ref da2, c);
            for (nuint k = 0; k < 20; k++)
            {
                Vector<float> x0 = Vector.Create(Unsafe.Add(ref a1, k));
                Vector.StoreUnsafe(Vector.MultiplyAddEstimate(x0, c0, Vector.LoadUnsafe(ref dW2, c + k * 32)), ref dW2, c + k * 32);
            }
        }
        // da1 += W2ᵀ·da2
        ref float da1 = ref Unsafe.Add(ref work, 32);  // [20]
        ref float T2 = ref Unsafe.Add(ref transposed, 640);  // W2ᵀ in panels
        for (nuint c = 0; c < 20; c += (nuint)Vector<float>.Count)
        {
            Vector<float> s0 = Vector.LoadUnsafe(ref da1, c);
            Vector<float> s1 = Vector<float>.Zero;
            Vector<float> s2 = Vector<float>.Zero;
            Vector<float> s3 = Vector<float>.Zero;
            for (nuint k = 0; k < 20; k += 4)
            {
                s0 = Vector.MultiplyAddEstimate(Vector.Create(Unsafe.Add(ref da2, k)), Vector.LoadUnsafe(ref T2, c + k * 32), s0);
                s1 = Vector.MultiplyAddEstimate(Vector.Create(Unsafe.Add(ref da2, k + 1)), Vector.LoadUnsafe(ref T2, c + k * 32 + 32), s1);
                s2 = Vector.MultiplyAddEstimate(Vector.Create(Unsafe.Add(ref da2, k + 2)), Vector.LoadUnsafe(ref T2, c + k * 32 + 64), s2);
                s3 = Vector.MultiplyAddEstimate(Vector.Create(Unsafe.Add(ref da2, k + 3)), Vector.LoadUnsafe(ref T2, c + k * 32 + 96), s3);
            }
            Vector.StoreUnsafe((s0 + s1) + (s2 + s3), ref da1, c);
        }
    }

    // Layer 1 of 3 · back through left: Dense 20 → 20
    // a1 = W1·x + b1
    {
        ref float da1 = ref Unsafe.Add(ref work, 32);  // [20]
        ref float x = ref inputs;  // [20]
        ref float dW1 = ref gradient;  // panels [1][20][32]
        ref float db1 = ref Unsafe.Add(ref gradient, 640);  // [20]
        for (nuint j = 0; j < 20; j += (nuint)Vector<float>.Count)
        {
            Vector.StoreUnsafe(Vector.LoadUnsafe(ref db1, j) + Vector.LoadUnsafe(ref da1, j), ref db1, j);
        }
        // dW1 += da1·xᵀ
        for (nuint c = 0; c < 20; c += (nuint)Vector<float>.Count)
        {
            Vector<float> c0 = Vector.LoadUnsafe(ref da1, c);
            for (nuint k = 0; k < 20; k++)
            {
                Vector<float> x0 = Vector.Create(Unsafe.Add(ref x, k));
                Vector.StoreUnsafe(Vector.MultiplyAddEstimate(x0, c0, Vector.LoadUnsafe(ref dW1, c + k * 32)), ref dW1, c + k * 32);
            }
        }
        if (wantsInput)
        {
            // dx = W1ᵀ·da1
            ref float dx = ref work;  // [20]
            ref float T1 = ref transposed;  // W1ᵀ in panels
            for (nuint c = 0; c < 20; c += (nuint)Vector<float>.Count)
            {
                Vector<float> s0 = Vector<float>.Zero;
                Vector<float> s1 = Vector<float>.Zero;
                Vector<float> s2 = Vector<float>.Zero;
                Vector<float> s3 = Vector<float>.Zero;
                for (nuint k = 0; k < 20; k += 4)
                {
                    s0 = Vector.MultiplyAddEstimate(Vector.Create(Unsafe.Add(ref da1, k)), Vector.LoadUnsafe(ref T1, c + k * 32), s0);
                    s1 = Vector.MultiplyAddEstimate(Vector.Create(Unsafe.Add(ref da1, k + 1)), Vector.LoadUnsafe(ref T1, c + k * 32 + 32), s1);
                    s2 = Vector.MultiplyAddEstimate(Vector.Create(Unsafe.Add(ref da1, k + 2)), Vector.LoadUnsafe(ref T1, c + k * 32 + 64), s2);
                    s3 = Vector.MultiplyAddEstimate(Vector.Create(Unsafe.Add(ref da1, k + 3)), Vector.LoadUnsafe(ref T1, c + k * 32 + 96), s3);
                }
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
