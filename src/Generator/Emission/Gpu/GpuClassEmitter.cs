using System.Collections.Generic;
using System.Linq;

namespace NetGen.Generator;

/// <summary>Writes the class <c>Gpu</c>: its members check their arguments and launch kernels.</summary>
internal sealed class GpuClassEmitter(CodeWriter code, GpuNetwork network)
{
    private const string Compiled = "global::" + NetworkEmitter.Namespace;
    private const string Floats = "global::ILGPU.ArrayView<float>";

    private readonly GpuCall[] predicting = [.. new GpuCalls(network).Predict()];
    private readonly GpuCall[] training = [.. network.Training is null ? [] : new GpuCalls(network).Train()];

    private NetworkPlan Plan => network.Plan;

    private string Class => Plan.Model.Type.Identifier;

    private bool Trains => network.Training is not null;

    public void Write()
    {
        code.Lines(
            $"""
            /// <summary>
            /// The network on a device, through ILGPU: CUDA, OpenCL, or the library's own accelerator for tests. Its memory is
            /// allocated once; {(Trains ? $"a training step is {Text.Number(training.Length)} launches of kernels, and " : "")}nothing is allocated after the first calls. Sums are taken
            /// in a fixed order, so that results repeat bit for bit on one device. One thread at a time may use it.
            /// </summary>
            [global::System.Diagnostics.CodeAnalysis.RequiresDynamicCode("ILGPU compiles kernels while the program runs.")]
            [global::System.Diagnostics.CodeAnalysis.RequiresUnreferencedCode("ILGPU reads the code of kernels.")]
            """);
        using (code.Block("public sealed class Gpu : global::System.IDisposable"))
        {
            code.Lines(
                $"""
                /// <summary>The numbers from one row of inputs on the device to the next: <see cref="InputSize"/>, rounded up to a multiple of 4. What lies behind a row must be zero.</summary>
                public const int InputStride = {Text.Number(network.InputStride)};

                private readonly {Compiled}.Device device;
                """);
            foreach (GpuKernel kernel in Kernels)
            {
                code.Line($"private readonly global::System.Action<global::ILGPU.Runtime.AcceleratorStream, global::ILGPU.KernelConfig, {kernel.Types}> {kernel.Field};");
            }

            if (Plan.Drops && Trains)
            {
                code.Line("private ulong seed;");
            }

            code.Line();
            Constructor();
            code.Line();
            Members();
            if (Trains)
            {
                code.Line();
                Training();
            }

            code.Line();
            Ends();
            code.Line();
            Passes();
        }
    }

    private IEnumerable<GpuKernel> Kernels => predicting.Concat(training).Select(call => call.Kernel).Distinct();

    private void Constructor()
    {
        code.Lines(
            $"""
            /// <summary>Compiles the kernels and allocates the memory; parameters are what <see cref="CopyFrom"/> brings.</summary>
            /// <param name="accelerator">The device. Where there is no other, ILGPU offers its CPU accelerator, which is slow and meant for tests: look at its type.</param>
            /// <param name="maximumRows">The most rows that go through the network at once, at least 1.</param>
            /// <param name="stream">The stream of all work; null for one of its own.</param>
            /// <exception cref="global::System.ArgumentOutOfRangeException"><paramref name="maximumRows"/> is less than 1, or more than a view of the device holds.</exception>
            /// <exception cref="global::System.NotSupportedException">The accelerator's groups have less than {Text.Number(GpuMatrices.GroupSize)} threads.</exception>
            """);
        using (code.Block("public Gpu(global::ILGPU.Runtime.Accelerator accelerator, int maximumRows, global::ILGPU.Runtime.AcceleratorStream? stream = null)"))
        {
            int scratch = System.Math.Max(network.Predicting.Buffers.Length, network.Training?.Buffers.Length ?? 0);
            code.Line($"device = new(\"{Plan.Model.Type.Name}.Gpu\", accelerator, maximumRows, stream, new(InputSize, InputStride, OutputSize, Parameters: {Text.Number(network.Constants)}, Learned: {Text.Number(Plan.Parameters.Length)}, Constants: {Text.Number(network.OutputWeights.Count())}, Scratch: {Text.Number(scratch)}, Penalties: {Text.Number(Trains ? network.Penalties : 0)}, Trains: {Text.Truth(Trains)}));");
            foreach (GpuKernel kernel in Kernels)
            {
                code.Line($"{kernel.Field} = global::ILGPU.Runtime.KernelLoaders.LoadKernel<{kernel.Types}>(accelerator, {kernel.Method});");
            }
        }
    }

    private void Members()
    {
        string weights = network.OutputWeights.Any()
            ? $"new float[] {{ {string.Join(", ", network.OutputWeights.Select(weight => FloatLiteral.Of((float)weight)))} }}" : "default";
        code.Lines(
            $$"""
            /// <summary>The most rows that go through the network at once.</summary>
            public int MaximumRows => device.MaximumRows;

            /// <summary>Copies the parameters{{(Plan.Statistics.Length > 0 ? ", the running averages" : "")}} and the seed of a network to the device.</summary>
            /// <param name="network">The network.</param>
            public void CopyFrom({{Class}} network)
            {
                global::System.ArgumentNullException.ThrowIfNull(network);
                device.CopyParameters(network.parameters.Span, {{weights}});{{(Plan.Drops && Trains ? "\n    seed = network.Seed;" : "")}}
            }

            /// <summary>Copies the parameters{{(Plan.Statistics.Length > 0 ? " and the running averages" : "")}} on the device to a network.</summary>
            /// <param name="network">The network.</param>
            /// <exception cref="global::System.InvalidOperationException">None were copied to the device.</exception>
            public void CopyTo({{Class}} network)
            {
                global::System.ArgumentNullException.ThrowIfNull(network);
                device.CopyParametersTo(network.parameters.Span);
            }

            /// <summary>Predicts rows, <see cref="MaximumRows"/> at a time.</summary>
            /// <param name="inputs">[rows, <see cref="InputSize"/>].</param>
            /// <param name="outputs">Receives [rows, <see cref="OutputSize"/>].</param>
            /// <exception cref="global::System.ArgumentException">A length does not fit.</exception>
            public void Forward(global::System.ReadOnlySpan<float> inputs, global::System.Span<float> outputs)
            {
                device.CheckFilled();
                int rows = global::NetGen.Expect.Rows(inputs.Length, InputSize, outputs.Length, OutputSize);
                for (int first = 0; first < rows; first += device.MaximumRows)
                {
                    int count = global::System.Math.Min(rows - first, device.MaximumRows);
                    device.UploadInputs(inputs.Slice(first * InputSize, count * InputSize), count);
                    Predict(device.Inputs, device.Outputs, count);
                    device.Download(outputs.Slice(first * OutputSize, count * OutputSize));
                }
            }

            /// <summary>Predicts rows that lie on the device, and does not wait for it.</summary>
            /// <param name="inputs">[rows, <see cref="InputStride"/>], from a multiple of 16 bytes on.</param>
            /// <param name="outputs">Receives [rows, <see cref="OutputSize"/>].</param>
            /// <param name="rows">1 to <see cref="MaximumRows"/>.</param>
            /// <exception cref="global::System.ArgumentException">A view is too short, or <paramref name="rows"/> out of range.</exception>
            public void Forward({{Floats}} inputs, {{Floats}} outputs, int rows)
            {
                device.CheckFilled();
                device.CheckRows(rows);
                {{Compiled}}.Device.CheckView(inputs.Length, rows, InputStride, nameof(inputs));
                {{Compiled}}.Device.CheckView(outputs.Length, rows, OutputSize, nameof(outputs));
                Predict(inputs, outputs, rows);
            }
            """);
    }

    private void Training()
    {
        bool labels = network.TakesLabels;
        string coupled = Plan.Model.Layers.OfType<BatchNormModel>().FirstOrDefault() is { } norm
            ? $"\nglobal::NetGen.Expect.SeveralRows(batch.Rows, \"{norm.Name}\", {Text.Number(norm.Channels)});" : "";
        bool mean = network.IsMean;
        code.Lines(
            $$"""
            /// <summary>Examples on the device, with what they should give.</summary>
            public readonly struct DeviceBatch
            {
                /// <summary>A batch with one target row per example.</summary>
                /// <param name="inputs">[rows, <see cref="InputStride"/>], from a multiple of 16 bytes on.</param>
                /// <param name="targets">[rows, <see cref="OutputSize"/>].</param>
                /// <param name="rows">The number of examples.</param>
                /// <param name="step">The number of the training step, which keys the dropout masks.</param>
                public DeviceBatch({{Floats}} inputs, {{Floats}} targets, int rows, long step = 0)
                {
                    Inputs = inputs;
                    Targets = targets;
                    Rows = rows;
                    Step = step;
                }
            """);
        if (labels)
        {
            code.Lines(
                $$"""

                    /// <summary>A batch with one class index per example; one that is no class makes the example count nothing.</summary>
                    /// <param name="inputs">[rows, <see cref="InputStride"/>], from a multiple of 16 bytes on.</param>
                    /// <param name="labels">[rows], each from 0 to below <see cref="OutputSize"/>.</param>
                    /// <param name="rows">The number of examples.</param>
                    /// <param name="step">The number of the training step, which keys the dropout masks.</param>
                    public DeviceBatch({{Floats}} inputs, global::ILGPU.ArrayView<int> labels, int rows, long step = 0)
                    {
                        Inputs = inputs;
                        Labels = labels;
                        Rows = rows;
                        Step = step;
                    }
                """);
        }

        code.Lines(
            $$"""

                /// <summary>[rows, <see cref="InputStride"/>].</summary>
                public {{Floats}} Inputs { get; }

                /// <summary>[rows, <see cref="OutputSize"/>], or empty.</summary>
                public {{Floats}} Targets { get; }
            {{(labels ? "\n    /// <summary>[rows] class indices, or empty.</summary>\n    public global::ILGPU.ArrayView<int> Labels { get; }\n" : "")}}
                /// <summary>[rows] what each example counts; empty where each counts 1.</summary>
                public {{Floats}} Weights { get; init; }

                /// <summary>The number of examples.</summary>
                public int Rows { get; }

                /// <summary>The number of the training step, which keys the dropout masks.</summary>
                public long Step { get; }
            }

            /// <summary>Copies a batch to the device. It lies there until the next call.</summary>
            /// <param name="batch">1 to <see cref="MaximumRows"/> examples.</param>
            /// <exception cref="global::System.ArgumentException">A length does not fit, or a label or weight is out of range.</exception>
            public DeviceBatch Upload(in global::NetGen.Batch<float> batch)
            {
                device.Check();
                int rows = global::NetGen.Expect.Inputs(batch, InputSize);
                bool labelled = global::NetGen.Expect.{{(labels ? "TargetsOrLabels" : "Targets")}}(batch, OutputSize);
                bool weighted = global::NetGen.Expect.Weights(batch);
                device.Upload(batch, labelled, weighted);
                {{Floats}} inputs = device.Inputs.SubView(0, rows * InputStride), weights = weighted ? device.Weights.SubView(0, rows) : default;
                {{(labels ? "return labelled\n        ? new DeviceBatch(inputs, device.Labels.SubView(0, rows), rows, batch.Step) { Weights = weights }\n        : " : "return ")}}new DeviceBatch(inputs, device.Targets.SubView(0, rows * OutputSize), rows, batch.Step) { Weights = weights };
            }

            /// <summary>Computes the gradient of the cost, and leaves it on the device. Parameters stay as they are{{(Plan.Statistics.Length > 0 ? ", running averages move" : "")}}.</summary>
            /// <param name="batch">The examples.</param>
            /// <exception cref="global::System.ArgumentException">A view is too short, or there are too many rows.</exception>
            public void Gradient(in DeviceBatch batch) => Train(batch, {{Compiled}}.Update.Gradient, 0f, 0f, 0f, 0f);

            /// <summary>Copies the gradient of the last call of <see cref="Gradient"/>, and waits for it.</summary>
            /// <param name="gradient">Receives it, in the layout of <see cref="Layout"/>.</param>
            /// <exception cref="global::System.ArgumentException">The length does not fit.</exception>
            public void CopyGradient(global::System.Span<float> gradient) => device.CopyGradientTo(gradient);

            /// <summary>One step of gradient descent, θ ← θ − α·g (Cauchy, 1847).</summary>
            /// <param name="batch">The examples.</param>
            /// <param name="learningRate">α, finite and not negative.</param>
            /// <exception cref="global::System.ArgumentException">A view is too short, there are too many rows, or the rate is out of range.</exception>
            public void TrainSgd(in DeviceBatch batch, float learningRate)
            {
                {{Compiled}}.Device.CheckRate(learningRate, nameof(learningRate));
                Train(batch, {{Compiled}}.Update.Sgd, learningRate, 0f, 0f, 0f);
            }

            /// <summary>One step of Adam (Kingma and Ba, 2015), whose moments lie on the device.</summary>
            /// <param name="batch">The examples.</param>
            /// <param name="learningRate">α, finite and not negative.</param>
            /// <param name="beta1">β₁, from 0 to below 1.</param>
            /// <param name="beta2">β₂, from 0 to below 1.</param>
            /// <param name="epsilon">ε, finite and above 0.</param>
            /// <exception cref="global::System.ArgumentException">A view is too short, there are too many rows, or a setting is out of range.</exception>
            public void TrainAdam(in DeviceBatch batch, float learningRate = 1e-3f, float beta1 = 0.9f, float beta2 = 0.999f, float epsilon = 1e-8f)
            {
                {{Compiled}}.Device.CheckRate(learningRate, nameof(learningRate));
                {{Compiled}}.Device.CheckRate(beta1, nameof(beta1), below: 1f);
                {{Compiled}}.Device.CheckRate(beta2, nameof(beta2), below: 1f);
                {{Compiled}}.Device.CheckEpsilon(epsilon);
                double root = global::System.Math.Sqrt(1 - global::System.Math.Pow(beta2, device.AdamSteps + 1));
                double rate = learningRate / (1 - global::System.Math.Pow(beta1, device.AdamSteps + 1)) * root;
                Train(batch, {{Compiled}}.Update.Adam, (float)rate, beta1, beta2, global::System.Math.Max((float)(epsilon * root), 1.17549435e-38f));
                device.AdamSteps++;
            }

            /// <summary>Makes the moments of Adam zero, and its next step the first.</summary>
            public void ResetAdam() => device.ResetAdam();

            /// <summary>The cost of the last batch, before parameters changed: {{(mean ? "the mean" : "the sum")}} over its rows{{(network.Penalized ? ", and the penalty" : "")}}. Waits for the device.</summary>
            /// <exception cref="global::System.InvalidOperationException">There was none.</exception>
            public float Cost()
            {
                (double rows, double penalties, int count) = device.ReadCosts();
                return (float)({{(mean ? "rows / count" : "rows")}} + penalties);
            }
            """);
        code.Line();
        using (code.Block("private void Train(in DeviceBatch batch, int rule, float rate, float beta1, float beta2, float epsilon)"))
        {
            code.Lines(
                $$"""
                device.CheckFilled();
                int rows = batch.Rows;
                device.CheckRows(rows);{{coupled}}
                {{Compiled}}.Device.CheckView(batch.Inputs.Length, rows, InputStride, "inputs");
                """);
            if (labels)
            {
                code.Lines(
                    $$"""
                    bool labelled = batch.Labels.Length > 0;
                    if (labelled)
                    {
                        {{Compiled}}.Device.CheckView(batch.Labels.Length, rows, 1, "labels");
                    }
                    else
                    {
                        {{Compiled}}.Device.CheckView(batch.Targets.Length, rows, OutputSize, "targets");
                    }

                    """);
            }
            else
            {
                code.Line($"{Compiled}.Device.CheckView(batch.Targets.Length, rows, OutputSize, \"targets\");");
            }

            code.Lines(
                $$"""
                bool weighted = batch.Weights.Length > 0;
                if (weighted)
                {
                    {{Compiled}}.Device.CheckView(batch.Weights.Length, rows, 1, "weights");
                }

                {{Floats}} inputs = batch.Inputs, parameters = device.Parameters, memory = device.Memory, state = device.State, costs = device.Costs;
                {{Floats}} targets = {{(labels ? "labelled ? device.Targets : batch.Targets" : "batch.Targets")}}, weights = weighted ? batch.Weights : device.Weights;
                global::ILGPU.ArrayView<int> labels = {{(labels ? "labelled ? batch.Labels : device.Labels" : "device.Labels")}};
                """);
            foreach (GpuCall call in training)
            {
                code.Line(call.Line);
            }

            code.Line("device.Costed(rows);");
        }
    }

    private void Ends() => code.Lines(
        """
        /// <summary>Waits for the device.</summary>
        public void Synchronize() => device.Synchronize();

        /// <summary>Waits for the device, and frees its memory.</summary>
        public void Dispose() => device.Dispose();
        """);

    private void Passes()
    {
        using (code.Block($"private void Predict({Floats} inputs, {Floats} outputs, int rows)"))
        {
            code.Line($"{Floats} parameters = device.Parameters, memory = device.Memory;");
            foreach (GpuCall call in predicting)
            {
                code.Line(call.Line);
            }
        }
    }
}
