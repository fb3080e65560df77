using System;
using System.Runtime.CompilerServices;
using NetGen.Threading;

namespace NetGen.Kernels;

/// <summary>Rows of sequences through self-attention, divided by rows of examples.</summary>
internal readonly unsafe struct AttentionForwardWork(
    int rows, AttentionSizes sizes, float* x, int xStride, float* parameters, float* y, int yStride, float* memory) : IWork
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
        for (int row = first; row < end; row++)
        {
            StepRows.Spread(x + (nint)row * xStride, sizes.Steps, sizes.Size, its.Input(row), sizes.StepStride);
        }

        int steps = (end - first) * sizes.Steps;
        DenseKernels.Forward(
            steps, sizes.Size, 3 * sizes.Size, ref *its.Input(first), sizes.StepStride, ref parameters[0], ref Bias(sizes.InputBias),
            ref *its.Projected(first), sizes.ProjectedStride, default(IdentityActivation));
        for (int row = first; row < end; row++)
        {
            for (int head = 0; head < sizes.Heads; head++)
            {
                Head(its, row, head);
            }
        }

        DenseKernels.Forward(
            steps, sizes.Size, sizes.Size, ref *its.Joined(first), sizes.StepStride, ref parameters[sizes.OutputWeights], ref Bias(sizes.OutputBias),
            ref *its.Output(first), sizes.StepStride, default(IdentityActivation));
        for (int row = first; row < end; row++)
        {
            StepRows.Gather(its.Output(row), sizes.StepStride, sizes.Steps, sizes.Size, y + (nint)row * yStride, accumulate: false);
        }
    }

    /// <summary>softmax(q·kᵀ/√D)·v of one head, some queries at a time. Heads go in ascending order: each writes zeros over the start of the next.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Head(in AttentionMemory its, int row, int head)
    {
        (int numbers, int stride) = (sizes.HeadSize, sizes.ProjectedStride);
        float* queries = its.Projected(row) + head * numbers;
        float* keys = its.Keys(row);
        float* values = its.Values(row);
        int length = its.Length(row);
        AttentionRows.PackBySteps(queries + sizes.Size, stride, length, numbers, keys);
        AttentionRows.PackByNumbers(queries + 2 * sizes.Size, stride, length, numbers, values);
        float scale = (float)(1 / Math.Sqrt(numbers));
        for (int query = 0; query < sizes.Steps; query += AttentionSizes.Block)
        {
            int count = Math.Min(AttentionSizes.Block, sizes.Steps - query);
            int attended = sizes.Causal ? Math.Min(query + count, length) : length;
            float* weights = sizes.Training ? its.Weights(row, head) + (nint)query * sizes.WeightStride : its.Block(row);
            DenseKernels.Forward(
                count, numbers, attended, ref queries[(nint)query * stride], stride, ref *keys, ref Unsafe.NullRef<float>(),
                ref *weights, sizes.WeightStride, default(IdentityActivation));
            int extent = Panels.Padded(attended);
            for (int index = 0; index < count; index++)
            {
                float* ofQuery = weights + (nint)index * sizes.WeightStride;
                AttentionRows.Softmax(ofQuery, sizes.Causal ? Math.Min(query + index + 1, length) : attended, extent, scale);
                new Span<float>(ofQuery + extent, sizes.WeightStride - extent).Clear();
            }

            float* joined = its.Joined(row) + (nint)query * sizes.StepStride + head * numbers;
            for (int number = 0; number < numbers; number += Panels.Width)
            {
                DenseKernels.Forward(
                    count, attended, Math.Min(Panels.Width, numbers - number), ref *weights, sizes.WeightStride,
                    ref values[Panels.Index(numbers, length, number, 0)], ref Unsafe.NullRef<float>(),
                    ref joined[number], sizes.StepStride, default(IdentityActivation));
            }
        }
    }

    private ref float Bias(int offset) => ref sizes.Bias ? ref parameters[offset] : ref Unsafe.NullRef<float>();
}
