namespace NetGen.__Compiled
{
    using global::System;
    using global::ILGPU;

    /// <summary>Functions of numbers, made of the powers and logarithms to base 2 that every device has.</summary>
    internal static class Functions
    {
        private const float Log2E = 1.44269504f;
        private const float Ln2 = 0.693147181f;
        private const float Ln2High = 0.693359375f;
        private const float Ln2Low = -2.12194440e-4f;
        private const float RootHalf = 0.707106781f;
        private const float OneOverRootTwoPi = 0.398942280f;

        // √(2/π), twice, and 0.044715 times that.
        private const float TanhGate1 = 1.59576912f;
        private const float TanhGate3 = 0.0713548163f;

        /// <summary>eˣ = 2ⁿ·eʳ, |r| ≤ ½ ln 2; infinite from 88.4 on.</summary>
        public static float Exp(float x)
        {
            x = x > 89f ? 89f : x < -105f ? -105f : x;
            float n = MathF.Floor(x * Log2E + 0.5f);
            float r = x - n * Ln2High - n * Ln2Low;
            return IntrinsicMath.CPUOnly.Exp2(n) * (ExpMinusOne(r) + 1f);
        }

        public static float Log(float x) => IntrinsicMath.CPUOnly.Log2(x) * Ln2;

        /// <summary>ln(1 + u) for u from 0 to 1.</summary>
        public static float LogOnePlus(float u)
        {
            float q = -0.0032910798f;
            q = q * u + 0.02008847f;
            q = q * u - 0.057460487f;
            q = q * u + 0.10661371f;
            q = q * u - 0.15344977f;
            q = q * u + 0.19692121f;
            q = q * u - 0.2495802f;
            q = q * u + 0.33330464f;
            q = q * u - 0.49999931f;
            return u * u * q + u;
        }

        /// <summary>1 − e⁻ˣ for x ≥ 0, near 0 as well.</summary>
        public static float OneMinusExp(float x) => x < 0.34f ? -ExpMinusOne(-x) : 1f - Exp(-x);

        public static float Sigmoid(float x) => 1f / (1f + Exp(-x));

        public static float Tanh(float x)
        {
            float size = 2f * MathF.Abs(x);
            float rest = OneMinusExp(size);
            float tanh = rest / (2f - rest);
            return x < 0f ? -tanh : tanh;
        }

        public static float Softplus(float x) => (x < 0f ? 0f : x) + LogOnePlus(Exp(-MathF.Abs(x)));

        public static float Erf(float x)
        {
            float size = MathF.Abs(x);
            size = size > 3.93f ? 3.93f : size;
            float q = -9.388078e-6f;
            q = q * size + 0.000118861994f;
            q = q * size - 0.00063736486f;
            q = q * size + 0.0016756777f;
            q = q * size - 0.0001695047f;
            q = q * size - 0.019147823f;
            q = q * size + 0.1027763f;
            q = q * size + 0.63661957f;
            q = q * size + 0.12837917f;
            float erf = OneMinusExp(size * q + size);
            return x < 0f ? -erf : erf;
        }

        public static float GELU(float z) => z * 0.5f * (1f + Erf(z * RootHalf));

        public static float GELUSlope(float z) => 0.5f * Erf(z * RootHalf) + 0.5f + z * Exp(-0.5f * z * z) * OneOverRootTwoPi;

        public static float GELUTanh(float z) => z * Sigmoid(z * (z * z * TanhGate3 + TanhGate1));

        public static float GELUTanhSlope(float z)
        {
            z = z > 11f ? 11f : z < -11f ? -11f : z;
            float square = z * z;
            return GateSlope(z, z * (square * TanhGate3 + TanhGate1), square * (3f * TanhGate3) + TanhGate1);
        }

        public static float SiLU(float z) => z * Sigmoid(z);

        public static float SiLUSlope(float z)
        {
            z = z > 105f ? 105f : z < -105f ? -105f : z;
            return GateSlope(z, z, 1f);
        }

        public static float Mish(float z)
        {
            float e = Exp(z > 20f ? 20f : z);
            float n = e * (e + 2f);
            return z * (n / (n + 2f));
        }

        public static float MishSlope(float z)
        {
            z = z > 20f ? 20f : z < -105f ? -105f : z;
            float e = Exp(z);
            float n = e * (e + 2f);
            float share = 1f / (n + 2f);
            return (n + z * 4f * e * (e + 1f) * share) * share;
        }

        public static float HardSigmoid(float z) => Clamp(z * (1f / 6f) + 0.5f, 0f, 1f);

        public static float HardSwish(float z) => z * HardSigmoid(z);

        public static float HardSwishSlope(float z) => z >= 3f ? 1f : z < -3f ? 0f : z * (1f / 3f) + 0.5f;

        /// <summary>NaN passes.</summary>
        public static float Clamp(float z, float low, float high) => z < low ? low : z > high ? high : z;

        /// <summary>The slope of z·σ(x), whose x has the slope given.</summary>
        private static float GateSlope(float z, float x, float slope)
        {
            float gate = Sigmoid(x);
            return gate + z * (gate * (1f - gate) * slope);
        }

        /// <summary>eʳ − 1 for |r| ≤ ½ ln 2.</summary>
        private static float ExpMinusOne(float r)
        {
            float square = r * r;
            float high = 0.0013950603f * square + (0.008368953f * r + 0.041666206f);
            return square * (high * square + (0.16666518f * r + 0.5f)) + r;
        }
    }
}
