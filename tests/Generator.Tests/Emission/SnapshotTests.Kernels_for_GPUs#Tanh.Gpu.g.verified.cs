// The kernels; a launch runs one of them in many groups of threads.
    file static class Kernels
    {
        // Layer 1 of 2 · Dense1: Dense 6 → 70, Tanh
        // a1 = tanh(W1·x + b1)
        public static void Forward1ActivatedOfInput(ArrayView<float> given, ArrayView<float> parameters, ArrayView<float> result, int rows)
        {
            // tiles of 32 rows, 3 beside one another
            int down = (int)(Grid.IdxX * 1466015503702L >> 42), across = Grid.IdxX - down * 3;
            ArrayView<F4> weights = Fours.Of(parameters.SubView(0, 480));
            F4 four = Tiles.Forward(Fours.Of(given), 2, weights, 6, 70, rows, down * Tiles.Side, across * Tiles.Side);
            int row = down * Tiles.Side + Tiles.Row, first = across * Tiles.Side + Tiles.Column;
            if (row < rows && first < 70)
            {
                int place = row * 20 + (first >> 2);
                F4 bias = Fours.Of(parameters.SubView(480, 80))[first >> 2];
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
                Fours.Of(result)[place] = four;
            }
        }

        // Layer 2 of 2 · Dense2: Dense 70 → 40
        // a2 = W2·a1 + b2
        public static void Forward2(ArrayView<float> given, ArrayView<float> parameters, ArrayView<float> result, int rows)
        {
            // tiles of 32 rows, 2 beside one another
            int down = Grid.IdxX >> 1, across = Grid.IdxX - down * 2;
            ArrayView<F4> weights = Fours.Of(parameters.SubView(560, 3360));
            F4 four = Tiles.Forward(Fours.Of(given), 20, weights, 70, 40, rows, down * Tiles.Side, across * Tiles.Side);
            int row = down * Tiles.Side + Tiles.Row, first = across * Tiles.Side + Tiles.Column;
            if (row < rows && first < 40)
            {
                int place = row * 12 + (first >> 2);
                F4 bias = Fours.Of(parameters.SubView(3920, 48))[first >> 2];
                four.X += bias.X;
                four.Y += bias.Y;
                four.Z += bias.Z;
                four.W += bias.W;
                Fours.Of(result)[place] = four;
            }
        }

        public static void Predict3(ArrayView<float> x, ArrayView<float> parameters, ArrayView<float> memory, ArrayView<float> outputs, int rows)
        {
            int lane = Group.IdxX & (Lanes.OfRow - 1), place = Grid.IdxX * Lanes.Rows + Group.IdxX / Lanes.OfRow;
            // lanes behind the last row go along with it and write nothing
            bool active = place < rows;
            int row = active ? place : rows - 1;

            // the output
            ArrayView<float> a2 = memory.SubView(rows * 80 + row * 48, 40);
            for (int j = lane; j < 40; j += Lanes.OfRow)
            {
                if (active)
                {
                    outputs[row * 40 + j] = a2[j];
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

            // the loss: ℓ = ½ Σ (ŷ − y)²
            ArrayView<float> a2 = memory.SubView(rows * 80 + row * 48, 40);
            ArrayView<float> da2 = memory.SubView(rows * 160 + row * 48, 40);
            {
                float weight = (weighted != 0 ? weights[row] : 1f), factor = weight * scale;
                ArrayView<float> target = targets.SubView(row * 40, 40);
                float cost = 0f;
                for (int j = lane; j < 40; j += Lanes.OfRow)
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
        public static void InputGradient2(ArrayView<float> given, ArrayView<float> parameters, ArrayView<float> result, ArrayView<float> kept, int rows)
        {
            // tiles of 32 rows, 3 beside one another
            int down = (int)(Grid.IdxX * 1466015503702L >> 42), across = Grid.IdxX - down * 3;
            ArrayView<F4> weights = Fours.Of(parameters.SubView(560, 3360));
            F4 four = Tiles.InputGradient(Fours.Of(given), 12, weights, 70, 40, rows, down * Tiles.Side, across * Tiles.Side);
            int row = down * Tiles.Side + Tiles.Row, first = across * Tiles.Side + Tiles.Column;
            if (row < rows && first < 70)
            {
                int place = row * 20 + (first >> 2);
                F4 a = Fours.Of(kept)[place];
                four.X = four.X * (1f - a.X * a.X);
                four.Y = four.Y * (1f - a.Y * a.Y);
                four.Z = four.Z * (1f - a.Z * a.Z);
                four.W = four.W * (1f - a.W * a.W);
                four.Y = first + 1 < 70 ? four.Y : 0f;
                four.Z = first + 2 < 70 ? four.Z : 0f;
                four.W = first + 3 < 70 ? four.W : 0f;
                Fours.Of(result)[place] = four;
            }
        }

        // The gradients of Dense1 and Dense2, 3 and 6 tiles, and what they change.
        public static void Update1(ArrayView<float> x, ArrayView<float> parameters, ArrayView<float> memory, ArrayView<float> gradients, ArrayView<float> moments, ArrayView<float> costs, int rows, int rule, float rate, float beta1, float beta2, float epsilon)
        {
            int layer = Grid.IdxX < 3 ? 0 : 1;
            int tile = Grid.IdxX - (layer == 0 ? 0 : 3), inputs = (layer == 0 ? 6 : 70), units = (layer == 0 ? 70 : 40);
            int down = (int)(tile * (layer == 0 ? 1466015503702L : 2199023255552L) >> 42), across = tile - down * (layer == 0 ? 3 : 2);
            int stride = (layer == 0 ? 8 : 80), givenStride = (layer == 0 ? 80 : 48);
            ArrayView<float> values = (layer == 0 ? x : memory);
            values = values.SubView(0 * rows, rows * stride);
            ArrayView<float> given = memory.SubView((layer == 0 ? 80 : 160) * rows, rows * givenStride);
            F4 gradient = Tiles.ParameterGradient(Fours.Of(values), stride >> 2, inputs, Fours.Of(given), givenStride >> 2, units, rows, down * Tiles.Side, across * Tiles.Side);
            int input = down * Tiles.Side + Tiles.Row, unit = across * Tiles.Side + Tiles.Column;
            // a panel of 32 units, or the last of 16; behind the inputs, the bias
            int width = units - across * Tiles.Side > 16 ? 32 : 16;
            int index = input < inputs ? (layer == 0 ? 0 : 560) + across * Tiles.Side * inputs + input * width + Tiles.Column : (layer == 0 ? 480 : 3920) + unit;
            float l2 = input < inputs ? 0.01f : 0f;
            float l1 = input < inputs ? 0f : 0f;
            float cost = 0f;
            if (input < inputs + 1 && unit < units)
            {
                cost = Update.Apply(parameters, gradients, moments, 3968, index, gradient, l2, l1, rule, rate, beta1, beta2, epsilon);
            }

            costs[Grid.IdxX * Update.GroupSize + Group.IdxX] = cost;
        }
    }
}
