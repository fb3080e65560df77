using System.Collections.Generic;
using System.Linq;
using static NetGen.Generator.GpuEmitter;

namespace NetGen.Generator;

/// <summary>Writes the class <c>Gpu</c>: its members check their arguments and launch kernels.</summary>
internal sealed class GpuClassEmitter(CodeWriter code, GpuNetwork network)
{
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
            foreach (GpuKernel kernel in Launched)
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
                new GpuTrainingEmitter(code, network, training).Write();
            }

            code.Line();
            Ends();
            code.Line();
            Passes();
        }
    }

    private IEnumerable<GpuKernel> Launched => predicting.Concat(training).Select(call => call.Kernel).Distinct();

    private string Copied => Text.And(new[] { "the parameters", Plan.Statistics.Length > 0 ? "the running averages" : "", Plan.Drops && Trains ? "the seed of the masks" : "" }.Where(part => part.Length > 0).ToList());

    private void Constructor()
    {
        code.Lines(
            $"""
            /// <summary>Compiles the kernels and allocates the memory; parameters are what <see cref="CopyFrom"/> brings.</summary>
            /// <param name="accelerator">The device. Where there is no other, ILGPU offers its CPU accelerator, which is slow and meant for tests: look at its type.</param>
            /// <param name="maximumRows">The most rows that go through the network at once, at least 1.</param>
            /// <param name="stream">The stream of all work; null for one of its own.</param>
            /// <exception cref="global::System.ArgumentOutOfRangeException"><paramref name="maximumRows"/> is less than 1, or more than a view of the device holds.</exception>
            /// <exception cref="global::System.NotSupportedException">The accelerator's groups have less than {Text.Number(GpuSizes.Group)} threads.</exception>
            """);
        using (code.Block("public Gpu(global::ILGPU.Runtime.Accelerator accelerator, int maximumRows, global::ILGPU.Runtime.AcceleratorStream? stream = null)"))
        {
            int scratch = System.Math.Max(network.Predicting.Buffers.Length, network.Training?.Buffers.Length ?? 0);
            code.Line($"device = new(\"{Plan.Model.Type.Name}.Gpu\", accelerator, maximumRows, stream, new(InputSize, InputStride, OutputSize, Parameters: {Text.Number(network.ConstantsOffset)}, Learned: {Text.Number(Plan.Parameters.Length)}, Constants: {Text.Number(network.OutputWeights.Count())}, Scratch: {Text.Number(scratch)}, Penalties: {Text.Number(Trains ? network.Penalties : 0)}, Trains: {Text.Truth(Trains)}));");
            using (code.Block("try"))
            {
                foreach (GpuKernel kernel in Launched)
                {
                    code.Line($"{kernel.Field} = global::ILGPU.Runtime.KernelLoaders.LoadKernel<{kernel.Types}>(accelerator, {kernel.Method});");
                }
            }

            using (code.Block("catch"))
            {
                code.Line("device.Dispose();");
                code.Line("throw;");
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

            /// <summary>Copies {{Copied}} of a network to the device.</summary>
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
                {{Compiled}}.Checks.Rows(rows, device.MaximumRows, nameof(rows));
                {{Compiled}}.Checks.View(inputs.Length, rows, InputStride, nameof(inputs));
                {{Compiled}}.Checks.View(outputs.Length, rows, OutputSize, nameof(outputs));
                Predict(inputs, outputs, rows);
            }
            """);
    }

    private void Ends() => code.Lines(
        """
        /// <summary>Waits for the device.</summary>
        public void Synchronize() => device.Synchronize();

        /// <summary>Waits for the device, and frees its memory; before the accelerator, and a stream that was lent, are disposed.</summary>
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
