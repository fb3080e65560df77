[MethodImpl(MethodImplOptions.AggressiveOptimization)]
public static void Predict(ref float parameters, ref float inputs, ref float outputs, ref float work)
{
    // Layer 1 of 1 · Dense1: Dense 3 → 2, Tanh
    // a1 = tanh(W1·x + b1)
    {
        ref float x = ref inputs;  // [3]
        ref float a1 = ref work;  // [2]
        ref float W1 = ref parameters;  // panels [1][3][16]
        ref float b1 = ref Unsafe.Add(ref parameters, 48);  // [2]
        {
            Vector512<float> s0 = Vector512.LoadUnsafe(ref b1, 0);
            Vector512<float> s1 = Vector512<float>.Zero;
            Vector512<float> s2 = Vector512<float>.Zero;
            s0 = Vector512.MultiplyAddEstimate(Vector512.Create(Unsafe.Add(ref x, 0)), Vector512.LoadUnsafe(ref W1, 0), s0);
            s1 = Vector512.MultiplyAddEstimate(Vector512.Create(Unsafe.Add(ref x, 1)), Vector512.LoadUnsafe(ref W1, 16), s1);
            s2 = Vector512.MultiplyAddEstimate(Vector512.Create(Unsafe.Add(ref x, 2)), Vector512.LoadUnsafe(ref W1, 32), s2);
            s0 = s0 + s1 + s2;
            Vector512.StoreUnsafe(VectorMath.Tanh(s0), ref a1, 0);
        }
    }

    {
        ref float a1 = ref work;  // [2]
        ref float y = ref outputs;  // [2]
        Unsafe.Add(ref y, 0) = Unsafe.Add(ref a1, 0);
        Unsafe.Add(ref y, 1) = Unsafe.Add(ref a1, 1);
    }
}

[MethodImpl(MethodImplOptions.AggressiveOptimization)]
public static void TrainBackward(ref float inputs, ref float work, ref float transposed, ref float gradient, ref float inputGradient, bool wantsInput)
{
    // Layer 1 of 1 · back through Dense1: Dense 3 → 2, Tanh
    // a1 = tanh(W1·x + b1)
    // da1 becomes the gradient before the activation
    {
        ref float a1 = ref Unsafe.Add(ref work, 16);  // [2]
        ref float da1 = ref Unsafe.Add(ref work, 32);  // [2]
        Vector512.StoreUnsafe(Vector512.LoadUnsafe(ref da1, 0) * (Vector512<float>.One - Vector512.LoadUnsafe(ref a1, 0) * Vector512.LoadUnsafe(ref a1, 0)), ref da1, 0);
    }
    {
        ref float da1 = ref Unsafe.Add(ref work, 32);  // [2]
        ref float x = ref inputs;  // [3]
        ref float dW1 = ref gradient;  // panels [1][3][16]
        ref float db1 = ref Unsafe.Add(ref gradient, 48);  // [2]
        Vector512.StoreUnsafe(Vector512.LoadUnsafe(ref db1, 0) + Vector512.LoadUnsafe(ref da1, 0), ref db1, 0);
        // dW1 += da1·xᵀ
        {
            Vector512<float> c0 = Vector512.LoadUnsafe(ref da1, 0);
            Vector512.StoreUnsafe(Vector512.MultiplyAddEstimate(Vector512.Create(Unsafe.Add(ref x, 0)), c0, Vector512.LoadUnsafe(ref dW1, 0)), ref dW1, 0);
            Vector512.StoreUnsafe(Vector512.MultiplyAddEstimate(Vector512.Create(Unsafe.Add(ref x, 1)), c0, Vector512.LoadUnsafe(ref dW1, 16)), ref dW1, 16);
            Vector512.StoreUnsafe(Vector512.MultiplyAddEstimate(Vector512.Create(Unsafe.Add(ref x, 2)), c0, Vector512.LoadUnsafe(ref dW1, 32)), ref dW1, 32);
        }
        if (wantsInput)
        {
            // dx = W1ᵀ·da1
            ref float dx = ref work;  // [3]
            ref float T1 = ref transposed;  // W1ᵀ in panels
            {
                Vector512<float> s0 = Vector512<float>.Zero;
                Vector512<float> s1 = Vector512<float>.Zero;
                s0 = Vector512.MultiplyAddEstimate(Vector512.Create(Unsafe.Add(ref da1, 0)), Vector512.LoadUnsafe(ref T1, 0), s0);
                s1 = Vector512.MultiplyAddEstimate(Vector512.Create(Unsafe.Add(ref da1, 1)), Vector512.LoadUnsafe(ref T1, 16), s1);
                Vector512.StoreUnsafe(s0 + s1, ref dx, 0);
            }
        }
    }

    if (wantsInput)
    {
        ref float dx = ref work;  // [3]
        ref float asked = ref inputGradient;  // [3]
        Unsafe.Add(ref asked, 0) = Unsafe.Add(ref dx, 0);
        Unsafe.Add(ref asked, 1) = Unsafe.Add(ref dx, 1);
        Unsafe.Add(ref asked, 2) = Unsafe.Add(ref dx, 2);
    }
}
