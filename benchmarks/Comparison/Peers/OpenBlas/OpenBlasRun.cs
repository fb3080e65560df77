using System.Collections.Immutable;

namespace NetGen.Comparison.Peers.OpenBlas;

/// <summary>Prediction and training by hand. Products are OpenBLAS's, what lies between them one pass each.</summary>
internal sealed unsafe class OpenBlasRun : ITrained, ICall
{
    private const double Beta1 = 0.9;
    private const double Beta2 = 0.999;
    private const double Epsilon = 1e-8;

    private readonly OpenBlasLibrary blas;
    private readonly Work work;
    private readonly int rows;
    private readonly int threads;
    private readonly int layers;
    private readonly ImmutableArray<int> sizes;
    private readonly bool tanh;
    private readonly bool linear;
    private readonly double learningRate;
    private readonly int length;

    // Padded to whole vectors: strides[i] and the places in θ of W and b of every layer.
    private readonly int[] strides;
    private readonly int[] weights;
    private readonly int[] biases;

    private readonly AlignedMemory theta;
    private readonly AlignedMemory inputs;
    private readonly AlignedMemory targets;
    private readonly AlignedMemory?[] nodes;
    private readonly AlignedMemory?[] deltas;
    private readonly AlignedMemory output;
    private readonly AlignedMemory? gradient;
    private readonly AlignedMemory? first;
    private readonly AlignedMemory? second;
    private readonly int batches;
    private readonly ParallelOptions parallel;
    private readonly Action<int> adamShare;
    private int next;
    private long steps;
    private float rate;
    private float epsilon;

    public OpenBlasRun(OpenBlasLibrary blas, Perceptron perceptron, Work work, int rows, int threads, Problem problem)
    {
        (this.blas, this.work, this.rows, this.threads) = (blas, work, rows, threads);
        sizes = perceptron.Sizes;
        layers = sizes.Length - 1;
        (tanh, linear) = (perceptron.Hidden == "Tanh", perceptron.Output == "Linear");
        learningRate = problem.LearningRate;
        batches = problem.Rows / rows;
        parallel = new() { MaxDegreeOfParallelism = threads };
        adamShare = AdamShare;

        strides = [sizes[0], .. sizes.Skip(1).Select(Passes.Padded)];
        (weights, biases) = (new int[layers], new int[layers]);
        for (int layer = 0; layer < layers; layer++)
        {
            weights[layer] = length;
            biases[layer] = length += Passes.Padded(sizes[layer] * sizes[layer + 1]);
            length += strides[layer + 1];
        }

        theta = new(length);
        ReadOnlySpan<float> canonical = problem.Parameters;
        for (int layer = 0; layer < layers; layer++)
        {
            int products = sizes[layer] * sizes[layer + 1];
            canonical[..products].CopyTo(theta.Span[weights[layer]..]);
            canonical.Slice(products, sizes[layer + 1]).CopyTo(theta.Span[biases[layer]..]);
            canonical = canonical[(products + sizes[layer + 1])..];
        }

        inputs = new(problem.Inputs.Length);
        problem.Inputs.CopyTo(inputs.Span);
        nodes = [null, .. strides.Skip(1).Select(stride => new AlignedMemory(rows * stride))];
        output = new(rows * strides[^1]);
        if (!linear)
        {
            // exp makes it 0 again, in every row and for ever, as products write no padding.
            PadRows(nodes[^1]!, float.NegativeInfinity);
        }

        deltas = new AlignedMemory?[layers + 1];
        targets = new(linear ? problem.Rows * strides[^1] : problem.Rows);
        if (work == Work.Train)
        {
            (gradient, first, second) = (new(length), new(length), new(length));
            for (int node = 1; node <= layers; node++)
            {
                deltas[node] = new(rows * strides[node]);
            }

            if (linear)
            {
                for (int row = 0; row < problem.Rows; row++)
                {
                    problem.Targets.AsSpan(row * sizes[^1], sizes[^1]).CopyTo(targets.Span[(row * strides[^1])..]);
                }
            }
            else
            {
                problem.Labels.CopyTo(new Span<int>(targets.Start, problem.Rows));
            }
        }
    }

    public void Call()
    {
        float* x = inputs.Start + (nint)next * rows * sizes[0];
        if (work == Work.Train)
        {
            Train(x);
        }
        else
        {
            Predict(x, rows);
        }

        if (++next == batches)
        {
            next = 0;
        }
    }

    public double Measure(int calls)
    {
        blas.UseThreads(threads);
        return Timing.Measure(this, calls);
    }

    public void Latencies(Span<double> nanoseconds)
    {
        blas.UseThreads(threads);
        Timing.Latencies(this, nanoseconds);
    }

    public float[] Predict(ReadOnlySpan<float> row)
    {
        using AlignedMemory input = new(row.Length);
        row.CopyTo(input.Span);
        blas.UseThreads(threads);
        Predict(input.Start, 1);
        return (linear ? nodes[^1]! : output).Span[..sizes[^1]].ToArray();
    }

    public float[] Parameters()
    {
        List<float> canonical = [];
        for (int layer = 0; layer < layers; layer++)
        {
            canonical.AddRange(theta.Span.Slice(weights[layer], sizes[layer] * sizes[layer + 1]));
            canonical.AddRange(theta.Span.Slice(biases[layer], sizes[layer + 1]));
        }

        return [.. canonical];
    }

    public void Dispose()
    {
        foreach (AlignedMemory? memory in (AlignedMemory?[])[theta, inputs, targets, output, gradient, first, second, .. nodes, .. deltas])
        {
            memory?.Dispose();
        }
    }

    private void Predict(float* x, int rows)
    {
        Forward(x, rows);
        if (!linear)
        {
            for (int row = 0; row < rows; row++)
            {
                Passes.Softmax(nodes[^1]!.Start + (nint)row * strides[^1], output.Start + (nint)row * strides[^1], strides[^1]);
            }
        }
    }

    private void Forward(float* x, int rows)
    {
        int stride = sizes[0];
        for (int layer = 0; layer < layers; layer++)
        {
            int width = strides[layer + 1];
            float* z = nodes[layer + 1]!.Start, W = theta.Start + weights[layer], b = theta.Start + biases[layer];
            if (rows == 1)
            {
                blas.TimesVector(sizes[layer + 1], sizes[layer], W, sizes[layer], x, z);
            }
            else
            {
                blas.TimesTransposed(rows, sizes[layer + 1], sizes[layer], x, stride, W, sizes[layer], z, width);
            }

            if (layer == layers - 1)
            {
                Passes.AddBias(z, b, rows, width);
            }
            else if (tanh)
            {
                Passes.AddBiasTanh(z, b, rows, width);
            }
            else
            {
                Passes.AddBiasReLU(z, b, rows, width);
            }

            x = z;
            stride = width;
        }
    }

    private void Train(float* x)
    {
        Forward(x, rows);
        float* z = nodes[^1]!.Start, d = deltas[^1]!.Start;
        Loss = linear
            ? Passes.SquaredError(z, targets.Start + (nint)next * rows * strides[^1], d, rows * strides[^1], rows * sizes[^1])
            : Passes.CrossEntropy(z, (int*)targets.Start + (nint)next * rows, d, rows, strides[^1]);
        for (int layer = layers - 1; layer >= 0; layer--)
        {
            float* a = layer == 0 ? x : nodes[layer]!.Start;
            float* dz = deltas[layer + 1]!.Start, dW = gradient!.Start + weights[layer], db = gradient.Start + biases[layer];
            blas.TransposedTimes(sizes[layer + 1], sizes[layer], rows, dz, strides[layer + 1], a, strides[layer], dW, sizes[layer]);
            Passes.SumRows(dz, db, rows, strides[layer + 1]);
            if (layer > 0)
            {
                float* da = deltas[layer]!.Start;
                blas.Times(rows, sizes[layer], sizes[layer + 1], dz, strides[layer + 1], theta.Start + weights[layer], sizes[layer], da, strides[layer]);
                if (tanh)
                {
                    Passes.TanhSlope(da, a, rows * strides[layer]);
                }
                else
                {
                    Passes.ReLUSlope(da, a, rows * strides[layer]);
                }
            }
        }

        steps++;
        double correction = Math.Sqrt(1 - Math.Pow(Beta2, steps));
        rate = (float)(learningRate * correction / (1 - Math.Pow(Beta1, steps)));
        epsilon = (float)(Epsilon * correction);
        if (threads == 1)
        {
            AdamShare(0);
        }
        else
        {
            Parallel.For(0, threads, parallel, adamShare);
        }
    }

    /// <summary>Adam on a thread's share of the parameters.</summary>
    private void AdamShare(int share)
    {
        int size = Passes.Padded((length + threads - 1) / threads), start = Math.Min(share * size, length);
        Passes.Adam(theta.Start + start, gradient!.Start + start, first!.Start + start, second!.Start + start, Math.Min(size, length - start), rate, epsilon);
    }

    /// <summary>The cost of the last batch.</summary>
    public float Loss { get; private set; }

    private void PadRows(AlignedMemory values, float padding)
    {
        for (int row = 0; row < rows; row++)
        {
            values.Span[(row * strides[^1] + sizes[^1])..((row + 1) * strides[^1])].Fill(padding);
        }
    }
}
