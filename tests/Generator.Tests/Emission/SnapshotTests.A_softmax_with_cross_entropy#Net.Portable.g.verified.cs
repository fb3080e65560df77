[MethodImpl(MethodImplOptions.AggressiveOptimization)]
public static void Output(int rows, ref float work, ref float outputs)
{
    // a1 = softmax(z1)
    for (int row = 0; row < rows; row++)
    {
        ref float z1 = ref Unsafe.Add(ref work, row * 16);  // [5]
        ref float a1 = ref Unsafe.Add(ref work, 16 * rows + row * 16);  // [5]
        Vector<float> maxima = Vector.Create(float.NegativeInfinity);
        for (nuint j = 0; j < 16; j += (nuint)Vector<float>.Count)
        {
            maxima = Vector.MaxNative(maxima, Vector.ConditionalSelect(Vector.LessThan(Vector<float>.Indices + Vector.Create((float)j), Vector.Create(5f)), Vector.LoadUnsafe(ref z1, j), Vector.Create(float.NegativeInfinity)));
        }
        float shift = Horizontal.Max(maxima);
        Vector<float> sums = Vector<float>.Zero;
        for (nuint j = 0; j < 16; j += (nuint)Vector<float>.Count)
        {
            Vector<float> exponential = Vector.ConditionalSelect(Vector.LessThan(Vector<float>.Indices + Vector.Create((float)j), Vector.Create(5f)), VectorMath.Exp(Vector.LoadUnsafe(ref z1, j) - Vector.Create(shift)), Vector<float>.Zero);
            sums += exponential;
            Vector.StoreUnsafe(exponential, ref a1, j);
        }
        float sum = Vector.Sum(sums);
        for (nuint j = 0; j < 16; j += (nuint)Vector<float>.Count)
        {
            Vector.StoreUnsafe(Vector.LoadUnsafe(ref a1, j) / Vector.Create(sum), ref a1, j);
        }
    }
    for (int row = 0; row < rows; row++)
    {
        ref float a1 = ref Unsafe.Add(ref work, 16 * rows + row * 16);  // [5]
        ref float y = ref Unsafe.Add(ref outputs, row * 5);  // [5]
        for (nuint j = 0; j < 5 - 5 % (nuint)Vector<float>.Count; j += (nuint)Vector<float>.Count)
        {
            Vector.StoreUnsafe(Vector.LoadUnsafe(ref a1, j), ref y, j);
        }
        for (nuint j = 5 - 5 % (nuint)Vector<float>.Count; j < 5; j++)
        {
            Unsafe.Add(ref y, j) = Unsafe.Add(ref a1, j);
        }
    }
}

[MethodImpl(MethodImplOptions.AggressiveOptimization)]
public static double Loss(int rows, ref float work, ref float targets, ref float weights, bool weighted, float scale)
{
    // ℓ = −Σ y ln softmax(z), δ = softmax(z) − y
    double cost = 0;
    for (int row = 0; row < rows; row++)
    {
        float weight = weighted ? Unsafe.Add(ref weights, row) : 1f;
        float factor = weight * scale;
        ref float z1 = ref Unsafe.Add(ref work, row * 16);  // [5]
        ref float dz1 = ref Unsafe.Add(ref work, 32 * rows + row * 16);  // [5]
        ref float target = ref Unsafe.Add(ref targets, row * 5);  // [5]
        for (nuint j = 0; j < 16; j += (nuint)Vector<float>.Count)
        {
            Vector.StoreUnsafe(Vector<float>.Zero, ref dz1, j);
        }
        for (nuint j = 0; j < 5 - 5 % (nuint)Vector<float>.Count; j += (nuint)Vector<float>.Count)
        {
            Vector.StoreUnsafe(Vector.LoadUnsafe(ref target, j), ref dz1, j);
        }
        for (nuint j = 5 - 5 % (nuint)Vector<float>.Count; j < 5; j++)
        {
            Unsafe.Add(ref dz1, j) = Unsafe.Add(ref target, j);
        }
        ref float a1 = ref Unsafe.Add(ref work, 16 * rows + row * 16);  // [5]
        Vector<float> maxima = Vector.Create(float.NegativeInfinity);
        for (nuint j = 0; j < 16; j += (nuint)Vector<float>.Count)
        {
            maxima = Vector.MaxNative(maxima, Vector.ConditionalSelect(Vector.LessThan(Vector<float>.Indices + Vector.Create((float)j), Vector.Create(5f)), Vector.LoadUnsafe(ref z1, j), Vector.Create(float.NegativeInfinity)));
        }
        float shift = Horizontal.Max(maxima);
        Vector<float> sums = Vector<float>.Zero;
        for (nuint j = 0; j < 16; j += (nuint)Vector<float>.Count)
        {
            Vector<float> exponential = Vector.ConditionalSelect(Vector.LessThan(Vector<float>.Indices + Vector.Create((float)j), Vector.Create(5f)), VectorMath.Exp(Vector.LoadUnsafe(ref z1, j) - Vector.Create(shift)), Vector<float>.Zero);
            sums += exponential;
            Vector.StoreUnsafe(exponential, ref a1, j);
        }
        float sum = Vector.Sum(sums);
        // Σ y (ln Σe − (z − max z)); the targets' sum is 1 unless the caller says otherwise. Where y is 0, and in padding, z may be infinite
        Vector<float> masses = Vector<float>.Zero;
        Vector<float> products = Vector<float>.Zero;
        for (nuint j = 0; j < 16; j += (nuint)Vector<float>.Count)
        {
            masses += Vector.LoadUnsafe(ref dz1, j);
            products += Vector.ConditionalSelect(Vector.Equals(Vector.LoadUnsafe(ref dz1, j), Vector<float>.Zero), Vector<float>.Zero, Vector.LoadUnsafe(ref dz1, j) * (Vector.LoadUnsafe(ref z1, j) - Vector.Create(shift)));
        }
        float mass = Vector.Sum(masses);
        cost += weight * (mass * MathF.Log(sum) - Vector.Sum(products));
        for (nuint j = 0; j < 16; j += (nuint)Vector<float>.Count)
        {
            Vector.StoreUnsafe((Vector.LoadUnsafe(ref a1, j) / Vector.Create(sum) * Vector.Create(mass) - Vector.LoadUnsafe(ref dz1, j)) * Vector.Create(factor), ref dz1, j);
        }
    }
    return cost;
}

[MethodImpl(MethodImplOptions.AggressiveOptimization)]
public static double Loss(int rows, ref float work, ref int labels, ref float weights, bool weighted, float scale)
{
    // ℓ = −Σ y ln softmax(z), δ = softmax(z) − y
    double cost = 0;
    for (int row = 0; row < rows; row++)
    {
        float weight = weighted ? Unsafe.Add(ref weights, row) : 1f;
        float factor = weight * scale;
        ref float z1 = ref Unsafe.Add(ref work, row * 16);  // [5]
        ref float dz1 = ref Unsafe.Add(ref work, 32 * rows + row * 16);  // [5]
        int label = Unsafe.Add(ref labels, row);
        ref float a1 = ref Unsafe.Add(ref work, 16 * rows + row * 16);  // [5]
        Vector<float> maxima = Vector.Create(float.NegativeInfinity);
        for (nuint j = 0; j < 16; j += (nuint)Vector<float>.Count)
        {
            maxima = Vector.MaxNative(maxima, Vector.ConditionalSelect(Vector.LessThan(Vector<float>.Indices + Vector.Create((float)j), Vector.Create(5f)), Vector.LoadUnsafe(ref z1, j), Vector.Create(float.NegativeInfinity)));
        }
        float shift = Horizontal.Max(maxima);
        Vector<float> sums = Vector<float>.Zero;
        for (nuint j = 0; j < 16; j += (nuint)Vector<float>.Count)
        {
            Vector<float> exponential = Vector.ConditionalSelect(Vector.LessThan(Vector<float>.Indices + Vector.Create((float)j), Vector.Create(5f)), VectorMath.Exp(Vector.LoadUnsafe(ref z1, j) - Vector.Create(shift)), Vector<float>.Zero);
            sums += exponential;
            Vector.StoreUnsafe(exponential, ref a1, j);
        }
        float sum = Vector.Sum(sums);
        cost += weight * (MathF.Log(sum) - (Unsafe.Add(ref z1, label) - shift));
        for (nuint j = 0; j < 16; j += (nuint)Vector<float>.Count)
        {
            Vector.StoreUnsafe(Vector.LoadUnsafe(ref a1, j) / Vector.Create(sum) * Vector.Create(factor), ref dz1, j);
        }
        Unsafe.Add(ref dz1, label) -= factor;
    }
    return cost;
}

[MethodImpl(MethodImplOptions.AggressiveOptimization)]
public static void OutputGradient(int rows, ref float work, ref float outputGradient)
{
    for (int row = 0; row < rows; row++)
    {
        ref float given = ref Unsafe.Add(ref outputGradient, row * 5);  // [5]
        ref float dz1 = ref Unsafe.Add(ref work, 32 * rows + row * 16);  // [5]
        for (nuint j = 0; j < 16; j += (nuint)Vector<float>.Count)
        {
            Vector.StoreUnsafe(Vector<float>.Zero, ref dz1, j);
        }
        for (nuint j = 0; j < 5 - 5 % (nuint)Vector<float>.Count; j += (nuint)Vector<float>.Count)
        {
            Vector.StoreUnsafe(Vector.LoadUnsafe(ref given, j), ref dz1, j);
        }
        for (nuint j = 5 - 5 % (nuint)Vector<float>.Count; j < 5; j++)
        {
            Unsafe.Add(ref dz1, j) = Unsafe.Add(ref given, j);
        }
    }
    // back through a1 = softmax(z1)
    for (int row = 0; row < rows; row++)
    {
        ref float a1 = ref Unsafe.Add(ref work, 16 * rows + row * 16);  // [5]
        ref float dz1 = ref Unsafe.Add(ref work, 32 * rows + row * 16);  // [5]
        Vector<float> products = Vector<float>.Zero;
        for (nuint j = 0; j < 16; j += (nuint)Vector<float>.Count)
        {
            products = Vector.MultiplyAddEstimate(Vector.LoadUnsafe(ref a1, j), Vector.LoadUnsafe(ref dz1, j), products);
        }
        float mean = Vector.Sum(products);
        for (nuint j = 0; j < 16; j += (nuint)Vector<float>.Count)
        {
            Vector.StoreUnsafe(Vector.LoadUnsafe(ref a1, j) * (Vector.LoadUnsafe(ref dz1, j) - Vector.Create(mean)), ref dz1, j);
        }
    }
}
