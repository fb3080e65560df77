[MethodImpl(MethodImplOptions.AggressiveOptimization)]
public static void Predict(ref float parameters, ref float inputs, ref float outputs, ref float work)
{
    // Layer 1 of 1 · Dense1: Dense 20 → 33, ReLU
    // a1 = max(0, W1·x + b1)
    {
        ref float x = ref inputs;  // [20]
        ref float a1 = ref work;  // [33]
        ref float W1 = ref parameters;  // panels [1][20][32] and [1][20][16]
        ref float b1 = ref Unsafe.Add(ref parameters, 960);  // [33]
        for (nuint c = 0; c < 32; c += 2 * (nuint)Vector<float>.Count)
        {
            Vector<float> s0_0 = Vector.LoadUnsafe(ref b1, c);
            Vector<float> s0_1 = Vector<float>.Zero;
            Vector<float> s1_0 = Vector.LoadUnsafe(ref b1, c + (nuint)Vector<float>.Count);
            Vector<float> s1_1 = Vector<float>.Zero;
            for (nuint k = 0; k < 20; k += 2)
            {
                Vector<float> xk = Vector.Create(Unsafe.Add(ref x, k));
                s0_0 = Vector.MultiplyAddEstimate(xk, Vector.LoadUnsafe(ref W1, c + k * 32), s0_0);
                s1_0 = Vector.MultiplyAddEstimate(xk, Vector.LoadUnsafe(ref W1, c + (nuint)Vector<float>.Count + k * 32), s1_0);
                Vector<float> xk1 = Vector.Create(Unsafe.Add(ref x, k + 1));
                s0_1 = Vector.MultiplyAddEstimate(xk1, Vector.LoadUnsafe(ref W1, c + k * 32 + 32), s0_1);
                s1_1 = Vector.MultiplyAddEstimate(xk1, Vector.LoadUnsafe(ref W1, c + (nuint)Vector<float>.Count + k * 32 + 32), s1_1);
            }
            s0_0 = s0_0 + s0_1;
            Vector.StoreUnsafe(Vector.MaxNative(Vector<float>.Zero, s0_0), ref a1, c);
            s1_0 = s1_0 + s1_1;
            Vector.StoreUnsafe(Vector.MaxNative(Vector<float>.Zero, s1_0), ref a1, c + (nuint)Vector<float>.Count);
        }
        {
            Vector<float> s0 = Vector.LoadUnsafe(ref b1, 32);
            Vector<float> s1 = Vector<float>.Zero;
            Vector<float> s2 = Vector<float>.Zero;
            Vector<float> s3 = Vector<float>.Zero;
            for (nuint k = 0; k < 20; k += 4)
            {
                s0 = Vector.MultiplyAddEstimate(Vector.Create(Unsafe.Add(ref x, k)), Vector.LoadUnsafe(ref W1, 640 + k * 16), s0);
                s1 = Vector.MultiplyAddEstimate(Vector.Create(Unsafe.Add(ref x, k + 1)), Vector.LoadUnsafe(ref W1, 640 + k * 16 + 16), s1);
                s2 = Vector.MultiplyAddEstimate(Vector.Create(Unsafe.Add(ref x, k + 2)), Vector.LoadUnsafe(ref W1, 640 + k * 16 + 32), s2);
                s3 = Vector.MultiplyAddEstimate(Vector.Create(Unsafe.Add(ref x, k + 3)), Vector.LoadUnsafe(ref W1, 640 + k * 16 + 48), s3);
            }
            s0 = (s0 + s1) + (s2 + s3);
            Vector.StoreUnsafe(Vector.MaxNative(Vector<float>.Zero, s0), ref a1, 32);
        }
    }

    {
        ref float a1 = ref work;  // [33]
        ref float y = ref outputs;  // [33]
        for (nuint j = 0; j < 33 - 33 % (nuint)Vector<float>.Count; j += (nuint)Vector<float>.Count)
        {
            Vector.StoreUnsafe(Vector.LoadUnsafe(ref a1, j), ref y, j);
        }
        for (nuint j = 33 - 33 % (nuint)Vector<float>.Count; j < 33; j++)
        {
            Unsafe.Add(ref y, j) = Unsafe.Add(ref a1, j);
        }
    }
}

[MethodImpl(MethodImplOptions.AggressiveOptimization)]
public static void TrainBackward(ref float inputs, ref float work, ref float transposed, ref float gradient, ref float inputGradient, bool wantsInput)
{
    // Layer 1 of 1 · back through Dense1: Dense 20 → 33, ReLU
    // a1 = max(0, W1·x + b1)
    // da1 becomes the gradient before the activation
    {
        ref float a1 = ref work;  // [33]
        ref float da1 = ref Unsafe.Add(ref work, 48);  // [33]
        for (nuint j = 0; j < 33; j += (nuint)Vector<float>.Count)
        {
            Vector.StoreUnsafe(Vector.ConditionalSelect(Vector.GreaterThan(Vector.LoadUnsafe(ref a1, j), Vector<float>.Zero), Vector.LoadUnsafe(ref da1, j), Vector<float>.Zero), ref da1, j);
        }
    }
    {
        ref float da1 = ref Unsafe.Add(ref work, 48);  // [33]
        ref float x = ref inputs;  // [20]
        ref float dW1 = ref gradient;  // panels [1][20][32] and [1][20][16]
        ref float db1 = ref Unsafe.Add(ref gradient, 960);  // [33]
        for (nuint j = 0; j < 33; j += (nuint)Vector<float>.Count)
        {
            Vector.StoreUnsafe(Vector.LoadUnsafe(ref db1, j) + Vector.LoadUnsafe(ref da1, j), ref db1, j);
        }
        // dW1 += da1·xᵀ
        for (nuint c = 0; c < 32; c += 2 * (nuint)Vector<float>.Count)
        {
            Vector<float> c0 = Vector.LoadUnsafe(ref da1, c);
            Vector<float> c1 = Vector.LoadUnsafe(ref da1, c + (nuint)Vector<float>.Count);
            for (nuint k = 0; k < 20; k++)
            {
                Vector<float> x0 = Vector.Create(Unsafe.Add(ref x, k));
                Vector.StoreUnsafe(Vector.MultiplyAddEstimate(x0, c0, Vector.LoadUnsafe(ref dW1, c + k * 32)), ref dW1, c + k * 32);
                Vector.StoreUnsafe(Vector.MultiplyAddEstimate(x0, c1, Vector.LoadUnsafe(ref dW1, c + (nuint)Vector<float>.Count + k * 32)), ref dW1, c + (nuint)Vector<float>.Count + k * 32);
            }
        }
        {
            Vector<float> c0 = Vector.LoadUnsafe(ref da1, 32);
            for (nuint k = 0; k < 20; k++)
            {
                Vector<float> x0 = Vector.Create(Unsafe.Add(ref x, k));
                Vector.StoreUnsafe(Vector.MultiplyAddEstimate(x0, c0, Vector.LoadUnsafe(ref dW1, 640 + k * 16)), ref dW1, 640 + k * 16);
            }
        }
        if (wantsInput)
        {
            // dx = W1ᵀ·da1
            ref float dx = ref Unsafe.Add(ref work, 96);  // [20]
            ref float T1 = ref transposed;  // W1ᵀ in panels
            for (nuint c = 0; c < 20; c += (nuint)Vector<float>.Count)
            {
                Vector<float> s0 = Vector<float>.Zero;
                Vector<float> s1 = Vector<float>.Zero;
                Vector<float> s2 = Vector<float>.Zero;
                Vector<float> s3 = Vector<float>.Zero;
                for (nuint k = 0; k < 32; k += 4)
                {
                    s0 = Vector.MultiplyAddEstimate(Vector.Create(Unsafe.Add(ref da1, k)), Vector.LoadUnsafe(ref T1, c + k * 32), s0);
                    s1 = Vector.MultiplyAddEstimate(Vector.Create(Unsafe.Add(ref da1, k + 1)), Vector.LoadUnsafe(ref T1, c + k * 32 + 32), s1);
                    s2 = Vector.MultiplyAddEstimate(Vector.Create(Unsafe.Add(ref da1, k + 2)), Vector.LoadUnsafe(ref T1, c + k * 32 + 64), s2);
                    s3 = Vector.MultiplyAddEstimate(Vector.Create(Unsafe.Add(ref da1, k + 3)), Vector.LoadUnsafe(ref T1, c + k * 32 + 96), s3);
                }
                s0 = Vector.MultiplyAddEstimate(Vector.Create(Unsafe.Add(ref da1, 32)), Vector.LoadUnsafe(ref T1, c + 1024), s0);
                Vector.StoreUnsafe((s0 + s1) + (s2 + s3), ref dx, c);
            }
        }
    }

    if (wantsInput)
    {
        ref float dx = ref Unsafe.Add(ref work, 96);  // [20]
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
