using System.Runtime.CompilerServices;

namespace NetGen.Kernels;

/// <summary>
/// The register tile under weight gradients: up to six taps times up to four filters, each a sum of products over all
/// positions of some examples.
/// </summary>
/// <remarks>
/// Position p of an example is added to partial sum p modulo 16, whatever the width: a pass over the examples takes as
/// many partial sums as a vector has floats.
/// </remarks>
internal static unsafe class ProductTile
{
    /// <summary>The partial sums of a product.</summary>
    public const int Partials = PartialSums.Count;

    /// <summary>The most taps.</summary>
    public const int MostTaps = 6;

    /// <summary>The most filters: 24 sums, where there are registers for them.</summary>
    public const int MostFilters = 4;

    /// <summary>The most filters where there are sixteen registers.</summary>
    public const int FewFilters = 2;

    /// <summary>sums[tap, filter, j] = Σ planes[example, p + shift of tap]·dz[example, filter, p] over p ≡ j modulo 16.</summary>
    /// <typeparam name="TVector">The vector, which holds the partial sums of a pass.</typeparam>
    /// <typeparam name="T">Its operations.</typeparam>
    /// <typeparam name="TTaps">One of <see cref="Rows"/>.</typeparam>
    /// <typeparam name="TFilters">One of <see cref="Rows"/>.</typeparam>
    /// <param name="products">What is multiplied.</param>
    /// <param name="taps">Where each tap meets the first position, from the first plane in bytes.</param>
    /// <param name="planes">The planes of the first example.</param>
    /// <param name="dz">The first filter of the first example.</param>
    /// <param name="rest">The positions of the first filter of the first example that fill no sixteen, followed by zeros.</param>
    /// <param name="sums">Receives the partial sums.</param>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Sum<TVector, T, TTaps, TFilters>(in Products products, Step* taps, float* planes, float* dz, float* rest, float* sums)
        where TVector : struct
        where T : struct, IVectorOperations<TVector>
        where TTaps : unmanaged
        where TFilters : unmanaged
    {
        nint end = products.Sixteens * Partials * sizeof(float);
        int examples = products.Examples;
        for (int lane = 0; lane < Partials; lane += T.Width)
        {
            TVector c0_0 = default, c0_1 = default, c0_2 = default, c0_3 = default;
            TVector c1_0 = default, c1_1 = default, c1_2 = default, c1_3 = default;
            TVector c2_0 = default, c2_1 = default, c2_2 = default, c2_3 = default;
            TVector c3_0 = default, c3_1 = default, c3_2 = default, c3_3 = default;
            TVector c4_0 = default, c4_1 = default, c4_2 = default, c4_3 = default;
            TVector c5_0 = default, c5_1 = default, c5_2 = default, c5_3 = default;
            byte* x0 = (byte*)(planes + lane);
            byte* d0 = (byte*)(dz + lane);
            float* r0 = rest + lane;
            for (int example = 0; example < examples; example++)
            {
                byte* d1 = d0 + products.DzFilter * sizeof(float);
                byte* d2 = d1 + products.DzFilter * sizeof(float);
                byte* d3 = d2 + products.DzFilter * sizeof(float);
                byte* t0 = x0 + taps[0].Plane;
                byte* t1 = sizeof(TTaps) > 1 ? x0 + taps[1].Plane : null;
                byte* t2 = sizeof(TTaps) > 2 ? x0 + taps[2].Plane : null;
                byte* t3 = sizeof(TTaps) > 3 ? x0 + taps[3].Plane : null;
                byte* t4 = sizeof(TTaps) > 4 ? x0 + taps[4].Plane : null;
                byte* t5 = sizeof(TTaps) > 5 ? x0 + taps[5].Plane : null;
                for (nint at = 0; at < end; at += Partials * sizeof(float))
                {
                    TVector w0 = T.Load(ref *(float*)(d0 + at));
                    TVector w1 = sizeof(TFilters) > 1 ? T.Load(ref *(float*)(d1 + at)) : default;
                    TVector w2 = sizeof(TFilters) > 2 ? T.Load(ref *(float*)(d2 + at)) : default;
                    TVector w3 = sizeof(TFilters) > 3 ? T.Load(ref *(float*)(d3 + at)) : default;
                    TVector v0 = T.Load(ref *(float*)(t0 + at));
                    c0_0 = T.MultiplyAdd(v0, w0, c0_0);
                    c0_1 = sizeof(TFilters) > 1 ? T.MultiplyAdd(v0, w1, c0_1) : c0_1;
                    c0_2 = sizeof(TFilters) > 2 ? T.MultiplyAdd(v0, w2, c0_2) : c0_2;
                    c0_3 = sizeof(TFilters) > 3 ? T.MultiplyAdd(v0, w3, c0_3) : c0_3;

                    if (sizeof(TTaps) > 1)
                    {
                        TVector v1 = T.Load(ref *(float*)(t1 + at));
                        c1_0 = T.MultiplyAdd(v1, w0, c1_0);
                        c1_1 = sizeof(TFilters) > 1 ? T.MultiplyAdd(v1, w1, c1_1) : c1_1;
                        c1_2 = sizeof(TFilters) > 2 ? T.MultiplyAdd(v1, w2, c1_2) : c1_2;
                        c1_3 = sizeof(TFilters) > 3 ? T.MultiplyAdd(v1, w3, c1_3) : c1_3;
                    }

                    if (sizeof(TTaps) > 2)
                    {
                        TVector v2 = T.Load(ref *(float*)(t2 + at));
                        c2_0 = T.MultiplyAdd(v2, w0, c2_0);
                        c2_1 = sizeof(TFilters) > 1 ? T.MultiplyAdd(v2, w1, c2_1) : c2_1;
                        c2_2 = sizeof(TFilters) > 2 ? T.MultiplyAdd(v2, w2, c2_2) : c2_2;
                        c2_3 = sizeof(TFilters) > 3 ? T.MultiplyAdd(v2, w3, c2_3) : c2_3;
                    }

                    if (sizeof(TTaps) > 3)
                    {
                        TVector v3 = T.Load(ref *(float*)(t3 + at));
                        c3_0 = T.MultiplyAdd(v3, w0, c3_0);
                        c3_1 = sizeof(TFilters) > 1 ? T.MultiplyAdd(v3, w1, c3_1) : c3_1;
                        c3_2 = sizeof(TFilters) > 2 ? T.MultiplyAdd(v3, w2, c3_2) : c3_2;
                        c3_3 = sizeof(TFilters) > 3 ? T.MultiplyAdd(v3, w3, c3_3) : c3_3;
                    }

                    if (sizeof(TTaps) > 4)
                    {
                        TVector v4 = T.Load(ref *(float*)(t4 + at));
                        c4_0 = T.MultiplyAdd(v4, w0, c4_0);
                        c4_1 = sizeof(TFilters) > 1 ? T.MultiplyAdd(v4, w1, c4_1) : c4_1;
                        c4_2 = sizeof(TFilters) > 2 ? T.MultiplyAdd(v4, w2, c4_2) : c4_2;
                        c4_3 = sizeof(TFilters) > 3 ? T.MultiplyAdd(v4, w3, c4_3) : c4_3;
                    }

                    if (sizeof(TTaps) > 5)
                    {
                        TVector v5 = T.Load(ref *(float*)(t5 + at));
                        c5_0 = T.MultiplyAdd(v5, w0, c5_0);
                        c5_1 = sizeof(TFilters) > 1 ? T.MultiplyAdd(v5, w1, c5_1) : c5_1;
                        c5_2 = sizeof(TFilters) > 2 ? T.MultiplyAdd(v5, w2, c5_2) : c5_2;
                        c5_3 = sizeof(TFilters) > 3 ? T.MultiplyAdd(v5, w3, c5_3) : c5_3;
                    }
                }

                if (products.Rest > lane)
                {
                    // Behind the last position another plane begins, whose numbers may be anything.
                    ref float mask = ref products.Mask[lane];
                    TVector w0 = T.Load(ref r0[0]);
                    TVector w1 = sizeof(TFilters) > 1 ? T.Load(ref r0[Partials]) : default;
                    TVector w2 = sizeof(TFilters) > 2 ? T.Load(ref r0[2 * Partials]) : default;
                    TVector w3 = sizeof(TFilters) > 3 ? T.Load(ref r0[3 * Partials]) : default;
                    TVector v0 = T.Load(ref *(float*)(t0 + end), ref mask);
                    c0_0 = T.MultiplyAdd(v0, w0, c0_0);
                    c0_1 = sizeof(TFilters) > 1 ? T.MultiplyAdd(v0, w1, c0_1) : c0_1;
                    c0_2 = sizeof(TFilters) > 2 ? T.MultiplyAdd(v0, w2, c0_2) : c0_2;
                    c0_3 = sizeof(TFilters) > 3 ? T.MultiplyAdd(v0, w3, c0_3) : c0_3;

                    if (sizeof(TTaps) > 1)
                    {
                        TVector v1 = T.Load(ref *(float*)(t1 + end), ref mask);
                        c1_0 = T.MultiplyAdd(v1, w0, c1_0);
                        c1_1 = sizeof(TFilters) > 1 ? T.MultiplyAdd(v1, w1, c1_1) : c1_1;
                        c1_2 = sizeof(TFilters) > 2 ? T.MultiplyAdd(v1, w2, c1_2) : c1_2;
                        c1_3 = sizeof(TFilters) > 3 ? T.MultiplyAdd(v1, w3, c1_3) : c1_3;
                    }

                    if (sizeof(TTaps) > 2)
                    {
                        TVector v2 = T.Load(ref *(float*)(t2 + end), ref mask);
                        c2_0 = T.MultiplyAdd(v2, w0, c2_0);
                        c2_1 = sizeof(TFilters) > 1 ? T.MultiplyAdd(v2, w1, c2_1) : c2_1;
                        c2_2 = sizeof(TFilters) > 2 ? T.MultiplyAdd(v2, w2, c2_2) : c2_2;
                        c2_3 = sizeof(TFilters) > 3 ? T.MultiplyAdd(v2, w3, c2_3) : c2_3;
                    }

                    if (sizeof(TTaps) > 3)
                    {
                        TVector v3 = T.Load(ref *(float*)(t3 + end), ref mask);
                        c3_0 = T.MultiplyAdd(v3, w0, c3_0);
                        c3_1 = sizeof(TFilters) > 1 ? T.MultiplyAdd(v3, w1, c3_1) : c3_1;
                        c3_2 = sizeof(TFilters) > 2 ? T.MultiplyAdd(v3, w2, c3_2) : c3_2;
                        c3_3 = sizeof(TFilters) > 3 ? T.MultiplyAdd(v3, w3, c3_3) : c3_3;
                    }

                    if (sizeof(TTaps) > 4)
                    {
                        TVector v4 = T.Load(ref *(float*)(t4 + end), ref mask);
                        c4_0 = T.MultiplyAdd(v4, w0, c4_0);
                        c4_1 = sizeof(TFilters) > 1 ? T.MultiplyAdd(v4, w1, c4_1) : c4_1;
                        c4_2 = sizeof(TFilters) > 2 ? T.MultiplyAdd(v4, w2, c4_2) : c4_2;
                        c4_3 = sizeof(TFilters) > 3 ? T.MultiplyAdd(v4, w3, c4_3) : c4_3;
                    }

                    if (sizeof(TTaps) > 5)
                    {
                        TVector v5 = T.Load(ref *(float*)(t5 + end), ref mask);
                        c5_0 = T.MultiplyAdd(v5, w0, c5_0);
                        c5_1 = sizeof(TFilters) > 1 ? T.MultiplyAdd(v5, w1, c5_1) : c5_1;
                        c5_2 = sizeof(TFilters) > 2 ? T.MultiplyAdd(v5, w2, c5_2) : c5_2;
                        c5_3 = sizeof(TFilters) > 3 ? T.MultiplyAdd(v5, w3, c5_3) : c5_3;
                    }
                }

                x0 += products.PlanesExample * sizeof(float);
                d0 += products.DzExample * sizeof(float);
                r0 += products.RestExample;
            }

            float* to = sums + lane;
            Store<TVector, T, TFilters>(c0_0, c0_1, c0_2, c0_3, to);

            if (sizeof(TTaps) > 1)
            {
                Store<TVector, T, TFilters>(c1_0, c1_1, c1_2, c1_3, to + sizeof(TFilters) * Partials);
            }

            if (sizeof(TTaps) > 2)
            {
                Store<TVector, T, TFilters>(c2_0, c2_1, c2_2, c2_3, to + 2 * sizeof(TFilters) * Partials);
            }

            if (sizeof(TTaps) > 3)
            {
                Store<TVector, T, TFilters>(c3_0, c3_1, c3_2, c3_3, to + 3 * sizeof(TFilters) * Partials);
            }

            if (sizeof(TTaps) > 4)
            {
                Store<TVector, T, TFilters>(c4_0, c4_1, c4_2, c4_3, to + 4 * sizeof(TFilters) * Partials);
            }

            if (sizeof(TTaps) > 5)
            {
                Store<TVector, T, TFilters>(c5_0, c5_1, c5_2, c5_3, to + 5 * sizeof(TFilters) * Partials);
            }
        }
    }

    /// <summary>The partial sums of a tap with each filter.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store<TVector, T, TFilters>(TVector first, TVector second, TVector third, TVector fourth, float* to)
        where TVector : struct
        where T : struct, IVectorOperations<TVector>
        where TFilters : unmanaged
    {
        T.Store(first, ref *to);
        if (sizeof(TFilters) > 1)
        {
            T.Store(second, ref to[Partials]);
        }

        if (sizeof(TFilters) > 2)
        {
            T.Store(third, ref to[2 * Partials]);
        }

        if (sizeof(TFilters) > 3)
        {
            T.Store(fourth, ref to[3 * Partials]);
        }
    }

    /// <summary>What all tiles of a weight gradient have in common.</summary>
    public readonly struct Products
    {
        /// <summary>The examples.</summary>
        public int Examples { get; init; }

        /// <summary>How many times sixteen positions there are.</summary>
        public int Sixteens { get; init; }

        /// <summary>The positions that are left.</summary>
        public int Rest { get; init; }

        /// <summary>Sixteen floats, of which those of the rest have all bits set and the others none.</summary>
        public float* Mask { get; init; }

        /// <summary>From the planes of one example to those of the next, in floats.</summary>
        public nint PlanesExample { get; init; }

        /// <summary>From one filter of dz to the next, in floats.</summary>
        public nint DzFilter { get; init; }

        /// <summary>From one example of dz to the next, in floats.</summary>
        public nint DzExample { get; init; }

        /// <summary>From the rest of one example to that of the next, in floats.</summary>
        public nint RestExample { get; init; }
    }
}
