// The kernels; a launch runs one of them in many groups of threads.
    file static class Kernels
    {
        public static void Predict1(ArrayView<float> x, ArrayView<float> parameters, ArrayView<float> memory, ArrayView<float> outputs, int rows)
        {
            int lane = Group.IdxX & (Lanes.OfRow - 1), place = Grid.IdxX * Lanes.Rows + Group.IdxX / Lanes.OfRow;
            // lanes behind the last row go along with it and write nothing
            bool active = place < rows;
            int row = active ? place : rows - 1;

            // Layer 1 of 4 · Dense1: Dense 4 → 4, SELU
            // a1 = selu(W1·x + b1)
            ArrayView<float> inputs = x.SubView(row * 4, 4);
            ArrayView<float> a1 = memory.SubView(row * 16, 4);
            ArrayView<float> W1 = parameters.SubView(0, 64);
            ArrayView<float> b1 = parameters.SubView(64, 16);
            for (int j = lane; j < 4; j += Lanes.OfRow)
            {
                ArrayView<float> column = W1.SubView(j, 49);
                float sum0 = b1[j], sum1 = 0f, sum2 = 0f, sum3 = 0f;
                for (int i = 0; i < 4; i += 4)
                {
                    ArrayView<float> four = inputs.SubView(i, 4), column4 = column.SubView(i * 16, 49);
                    sum0 += four[0] * column4[0];
                    sum1 += four[1] * column4[16];
                    sum2 += four[2] * column4[32];
                    sum3 += four[3] * column4[48];
                }
                float z = (sum0 + sum1) + (sum2 + sum3);
                if (active)
                {
                    a1[j] = (z > 0f ? 1.050701f * z : -1.7580993f * Functions.OneMinusExp(-z));
                }
            }

            // Layer 3 of 4 · Add1: Add 2
            // a3 = a1 + x
            ArrayView<float> a3 = memory.SubView(rows * 16 + row * 16, 4);
            for (int j = lane; j < 4; j += Lanes.OfRow)
            {
                if (active)
                {
                    a3[j] = a1[j] + inputs[j];
                }
            }

            // Layer 4 of 4 · Dense2: Dense 4 → 2, Sigmoid
            // a4 = σ(W4·a3 + b4)
            ArrayView<float> a4 = memory.SubView(rows * 32 + row * 16, 4);
            ArrayView<float> W4 = parameters.SubView(80, 64);
            ArrayView<float> b4 = parameters.SubView(144, 16);
            Group.Barrier();
            for (int j = lane; j < 4; j += Lanes.OfRow)
            {
                ArrayView<float> column = W4.SubView(j, 49);
                float sum0 = b4[j], sum1 = 0f, sum2 = 0f, sum3 = 0f;
                for (int i = 0; i < 4; i += 4)
                {
                    ArrayView<float> four = a3.SubView(i, 4), column4 = column.SubView(i * 16, 49);
                    sum0 += four[0] * column4[0];
                    sum1 += four[1] * column4[16];
                    sum2 += four[2] * column4[32];
                    sum3 += four[3] * column4[48];
                }
                float z = (sum0 + sum1) + (sum2 + sum3);
                if (active)
                {
                    a4[j] = j < 2 ? Functions.Sigmoid(z) : 0f;
                }
            }

            // the output
            for (int j = lane; j < 2; j += Lanes.OfRow)
            {
                if (active)
                {
                    outputs[row * 2 + j] = a4[j];
                }
            }
        }

        public static void Train1(ArrayView<float> x, ArrayView<float> parameters, ArrayView<float> memory, ArrayView<int> labels, ArrayView<float> targets, ArrayView<float> weights, ArrayView<float> costs, int rows, int labelled, int weighted, float scale, ulong stepKey)
        {
            int lane = Group.IdxX & (Lanes.OfRow - 1), place = Grid.IdxX * Lanes.Rows + Group.IdxX / Lanes.OfRow;
            // lanes behind the last row go along with it and write nothing
            bool active = place < rows;
            int row = active ? place : rows - 1;
            ArrayView<float> shared = SharedMemory.Allocate<float>(2 * Lanes.RowGroup);

            // Layer 1 of 4 · Dense1: Dense 4 → 4, SELU
            // a1 = selu(W1·x + b1)
            ArrayView<float> inputs = x.SubView(row * 4, 4);
            ArrayView<float> a1 = memory.SubView(row * 16, 4);
            ArrayView<float> W1 = parameters.SubView(0, 64);
            ArrayView<float> b1 = parameters.SubView(64, 16);
            for (int j = lane; j < 4; j += Lanes.OfRow)
            {
                ArrayView<float> column = W1.SubView(j, 49);
                float sum0 = b1[j], sum1 = 0f, sum2 = 0f, sum3 = 0f;
                for (int i = 0; i < 4; i += 4)
                {
                    ArrayView<float> four = inputs.SubView(i, 4), column4 = column.SubView(i * 16, 49);
                    sum0 += four[0] * column4[0];
                    sum1 += four[1] * column4[16];
                    sum2 += four[2] * column4[32];
                    sum3 += four[3] * column4[48];
                }
                float z = (sum0 + sum1) + (sum2 + sum3);
                if (active)
                {
                    a1[j] = (z > 0f ? 1.050701f * z : -1.7580993f * Functions.OneMinusExp(-z));
                }
            }

            // Layer 2 of 4 · Dropout1: Dropout 0.2
            // a2 = a1 ⊙ mask / (1 − 0.2)
            ArrayView<float> a2 = memory.SubView(rows * 32 + row * 16, 4);
            {
                uint key = DropoutMask.RowKey(stepKey, 3, row);
                for (int j = lane; j < 4; j += Lanes.OfRow)
                {
                    if (active)
                    {
                        a2[j] = (DropoutMask.Keeps(key, j, 0.2f) ? a1[j] / 0.8f : 0f);
                    }
                }
            }

            // Layer 3 of 4 · Add1: Add 2
            // a3 = a2 + x
            ArrayView<float> a3 = memory.SubView(rows * 64 + row * 16, 4);
            for (int j = lane; j < 4; j += Lanes.OfRow)
            {
                if (active)
                {
                    a3[j] = a2[j] + inputs[j];
                }
            }

            // Layer 4 of 4 · Dense2: Dense 4 → 2
            // z4 = W4·a3 + b4
            ArrayView<float> z4 = memory.SubView(rows * 96 + row * 16, 4);
            ArrayView<float> W4 = parameters.SubView(80, 64);
            ArrayView<float> b4 = parameters.SubView(144, 16);
            Group.Barrier();
            for (int j = lane; j < 4; j += Lanes.OfRow)
            {
                ArrayView<float> column = W4.SubView(j, 49);
                float sum0 = b4[j], sum1 = 0f, sum2 = 0f, sum3 = 0f;
                for (int i = 0; i < 4; i += 4)
                {
                    ArrayView<float> four = a3.SubView(i, 4), column4 = column.SubView(i * 16, 49);
                    sum0 += four[0] * column4[0];
                    sum1 += four[1] * column4[16];
                    sum2 += four[2] * column4[32];
                    sum3 += four[3] * column4[48];
                }
                float z = (sum0 + sum1) + (sum2 + sum3);
                if (active)
                {
                    z4[j] = j < 2 ? z : 0f;
                }
            }

            // the loss: ℓ = Σ (w·y ln(1 + e^−z) + (1 − y) ln(1 + e^z)), δ = (1 − y)·σ(z) − w·y·(1 − σ(z))
            ArrayView<float> dz4 = memory.SubView(rows * 112 + row * 16, 4);
            {
                float weight = (weighted != 0 ? weights[row] : 1f), factor = weight * scale;
                ArrayView<float> target = targets.SubView(row * 2, 2);
                float cost = 0f;
                for (int j = lane; j < 4; j += Lanes.OfRow)
                {
                    float y = j < 2 ? target[j] : 0f;
                    float z = z4[j];
                    float positive = j < 2 ? parameters[160 + j] * y : 0f;
                    float log = Functions.LogOnePlus(Functions.Exp(-MathF.Abs(z))), a = Functions.Sigmoid(z);
                    cost += j < 2 ? positive * (log - (z > 0f ? 0f : z)) + (1f - y) * (log + (z < 0f ? 0f : z)) : 0f;
                    if (active)
                    {
                        dz4[j] = j < 2 ? ((1f - y) * a - positive * (1f - a)) * factor : 0f;
                    }
                }
                cost = Lanes.Sum(shared.SubView(0, Lanes.RowGroup), cost);
                if (active && lane == 0)
                {
                    costs[row] = weight * cost;
                }
            }

            // Layer 4 of 4 · back through Dense2: Dense 4 → 2
            ArrayView<float> da3 = memory.SubView(rows * 80 + row * 16, 4);
            for (int j = lane; j < 4; j += Lanes.OfRow)
            {
                ArrayView<F4> line = W4.SubView(j * 16, 16).Cast<F4>();
                float sum = 0f;
                F4 w0 = line[0];
                sum += dz4[0] * w0.X + dz4[1] * w0.Y;
                if (active)
                {
                    da3[j] = sum;
                }
            }

            // Layer 3 of 4 · back through Add1: Add 2
            ArrayView<float> da2 = memory.SubView(rows * 48 + row * 16, 4);
            for (int j = lane; j < 4; j += Lanes.OfRow)
            {
                if (active)
                {
                    da2[j] = da3[j];
                }
            }

            // Layer 2 of 4 · back through Dropout1: Dropout 0.2
            ArrayView<float> da1 = memory.SubView(rows * 16 + row * 16, 4);
            {
                uint key = DropoutMask.RowKey(stepKey, 3, row);
                for (int j = lane; j < 4; j += Lanes.OfRow)
                {
                    if (active)
                    {
                        da1[j] = (DropoutMask.Keeps(key, j, 0.2f) ? da2[j] / 0.8f : 0f);
                    }
                }
            }

            // Layer 1 of 4 · back through the activation of Dense1: Dense 4 → 4, SELU
            for (int j = lane; j < 4; j += Lanes.OfRow)
            {
                float kept = a1[j], d = da1[j];
                if (active)
                {
                    da1[j] = d * (kept > 0f ? 1.050701f : kept + 1.7580993f);
                }
            }
        }

        // The gradients of Dense1 and Dense2, 1 and 1 tiles, and what they change.
        public static void Update1(ArrayView<float> x, ArrayView<float> parameters, ArrayView<float> memory, ArrayView<float> gradients, ArrayView<float> moments, int rows, int rule, float rate, float beta1, float beta2, float epsilon)
        {
            int layer = Grid.IdxX < 1 ? 0 : 1;
            int tile = Grid.IdxX - (layer == 0 ? 0 : 1), inputs = 4, units = (layer == 0 ? 4 : 2);
            int down = tile, across = 0;
            int stride = (layer == 0 ? 4 : 16), givenStride = 16;
            ArrayView<float> values = (layer == 0 ? x : memory);
            values = values.SubView((layer == 0 ? 0 : 64) * rows, rows * stride);
            ArrayView<float> given = memory.SubView((layer == 0 ? 16 : 112) * rows, rows * givenStride);
            F4 gradient = Tiles.ParameterGradient(Fours.Of(values), stride >> 2, inputs, Fours.Of(given), givenStride >> 2, units, rows, down * Tiles.Side, across * Tiles.Side);
            int input = down * Tiles.Side + Tiles.Row, unit = across * Tiles.Side + Tiles.Column;
            // a panel of 32 units, or the last of 16; behind the inputs, the bias
            int width = units - across * Tiles.Side > 16 ? 32 : 16;
            int index = input < inputs ? (layer == 0 ? 0 : 80) + across * Tiles.Side * inputs + input * width + Tiles.Column : (layer == 0 ? 64 : 144) + unit;
            if (input < inputs + 1 && unit < units)
            {
                Update.Apply(parameters, gradients, moments, 160, index, gradient, 0f, 0f, rule, rate, beta1, beta2, epsilon);
            }
        }
    }
}
