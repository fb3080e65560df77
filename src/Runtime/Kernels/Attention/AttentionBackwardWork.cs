using System;
using System.Runtime.CompilerServices;
using NetGen.Threading;

namespace NetGen.Kernels;

/// <summary>The gradient of queries, keys and values, from that of the outputs, divided by rows of examples.</summary>
internal readonly unsafe struct AttentionBackwardWork(int rows, AttentionSizes sizes, float* transposed, float* memory) : IWork
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Do(int part, int parts)
    {
        int first = (int)Division.Start(rows, part, parts);
        int end = (int)Division.Start(rows, part + 1, parts);
        if (first == end)
        {
            return;
        }

        var its = new AttentionMemory(rows, sizes, memory);
        DenseKernels.InputGradient(
            (end - first) * sizes.Steps, sizes.Size, sizes.Size, ref *its.Output(first), sizes.StepStride,
            ref transposed[sizes.OutputTransposed], ref *its.Joined(first), sizes.StepStride, accumulate: false);
        for (int row = first; row < end; row++)
        {
            for (int step = 0; step < sizes.Steps; step++)
            {
                // The tiles read the padding of a step.
                new Span<float>(its.Gradient(row) + (nint)step * sizes.ProjectedStride + 3 * sizes.Size, sizes.ProjectedStride - 3 * sizes.Size).Clear();
            }

            for (int head = 0; head < sizes.Heads; head++)
            {
                Head(its, row, head);
            }
        }
    }

    /// <summary>With p the weights: dv = pᵀ·dy, dp = dy·vᵀ, ds = p·(dp − Σ p·dp)/√D, dq = ds·k, dk = dsᵀ·q.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Head(in AttentionMemory its, int row, int head)
    {
        (int numbers, int steps, int stride) = (sizes.HeadSize, sizes.Steps, sizes.ProjectedStride);
        float* queries = its.Projected(row) + head * numbers;
        float* gradient = its.Gradient(row) + head * numbers;
        float* joined = its.Joined(row) + head * numbers;
        float* weights = its.Weights(row, head);
        float* keys = its.Keys(row);
        float* values = its.Values(row);
        float* ofHead = its.HeadGradient(row);
        int length = its.Length(row);

        DenseKernels.WeightGradient(steps, length, numbers, ref *weights, sizes.WeightStride, ref *joined, sizes.StepStride, ref *ofHead);
        AttentionRows.UnpackByNumbers(ofHead, length, numbers, gradient + 2 * sizes.Size, stride);

        AttentionRows.PackBySteps(queries + 2 * sizes.Size, stride, length, numbers, keys);
        float scale = (float)(1 / Math.Sqrt(numbers));
        float* block = its.Block(row);
        for (int query = 0; query < steps; query += AttentionSizes.Block)
        {
            int count = Math.Min(AttentionSizes.Block, steps - query);
            int attended = sizes.Causal ? Math.Min(query + count, length) : length;
            DenseKernels.Forward(
                count, numbers, attended, ref joined[(nint)query * sizes.StepStride], sizes.StepStride, ref *keys, ref Unsafe.NullRef<float>(),
                ref *block, sizes.WeightStride, default(IdentityActivation));
            for (int index = 0; index < count; index++)
            {
                AttentionRows.SoftmaxBackward(
                    weights + (nint)(query + index) * sizes.WeightStride, block + (nint)index * sizes.WeightStride, Panels.Padded(attended), scale);
            }
        }

        AttentionRows.PackByNumbers(queries + sizes.Size, stride, length, numbers, values);
        DenseKernels.Forward(
            steps, length, numbers, ref *weights, sizes.WeightStride, ref *values, ref Unsafe.NullRef<float>(),
            ref *ofHead, Panels.Padded(numbers), default(IdentityActivation));
        for (int step = 0; step < steps; step++)
        {
            FloatRows.Copy(ofHead + (nint)step * Panels.Padded(numbers), gradient + (nint)step * stride, numbers);
        }

        DenseKernels.WeightGradient(steps, length, numbers, ref *weights, sizes.WeightStride, ref *queries, stride, ref *ofHead);
        AttentionRows.UnpackByNumbers(ofHead, length, numbers, gradient + sizes.Size, stride);
        for (int step = length; step < steps; step++)
        {
            new Span<float>(gradient + (nint)step * stride + sizes.Size, numbers).Clear();
            new Span<float>(gradient + (nint)step * stride + 2 * sizes.Size, numbers).Clear();
        }
    }
}
