namespace NetGen.__Compiled
{
    using global::System;
    using global::ILGPU;

    /// <summary>
    /// What happens to parameters when their gradient is known: it is kept (0), or they go a step of gradient descent (1) or
    /// of Adam (2), whose two moments lie one behind the other.
    /// </summary>
    internal static class Update
    {
        public const int GroupSize = 256;
        public const int Gradient = 0;
        public const int Sgd = 1;
        public const int Adam = 2;

        /// <summary>Gives four parameters their gradient, to which that of the penalty λ/2·w² + λ₁·|w| is added.</summary>
        /// <returns>What they cost by the penalty.</returns>
        public static float Apply(
            ArrayView<float> parameters, ArrayView<float> gradients, ArrayView<float> moments, int length, int index, F4 gradient, float l2, float l1,
            int rule, float rate, float beta1, float beta2, float epsilon)
        {
            ArrayView<F4> parameters4 = Fours.Of(parameters);
            int four = index >> 2;
            F4 w = parameters4[four];
            float cost = Cost(w.X, l2, l1) + Cost(w.Y, l2, l1) + (Cost(w.Z, l2, l1) + Cost(w.W, l2, l1));
            gradient.X += Slope(w.X, l2, l1);
            gradient.Y += Slope(w.Y, l2, l1);
            gradient.Z += Slope(w.Z, l2, l1);
            gradient.W += Slope(w.W, l2, l1);
            if (rule == Gradient)
            {
                Fours.Of(gradients)[four] = gradient;
            }
            else if (rule == Sgd)
            {
                w.X -= rate * gradient.X;
                w.Y -= rate * gradient.Y;
                w.Z -= rate * gradient.Z;
                w.W -= rate * gradient.W;
                parameters4[four] = w;
            }
            else
            {
                ArrayView<F4> moments4 = Fours.Of(moments);
                int second = (length >> 2) + four;
                F4 m = moments4[four], v = moments4[second];
                m.X = Average(m.X, gradient.X, beta1);
                m.Y = Average(m.Y, gradient.Y, beta1);
                m.Z = Average(m.Z, gradient.Z, beta1);
                m.W = Average(m.W, gradient.W, beta1);
                v.X = Average(v.X, gradient.X * gradient.X, beta2);
                v.Y = Average(v.Y, gradient.Y * gradient.Y, beta2);
                v.Z = Average(v.Z, gradient.Z * gradient.Z, beta2);
                v.W = Average(v.W, gradient.W * gradient.W, beta2);
                w.X -= rate * m.X / (MathF.Sqrt(v.X) + epsilon);
                w.Y -= rate * m.Y / (MathF.Sqrt(v.Y) + epsilon);
                w.Z -= rate * m.Z / (MathF.Sqrt(v.Z) + epsilon);
                w.W -= rate * m.W / (MathF.Sqrt(v.W) + epsilon);
                moments4[four] = m;
                moments4[second] = v;
                parameters4[four] = w;
            }

            return cost;
        }

        /// <summary>A kernel: gives neighbouring parameters, a multiple of four, the gradient that lies ready for them.</summary>
        public static void Range(
            ArrayView<float> parameters, ArrayView<float> gradients, ArrayView<float> moments, ArrayView<float> costs, int length, int offset, int count, float l2, float l1,
            int rule, float rate, float beta1, float beta2, float epsilon)
        {
            int index = (Grid.IdxX * GroupSize + Group.IdxX) * 4;
            if (index < count)
            {
                F4 gradient = Fours.Of(gradients)[(offset + index) >> 2];
                costs[index >> 2] = Apply(parameters, gradients, moments, length, offset + index, gradient, l2, l1, rule, rate, beta1, beta2, epsilon);
            }
        }

        private static float Cost(float w, float l2, float l1) => 0.5f * l2 * w * w + l1 * MathF.Abs(w);

        private static float Slope(float w, float l2, float l1) => l2 * w + (w > 0f ? l1 : w < 0f ? -l1 : 0f);

        private static float Average(float average, float value, float keep) => keep * average + (1f - keep) * value;
    }
}
