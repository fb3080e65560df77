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
            Vector<float> s0_2 = Vector<float>.Zero;
            Vector<float> s0_3 = Vector<float>.Zero;
            Vector<float> s1_0 = Vector.LoadUnsafe(ref b1, c + (nuint)Vector<float>.Count);
            Vector<float> s1_1 = Vector<float>.Zero;
            Vector<float> s1_2 = Vector<float>.Zero;
            Vector<float> s1_3 = Vector<float>.Zero;
            for (nuint k = 0; k < 20; k += 4)
            {
                Vector<float> xk = Vector.Create(Unsafe.Add(ref x, k));
                s0_0 = Vector.MultiplyAddEstimate(xk, Vector.LoadUnsafe(ref W1, k * 32 + c), s0_0);
                s1_0 = Vector.MultiplyAddEstimate(xk, Vector.LoadUnsafe(ref W1, k * 32 + c + (nuint)Vector<float>.Count), s1_0);
                Vector<float> xk1 = Vector.Create(Unsafe.Add(ref x, k + 1));
                s0_1 = Vector.MultiplyAddEstimate(xk1, Vector.LoadUnsafe(ref W1, k * 32 + c + 32), s0_1);
                s1_1 = Vector.MultiplyAddEstimate(xk1, Vector.LoadUnsafe(ref W1, k * 32 + c + (nuint)Vector<float>.Count + 32), s1_1);
                Vector<float> xk2 = Vector.Create(Unsafe.Add(ref x, k + 2));
                s0_2 = Vector.MultiplyAddEstimate(xk2, Vector.LoadUnsafe(ref W1, k * 32 + c + 64), s0_2);
                s1_2 = Vector.MultiplyAddEstimate(xk2, Vector.LoadUnsafe(ref W1, k * 32 + c + (nuint)Vector<float>.Count + 64), s1_2);
                Vector<float> xk3 = Vector.Create(Unsafe.Add(ref x, k + 3));
                s0_3 = Vector.MultiplyAddEstimate(xk3, Vector.LoadUnsafe(ref W1, k * 32 + c + 96), s0_3);
                s1_3 = Vector.MultiplyAddEstimate(xk3, Vector.LoadUnsafe(ref W1, k * 32 + c + (nuint)Vector<float>.Count + 96), s1_3);
            }
            s0_0 = (s0_0 + s0_1) + (s0_2 + s0_3);
            Vector.StoreUnsafe(Vector.MaxNative(Vector<float>.Zero, s0_0), ref a1, c);
            s1_0 = (s1_0 + s1_1) + (s1_2 + s1_3);
            Vector.StoreUnsafe(Vector.MaxNative(Vector<float>.Zero, s1_0), ref a1, c + (nuint)Vector<float>.Count);
        }
        {
            Vector<float> s0 = Vector.LoadUnsafe(ref b1, 32);
            Vector<float> s1 = Vector<float>.Zero;
            Vector<float> s2 = Vector<float>.Zero;
            Vector<float> s3 = Vector<float>.Zero;
            Vector<float> s4 = Vector<float>.Zero;
            Vector<float> s5 = Vector<float>.Zero;
            Vector<float> s6 = Vector<float>.Zero;
            Vector<float> s7 = Vector<float>.Zero;
            for (nuint k = 0; k < 16; k += 8)
            {
                s0 = Vector.MultiplyAddEstimate(Vector.Create(Unsafe.Add(ref x, k)), Vector.LoadUnsafe(ref W1, k * 16 + 640), s0);
                s1 = Vector.MultiplyAddEstimate(Vector.Create(Unsafe.Add(ref x, k + 1)), Vector.LoadUnsafe(ref W1, k * 16 + 656), s1);
                s2 = Vector.MultiplyAddEstimate(Vector.Create(Unsafe.Add(ref x, k + 2)), Vector.LoadUnsafe(ref W1, k * 16 + 672), s2);
                s3 = Vector.MultiplyAddEstimate(Vector.Create(Unsafe.Add(ref x, k + 3)), Vector.LoadUnsafe(ref W1, k * 16 + 688), s3);
                s4 = Vector.MultiplyAddEstimate(Vector.Create(Unsafe.Add(ref x, k + 4)), Vector.LoadUnsafe(ref W1, k * 16 + 704), s4);
                s5 = Vector.MultiplyAddEstimate(Vector.Create(Unsafe.Add(ref x, k + 5)), Vector.LoadUnsafe(ref W1, k * 16 + 720), s5);
                s6 = Vector.MultiplyAddEstimate(Vector.Create(Unsafe.Add(ref x, k + 6)), Vector.LoadUnsafe(ref W1, k * 16 + 736), s6);
                s7 = Vector.MultiplyAddEstimate(Vector.Create(Unsafe.Add(ref x, k + 7)), Vector.LoadUnsafe(ref W1, k * 16 + 752), s7);
            }
            s0 = Vector.MultiplyAddEstimate(Vector.Create(Unsafe.Add(ref x, 16)), Vector.LoadUnsafe(ref W1, 896), s0);
            s1 = Vector.MultiplyAddEstimate(Vector.Create(Unsafe.Add(ref x, 17)), Vector.LoadUnsafe(ref W1, 912), s1);
            s2 = Vector.MultiplyAddEstimate(Vector.Create(Unsafe.Add(ref x, 18)), Vector.LoadUnsafe(ref W1, 928), s2);
            s3 = Vector.MultiplyAddEstimate(Vector.Create(Unsafe.Add(ref x, 19)), Vector.LoadUnsafe(ref W1, 944), s3);
            s0 = ((s0 + s1) + (s2 + s3)) + ((s4 + s5) + (s6 + s7));
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
