using static NetGen.Generator.GpuEmitter;

namespace NetGen.Generator;

/// <summary>Writes the members of the class <c>Gpu</c> that train: a batch on the device, its gradient, and the steps by it.</summary>
internal sealed class GpuTrainingEmitter(CodeWriter code, GpuNetwork network, GpuCall[] training)
{
    private NetworkPlan Plan => network.Plan;

    public void Write()
    {
        bool labels = network.TakesLabels;
        string coupled = ClassEmitter.SeveralRows(Plan.Model) is { } check ? $"\n{check}" : "";
        bool mean = network.IsMean;
        Batch(labels);
        code.Lines(
            $$"""

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
                {{Floats}} inputs = device.Examples.SubView(0, rows * InputStride), weights = weighted ? device.Weights.SubView(0, rows) : default;
                {{(labels ? "return labelled\n        ? new DeviceBatch(inputs, device.Labels.SubView(0, rows), rows, batch.Step) { Weights = weights, Owner = device, Number = device.Uploads }\n        : " : "return ")}}new DeviceBatch(inputs, device.Targets.SubView(0, rows * OutputSize), rows, batch.Step) { Weights = weights, Owner = device, Number = device.Uploads };
            }

            /// <summary>Computes the gradient of the cost, and leaves it on the device. Parameters stay as they are{{(Plan.Statistics.Length > 0 ? ", running averages move" : "")}}.</summary>
            /// <param name="batch">The examples.</param>
            /// <exception cref="global::System.ArgumentException">A view is too short, there are too many rows, or the batch has been replaced.</exception>
            public void Gradient(in DeviceBatch batch) => Train(batch, {{Compiled}}.Update.Gradient, 0f, 0f, 0f, 0f);

            /// <summary>Copies the gradient of the last call of <see cref="Gradient"/>, and waits for it.</summary>
            /// <param name="gradient">Receives it, in the layout of <see cref="Layout"/>.</param>
            /// <exception cref="global::System.ArgumentException">The length does not fit.</exception>
            public void CopyGradient(global::System.Span<float> gradient) => device.CopyGradientTo(gradient);

            /// <summary>One step of gradient descent, θ ← θ − α·g (Cauchy, 1847).</summary>
            /// <param name="batch">The examples.</param>
            /// <param name="learningRate">α, finite and not negative.</param>
            /// <exception cref="global::System.ArgumentException">A view is too short, there are too many rows, the batch has been replaced, or the rate is out of range.</exception>
            public void TrainSgd(in DeviceBatch batch, float learningRate)
            {
                {{Compiled}}.Checks.Rate(learningRate, nameof(learningRate));
                Train(batch, {{Compiled}}.Update.Sgd, learningRate, 0f, 0f, 0f);
            }

            /// <summary>One step of Adam (Kingma and Ba, 2015), whose moments lie on the device.</summary>
            /// <param name="batch">The examples.</param>
            /// <param name="learningRate">α, finite and not negative.</param>
            /// <param name="beta1">β₁, from 0 to below 1.</param>
            /// <param name="beta2">β₂, from 0 to below 1.</param>
            /// <param name="epsilon">ε, finite and above 0.</param>
            /// <exception cref="global::System.ArgumentException">A view is too short, there are too many rows, the batch has been replaced, or a setting is out of range.</exception>
            public void TrainAdam(in DeviceBatch batch, float learningRate = 1e-3f, float beta1 = 0.9f, float beta2 = 0.999f, float epsilon = 1e-8f)
            {
                {{Compiled}}.Checks.Rate(learningRate, nameof(learningRate));
                {{Compiled}}.Checks.Rate(beta1, nameof(beta1), below: 1f);
                {{Compiled}}.Checks.Rate(beta2, nameof(beta2), below: 1f);
                {{Compiled}}.Checks.Epsilon(epsilon);
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
                device.CheckUpload(batch.Owner, batch.Number);
                int rows = batch.Rows;
                {{Compiled}}.Checks.Rows(rows, device.MaximumRows, nameof(batch));{{coupled}}
                {{Compiled}}.Checks.View(batch.Inputs.Length, rows, InputStride, "inputs");
                """);
            if (labels)
            {
                code.Lines(
                    $$"""
                    bool labelled = batch.Labels.Length > 0;
                    if (labelled)
                    {
                        {{Compiled}}.Checks.View(batch.Labels.Length, rows, 1, "labels");
                    }
                    else
                    {
                        {{Compiled}}.Checks.View(batch.Targets.Length, rows, OutputSize, "targets");
                    }

                    """);
            }
            else
            {
                code.Line($"{Compiled}.Checks.View(batch.Targets.Length, rows, OutputSize, \"targets\");");
            }

            code.Lines(
                $$"""
                bool weighted = batch.Weights.Length > 0;
                if (weighted)
                {
                    {{Compiled}}.Checks.View(batch.Weights.Length, rows, 1, "weights");
                }

                {{Floats}} inputs = batch.Inputs, parameters = device.Parameters, memory = device.Memory, gradients = device.Gradients, moments = device.Moments, costs = device.Costs;
                {{Floats}} targets = {{(labels ? "labelled ? device.Targets : batch.Targets" : "batch.Targets")}}, weights = weighted ? batch.Weights : device.Weights;
                global::ILGPU.ArrayView<int> labels = {{(labels ? "labelled ? batch.Labels : device.Labels" : "device.Labels")}};
                """);
            foreach (GpuCall call in training)
            {
                code.Line(call.Line);
            }

            code.Line("device.Trained(rows, rule);");
        }
    }

    private void Batch(bool labels)
    {
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

                /// <summary>The device that the batch was copied to by Upload; null for views of the caller's.</summary>
                internal {{Compiled}}.Device? Owner { get; init; }

                /// <summary>Which of its copies it is.</summary>
                internal int Number { get; init; }
            }
            """);
    }
}
