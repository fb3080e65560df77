
    // What weights cost.
    file static class Penalties
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public static void Gradient(ref double cost, ref float parameters, ref float gradient, Workers? workers)
        {
            // Dense1.Weights [5, 20]: 0.0001/2·‖W‖²
            cost += PenaltyKernels.Gradient(320, ref parameters, ref gradient, 0f, 0.0001f, proximal: false, workers);
            // Dense2.Weights [2, 5]: 0.25/2·‖W‖² + 0.5·Σ|w|
            cost += PenaltyKernels.Gradient(80, ref Unsafe.Add(ref parameters, 336), ref Unsafe.Add(ref gradient, 336), 0.5f, 0.25f, proximal: true, workers);
            // Dense2.Bias [2]: 0.25/2·‖W‖² + 0.5·Σ|w|
            cost += PenaltyKernels.Gradient(16, ref Unsafe.Add(ref parameters, 416), ref Unsafe.Add(ref gradient, 416), 0.5f, 0.25f, proximal: true, workers);
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public static void Cost(ref double cost, ref float parameters, Workers? workers)
        {
            // Dense1.Weights [5, 20]: 0.0001/2·‖W‖²
            cost += PenaltyKernels.Cost(320, ref parameters, 0f, 0.0001f, workers);
            // Dense2.Weights [2, 5]: 0.25/2·‖W‖² + 0.5·Σ|w|
            cost += PenaltyKernels.Cost(80, ref Unsafe.Add(ref parameters, 336), 0.5f, 0.25f, workers);
            // Dense2.Bias [2]: 0.25/2·‖W‖² + 0.5·Σ|w|
            cost += PenaltyKernels.Cost(16, ref Unsafe.Add(ref parameters, 416), 0.5f, 0.25f, workers);
        }
    }
