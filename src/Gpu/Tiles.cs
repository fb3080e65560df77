namespace NetGen.__Compiled
{
    using global::ILGPU;

    /// <summary>
    /// Products of matrices in tiles of 32 × 32: C[i, j] = Σ A[i, k]·B[j, k]. A group of 256 has a tile. Two stages of 32
    /// steps lie in shared memory; each thread has 4 × 4 sums of a quarter of the steps, which are added in a fixed order.
    /// Weights lie in panels of 32 units, [units/32][inputs][32], of which the last may be 16 wide.
    /// </summary>
    internal static class Tiles
    {
        public const int Side = 32;
        public const int GroupSize = 256;

        // A line of a stage holds 32 numbers and 4 that keep lines apart.
        private const int Line = 36;
        private const int Stage = 2 * Side * Line;

        /// <summary>The row of the tile, of which a thread is given four columns.</summary>
        public static int Row => Group.IdxX >> 3;

        /// <summary>The first of the four columns.</summary>
        public static int Column => (Group.IdxX & 7) * 4;

        /// <summary>Σ x[row, input]·W[unit, input]: four units of a row.</summary>
        public static F4 Forward(ArrayView<F4> x, int stride, ArrayView<F4> weights, int inputs, int units, int rows, int firstRow, int firstUnit)
        {
            ArrayView<float> shared = SharedMemory.Allocate<float>(2 * Stage);
            int t = Group.IdxX, i = t >> 3, four = t & 7;
            int width = units - firstUnit > 16 ? 8 : 4, panel = (firstUnit >> 2) * inputs;
            bool isRow = firstRow + i < rows, isUnit = four < width;
            F4 a = default, b = default;
            if (isRow && four * 4 < inputs)
            {
                a = x[(firstRow + i) * stride + four];
            }

            if (isUnit && i < inputs)
            {
                b = weights[panel + i * width + four];
            }

            Along(shared, 0, i, four, a);
            Across(shared, Stage / 2, i, four, b);
            Group.Barrier();
            Sums sums = default;
            int stage = 0;
            for (int k = 0; k < inputs; k += Side)
            {
                int next = k + Side;
                a = default;
                b = default;
                if (isRow && next + four * 4 < inputs)
                {
                    a = x[(firstRow + i) * stride + (next >> 2) + four];
                }

                if (isUnit && next + i < inputs)
                {
                    b = weights[panel + (next + i) * width + four];
                }

                sums = Multiply(shared, stage, sums);
                stage = Stage - stage;
                Along(shared, stage, i, four, a);
                Across(shared, stage + Stage / 2, i, four, b);
                Group.Barrier();
            }

            return Add(shared, sums);
        }

        /// <summary>Σ dz[row, unit]·W[unit, input]: four inputs of a row.</summary>
        public static F4 InputGradient(ArrayView<F4> dz, int stride, ArrayView<F4> weights, int inputs, int units, int rows, int firstRow, int firstInput)
        {
            ArrayView<float> shared = SharedMemory.Allocate<float>(2 * Stage);
            int t = Group.IdxX, i = t >> 3, four = t & 7;
            int input = firstInput + i;
            bool isRow = firstRow + i < rows, isInput = input < inputs;
            F4 a = default, b = default;
            if (isRow && four * 4 < units)
            {
                a = dz[(firstRow + i) * stride + four];
            }

            if (isInput && four * 4 < units)
            {
                b = weights[input * (units > 16 ? 8 : 4) + four];
            }

            Along(shared, 0, i, four, a);
            Along(shared, Stage / 2, i, four, b);
            Group.Barrier();
            Sums sums = default;
            int stage = 0;
            for (int k = 0; k < units; k += Side)
            {
                int next = k + Side;
                a = default;
                b = default;
                if (isRow && next + four * 4 < units)
                {
                    a = dz[(firstRow + i) * stride + (next >> 2) + four];
                }

                if (isInput && next + four * 4 < units)
                {
                    b = weights[(next >> 2) * inputs + input * (units - next > 16 ? 8 : 4) + four];
                }

                sums = Multiply(shared, stage, sums);
                stage = Stage - stage;
                Along(shared, stage, i, four, a);
                Along(shared, stage + Stage / 2, i, four, b);
                Group.Barrier();
            }

            return Add(shared, sums);
        }

        /// <summary>
        /// Σ x[row, input]·dz[row, unit] over all rows: four units of an input. The input behind the last is 1 in every row,
        /// so that its sum is the gradient of the bias.
        /// </summary>
        public static F4 ParameterGradient(ArrayView<F4> x, int xStride, int inputs, ArrayView<F4> dz, int dzStride, int units, int rows, int firstInput, int firstUnit)
        {
            ArrayView<float> shared = SharedMemory.Allocate<float>(2 * Stage);
            int t = Group.IdxX, i = t >> 3, four = t & 7;
            int input = firstInput + four * 4, unit = firstUnit + four * 4;
            F4 a = default, b = default;
            if (i < rows)
            {
                if (input < inputs)
                {
                    a = x[i * xStride + (input >> 2)];
                }

                a = WithOne(a, inputs - input);
                if (unit < units)
                {
                    b = dz[i * dzStride + (unit >> 2)];
                }
            }

            Across(shared, 0, i, four, a);
            Across(shared, Stage / 2, i, four, b);
            Group.Barrier();
            Sums sums = default;
            int stage = 0;
            for (int k = 0; k < rows; k += Side)
            {
                int next = k + Side + i;
                a = default;
                b = default;
                if (next < rows)
                {
                    if (input < inputs)
                    {
                        a = x[next * xStride + (input >> 2)];
                    }

                    a = WithOne(a, inputs - input);
                    if (unit < units)
                    {
                        b = dz[next * dzStride + (unit >> 2)];
                    }
                }

                sums = Multiply(shared, stage, sums);
                stage = Stage - stage;
                Across(shared, stage, i, four, a);
                Across(shared, stage + Stage / 2, i, four, b);
                Group.Barrier();
            }

            return Add(shared, sums);
        }

        /// <summary>Puts a 1 at a place of four, where it is one of them.</summary>
        private static F4 WithOne(F4 four, int place)
        {
            four.X = place == 0 ? 1f : four.X;
            four.Y = place == 1 ? 1f : four.Y;
            four.Z = place == 2 ? 1f : four.Z;
            four.W = place == 3 ? 1f : four.W;
            return four;
        }

        /// <summary>Stores four steps of one line.</summary>
        private static void Along(ArrayView<float> shared, int start, int i, int four, F4 v)
        {
            ArrayView<float> lines = shared.SubView(start + four * 4 * Line + i, 3 * Line + 1);
            lines[0] = v.X;
            lines[Line] = v.Y;
            lines[2 * Line] = v.Z;
            lines[3 * Line] = v.W;
        }

        /// <summary>Stores one step of four lines.</summary>
        private static void Across(ArrayView<float> shared, int start, int step, int four, F4 v) => shared.Cast<F4>()[(start >> 2) + step * (Line / 4) + four] = v;

        /// <summary>Adds the products of a thread's quarter of a stage.</summary>
        private static Sums Multiply(ArrayView<float> shared, int stage, Sums c)
        {
            int t = Group.IdxX, quarter = (stage >> 2) + (t >> 6) * (2 * Line);
            ArrayView<F4> a = shared.Cast<F4>().SubView(quarter + ((t >> 3) & 7), 64);
            ArrayView<F4> b = shared.Cast<F4>().SubView(Stage / 8 + quarter + (t & 7), 64);
            c = Step(c, a[0], b[0]);
            c = Step(c, a[9], b[9]);
            c = Step(c, a[18], b[18]);
            c = Step(c, a[27], b[27]);
            c = Step(c, a[36], b[36]);
            c = Step(c, a[45], b[45]);
            c = Step(c, a[54], b[54]);
            return Step(c, a[63], b[63]);
        }

        private static Sums Step(Sums c, F4 a, F4 b)
        {
            c.A = Step(c.A, a.X, b);
            c.B = Step(c.B, a.Y, b);
            c.C = Step(c.C, a.Z, b);
            c.D = Step(c.D, a.W, b);
            return c;
        }

        private static F4 Step(F4 c, float a, F4 b)
        {
            c.X += a * b.X;
            c.Y += a * b.Y;
            c.Z += a * b.Z;
            c.W += a * b.W;
            return c;
        }

        /// <summary>Brings the four quarters together; the tile then lies row by row over the threads.</summary>
        private static F4 Add(ArrayView<float> shared, Sums c)
        {
            int t = Group.IdxX;
            ArrayView<F4> own = shared.Cast<F4>().SubView((t >> 6) * GroupSize + ((t >> 3) & 7) * Side + (t & 7), 25);
            own[0] = c.A;
            own[8] = c.B;
            own[16] = c.C;
            own[24] = c.D;
            Group.Barrier();
            ArrayView<F4> quarters = shared.Cast<F4>().SubView(t, 3 * GroupSize + 1);
            F4 sum = quarters[0], second = quarters[GroupSize], third = quarters[2 * GroupSize], fourth = quarters[3 * GroupSize];
            sum.X = (sum.X + second.X) + (third.X + fourth.X);
            sum.Y = (sum.Y + second.Y) + (third.Y + fourth.Y);
            sum.Z = (sum.Z + second.Z) + (third.Z + fourth.Z);
            sum.W = (sum.W + second.W) + (third.W + fourth.W);
            return sum;
        }

        /// <summary>4 × 4 sums.</summary>
        private struct Sums
        {
            public F4 A, B, C, D;
        }
    }
}
