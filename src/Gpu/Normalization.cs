namespace NetGen.__Compiled
{
    using global::System;
    using global::ILGPU;

    /// <summary>Kernels of normalizations that need all rows of a batch: 32 columns a group, 8 lanes each.</summary>
    internal static class Normalization
    {
        /// <summary>y = (x − μ)·r·γ + β with r = 1/√(σ² + ε), μ and σ² those of the batch, which move the running averages.</summary>
        public static void BatchForward(
            ArrayView<float> x, int xStride, ArrayView<float> parameters, int weights, int bias, int means, int variances,
            ArrayView<float> y, int yStride, ArrayView<float> kept, int channels, int rows, float epsilon, float momentum)
        {
            ArrayView<float> shared = SharedMemory.Allocate<float>(2 * Lanes.ColumnGroup);
            int lane = Group.IdxX >> 5, column = Grid.IdxX * Lanes.Columns + (Group.IdxX & 31);
            bool active = column < channels;
            column = active ? column : channels - 1;
            float sum = 0f;
            for (int row = lane; row < rows; row += Lanes.OfColumn)
            {
                sum += x[row * xStride + column];
            }

            float mean = Lanes.SumOfColumn(shared.SubView(0, Lanes.ColumnGroup), sum) / rows;
            float squares = 0f;
            for (int row = lane; row < rows; row += Lanes.OfColumn)
            {
                float difference = x[row * xStride + column] - mean;
                squares += difference * difference;
            }

            squares = Lanes.SumOfColumn(shared.SubView(Lanes.ColumnGroup, Lanes.ColumnGroup), squares);
            float inverse = 1f / MathF.Sqrt(squares / rows + epsilon);
            if (active && lane == 0)
            {
                kept[column] = mean;
                kept[channels + column] = inverse;
                parameters[means + column] = (1f - momentum) * parameters[means + column] + momentum * mean;
                parameters[variances + column] = (1f - momentum) * parameters[variances + column] + momentum * (squares / (rows - 1));
            }

            float scale = weights < 0 ? inverse : inverse * parameters[weights + column];
            float shift = bias < 0 ? 0f : parameters[bias + column];
            for (int row = lane; row < rows; row += Lanes.OfColumn)
            {
                if (active)
                {
                    y[row * yStride + column] = (x[row * xStride + column] - mean) * scale + shift;
                }
            }

            ClearPadding(y, yStride, rows, channels);
        }

        /// <summary>dγ = Σ dy·x̂, dβ = Σ dy, dx = γ·r·(dy − mean of dy − x̂·mean of dy·x̂), which is written, added or left out.</summary>
        public static void BatchBackward(
            ArrayView<float> x, int xStride, ArrayView<float> dy, int dyStride, ArrayView<float> kept, ArrayView<float> parameters, int weights, int bias,
            ArrayView<float> gradient, ArrayView<float> dx, int dxStride, int mode, int channels, int rows)
        {
            ArrayView<float> shared = SharedMemory.Allocate<float>(2 * Lanes.ColumnGroup);
            int lane = Group.IdxX >> 5, column = Grid.IdxX * Lanes.Columns + (Group.IdxX & 31);
            bool active = column < channels;
            column = active ? column : channels - 1;
            float mean = kept[column], inverse = kept[channels + column];
            float sum = 0f, product = 0f;
            for (int row = lane; row < rows; row += Lanes.OfColumn)
            {
                float d = dy[row * dyStride + column];
                sum += d;
                product += d * ((x[row * xStride + column] - mean) * inverse);
            }

            sum = Lanes.SumOfColumn(shared.SubView(0, Lanes.ColumnGroup), sum);
            product = Lanes.SumOfColumn(shared.SubView(Lanes.ColumnGroup, Lanes.ColumnGroup), product);
            float scale = weights < 0 ? inverse : inverse * parameters[weights + column];
            if (active && lane == 0 && weights >= 0)
            {
                gradient[weights + column] = product;
                gradient[bias + column] = sum;
            }

            sum /= rows;
            product /= rows;
            for (int row = lane; row < rows; row += Lanes.OfColumn)
            {
                if (active && mode > 0)
                {
                    float normalized = (x[row * xStride + column] - mean) * inverse;
                    float d = scale * (dy[row * dyStride + column] - sum - normalized * product);
                    dx[row * dxStride + column] = mode > 1 ? dx[row * dxStride + column] + d : d;
                }
            }

            if (mode == 1)
            {
                ClearPadding(dx, dxStride, rows, channels);
            }
        }

        /// <summary>dγ = Σ dy·x̂ and dβ = Σ dy of a normalization of rows, over rows and groups.</summary>
        public static void RowParameterGradient(
            ArrayView<float> x, int xStride, ArrayView<float> dy, int dyStride, ArrayView<float> kept, int keptStride,
            ArrayView<float> gradient, int weights, int bias, int elements, int groups, int rows)
        {
            ArrayView<float> shared = SharedMemory.Allocate<float>(2 * Lanes.ColumnGroup);
            int lane = Group.IdxX >> 5, column = Grid.IdxX * Lanes.Columns + (Group.IdxX & 31);
            bool active = column < elements;
            column = active ? column : elements - 1;
            float sum = 0f, product = 0f;
            for (int row = lane; row < rows; row += Lanes.OfColumn)
            {
                for (int group = 0; group < groups; group++)
                {
                    float d = dy[row * dyStride + group * elements + column];
                    float mean = kept[row * keptStride + 2 * group], inverse = kept[row * keptStride + 2 * group + 1];
                    sum += d;
                    product += d * ((x[row * xStride + group * elements + column] - mean) * inverse);
                }
            }

            sum = Lanes.SumOfColumn(shared.SubView(0, Lanes.ColumnGroup), sum);
            product = Lanes.SumOfColumn(shared.SubView(Lanes.ColumnGroup, Lanes.ColumnGroup), product);
            if (active && lane == 0)
            {
                gradient[weights + column] = product;
                if (bias >= 0)
                {
                    gradient[bias + column] = sum;
                }
            }
        }

        /// <summary>Makes what follows a row's elements, up to a multiple of four, zero: products read it.</summary>
        private static void ClearPadding(ArrayView<float> y, int stride, int rows, int elements)
        {
            int place = elements + (Group.IdxX & 31);
            for (int row = Group.IdxX >> 5; row < rows; row += Lanes.OfColumn)
            {
                if (Grid.IdxX == 0 && place < ((elements + 3) & -4))
                {
                    y[row * stride + place] = 0f;
                }
            }
        }
    }
}
