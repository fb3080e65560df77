[MethodImpl(MethodImplOptions.AggressiveOptimization)]
public static double Loss(int rows, ref float work, ref float targets, ref float weights, bool weighted, float scale)
{
    // ℓ = (1/n) Σ (ŷ − y)²
    double cost = 0;
    for (int row = 0; row < rows; row++)
    {
        float weight = weighted ? Unsafe.Add(ref weights, row) : 1f;
        float factor = weight * scale;
        ref float a1 = ref Unsafe.Add(ref work, row * 16);  // [5]
        ref float da1 = ref Unsafe.Add(ref work, 32 * rows + row * 16);  // [5]
        ref float target = ref Unsafe.Add(ref targets, row * 5);  // [5]
        for (nuint j = 0; j < 16; j += (nuint)Vector<float>.Count)
        {
            Vector.StoreUnsafe(Vector<float>.Zero, ref da1, j);
        }
        for (nuint j = 0; j < 5 - 5 % (nuint)Vector<float>.Count; j += (nuint)Vector<float>.Count)
        {
            Vector.StoreUnsafe(Vector.LoadUnsafe(ref target, j), ref da1, j);
        }
        for (nuint j = 5 - 5 % (nuint)Vector<float>.Count; j < 5; j++)
        {
            Unsafe.Add(ref da1, j) = Unsafe.Add(ref target, j);
        }
        Vector<float> costs = Vector<float>.Zero;
        for (nuint j = 0; j < 16; j += (nuint)Vector<float>.Count)
        {
            Vector<float> a = Vector.LoadUnsafe(ref a1, j);
            Vector<float> y = Vector.LoadUnsafe(ref da1, j);
            costs += Vector.ConditionalSelect(Vector.LessThan(Vector<float>.Indices + Vector.Create((float)j), Vector.Create(5f)), (a - y) * (a - y), Vector<float>.Zero);
            Vector.StoreUnsafe(Vector.ConditionalSelect(Vector.LessThan(Vector<float>.Indices + Vector.Create((float)j), Vector.Create(5f)), ((a - y) + (a - y)) / Vector.Create(5f) * Vector.Create(factor), Vector<float>.Zero), ref da1, j);
        }
        cost += weight * Vector.Sum(costs) / 5f;
    }
    return cost;
}
