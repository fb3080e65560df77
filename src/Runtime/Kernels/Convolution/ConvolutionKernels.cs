using System.Numerics;
using System.Runtime.CompilerServices;

namespace NetGen.Kernels;

/// <summary>
/// A convolution and its gradients, for rows of examples: x [channels, height, width], W [filters, channels / groups,
/// kernelHeight, kernelWidth] and y [filters, outputHeight, outputWidth], all row-major. Nothing is checked and nothing
/// allocated.
/// </summary>
public static class ConvolutionKernels
{
    /// <summary>y = f(b + W ∗ x), every sum over channels, rows and columns of the filter in ascending order, starting from b.</summary>
    /// <typeparam name="TActivation">f.</typeparam>
    /// <param name="rows">The number of examples, at least 1.</param>
    /// <param name="sizes">The sizes of an example.</param>
    /// <param name="x">[rows, channels, height, width] at <paramref name="xStride"/>; nothing behind the last element of a row is read.</param>
    /// <param name="xStride">From one row of x to the next, in floats.</param>
    /// <param name="weights">W.</param>
    /// <param name="bias">b [filters], or a null reference for none.</param>
    /// <param name="y">Receives y at <paramref name="yStride"/>, up to a multiple of 16 floats; the padding becomes zero.</param>
    /// <param name="yStride">From one row of y to the next, in floats.</param>
    /// <param name="activation">f.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Forward<TActivation>(
        int rows, in ConvolutionSizes sizes, ref float x, int xStride, ref float weights, ref float bias, ref float y, int yStride, TActivation activation)
        where TActivation : struct, IActivation
    {
        int positions = sizes.OutputHeight * sizes.OutputWidth;
        for (int row = 0; row < rows; row++)
        {
            ref float ys = ref Unsafe.Add(ref y, (nint)row * yStride);
            for (int index = 0; index < sizes.Filters * positions; index++)
            {
                int filter = index / positions;
                float sum = Unsafe.IsNullRef(ref bias) ? 0 : Unsafe.Add(ref bias, filter);
                var taps = new Taps(sizes, filter, index % positions);
                while (taps.Next())
                {
                    sum = float.MultiplyAddEstimate(Unsafe.Add(ref weights, taps.Weight), Unsafe.Add(ref x, (nint)row * xStride + taps.Input), sum);
                }

                Unsafe.Add(ref ys, index) = activation.Apply(new Vector<float>(sum))[0];
            }

            Clear(ref ys, sizes.Filters * positions);
        }
    }

    /// <summary>dW = Σ dz ∗ x over the rows in ascending order; overwrites.</summary>
    /// <param name="rows">The number of examples, at least 1.</param>
    /// <param name="sizes">The sizes of an example.</param>
    /// <param name="x">[rows, channels, height, width] at <paramref name="xStride"/>; nothing behind the last element of a row is read.</param>
    /// <param name="xStride">From one row of x to the next, in floats.</param>
    /// <param name="dz">∂J/∂z, as y, at <paramref name="dzStride"/>.</param>
    /// <param name="dzStride">From one row of dz to the next, in floats.</param>
    /// <param name="dW">Receives ∂J/∂W up to a multiple of 16 floats; the padding becomes zero.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void WeightGradient(int rows, in ConvolutionSizes sizes, ref float x, int xStride, ref float dz, int dzStride, ref float dW)
    {
        int length = sizes.Filters * (sizes.Channels / sizes.Groups) * sizes.KernelHeight * sizes.KernelWidth;
        int positions = sizes.OutputHeight * sizes.OutputWidth;
        for (int index = 0; index < length; index++)
        {
            Unsafe.Add(ref dW, index) = 0;
        }

        Clear(ref dW, length);
        for (int row = 0; row < rows; row++)
        {
            for (int index = 0; index < sizes.Filters * positions; index++)
            {
                var taps = new Taps(sizes, index / positions, index % positions);
                while (taps.Next())
                {
                    ref float sum = ref Unsafe.Add(ref dW, taps.Weight);
                    sum = float.MultiplyAddEstimate(Unsafe.Add(ref dz, (nint)row * dzStride + index), Unsafe.Add(ref x, (nint)row * xStride + taps.Input), sum);
                }
            }
        }
    }

    /// <summary>db = Σ dz over the rows and the positions of each filter, in ascending order; overwrites.</summary>
    /// <param name="rows">The number of examples, at least 1.</param>
    /// <param name="sizes">The sizes of an example.</param>
    /// <param name="dz">∂J/∂z, as y, at <paramref name="dzStride"/>.</param>
    /// <param name="dzStride">From one row of dz to the next, in floats.</param>
    /// <param name="db">Receives ∂J/∂b up to a multiple of 16 floats; the padding becomes zero.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void BiasGradient(int rows, in ConvolutionSizes sizes, ref float dz, int dzStride, ref float db)
    {
        int positions = sizes.OutputHeight * sizes.OutputWidth;
        Clear(ref db, sizes.Filters);
        for (int filter = 0; filter < sizes.Filters; filter++)
        {
            float sum = 0;
            for (int row = 0; row < rows; row++)
            {
                for (int position = 0; position < positions; position++)
                {
                    sum += Unsafe.Add(ref dz, (nint)row * dzStride + filter * positions + position);
                }
            }

            Unsafe.Add(ref db, filter) = sum;
        }
    }

    /// <summary>dx = W transposed ∗ dz, or added to dx.</summary>
    /// <param name="rows">The number of examples, at least 1.</param>
    /// <param name="sizes">The sizes of an example.</param>
    /// <param name="dz">∂J/∂z, as y, at <paramref name="dzStride"/>.</param>
    /// <param name="dzStride">From one row of dz to the next, in floats.</param>
    /// <param name="weights">W.</param>
    /// <param name="dx">Receives ∂J/∂x at <paramref name="dxStride"/>, up to a multiple of 16 floats; its padding becomes zero, or stays where it accumulates.</param>
    /// <param name="dxStride">From one row of dx to the next, in floats.</param>
    /// <param name="accumulate">Whether to add to dx instead of overwriting it.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void InputGradient(
        int rows, in ConvolutionSizes sizes, ref float dz, int dzStride, ref float weights, ref float dx, int dxStride, bool accumulate)
    {
        int positions = sizes.OutputHeight * sizes.OutputWidth;
        int elements = sizes.Channels * sizes.Height * sizes.Width;
        for (int row = 0; row < rows; row++)
        {
            ref float dxs = ref Unsafe.Add(ref dx, (nint)row * dxStride);
            if (!accumulate)
            {
                for (int index = 0; index < elements; index++)
                {
                    Unsafe.Add(ref dxs, index) = 0;
                }

                Clear(ref dxs, elements);
            }

            for (int index = 0; index < sizes.Filters * positions; index++)
            {
                var taps = new Taps(sizes, index / positions, index % positions);
                while (taps.Next())
                {
                    ref float sum = ref Unsafe.Add(ref dxs, taps.Input);
                    sum = float.MultiplyAddEstimate(Unsafe.Add(ref dz, (nint)row * dzStride + index), Unsafe.Add(ref weights, taps.Weight), sum);
                }
            }
        }
    }

    private static void Clear(ref float array, int from)
    {
        for (int index = from; index < Panels.Padded(from); index++)
        {
            Unsafe.Add(ref array, index) = 0;
        }
    }

    /// <summary>The weights that one output takes, with the inputs they meet; those that meet padding are left out.</summary>
    private struct Taps(ConvolutionSizes sizes, int filter, int position)
    {
        private int next = -1;

        /// <summary>The index of a weight.</summary>
        public int Weight { get; private set; }

        /// <summary>The index of the input it meets.</summary>
        public int Input { get; private set; }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public bool Next()
        {
            int kernel = sizes.KernelHeight * sizes.KernelWidth;
            int channels = sizes.Channels / sizes.Groups;
            while (++next < channels * kernel)
            {
                int row = (position / sizes.OutputWidth * sizes.StrideHeight) - sizes.PaddingTop + (next % kernel / sizes.KernelWidth * sizes.DilationHeight);
                int column = (position % sizes.OutputWidth * sizes.StrideWidth) - sizes.PaddingLeft + (next % sizes.KernelWidth * sizes.DilationWidth);
                if (row >= 0 && row < sizes.Height && column >= 0 && column < sizes.Width)
                {
                    int channel = (filter / (sizes.Filters / sizes.Groups) * channels) + (next / kernel);
                    Weight = (filter * channels * kernel) + next;
                    Input = (((channel * sizes.Height) + row) * sizes.Width) + column;
                    return true;
                }
            }

            return false;
        }
    }
}
