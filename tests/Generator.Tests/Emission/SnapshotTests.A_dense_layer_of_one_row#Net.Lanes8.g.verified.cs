[MethodImpl(MethodImplOptions.AggressiveOptimization)]
public static void Predict(ref float parameters, ref float inputs, ref float outputs, ref float work)
{
    // Layer 1 of 1 · Dense1: Dense 43 → 77, ReLU
    // a1 = max(0, W1·x + b1)
    {
        ref float x = ref inputs;  // [43]
        ref float a1 = ref work;  // [77]
        ref float W1 = ref parameters;  // panels [2][43][32] and [1][43][16]
        ref float b1 = ref Unsafe.Add(ref parameters, 3440);  // [77]
        for (nuint panel = 0; panel < 2; panel++)
        {
            ref float P = ref Unsafe.Add(ref W1, panel * 1376);
            {
                Vector<float> s0_0 = Vector.LoadUnsafe(ref b1, panel * 32);
                Vector<float> s0_1 = Vector<float>.Zero;
                Vector<float> s1_0 = Vector.LoadUnsafe(ref b1, panel * 32 + 8);
                Vector<float> s1_1 = Vector<float>.Zero;
                Vector<float> s2_0 = Vector.LoadUnsafe(ref b1, panel * 32 + 16);
                Vector<float> s2_1 = Vector<float>.Zero;
                Vector<float> s3_0 = Vector.LoadUnsafe(ref b1, panel * 32 + 24);
                Vector<float> s3_1 = Vector<float>.Zero;
                for (nuint k = 0; k < 42; k += 2)
                {
                    Vector<float> xk = Vector.Create(Unsafe.Add(ref x, k));
                    s0_0 = Vector.MultiplyAddEstimate(xk, Vector.LoadUnsafe(ref P, k * 32), s0_0);
                    s1_0 = Vector.MultiplyAddEstimate(xk, Vector.LoadUnsafe(ref P, k * 32 + 8), s1_0);
                    s2_0 = Vector.MultiplyAddEstimate(xk, Vector.LoadUnsafe(ref P, k * 32 + 16), s2_0);
                    s3_0 = Vector.MultiplyAddEstimate(xk, Vector.LoadUnsafe(ref P, k * 32 + 24), s3_0);
                    Vector<float> xk1 = Vector.Create(Unsafe.Add(ref x, k + 1));
                    s0_1 = Vector.MultiplyAddEstimate(xk1, Vector.LoadUnsafe(ref P, k * 32 + 32), s0_1);
                    s1_1 = Vector.MultiplyAddEstimate(xk1, Vector.LoadUnsafe(ref P, k * 32 + 40), s1_1);
                    s2_1 = Vector.MultiplyAddEstimate(xk1, Vector.LoadUnsafe(ref P, k * 32 + 48), s2_1);
                    s3_1 = Vector.MultiplyAddEstimate(xk1, Vector.LoadUnsafe(ref P, k * 32 + 56), s3_1);
                }
                Vector<float> x42 = Vector.Create(Unsafe.Add(ref x, 42));
                s0_0 = Vector.MultiplyAddEstimate(x42, Vector.LoadUnsafe(ref P, 1344), s0_0);
                s1_0 = Vector.MultiplyAddEstimate(x42, Vector.LoadUnsafe(ref P, 1352), s1_0);
                s2_0 = Vector.MultiplyAddEstimate(x42, Vector.LoadUnsafe(ref P, 1360), s2_0);
                s3_0 = Vector.MultiplyAddEstimate(x42, Vector.LoadUnsafe(ref P, 1368), s3_0);
                s0_0 = s0_0 + s0_1;
                Vector.StoreUnsafe(Vector.MaxNative(Vector<float>.Zero, s0_0), ref a1, panel * 32);
                s1_0 = s1_0 + s1_1;
                Vector.StoreUnsafe(Vector.MaxNative(Vector<float>.Zero, s1_0), ref a1, panel * 32 + 8);
                s2_0 = s2_0 + s2_1;
                Vector.StoreUnsafe(Vector.MaxNative(Vector<float>.Zero, s2_0), ref a1, panel * 32 + 16);
                s3_0 = s3_0 + s3_1;
                Vector.StoreUnsafe(Vector.MaxNative(Vector<float>.Zero, s3_0), ref a1, panel * 32 + 24);
            }
        }
        {
            Vector<float> s0_0 = Vector.LoadUnsafe(ref b1, 64);
            Vector<float> s0_1 = Vector<float>.Zero;
            Vector<float> s0_2 = Vector<float>.Zero;
            Vector<float> s0_3 = Vector<float>.Zero;
            Vector<float> s1_0 = Vector.LoadUnsafe(ref b1, 72);
            Vector<float> s1_1 = Vector<float>.Zero;
            Vector<float> s1_2 = Vector<float>.Zero;
            Vector<float> s1_3 = Vector<float>.Zero;
            for (nuint k = 0; k < 40; k += 4)
            {
                Vector<float> xk = Vector.Create(Unsafe.Add(ref x, k));
                s0_0 = Vector.MultiplyAddEstimate(xk, Vector.LoadUnsafe(ref W1, k * 16 + 2752), s0_0);
                s1_0 = Vector.MultiplyAddEstimate(xk, Vector.LoadUnsafe(ref W1, k * 16 + 2760), s1_0);
                Vector<float> xk1 = Vector.Create(Unsafe.Add(ref x, k + 1));
                s0_1 = Vector.MultiplyAddEstimate(xk1, Vector.LoadUnsafe(ref W1, k * 16 + 2768), s0_1);
                s1_1 = Vector.MultiplyAddEstimate(xk1, Vector.LoadUnsafe(ref W1, k * 16 + 2776), s1_1);
                Vector<float> xk2 = Vector.Create(Unsafe.Add(ref x, k + 2));
                s0_2 = Vector.MultiplyAddEstimate(xk2, Vector.LoadUnsafe(ref W1, k * 16 + 2784), s0_2);
                s1_2 = Vector.MultiplyAddEstimate(xk2, Vector.LoadUnsafe(ref W1, k * 16 + 2792), s1_2);
                Vector<float> xk3 = Vector.Create(Unsafe.Add(ref x, k + 3));
                s0_3 = Vector.MultiplyAddEstimate(xk3, Vector.LoadUnsafe(ref W1, k * 16 + 2800), s0_3);
                s1_3 = Vector.MultiplyAddEstimate(xk3, Vector.LoadUnsafe(ref W1, k * 16 + 2808), s1_3);
            }
            Vector<float> x40 = Vector.Create(Unsafe.Add(ref x, 40));
            s0_0 = Vector.MultiplyAddEstimate(x40, Vector.LoadUnsafe(ref W1, 3392), s0_0);
            s1_0 = Vector.MultiplyAddEstimate(x40, Vector.LoadUnsafe(ref W1, 3400), s1_0);
            Vector<float> x41 = Vector.Create(Unsafe.Add(ref x, 41));
            s0_1 = Vector.MultiplyAddEstimate(x41, Vector.LoadUnsafe(ref W1, 3408), s0_1);
            s1_1 = Vector.MultiplyAddEstimate(x41, Vector.LoadUnsafe(ref W1, 3416), s1_1);
            Vector<float> x42 = Vector.Create(Unsafe.Add(ref x, 42));
            s0_2 = Vector.MultiplyAddEstimate(x42, Vector.LoadUnsafe(ref W1, 3424), s0_2);
            s1_2 = Vector.MultiplyAddEstimate(x42, Vector.LoadUnsafe(ref W1, 3432), s1_2);
            s0_0 = (s0_0 + s0_1) + (s0_2 + s0_3);
            Vector.StoreUnsafe(Vector.MaxNative(Vector<float>.Zero, s0_0), ref a1, 64);
            s1_0 = (s1_0 + s1_1) + (s1_2 + s1_3);
            Vector.StoreUnsafe(Vector.MaxNative(Vector<float>.Zero, s1_0), ref a1, 72);
        }
    }

    {
        ref float a1 = ref work;  // [77]
        ref float y = ref outputs;  // [77]
        for (nuint j = 0; j < 72; j += 8)
        {
            Vector.StoreUnsafe(Vector.LoadUnsafe(ref a1, j), ref y, j);
        }
        for (nuint j = 72; j < 77; j++)
        {
            Unsafe.Add(ref y, j) = Unsafe.Add(ref a1, j);
        }
    }
}
