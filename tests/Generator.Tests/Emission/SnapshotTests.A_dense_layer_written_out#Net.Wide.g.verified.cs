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
            s0 = (s0 + s1) + s2;
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
