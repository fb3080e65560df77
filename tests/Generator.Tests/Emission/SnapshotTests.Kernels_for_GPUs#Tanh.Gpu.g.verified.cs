// The kernels; a launch runs one of them in many groups of threads.
    file static class Kernels
    {
        // Layer 1 of 2 · Dense1: Dense 6 → 70, Tanh
        public static void Predict1(ArrayView<float> x, ArrayView<float> parameters, ArrayView<float> memory, int rows)
        {
            // tiles of 32 rows, 3 beside one another
            int down = (int)(Grid.IdxX * 366503875926L >> 40), across = Grid.IdxX - down * 3;
            ArrayView<F4> weights = parameters.SubView(0, 480).Cast<F4>();
            ArrayView<F4> given = x.Cast<F4>();
            F4 four = Tiles.Forward(given, 2, weights, 6, 70, rows, down * 32, across * 32);
            int row = down * 32 + Tiles.Row, first = across * 32 + Tiles.Column;
            if (row < rows && first < 70)
            {
                F4 bias = parameters.SubView(480, 80).Cast<F4>()[first >> 2];
                four.X += bias.X;
                four.X = Functions.Tanh(four.X);
                four.Y += bias.Y;
                four.Y = Functions.Tanh(four.Y);
                four.Z += bias.Z;
                four.Z = Functions.Tanh(four.Z);
                four.W += bias.W;
                four.W = Functions.Tanh(four.W);
                four.Y = first + 1 < 70 ? four.Y : 0f;
                four.Z = first + 2 < 70 ? four.Z : 0f;
                four.W = first + 3 < 70 ? four.W : 0f;
                memory.SubView(0, rows * 80).Cast<F4>()[row * 20 + (first >> 2)] = four;
            }
        }

        // Layer 2 of 2 · Dense2: Dense 70 → 40
        public static void Predict2(ArrayView<float> x, ArrayView<float> parameters, ArrayView<float> memory, int rows)
        {
            // tiles of 32 rows, 2 beside one another
            int down = Grid.IdxX >> 1, across = Grid.IdxX - down * 2;
            ArrayView<F4> weights = parameters.SubView(560, 3360).Cast<F4>();
            ArrayView<F4> given = memory.SubView(0, rows * 80).Cast<F4>();
            F4 four = Tiles.Forward(given, 20, weights, 70, 40, rows, down * 32, across * 32);
            int row = down * 32 + Tiles.Row, first = across * 32 + Tiles.Column;
            if (row < rows && first < 40)
            {
                F4 bias = parameters.SubView(3920, 48).Cast<F4>()[first >> 2];
                four.X += bias.X;
                four.Y += bias.Y;
                four.Z += bias.Z;
                four.W += bias.W;
                memory.SubView(rows * 80, rows * 48).Cast<F4>()[row * 12 + (first >> 2)] = four;
            }
        }

        public static void Predict3(ArrayView<float> x, ArrayView<float> parameters, ArrayView<float> memory, ArrayView<float> outputs, int rows)
        {
            int lane = Group.IdxX & 15, place = Grid.IdxX * Lanes.Rows + (Group.IdxX >> 4);
            // lanes behind the last row go along with it and write nothing
            bool active = place < rows;
            int row = active ? place : rows - 1;

            // the output
            ArrayView<float> a2 = memory.SubView(rows * 80 + row * 48, 40);
            for (int j = lane; j < 40; j += 16)
            {
                if (active)
                {
                    outputs[row * 40 + j] = a2[j];
                }
            }
        }

        // Layer 1 of 2 · Dense1: Dense 6 → 70, Tanh
        public static void Train1(ArrayView<float> x, ArrayView<float> parameters, ArrayView<float> memory, int rows)
        {
            // tiles of 32 rows, 3 beside one another
            int down = (int)(Grid.IdxX * 366503875926L >> 40), across = Grid.IdxX - down * 3;
            ArrayView<F4> weights = parameters.SubView(0, 480).Cast<F4>();
            ArrayView<F4> given = x.Cast<F4>();
            F4 four = Tiles.Forward(given, 2, weights, 6, 70, rows, down * 32, across * 32);
            int row = down * 32 + Tiles.Row, first = across * 32 + Tiles.Column;
            if (row < rows && first < 70)
            {
                F4 bias = parameters.SubView(480, 80).Cast<F4>()[first >> 2];
                four.X += bias.X;
                four.X = Functions.Tanh(four.X);
                four.Y += bias.Y;
                four.Y = Functions.Tanh(four.Y);
                four.Z += bias.Z;
                four.Z = Functions.Tanh(four.Z);
                four.W += bias.W;
                four.W = Functions.Tanh(four.W);
                four.Y = first + 1 < 70 ? four.Y : 0f;
                four.Z = first + 2 < 70 ? four.Z : 0f;
                four.W = first + 3 < 70 ? four.W : 0f;
                memory.SubView(0, rows * 80).Cast<F4>()[row * 20 + (first >> 2)] = four;
            }
        }

        // Layer 2 of 2 · Dense2: Dense 70 → 40
        public static void Train2(ArrayView<float> x, ArrayView<float> parameters, ArrayView<float> memory, int rows)
        {
            // tiles of 32 rows, 2 beside one another
            int down = Grid.IdxX >> 1, across = Grid.IdxX - down * 2;
            ArrayView<F4> weights = parameters.SubView(560, 3360).Cast<F4>();
            ArrayView<F4> given = memory.SubView(0, rows * 80).Cast<F4>();
            F4 four = Tiles.Forward(given, 20, weights, 70, 40, rows, down * 32, across * 32);
            int row = down * 32 + Tiles.Row, first = across * 32 + Tiles.Column;
            if (row < rows && first < 40)
            {
                F4 bias = parameters.SubView(3920, 48).Cast<F4>()[first >> 2];
                four.X += bias.X;
                four.Y += bias.Y;
                four.Z += bias.Z;
                four.W += bias.W;
                memory.SubView(rows * 80, rows * 48).Cast<F4>()[row * 12 + (first >> 2)] = four;
            }
        }

        public static void Train3(ArrayView<float> x, ArrayView<float> parameters, ArrayView<float> memory, ArrayView<int> labels, ArrayView<float> targets, ArrayView<float> weights, ArrayView<float> costs, int rows, int labelled, int weighted, float scale, ulong seed, long step)
        {
            int lane = Group.IdxX & 15, place = Grid.IdxX * Lanes.Rows + (Group.IdxX >> 4);
            // lanes behind the last row go along with it and write nothing
            bool active = place < rows;
            int row = active ? place : rows - 1;
            ArrayView<float> shared = SharedMemory.Allocate<float>(2 * Lanes.RowGroup);

            // the loss: ℓ = ½ Σ (ŷ − y)²
            ArrayView<float> a2 = memory.SubView(rows * 80 + row * 48, 40);
            ArrayView<float> da2 = memory.SubView(rows * 160 + row * 48, 40);
            {
                float weight = (weighted != 0 ? weights[row] : 1f), factor = weight * scale;
                ArrayView<float> target = targets.SubView(row * 40, 40);
                float cost = 0f;
                for (int j = lane; j < 40; j += 16)
                {
                    float y = target[j];
                    float a = a2[j];
                    cost += (a - y) * (a - y);
                    if (active)
                    {
                        da2[j] = (a - y) * factor;
                    }
                }
                cost = 0.5f * Lanes.Sum(shared.SubView(0, Lanes.RowGroup), cost);
                if (active && lane == 0)
                {
                    costs[2304 + row] = weight * cost;
                }
            }
        }

        // Layer 2 of 2 · back through Dense2: Dense 70 → 40
        public static void Train4(ArrayView<float> x, ArrayView<float> parameters, ArrayView<float> memory, int rows)
        {
            // tiles of 32 rows, 3 beside one another
            int down = (int)(Grid.IdxX * 366503875926L >> 40), across = Grid.IdxX - down * 3;
            ArrayView<F4> weights = parameters.SubView(560, 3360).Cast<F4>();
            ArrayView<F4> given = memory.SubView(rows * 160, rows * 48).Cast<F4>();
            F4 four = Tiles.InputGradient(given, 12, weights, 70, 40, rows, down * 32, across * 32);
            int row = down * 32 + Tiles.Row, first = across * 32 + Tiles.Column;
            if (row < rows && first < 70)
            {
                F4 kept = memory.SubView(0, rows * 80).Cast<F4>()[row * 20 + (first >> 2)];
                four.X = four.X * (1f - kept.X * kept.X);
                four.Y = four.Y * (1f - kept.Y * kept.Y);
                four.Z = four.Z * (1f - kept.Z * kept.Z);
                four.W = four.W * (1f - kept.W * kept.W);
                four.Y = first + 1 < 70 ? four.Y : 0f;
                four.Z = first + 2 < 70 ? four.Z : 0f;
                four.W = first + 3 < 70 ? four.W : 0f;
                memory.SubView(rows * 80, rows * 80).Cast<F4>()[row * 20 + (first >> 2)] = four;
            }
        }

        // The gradients of Dense1 and Dense2, 3 and 6 tiles, and what they change.
        public static void Update1(ArrayView<float> x, ArrayView<float> parameters, ArrayView<float> memory, ArrayView<float> state, ArrayView<float> costs, int rows, int rule, float rate, float beta1, float beta2, float epsilon)
        {
            int layer = Grid.IdxX < 3 ? 0 : 1;
            int tile = Grid.IdxX - (layer == 0 ? 0 : 3), inputs = layer == 0 ? 6 : 70, units = layer == 0 ? 70 : 40;
            int down = (int)(tile * (layer == 0 ? 366503875926L : 549755813888L) >> 40), across = tile - down * (layer == 0 ? 3 : 2);
            int stride = layer == 0 ? 8 : 80, gradientStride = layer == 0 ? 80 : 48;
            ArrayView<float> values = layer == 0 ? x : memory;
            values = values.SubView(0, rows * stride);
            ArrayView<float> gradients = memory.SubView((layer == 0 ? 80 : 160) * rows, rows * gradientStride);
            F4 gradient = Tiles.ParameterGradient(values.Cast<F4>(), stride >> 2, inputs, gradients.Cast<F4>(), gradientStride >> 2, units, rows, down * 32, across * 32);
            int input = down * 32 + Tiles.Row, unit = across * 32 + Tiles.Column;
            // a panel of 32 units, or the last of 16; behind the inputs, the bias
            int width = units - across * 32 > 16 ? 32 : 16;
            int index = input < inputs ? (layer == 0 ? 0 : 560) + across * 32 * inputs + input * width + Tiles.Column : (layer == 0 ? 480 : 3920) + unit;
            float l2 = input < inputs ? 0.01f : 0f;
            float l1 = input < inputs ? 0f : 0f;
            float cost = 0f;
            if (input < inputs + 1 && unit < units)
            {
                cost = Update.Apply(parameters, state, 3968, index, gradient, l2, l1, rule, rate, beta1, beta2, epsilon);
            }

            costs[Grid.IdxX * Update.GroupSize + Group.IdxX] = cost;
        }
    }
}
