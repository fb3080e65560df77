using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NetGen.Kernels;

/// <summary>
/// Tiny networks, whose layers are narrower than vectors: sixteen examples side by side, one in every lane. A tensor
/// lies in memory as [elements][16]. Nothing is checked and nothing allocated.
/// </summary>
/// <remarks>A dense layer sums in ascending order with one accumulator, as <see cref="DenseKernels"/> does, so that its bits are the same.</remarks>
public static class LaneKernels
{
    /// <summary>The lanes, an example in each.</summary>
    public const int Lanes = 16;

    /// <summary>Fills the lanes from rows of examples; lanes without a row become zero.</summary>
    /// <param name="rows">The examples, 1 to <see cref="Lanes"/>.</param>
    /// <param name="elements">The elements of an example.</param>
    /// <param name="x">[rows, elements].</param>
    /// <param name="lanes">Receives [elements][<see cref="Lanes"/>].</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Load(int rows, int elements, ref float x, ref float lanes)
    {
        if (rows < Lanes)
        {
            MemoryMarshal.CreateSpan(ref lanes, elements * Lanes).Clear();
        }

        for (int row = 0; row < rows; row++)
        {
            for (int element = 0; element < elements; element++)
            {
                Unsafe.Add(ref lanes, element * Lanes + row) = Unsafe.Add(ref x, element);
            }

            x = ref Unsafe.Add(ref x, elements);
        }
    }

    /// <summary>Copies the lanes that have a row out to rows of examples.</summary>
    /// <param name="rows">The examples, 1 to <see cref="Lanes"/>.</param>
    /// <param name="elements">The elements of an example.</param>
    /// <param name="lanes">[elements][<see cref="Lanes"/>].</param>
    /// <param name="y">Receives [rows, elements].</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Store(int rows, int elements, ref float lanes, ref float y)
    {
        for (int row = 0; row < rows; row++)
        {
            for (int element = 0; element < elements; element++)
            {
                Unsafe.Add(ref y, element) = Unsafe.Add(ref lanes, element * Lanes + row);
            }

            y = ref Unsafe.Add(ref y, elements);
        }
    }

    /// <summary>y = f(b + W·x) of every lane.</summary>
    /// <typeparam name="TActivation">f.</typeparam>
    /// <param name="inputs">The inputs of the layer, at least 1.</param>
    /// <param name="units">The units of the layer, 1 to <see cref="Panels.Width"/>.</param>
    /// <param name="x">[inputs][<see cref="Lanes"/>].</param>
    /// <param name="weights">W [units, inputs], one panel.</param>
    /// <param name="bias">b, or a null reference for none.</param>
    /// <param name="y">Receives [units][<see cref="Lanes"/>].</param>
    /// <param name="activation">f.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Dense<TActivation>(int inputs, int units, ref float x, ref float weights, ref float bias, ref float y, TActivation activation)
        where TActivation : struct, IActivation
    {
        for (int unit = 0; unit < units; unit++)
        {
            Vector<float> start = Vector.Create(Unsafe.IsNullRef(ref bias) ? 0 : Unsafe.Add(ref bias, unit));
            for (int lane = 0; lane < Lanes; lane += Vector<float>.Count)
            {
                start.StoreUnsafe(ref Unsafe.Add(ref y, unit * Lanes + lane));
            }
        }

        DenseKernels.Lanes(inputs, units, ref x, ref weights, ref y, activation);
    }

    /// <summary>a = f(z) of every element.</summary>
    /// <typeparam name="TActivation">f.</typeparam>
    /// <param name="elements">The elements.</param>
    /// <param name="z">[elements][<see cref="Lanes"/>].</param>
    /// <param name="a">Receives [elements][<see cref="Lanes"/>]; may be z.</param>
    /// <param name="activation">f.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Activate<TActivation>(int elements, ref float z, ref float a, TActivation activation)
        where TActivation : struct, IActivation
    {
        for (int lane = 0; lane < elements * Lanes; lane += Vector<float>.Count)
        {
            activation.Apply(Vector.LoadUnsafe(ref Unsafe.Add(ref z, lane))).StoreUnsafe(ref Unsafe.Add(ref a, lane));
        }
    }

    /// <summary>a = e^(z − max z) / Σ e^(z − max z) of every lane, summed in ascending order.</summary>
    /// <param name="elements">The elements, at least 1.</param>
    /// <param name="z">[elements][<see cref="Lanes"/>].</param>
    /// <param name="a">Receives [elements][<see cref="Lanes"/>]; may be z.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Softmax(int elements, ref float z, ref float a)
    {
        for (int lane = 0; lane < Lanes; lane += Vector<float>.Count)
        {
            SoftmaxOfVectors(elements * Lanes, ref Unsafe.Add(ref z, lane), ref Unsafe.Add(ref a, lane));
        }
    }

    /// <summary>a = z − max z − ln Σ e^(z − max z) of every lane, summed in ascending order.</summary>
    /// <param name="elements">The elements, at least 1.</param>
    /// <param name="z">[elements][<see cref="Lanes"/>].</param>
    /// <param name="a">Receives [elements][<see cref="Lanes"/>]; may be z.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void LogSoftmax(int elements, ref float z, ref float a)
    {
        for (int lane = 0; lane < Lanes; lane += Vector<float>.Count)
        {
            LogSoftmaxOfVectors(elements * Lanes, ref Unsafe.Add(ref z, lane), ref Unsafe.Add(ref a, lane));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void LogSoftmaxOfVectors(int length, ref float z, ref float a)
    {
        Vector<float> most = Most(length, ref z);
        Vector<float> sum = Vector<float>.Zero;
        for (int element = 0; element < length; element += Lanes)
        {
            sum += VectorMath.Exp(Vector.LoadUnsafe(ref Unsafe.Add(ref z, element)) - most);
        }

        Vector<float> logarithm = VectorMath.Log(sum);
        for (int element = 0; element < length; element += Lanes)
        {
            (Vector.LoadUnsafe(ref Unsafe.Add(ref z, element)) - most - logarithm).StoreUnsafe(ref Unsafe.Add(ref a, element));
        }
    }

    /// <summary>max z of every lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<float> Most(int length, ref float z)
    {
        Vector<float> most = Vector.LoadUnsafe(ref z);
        for (int element = Lanes; element < length; element += Lanes)
        {
            most = Vector.MaxNative(most, Vector.LoadUnsafe(ref Unsafe.Add(ref z, element)));
        }

        return most;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void SoftmaxOfVectors(int length, ref float z, ref float a)
    {
        Vector<float> most = Most(length, ref z);
        Vector<float> sum = Vector<float>.Zero;
        for (int element = 0; element < length; element += Lanes)
        {
            Vector<float> exponential = VectorMath.Exp(Vector.LoadUnsafe(ref Unsafe.Add(ref z, element)) - most);
            sum += exponential;
            exponential.StoreUnsafe(ref Unsafe.Add(ref a, element));
        }

        for (int element = 0; element < length; element += Lanes)
        {
            (Vector.LoadUnsafe(ref Unsafe.Add(ref a, element)) / sum).StoreUnsafe(ref Unsafe.Add(ref a, element));
        }
    }
}
