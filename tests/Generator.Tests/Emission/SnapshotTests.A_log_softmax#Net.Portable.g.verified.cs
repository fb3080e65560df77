[MethodImpl(MethodImplOptions.AggressiveOptimization)]
public static void Predict(ref float parameters, ref float inputs, ref float outputs, ref float work)
{
    // the input, padded
    {
        ref float given = ref inputs;  // [20]
        ref float x = ref work;  // [20]
        for (nuint j = 16; j < 32; j += (nuint)Vector<float>.Count)
        {
            Vector.StoreUnsafe(Vector<float>.Zero, ref x, j);
        }
        for (nuint j = 0; j < 20 - 20 % (nuint)Vector<float>.Count; j += (nuint)Vector<float>.Count)
        {
            Vector.StoreUnsafe(Vector.LoadUnsafe(ref given, j), ref x, j);
        }
        for (nuint j = 20 - 20 % (nuint)Vector<float>.Count; j < 20; j++)
        {
            Unsafe.Add(ref x, j) = Unsafe.Add(ref given, j);
        }
    }

    // Layer 1 of 1 · Activate1: LogSoftmax
    // a1 = ln softmax(x)
    {
        ref float x = ref work;  // [20]
        ref float a1 = ref Unsafe.Add(ref work, 32);  // [20]
        Vector<float> maxima = Vector.Create(float.NegativeInfinity);
        for (nuint j = 0; j < 20; j += (nuint)Vector<float>.Count)
        {
            maxima = Vector.MaxNative(maxima, Vector.ConditionalSelect(Vector.LessThan(Vector<float>.Indices + Vector.Create((float)j), Vector.Create(20f)), Vector.LoadUnsafe(ref x, j), Vector.Create(float.NegativeInfinity)));
        }
        float shift = Horizontal.Max(maxima);
        Vector<float> sums = Vector<float>.Zero;
        for (nuint j = 0; j < 20; j += (nuint)Vector<float>.Count)
        {
            Vector<float> exponential = Vector.ConditionalSelect(Vector.LessThan(Vector<float>.Indices + Vector.Create((float)j), Vector.Create(20f)), VectorMath.Exp(Vector.LoadUnsafe(ref x, j) - Vector.Create(shift)), Vector<float>.Zero);
            sums += exponential;
        }
        float sum = Vector.Sum(sums);
        float logarithm = MathF.Log(sum);
        for (nuint j = 0; j < 20; j += (nuint)Vector<float>.Count)
        {
            Vector.StoreUnsafe(Vector.ConditionalSelect(Vector.LessThan(Vector<float>.Indices + Vector.Create((float)j), Vector.Create(20f)), Vector.LoadUnsafe(ref x, j) - Vector.Create(shift) - Vector.Create(logarithm), Vector<float>.Zero), ref a1, j);
        }
    }

    {
        ref float a1 = ref Unsafe.Add(ref work, 32);  // [20]
        ref float y = ref outputs;  // [20]
        for (nuint j = 0; j < 20 - 20 % (nuint)Vector<float>.Count; j += (nuint)Vector<float>.Count)
        {
            Vector.StoreUnsafe(Vector.LoadUnsafe(ref a1, j), ref y, j);
        }
        for (nuint j = 20 - 20 % (nuint)Vector<float>.Count; j < 20; j++)
        {
            Unsafe.Add(ref y, j) = Unsafe.Add(ref a1, j);
        }
    }
}

[MethodImpl(MethodImplOptions.AggressiveOptimization)]
public static void TrainBackward(int rows, ref float inputs, ref float work, ref float transposed, ref float gradient, ref float inputGradient, bool wantsInput, Workers? workers)
{
    // Layer 1 of 1 · back through Activate1: LogSoftmax
    // a1 = ln softmax(x)
    if (wantsInput)
    {
        DividedRows.Run(rows, 20, ref work, workers, [MethodImpl(MethodImplOptions.AggressiveOptimization)] static (int rows, int first, int end, ref float work) =>
        {
            for (int row = first; row < end; row++)
            {
                ref float a1 = ref Unsafe.Add(ref work, 32 * rows + row * 32);  // [20]
                ref float da1 = ref Unsafe.Add(ref work, 64 * rows + row * 32);  // [20]
                ref float dx = ref Unsafe.Add(ref work, row * 32);  // [20]
                Vector<float> sums = Vector<float>.Zero;
                for (nuint j = 0; j < 32; j += (nuint)Vector<float>.Count)
                {
                    sums += Vector.LoadUnsafe(ref da1, j);
                }
                float sum = Vector.Sum(sums);
                for (nuint j = 0; j < 32; j += (nuint)Vector<float>.Count)
                {
                    Vector.StoreUnsafe(Vector.ConditionalSelect(Vector.LessThan(Vector<float>.Indices + Vector.Create((float)j), Vector.Create(20f)), Vector.LoadUnsafe(ref da1, j) - VectorMath.Exp(Vector.LoadUnsafe(ref a1, j)) * Vector.Create(sum), Vector<float>.Zero), ref dx, j);
                }
            }
        });
    }

    if (wantsInput)
    {
        for (int row = 0; row < rows; row++)
        {
            ref float dx = ref Unsafe.Add(ref work, row * 32);  // [20]
            ref float asked = ref Unsafe.Add(ref inputGradient, row * 20);  // [20]
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
}
