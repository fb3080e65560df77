[MethodImpl(MethodImplOptions.AggressiveOptimization)]
public static double Loss(int rows, ref float work, ref float targets, ref float weights, bool weighted, float scale)
{
    // ℓ = Σ (w·y ln(1 + e^−z) + (1 − y) ln(1 + e^z)), δ = (1 − y)·σ(z) − w·y·(1 − σ(z))
    double cost = 0;
    ref float outputWeights = ref global::System.Runtime.InteropServices.MemoryMarshal.GetReference(Facts.WeightsOfLoss);
    for (int row = 0; row < rows; row++)
    {
        float weight = weighted ? Unsafe.Add(ref weights, row) : 1f;
        float factor = weight * scale;
        ref float z1 = ref Unsafe.Add(ref work, row * 16);  // [2]
        ref float dz1 = ref Unsafe.Add(ref work, 32 * rows + row * 16);  // [2]
        ref float target = ref Unsafe.Add(ref targets, row * 2);  // [2]
        for (nuint j = 0; j < 16; j += (nuint)Vector<float>.Count)
        {
            Vector.StoreUnsafe(Vector<float>.Zero, ref dz1, j);
        }
        for (nuint j = 0; j < 2 - 2 % (nuint)Vector<float>.Count; j += (nuint)Vector<float>.Count)
        {
            Vector.StoreUnsafe(Vector.LoadUnsafe(ref target, j), ref dz1, j);
        }
        for (nuint j = 2 - 2 % (nuint)Vector<float>.Count; j < 2; j++)
        {
            Unsafe.Add(ref dz1, j) = Unsafe.Add(ref target, j);
        }
        Vector<float> costs = Vector<float>.Zero;
        for (nuint j = 0; j < 16; j += (nuint)Vector<float>.Count)
        {
            Vector<float> z = Vector.LoadUnsafe(ref z1, j);
            Vector<float> y = Vector.LoadUnsafe(ref dz1, j);
            Vector<float> positive = Vector.LoadUnsafe(ref outputWeights, j) * y;
            Vector<float> negative = Vector<float>.One - y;
            Vector<float> log = VectorMath.Log(Vector<float>.One + VectorMath.Exp(-Vector.Abs(z)));
            Vector<float> a = VectorMath.Sigmoid(z);
            costs += Vector.ConditionalSelect(Vector.LessThan(Vector<float>.Indices + Vector.Create((float)j), Vector.Create(2f)), positive * (log - Vector.MinNative(Vector<float>.Zero, z)) + negative * (log + Vector.MaxNative(Vector<float>.Zero, z)), Vector<float>.Zero);
            Vector.StoreUnsafe(Vector.ConditionalSelect(Vector.LessThan(Vector<float>.Indices + Vector.Create((float)j), Vector.Create(2f)), (negative * a - positive * (Vector<float>.One - a)) * Vector.Create(factor), Vector<float>.Zero), ref dz1, j);
        }
        cost += weight * Vector.Sum(costs);
    }
    return cost;
}
