[MethodImpl(MethodImplOptions.AggressiveOptimization)]
public static double Loss(int rows, ref float work, ref float targets, ref float weights, bool weighted, float scale)
{
    // y ← w·(y·0.9 + 0.1/K), ℓ = −Σ y ln softmax(z), δ = softmax(z)·Σy − y
    double cost = 0;
    ref float outputWeights = ref global::System.Runtime.InteropServices.MemoryMarshal.GetReference(Facts.WeightsOfLoss);
    for (int row = 0; row < rows; row++)
    {
        float weight = weighted ? Unsafe.Add(ref weights, row) : 1f;
        float factor = weight * scale;
        ref float z1 = ref Unsafe.Add(ref work, row * 16);  // [3]
        ref float dz1 = ref Unsafe.Add(ref work, 32 * rows + row * 16);  // [3]
        ref float target = ref Unsafe.Add(ref targets, row * 3);  // [3]
        for (nuint j = 0; j < 16; j += (nuint)Vector<float>.Count)
        {
            Vector.StoreUnsafe(Vector<float>.Zero, ref dz1, j);
        }
        for (nuint j = 0; j < 3 - 3 % (nuint)Vector<float>.Count; j += (nuint)Vector<float>.Count)
        {
            Vector.StoreUnsafe(Vector.LoadUnsafe(ref target, j), ref dz1, j);
        }
        for (nuint j = 3 - 3 % (nuint)Vector<float>.Count; j < 3; j++)
        {
            Unsafe.Add(ref dz1, j) = Unsafe.Add(ref target, j);
        }
        ref float a1 = ref Unsafe.Add(ref work, 16 * rows + row * 16);  // [3]
        Vector<float> maxima = Vector.Create(float.NegativeInfinity);
        for (nuint j = 0; j < 16; j += (nuint)Vector<float>.Count)
        {
            maxima = Vector.MaxNative(maxima, Vector.ConditionalSelect(Vector.LessThan(Vector<float>.Indices + Vector.Create((float)j), Vector.Create(3f)), Vector.LoadUnsafe(ref z1, j), Vector.Create(float.NegativeInfinity)));
        }
        float shift = Horizontal.Max(maxima);
        Vector<float> sums = Vector<float>.Zero;
        for (nuint j = 0; j < 16; j += (nuint)Vector<float>.Count)
        {
            Vector<float> exponential = Vector.ConditionalSelect(Vector.LessThan(Vector<float>.Indices + Vector.Create((float)j), Vector.Create(3f)), VectorMath.Exp(Vector.LoadUnsafe(ref z1, j) - Vector.Create(shift)), Vector<float>.Zero);
            sums += exponential;
            Vector.StoreUnsafe(exponential, ref a1, j);
        }
        float sum = Vector.Sum(sums);
        for (nuint j = 0; j < 16; j += (nuint)Vector<float>.Count)
        {
            Vector.StoreUnsafe(Vector.ConditionalSelect(Vector.LessThan(Vector<float>.Indices + Vector.Create((float)j), Vector.Create(3f)), Vector.LoadUnsafe(ref outputWeights, j) * (Vector.LoadUnsafe(ref dz1, j) * Vector.Create(0.9f) + Vector.Create(0.033333335f)), Vector<float>.Zero), ref dz1, j);
        }
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
    // y ← w·(y·0.9 + 0.1/K), ℓ = −Σ y ln softmax(z), δ = softmax(z)·Σy − y
    double cost = 0;
    ref float outputWeights = ref global::System.Runtime.InteropServices.MemoryMarshal.GetReference(Facts.WeightsOfLoss);
    for (int row = 0; row < rows; row++)
    {
        float weight = weighted ? Unsafe.Add(ref weights, row) : 1f;
        float factor = weight * scale;
        ref float z1 = ref Unsafe.Add(ref work, row * 16);  // [3]
        ref float dz1 = ref Unsafe.Add(ref work, 32 * rows + row * 16);  // [3]
        int label = Unsafe.Add(ref labels, row);
        ref float a1 = ref Unsafe.Add(ref work, 16 * rows + row * 16);  // [3]
        Vector<float> maxima = Vector.Create(float.NegativeInfinity);
        for (nuint j = 0; j < 16; j += (nuint)Vector<float>.Count)
        {
            maxima = Vector.MaxNative(maxima, Vector.ConditionalSelect(Vector.LessThan(Vector<float>.Indices + Vector.Create((float)j), Vector.Create(3f)), Vector.LoadUnsafe(ref z1, j), Vector.Create(float.NegativeInfinity)));
        }
        float shift = Horizontal.Max(maxima);
        Vector<float> sums = Vector<float>.Zero;
        for (nuint j = 0; j < 16; j += (nuint)Vector<float>.Count)
        {
            Vector<float> exponential = Vector.ConditionalSelect(Vector.LessThan(Vector<float>.Indices + Vector.Create((float)j), Vector.Create(3f)), VectorMath.Exp(Vector.LoadUnsafe(ref z1, j) - Vector.Create(shift)), Vector<float>.Zero);
            sums += exponential;
            Vector.StoreUnsafe(exponential, ref a1, j);
        }
        float sum = Vector.Sum(sums);
        for (nuint j = 0; j < 16; j += (nuint)Vector<float>.Count)
        {
            Vector.StoreUnsafe(Vector.ConditionalSelect(Vector.LessThan(Vector<float>.Indices + Vector.Create((float)j), Vector.Create(3f)), Vector.LoadUnsafe(ref outputWeights, j) * Vector.Create(0.033333335f), Vector<float>.Zero), ref dz1, j);
        }
        Unsafe.Add(ref dz1, label) += 0.9f * Unsafe.Add(ref outputWeights, label);
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
