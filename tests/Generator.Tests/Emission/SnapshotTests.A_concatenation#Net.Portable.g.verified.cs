[MethodImpl(MethodImplOptions.AggressiveOptimization)]
public static void Predict(ref float parameters, ref float inputs, ref float outputs, ref float work)
{
    // Layer 1 of 5 · left: Dense 20 → 6
    // a1 = W1·x + b1
    {
        ref float x = ref inputs;  // [20]
        ref float a1 = ref Unsafe.Add(ref work, 32);  // [6]
        ref float W1 = ref parameters;  // panels [1][20][16]
        ref float b1 = ref Unsafe.Add(ref parameters, 320);  // [6]
        for (nuint c = 0; c < 6; c += (nuint)Vector<float>.Count)
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
            Vector.StoreUnsafe((s0 + s1) + (s2 + s3), ref a1, c);
        }
    }

    // Layer 3 of 5 · Dense2: Dense 6 → 10
    // a3 = W3·a1 + b3
    {
        ref float a1 = ref Unsafe.Add(ref work, 32);  // [6]
        ref float a3 = ref Unsafe.Add(ref work, 48);  // [10]
        ref float W3 = ref Unsafe.Add(ref parameters, 336);  // panels [1][6][16]
        ref float b3 = ref Unsafe.Add(ref parameters, 432);  // [10]
        for (nuint c = 0; c < 10; c += (nuint)Vector<float>.Count)
        {
            Vector<float> s0 = Vector.LoadUnsafe(ref b3, c);
            Vector<float> s1 = Vector<float>.Zero;
            Vector<float> s2 = Vector<float>.Zero;
            Vector<float> s3 = Vector<float>.Zero;
            s0 = Vector.MultiplyAddEstimate(Vector.Create(Unsafe.Add(ref a1, 0)), Vector.LoadUnsafe(ref W3, c), s0);
            s1 = Vector.MultiplyAddEstimate(Vector.Create(Unsafe.Add(ref a1, 1)), Vector.LoadUnsafe(ref W3, c + 16), s1);
            s2 = Vector.MultiplyAddEstimate(Vector.Create(Unsafe.Add(ref a1, 2)), Vector.LoadUnsafe(ref W3, c + 32), s2);
            s3 = Vector.MultiplyAddEstimate(Vector.Create(Unsafe.Add(ref a1, 3)), Vector.LoadUnsafe(ref W3, c + 48), s3);
            s0 = Vector.MultiplyAddEstimate(Vector.Create(Unsafe.Add(ref a1, 4)), Vector.LoadUnsafe(ref W3, c + 64), s0);
            s1 = Vector.MultiplyAddEstimate(Vector.Create(Unsafe.Add(ref a1, 5)), Vector.LoadUnsafe(ref W3, c + 80), s1);
            Vector.StoreUnsafe((s0 + s1) + (s2 + s3), ref a3, c);
        }
    }

    // Layer 5 of 5 · Concat1: Concat 3 along axis 1
    // a5 = [a3; a1; a3]
    {
        ref float a3 = ref Unsafe.Add(ref work, 48);  // [10]
        ref float a1 = ref Unsafe.Add(ref work, 32);  // [6]
        ref float a5 = ref work;  // [26]
        for (nuint j = 16; j < 32; j += (nuint)Vector<float>.Count)
        {
            Vector.StoreUnsafe(Vector<float>.Zero, ref a5, j);
        }
        for (nuint run = 0; run < 2; run++)
        {
            for (nuint j = 0; j < 5 - 5 % (nuint)Vector<float>.Count; j += (nuint)Vector<float>.Count)
            {
                Vector.StoreUnsafe(Vector.LoadUnsafe(ref a3, run * 5 + j), ref a5, run * 13 + j);
            }
            for (nuint j = 5 - 5 % (nuint)Vector<float>.Count; j < 5; j++)
            {
                Unsafe.Add(ref a5, run * 13 + j) = Unsafe.Add(ref a3, run * 5 + j);
            }
        }
        for (nuint run = 0; run < 2; run++)
        {
            for (nuint j = 0; j < 3 - 3 % (nuint)Vector<float>.Count; j += (nuint)Vector<float>.Count)
            {
                Vector.StoreUnsafe(Vector.LoadUnsafe(ref a1, run * 3 + j), ref a5, run * 13 + 5 + j);
            }
            for (nuint j = 3 - 3 % (nuint)Vector<float>.Count; j < 3; j++)
            {
                Unsafe.Add(ref a5, run * 13 + 5 + j) = Unsafe.Add(ref a1, run * 3 + j);
            }
        }
        for (nuint run = 0; run < 2; run++)
        {
            for (nuint j = 0; j < 5 - 5 % (nuint)Vector<float>.Count; j += (nuint)Vector<float>.Count)
            {
                Vector.StoreUnsafe(Vector.LoadUnsafe(ref a3, run * 5 + j), ref a5, run * 13 + 8 + j);
            }
            for (nuint j = 5 - 5 % (nuint)Vector<float>.Count; j < 5; j++)
            {
                Unsafe.Add(ref a5, run * 13 + 8 + j) = Unsafe.Add(ref a3, run * 5 + j);
            }
        }
    }

    {
        ref float a5 = ref work;  // [26]
        ref float y = ref outputs;  // [26]
        for (nuint j = 0; j < 26 - 26 % (nuint)Vector<float>.Count; j += (nuint)Vector<float>.Count)
        {
            Vector.StoreUnsafe(Vector.LoadUnsafe(ref a5, j), ref y, j);
        }
        for (nuint j = 26 - 26 % (nuint)Vector<float>.Count; j < 26; j++)
        {
            Unsafe.Add(ref y, j) = Unsafe.Add(ref a5, j);
        }
    }
}

[MethodImpl(MethodImplOptions.AggressiveOptimization)]
public static void TrainBackward(ref float inputs, ref float work, ref float transposed, ref float gradient, ref float inputGradient, bool wantsInput)
{
    // Layer 5 of 5 · back through Concat1: Concat 3 along axis 1
    // a5 = [a3; a1; a3]
    {
        ref float da5 = ref Unsafe.Add(ref work, 32);  // [26]
        ref float da3 = ref work;  // [10]
        for (nuint j = 0; j < 16; j += (nuint)Vector<float>.Count)
        {
            Vector.StoreUnsafe(Vector<float>.Zero, ref da3, j);
        }
        for (nuint run = 0; run < 2; run++)
        {
            for (nuint j = 0; j < 5 - 5 % (nuint)Vector<float>.Count; j += (nuint)Vector<float>.Count)
            {
                Vector.StoreUnsafe(Vector.LoadUnsafe(ref da5, run * 13 + j), ref da3, run * 5 + j);
            }
            for (nuint j = 5 - 5 % (nuint)Vector<float>.Count; j < 5; j++)
            {
                Unsafe.Add(ref da3, run * 5 + j) = Unsafe.Add(ref da5, run * 13 + j);
            }
        }
    }
    {
        ref float da5 = ref Unsafe.Add(ref work, 32);  // [26]
        ref float da1 = ref Unsafe.Add(ref work, 80);  // [6]
        for (nuint j = 0; j < 16; j += (nuint)Vector<float>.Count)
        {
            Vector.StoreUnsafe(Vector<float>.Zero, ref da1, j);
        }
        for (nuint run = 0; run < 2; run++)
        {
            for (nuint j = 0; j < 3 - 3 % (nuint)Vector<float>.Count; j += (nuint)Vector<float>.Count)
            {
                Vector.StoreUnsafe(Vector.LoadUnsafe(ref da5, run * 13 + 5 + j), ref da1, run * 3 + j);
            }
            for (nuint j = 3 - 3 % (nuint)Vector<float>.Count; j < 3; j++)
            {
                Unsafe.Add(ref da1, run * 3 + j) = Unsafe.Add(ref da5, run * 13 + 5 + j);
            }
        }
    }
    {
        ref float da5 = ref Unsafe.Add(ref work, 32);  // [26]
        ref float da3 = ref work;  // [10]
        for (nuint run = 0; run < 2; run++)
        {
            for (nuint j = 0; j < 5 - 5 % (nuint)Vector<float>.Count; j += (nuint)Vector<float>.Count)
            {
                Vector.StoreUnsafe(Vector.LoadUnsafe(ref da3, run * 5 + j) + Vector.LoadUnsafe(ref da5, run * 13 + 8 + j), ref da3, run * 5 + j);
            }
            for (nuint j = 5 - 5 % (nuint)Vector<float>.Count; j < 5; j++)
            {
                Unsafe.Add(ref da3, run * 5 + j) += Unsafe.Add(ref da5, run * 13 + 8 + j);
            }
        }
    }

    // Layer 3 of 5 · back through Dense2: Dense 6 → 10
    // a3 = W3·a1 + b3
    {
        ref float da3 = ref work;  // [10]
        ref float a1 = ref Unsafe.Add(ref work, 64);  // [6]
        ref float dW3 = ref Unsafe.Add(ref gradient, 336);  // panels [1][6][16]
        ref float db3 = ref Unsafe.Add(ref gradient, 432);  // [10]
        for (nuint j = 0; j < 10; j += (nuint)Vector<float>.Count)
        {
            Vector.StoreUnsafe(Vector.LoadUnsafe(ref db3, j) + Vector.LoadUnsafe(ref da3, j), ref db3, j);
        }
        // dW3 += da3·a1ᵀ
        for (nuint c = 0; c < 10; c += (nuint)Vector<float>.Count)
        {
            Vector<float> c0 = Vector.LoadUnsafe(ref da3, c);
            for (nuint k = 0; k < 6; k++)
            {
                Vector<float> x0 = Vector.Create(Unsafe.Add(ref a1, k));
                Vector.StoreUnsafe(Vector.MultiplyAddEstimate(x0, c0, Vector.LoadUnsafe(ref dW3, c + k * 16)), ref dW3, c + k * 16);
            }
        }
        // da1 += W3ᵀ·da3
        ref float da1 = ref Unsafe.Add(ref work, 80);  // [6]
        ref float T3 = ref Unsafe.Add(ref transposed, 192);  // W3ᵀ in panels
        for (nuint c = 0; c < 6; c += (nuint)Vector<float>.Count)
        {
            Vector<float> s0 = Vector.LoadUnsafe(ref da1, c);
            Vector<float> s1 = Vector<float>.Zero;
            Vector<float> s2 = Vector<float>.Zero;
            Vector<float> s3 = Vector<float>.Zero;
            for (nuint k = 0; k < 8; k += 4)
            {
                s0 = Vector.MultiplyAddEstimate(Vector.Create(Unsafe.Add(ref da3, k)), Vector.LoadUnsafe(ref T3, c + k * 16), s0);
                s1 = Vector.MultiplyAddEstimate(Vector.Create(Unsafe.Add(ref da3, k + 1)), Vector.LoadUnsafe(ref T3, c + k * 16 + 16), s1);
                s2 = Vector.MultiplyAddEstimate(Vector.Create(Unsafe.Add(ref da3, k + 2)), Vector.LoadUnsafe(ref T3, c + k * 16 + 32), s2);
                s3 = Vector.MultiplyAddEstimate(Vector.Create(Unsafe.Add(ref da3, k + 3)), Vector.LoadUnsafe(ref T3, c + k * 16 + 48), s3);
            }
            s0 = Vector.MultiplyAddEstimate(Vector.Create(Unsafe.Add(ref da3, 8)), Vector.LoadUnsafe(ref T3, c + 128), s0);
            s1 = Vector.MultiplyAddEstimate(Vector.Create(Unsafe.Add(ref da3, 9)), Vector.LoadUnsafe(ref T3, c + 144), s1);
            Vector.StoreUnsafe((s0 + s1) + (s2 + s3), ref da1, c);
        }
    }

    // Layer 1 of 5 · back through left: Dense 20 → 6
    // a1 = W1·x + b1
    {
        ref float da1 = ref Unsafe.Add(ref work, 80);  // [6]
        ref float x = ref inputs;  // [20]
        ref float dW1 = ref gradient;  // panels [1][20][16]
        ref float db1 = ref Unsafe.Add(ref gradient, 320);  // [6]
        for (nuint j = 0; j < 6; j += (nuint)Vector<float>.Count)
        {
            Vector.StoreUnsafe(Vector.LoadUnsafe(ref db1, j) + Vector.LoadUnsafe(ref da1, j), ref db1, j);
        }
        // dW1 += da1·xᵀ
        for (nuint c = 0; c < 6; c += (nuint)Vector<float>.Count)
        {
            Vector<float> c0 = Vector.LoadUnsafe(ref da1, c);
            for (nuint k = 0; k < 20; k++)
            {
                Vector<float> x0 = Vector.Create(Unsafe.Add(ref x, k));
                Vector.StoreUnsafe(Vector.MultiplyAddEstimate(x0, c0, Vector.LoadUnsafe(ref dW1, c + k * 16)), ref dW1, c + k * 16);
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
                s0 = Vector.MultiplyAddEstimate(Vector.Create(Unsafe.Add(ref da1, 0)), Vector.LoadUnsafe(ref T1, c), s0);
                s1 = Vector.MultiplyAddEstimate(Vector.Create(Unsafe.Add(ref da1, 1)), Vector.LoadUnsafe(ref T1, c + 32), s1);
                s2 = Vector.MultiplyAddEstimate(Vector.Create(Unsafe.Add(ref da1, 2)), Vector.LoadUnsafe(ref T1, c + 64), s2);
                s3 = Vector.MultiplyAddEstimate(Vector.Create(Unsafe.Add(ref da1, 3)), Vector.LoadUnsafe(ref T1, c + 96), s3);
                s0 = Vector.MultiplyAddEstimate(Vector.Create(Unsafe.Add(ref da1, 4)), Vector.LoadUnsafe(ref T1, c + 128), s0);
                s1 = Vector.MultiplyAddEstimate(Vector.Create(Unsafe.Add(ref da1, 5)), Vector.LoadUnsafe(ref T1, c + 160), s1);
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
