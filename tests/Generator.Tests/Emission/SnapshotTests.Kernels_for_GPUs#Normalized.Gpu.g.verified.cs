// The kernels; a launch runs one of them in many groups of threads.
    file static class Kernels
    {
        // Layer 1 of 6 · Dense1: Dense 6 → 40
        // a1 = W1·x + b1
        public static void Forward1OfInput(ArrayView<float> given, ArrayView<float> parameters, ArrayView<float> result, int rows)
        {
            // tiles of 32 rows, 2 beside one another
            int down = Grid.IdxX >> 1, across = Grid.IdxX - down * 2;
            ArrayView<F4> weights = Fours.Of(parameters.SubView(0, 288));
            F4 four = Tiles.Forward(Fours.Of(given), 2, weights, 6, 40, rows, down * Tiles.Side, across * Tiles.Side);
            int row = down * Tiles.Side + Tiles.Row, first = across * Tiles.Side + Tiles.Column;
            if (row < rows && first < 40)
            {
                int place = row * 12 + (first >> 2);
                F4 bias = Fours.Of(parameters.SubView(288, 48))[first >> 2];
                four.X += bias.X;
                four.Y += bias.Y;
                four.Z += bias.Z;
                four.W += bias.W;
                Fours.Of(result)[place] = four;
            }
        }

        public static void Predict2(ArrayView<float> x, ArrayView<float> parameters, ArrayView<float> memory, ArrayView<float> outputs, int rows)
        {
            int lane = Group.IdxX & (Lanes.OfRow - 1), place = Grid.IdxX * Lanes.Rows + Group.IdxX / Lanes.OfRow;
            // lanes behind the last row go along with it and write nothing
            bool active = place < rows;
            int row = active ? place : rows - 1;
            ArrayView<float> shared = SharedMemory.Allocate<float>(2 * Lanes.RowGroup);

            // Layer 2 of 6 · BatchNorm1: BatchNorm
            // a2 = (a1 − μ)/√(σ² + 1E-05)·W2 + b2 of each channel
            ArrayView<float> a1 = memory.SubView(row * 48, 40);
            ArrayView<float> a2 = memory.SubView(rows * 48 + row * 48, 40);
            ArrayView<float> means2 = parameters.SubView(1136, 48);
            ArrayView<float> variances2 = parameters.SubView(1184, 48);
            ArrayView<float> W2 = parameters.SubView(336, 48);
            ArrayView<float> b2 = parameters.SubView(384, 48);
            for (int j = lane; j < 40; j += Lanes.OfRow)
            {
                float normalized = (a1[j] - means2[j]) / MathF.Sqrt(variances2[j] + 1E-05f);
                if (active)
                {
                    a2[j] = normalized * W2[j] + b2[j];
                }
            }

            // Layer 3 of 6 · Activate1: GELU
            // a3 = gelu(a2)
            ArrayView<float> a3 = memory.SubView(rows * 96 + row * 48, 40);
            for (int j = lane; j < 40; j += Lanes.OfRow)
            {
                float z = a2[j];
                if (active)
                {
                    a3[j] = Functions.GELU(z);
                }
            }

            // Layer 4 of 6 · Dense2: Dense 40 → 5
            // a4 = W4·a3 + b4
            ArrayView<float> a4 = memory.SubView(rows * 144 + row * 16, 8);
            ArrayView<float> W4 = parameters.SubView(432, 640);
            ArrayView<float> b4 = parameters.SubView(1072, 16);
            Group.Barrier();
            for (int j = lane; j < 8; j += Lanes.OfRow)
            {
                ArrayView<float> column = W4.SubView(j, 625);
                float sum0 = b4[j], sum1 = 0f, sum2 = 0f, sum3 = 0f;
                for (int i = 0; i < 40; i += 4)
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
                    a4[j] = j < 5 ? z : 0f;
                }
            }

            // Layer 5 of 6 · LayerNorm1: LayerNorm
            // a5 = (a4 − μ)/√(σ² + 1E-05) ⊙ W5 + b5 over each 5 elements
            ArrayView<float> a5 = memory.SubView(rows * 160 + row * 16, 8);
            ArrayView<float> W5 = parameters.SubView(1088, 5);
            ArrayView<float> b5 = parameters.SubView(1104, 5);
            {
                float sum = 0f;
                for (int j = lane; j < 5; j += Lanes.OfRow)
                {
                    sum += a4[j];
                }
                float mean = Lanes.Sum(shared.SubView(0, Lanes.RowGroup), sum) / 5f;
                float squares = 0f;
                for (int j = lane; j < 5; j += Lanes.OfRow)
                {
                    float difference = a4[j] - mean;
                    squares += difference * difference;
                }
                float inverse = 1f / MathF.Sqrt(Lanes.Sum(shared.SubView(Lanes.RowGroup, Lanes.RowGroup), squares) / 5f + 1E-05f);
                for (int j = lane; j < 5; j += Lanes.OfRow)
                {
                    if (active)
                    {
                        a5[j] = (a4[j] - mean) * inverse * W5[j] + b5[j];
                    }
                }
            }
            if (active && lane < 3)
            {
                a5[5 + lane] = 0f;
            }

            // Layer 6 of 6 · PReLU1: PReLU
            // a6 = max(0, a5) + W6 ⊙ min(0, a5)
            ArrayView<float> a6 = memory.SubView(rows * 176 + row * 16, 8);
            ArrayView<float> W6 = parameters.SubView(1120, 16);
            for (int j = lane; j < 8; j += Lanes.OfRow)
            {
                float z = a5[j];
                if (active)
                {
                    a6[j] = j < 5 ? (z > 0f ? z : z * W6[0]) : 0f;
                }
            }

            // the output
            for (int j = lane; j < 5; j += Lanes.OfRow)
            {
                if (active)
                {
                    outputs[row * 5 + j] = a6[j];
                }
            }
        }

        public static void Train3(ArrayView<float> x, ArrayView<float> parameters, ArrayView<float> memory, ArrayView<int> labels, ArrayView<float> targets, ArrayView<float> weights, ArrayView<float> costs, int rows, int labelled, int weighted, float scale, ulong stepKey)
        {
            int lane = Group.IdxX & (Lanes.OfRow - 1), place = Grid.IdxX * Lanes.Rows + Group.IdxX / Lanes.OfRow;
            // lanes behind the last row go along with it and write nothing
            bool active = place < rows;
            int row = active ? place : rows - 1;
            ArrayView<float> shared = SharedMemory.Allocate<float>(2 * Lanes.RowGroup);

            // Layer 3 of 6 · Activate1: GELU
            // a3 = gelu(a2)
            ArrayView<float> a2 = memory.SubView(rows * 128 + row * 48, 40);
            ArrayView<float> a3 = memory.SubView(rows * 224 + row * 48, 40);
            for (int j = lane; j < 40; j += Lanes.OfRow)
            {
                float z = a2[j];
                if (active)
                {
                    a3[j] = Functions.GELU(z);
                }
            }

            // Layer 4 of 6 · Dense2: Dense 40 → 5
            // a4 = W4·a3 + b4
            ArrayView<float> a4 = memory.SubView(rows * 320 + row * 16, 8);
            ArrayView<float> W4 = parameters.SubView(432, 640);
            ArrayView<float> b4 = parameters.SubView(1072, 16);
            Group.Barrier();
            for (int j = lane; j < 8; j += Lanes.OfRow)
            {
                ArrayView<float> column = W4.SubView(j, 625);
                float sum0 = b4[j], sum1 = 0f, sum2 = 0f, sum3 = 0f;
                for (int i = 0; i < 40; i += 4)
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
                    a4[j] = j < 5 ? z : 0f;
                }
            }

            // Layer 5 of 6 · LayerNorm1: LayerNorm
            // a5 = (a4 − μ)/√(σ² + 1E-05) ⊙ W5 + b5 over each 5 elements
            ArrayView<float> a5 = memory.SubView(rows * 352 + row * 16, 8);
            ArrayView<float> m5 = memory.SubView(rows * 384 + row * 16, 4);
            ArrayView<float> W5 = parameters.SubView(1088, 5);
            ArrayView<float> b5 = parameters.SubView(1104, 5);
            {
                float sum = 0f;
                for (int j = lane; j < 5; j += Lanes.OfRow)
                {
                    sum += a4[j];
                }
                float mean = Lanes.Sum(shared.SubView(0, Lanes.RowGroup), sum) / 5f;
                float squares = 0f;
                for (int j = lane; j < 5; j += Lanes.OfRow)
                {
                    float difference = a4[j] - mean;
                    squares += difference * difference;
                }
                float inverse = 1f / MathF.Sqrt(Lanes.Sum(shared.SubView(Lanes.RowGroup, Lanes.RowGroup), squares) / 5f + 1E-05f);
                for (int j = lane; j < 5; j += Lanes.OfRow)
                {
                    if (active)
                    {
                        a5[j] = (a4[j] - mean) * inverse * W5[j] + b5[j];
                    }
                }
                if (active && lane == 0)
                {
                    m5[0] = mean;
                    m5[1] = inverse;
                }
            }
            if (active && lane < 3)
            {
                a5[5 + lane] = 0f;
            }

            // Layer 6 of 6 · PReLU1: PReLU
            // a6 = max(0, a5) + W6 ⊙ min(0, a5)
            ArrayView<float> a6 = memory.SubView(rows * 400 + row * 16, 8);
            ArrayView<float> W6 = parameters.SubView(1120, 16);
            for (int j = lane; j < 8; j += Lanes.OfRow)
            {
                float z = a5[j];
                if (active)
                {
                    a6[j] = j < 5 ? (z > 0f ? z : z * W6[0]) : 0f;
                }
            }

            // the loss: ℓ = Σ m (|ŷ − y| − m/2) with m = min(|ŷ − y|, 1); its derivative is ŷ − y, held within ±1
            ArrayView<float> da6 = memory.SubView(rows * 416 + row * 16, 8);
            {
                float weight = (weighted != 0 ? weights[row] : 1f), factor = weight * scale;
                ArrayView<float> target = targets.SubView(row * 5, 5);
                float cost = 0f;
                for (int j = lane; j < 8; j += Lanes.OfRow)
                {
                    float y = j < 5 ? target[j] : 0f;
                    float a = a6[j];
                    float error = a - y, size = MathF.Abs(error);
                    float near = size > 1f ? 1f : size;
                    cost += j < 5 ? near * (size - 0.5f * near) : 0f;
                    if (active)
                    {
                        da6[j] = j < 5 ? Functions.Clamp(error, -1f, 1f) * factor : 0f;
                    }
                }
                cost = Lanes.Sum(shared.SubView(0, Lanes.RowGroup), cost);
                if (active && lane == 0)
                {
                    costs[36 + row] = weight * cost;
                }
            }

            // Layer 6 of 6 · back through PReLU1: PReLU
            ArrayView<float> da5 = memory.SubView(rows * 368 + row * 16, 8);
            for (int j = lane; j < 8; j += Lanes.OfRow)
            {
                if (active)
                {
                    da5[j] = j < 5 ? (a5[j] > 0f ? da6[j] : da6[j] * W6[0]) : 0f;
                }
            }

            // Layer 5 of 6 · back through LayerNorm1: LayerNorm
            ArrayView<float> da4 = memory.SubView(rows * 336 + row * 16, 8);
            {
                float mean = m5[0], inverse = m5[1];
                float sum = 0f, product = 0f;
                for (int j = lane; j < 5; j += Lanes.OfRow)
                {
                    float g = da5[j] * W5[j], normalized = (a4[j] - mean) * inverse;
                    sum += g;
                    product += g * normalized;
                }
                sum = Lanes.Sum(shared.SubView(Lanes.RowGroup, Lanes.RowGroup), sum) / 5f;
                product = Lanes.Sum(shared.SubView(0, Lanes.RowGroup), product) / 5f;
                for (int j = lane; j < 5; j += Lanes.OfRow)
                {
                    float g = da5[j] * W5[j], normalized = (a4[j] - mean) * inverse;
                    if (active)
                    {
                        da4[j] = inverse * (g - sum - normalized * product);
                    }
                }
            }
            if (active && lane < 3)
            {
                da4[5 + lane] = 0f;
            }

            // Layer 4 of 6 · back through Dense2: Dense 40 → 5
            ArrayView<float> da3 = memory.SubView(rows * 272 + row * 48, 40);
            Group.Barrier();
            for (int j = lane; j < 40; j += Lanes.OfRow)
            {
                ArrayView<F4> line = W4.SubView(j * 16, 16).Cast<F4>();
                float sum = 0f;
                F4 w0 = line[0];
                sum += da4[0] * w0.X + da4[1] * w0.Y + da4[2] * w0.Z + da4[3] * w0.W;
                F4 w4 = line[1];
                sum += da4[4] * w4.X;
                if (active)
                {
                    da3[j] = sum;
                }
            }

            // Layer 3 of 6 · back through Activate1: GELU
            ArrayView<float> da2 = memory.SubView(rows * 176 + row * 48, 40);
            for (int j = lane; j < 40; j += Lanes.OfRow)
            {
                float kept = a2[j], d = da3[j];
                if (active)
                {
                    da2[j] = d * Functions.GELUSlope(kept);
                }
            }
        }

        // The gradients of Dense1 and Dense2, 2 and 2 tiles, and what they change.
        public static void Update1(ArrayView<float> x, ArrayView<float> parameters, ArrayView<float> memory, ArrayView<float> gradients, ArrayView<float> moments, int rows, int rule, float rate, float beta1, float beta2, float epsilon)
        {
            int layer = Grid.IdxX < 2 ? 0 : 1;
            int tile = Grid.IdxX - (layer == 0 ? 0 : 2), inputs = (layer == 0 ? 6 : 40), units = (layer == 0 ? 40 : 5);
            int down = (int)(tile * (layer == 0 ? 2199023255552L : 4398046511104L) >> 42), across = tile - down * (layer == 0 ? 2 : 1);
            int stride = (layer == 0 ? 8 : 48), givenStride = (layer == 0 ? 48 : 16);
            ArrayView<float> values = (layer == 0 ? x : memory);
            values = values.SubView((layer == 0 ? 0 : 224) * rows, rows * stride);
            ArrayView<float> given = memory.SubView((layer == 0 ? 128 : 336) * rows, rows * givenStride);
            F4 gradient = Tiles.ParameterGradient(Fours.Of(values), stride >> 2, inputs, Fours.Of(given), givenStride >> 2, units, rows, down * Tiles.Side, across * Tiles.Side);
            int input = down * Tiles.Side + Tiles.Row, unit = across * Tiles.Side + Tiles.Column;
            // a panel of 32 units, or the last of 16; behind the inputs, the bias
            int width = units - across * Tiles.Side > 16 ? 32 : 16;
            int index = input < inputs ? (layer == 0 ? 0 : 432) + across * Tiles.Side * inputs + input * width + Tiles.Column : (layer == 0 ? 288 : 1072) + unit;
            if (input < inputs + 1 && unit < units)
            {
                Update.Apply(parameters, gradients, moments, 1136, index, gradient, 0f, 0f, rule, rate, beta1, beta2, epsilon);
            }
        }
    }
}
