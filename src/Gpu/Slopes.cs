namespace NetGen.__Compiled
{
    using global::ILGPU;

    /// <summary>Kernels of PReLU that need all rows of a batch: 32 columns a group, 8 lanes each.</summary>
    internal static class Slopes
    {
        /// <summary>da = Σ dy·min(0, x) of every column; where one slope is common to all, one group adds them up.</summary>
        public static void ParameterGradient(
            ArrayView<float> x, int xStride, ArrayView<float> dy, int dyStride, ArrayView<float> gradient, int weights, int elements, int channels, int rows)
        {
            ArrayView<float> shared = SharedMemory.Allocate<float>(2 * Lanes.ColumnGroup);
            int lane = Group.IdxX >> 5, first = Grid.IdxX * Lanes.Columns + (Group.IdxX & 31);
            int end = channels == 1 ? elements : first + 1;
            float sum = 0f;
            for (int column = first; column < end && column < elements; column += Lanes.Columns)
            {
                for (int row = lane; row < rows; row += Lanes.OfColumn)
                {
                    float value = x[row * xStride + column];
                    sum += dy[row * dyStride + column] * (value < 0f ? value : 0f);
                }
            }

            sum = Lanes.SumOfColumn(shared.SubView(0, Lanes.ColumnGroup), sum);
            shared[Lanes.ColumnGroup + Group.IdxX] = sum;
            Group.Barrier();
            if (channels == 1 && Group.IdxX == 0)
            {
                for (int column = 1; column < Lanes.Columns; column++)
                {
                    sum += shared[Lanes.ColumnGroup + column];
                }
            }

            if (lane == 0 && first < channels)
            {
                gradient[weights + first] = sum;
            }
        }
    }
}
