namespace NetGen.__Compiled
{
    using global::System;
    using global::ILGPU;
    using global::ILGPU.Runtime;

    /// <summary>The memory of a network on a device: allocated once, and filled over page-locked memory.</summary>
    internal sealed class Device : IDisposable
    {
        private readonly string network;
        private readonly DeviceSizes sizes;
        private readonly bool ownsStream;
        private readonly MemoryBuffer1D<float, Stride1D.Dense> inputs, outputs, parameters, memory, state, costs, targets, weights;
        private readonly MemoryBuffer1D<int, Stride1D.Dense> labels;
        private readonly PageLockedArray1D<float> inputRows, outputRows, costRows, targetRows, weightRows;
        private readonly PageLockedArray1D<int> labelRows;
        private bool isDisposed, isFilled;
        private int costed;

        public Device(string network, Accelerator accelerator, int maximumRows, AcceleratorStream? stream, in DeviceSizes sizes)
        {
            ArgumentNullException.ThrowIfNull(accelerator);
            int most = (int)Math.Min(int.MaxValue / Math.Max(sizes.Scratch, Math.Max(sizes.InputStride, sizes.Output)), int.MaxValue - sizes.Penalties);
            if (maximumRows < 1 || maximumRows > most)
            {
                throw new ArgumentOutOfRangeException(nameof(maximumRows), FormattableString.Invariant($"maximumRows is {maximumRows}; expected 1 to {most}: views of a device hold {int.MaxValue} numbers at most."));
            }

            if (accelerator.MaxNumThreadsPerGroup < Tiles.GroupSize)
            {
                throw new NotSupportedException(FormattableString.Invariant($"{network} needs groups of {Tiles.GroupSize} threads; this accelerator has {accelerator.MaxNumThreadsPerGroup} at most. Choose another."));
            }

            this.network = network;
            this.sizes = sizes;
            MaximumRows = maximumRows;
            ownsStream = stream is null;
            Stream = stream ?? accelerator.CreateStream();
            inputs = accelerator.Allocate1D<float>((long)maximumRows * sizes.InputStride);
            outputs = accelerator.Allocate1D<float>((long)maximumRows * sizes.Output);
            parameters = accelerator.Allocate1D<float>(Math.Max(1, sizes.Parameters + sizes.Constants));
            memory = accelerator.Allocate1D<float>(Math.Max(1, (long)maximumRows * sizes.Scratch));
            int trained = sizes.Trains ? maximumRows : 1;
            state = accelerator.Allocate1D<float>(Math.Max(1, sizes.Trains ? 3L * sizes.Learned : 0));
            costs = accelerator.Allocate1D<float>(sizes.Penalties + (long)trained);
            targets = accelerator.Allocate1D<float>((long)trained * sizes.Output);
            labels = accelerator.Allocate1D<int>(trained);
            weights = accelerator.Allocate1D<float>(trained);
            inputRows = accelerator.AllocatePageLocked1D<float>((long)maximumRows * sizes.InputStride);
            outputRows = accelerator.AllocatePageLocked1D<float>((long)maximumRows * sizes.Output);
            costRows = accelerator.AllocatePageLocked1D<float>(sizes.Penalties + (long)trained);
            targetRows = accelerator.AllocatePageLocked1D<float>((long)trained * sizes.Output);
            labelRows = accelerator.AllocatePageLocked1D<int>(trained);
            weightRows = accelerator.AllocatePageLocked1D<float>(trained);
            inputRows.Span.Clear();
            ResetAdam();
        }

        public int MaximumRows { get; }

        public AcceleratorStream Stream { get; }

        public ArrayView<float> Inputs => inputs.View;

        public ArrayView<float> Outputs => outputs.View;

        public ArrayView<float> Parameters => parameters.View;

        public ArrayView<float> Memory => memory.View;

        /// <summary>The gradient, and behind it the moments of Adam.</summary>
        public ArrayView<float> State => state.View;

        /// <summary>What parameters cost by penalties, and behind it what rows do.</summary>
        public ArrayView<float> Costs => costs.View;

        public ArrayView<float> Targets => targets.View;

        public ArrayView<int> Labels => labels.View;

        public ArrayView<float> Weights => weights.View;

        /// <summary>The steps of Adam so far.</summary>
        public int AdamSteps { get; set; }

        public void Check() => ObjectDisposedException.ThrowIf(isDisposed, this);

        /// <summary>Refuses work before there are parameters.</summary>
        public void CheckFilled()
        {
            Check();
            if (!isFilled)
            {
                throw new InvalidOperationException($"{network} has no parameters yet. Call CopyFrom with a network first.");
            }
        }

        public void CheckRows(int rows)
        {
            if (rows < 1 || rows > MaximumRows)
            {
                throw new ArgumentOutOfRangeException(nameof(rows), FormattableString.Invariant($"There are {rows} rows; expected 1 to {MaximumRows}, the maximumRows that this Gpu was made for."));
            }
        }

        public static void CheckView(long length, int rows, int size, string name)
        {
            if (length < (long)rows * size)
            {
                throw new ArgumentException(FormattableString.Invariant($"{name} has {length} numbers; expected at least {(long)rows * size}: {size} for each of {rows} rows."), name);
            }
        }

        public static void CheckRate(float value, string name, float below = float.PositiveInfinity)
        {
            if (!(value >= 0 && value < below))
            {
                string limit = float.IsInfinity(below) ? "a finite number of at least 0" : FormattableString.Invariant($"0 to below {below}");
                throw new ArgumentOutOfRangeException(name, FormattableString.Invariant($"{name} is {value}; expected {limit}."));
            }
        }

        public static void CheckEpsilon(float epsilon)
        {
            if (!(epsilon > 0 && epsilon < float.PositiveInfinity))
            {
                throw new ArgumentOutOfRangeException(nameof(epsilon), FormattableString.Invariant($"epsilon is {epsilon}; expected a finite number above 0, such as 1e-8."));
            }
        }

        public void ResetAdam()
        {
            Check();
            state.MemSetToZero(Stream);
            AdamSteps = 0;
        }

        public void CopyParameters(ReadOnlySpan<float> from, ReadOnlySpan<float> constants)
        {
            Check();
            Parameters.SubView(0, sizes.Parameters).CopyFromCPU<float, ArrayView<float>>(Stream, from);
            if (constants.Length > 0)
            {
                Parameters.SubView(sizes.Parameters, sizes.Constants).CopyFromCPU<float, ArrayView<float>>(Stream, constants);
            }

            Stream.Synchronize();
            isFilled = true;
        }

        public void CopyParametersTo(Span<float> to)
        {
            CheckFilled();
            Parameters.SubView(0, sizes.Parameters).CopyToCPU<float, ArrayView<float>>(Stream, to);
            Stream.Synchronize();
        }

        public void CopyGradientTo(Span<float> to)
        {
            Check();
            Expect.Length(to.Length, sizes.Learned, "gradient");
            State.SubView(0, sizes.Learned).CopyToCPU<float, ArrayView<float>>(Stream, to);
            Stream.Synchronize();
        }

        public void UploadInputs(ReadOnlySpan<float> rows, int count)
        {
            // What is on its way out of page-locked memory is there before it is written again.
            Stream.Synchronize();
            Span<float> staged = inputRows.Span;
            if (sizes.Input == sizes.InputStride)
            {
                rows.CopyTo(staged);
            }
            else
            {
                for (int row = 0; row < count; row++)
                {
                    rows.Slice(row * sizes.Input, sizes.Input).CopyTo(staged.Slice(row * sizes.InputStride));
                }
            }

            Copy(inputRows, Inputs, count * sizes.InputStride);
        }

        /// <summary>Brings a batch to the device; whether it has labels, and weights.</summary>
        public void Upload(in Batch<float> batch, bool labelled, bool weighted)
        {
            CheckRows(batch.Rows);
            UploadInputs(batch.Inputs, batch.Rows);
            if (labelled)
            {
                batch.Labels.CopyTo(labelRows.Span);
                Labels.SubView(0, batch.Rows).CopyFrom(Stream, labelRows.ArrayView.SubView(0, batch.Rows));
            }
            else
            {
                batch.Targets.CopyTo(targetRows.Span);
                Copy(targetRows, Targets, batch.Targets.Length);
            }

            if (weighted)
            {
                batch.Weights.CopyTo(weightRows.Span);
                Copy(weightRows, Weights, batch.Rows);
            }
        }

        public void Download(Span<float> rows)
        {
            Outputs.SubView(0, rows.Length).CopyTo(Stream, outputRows.ArrayView.SubView(0, rows.Length));
            Stream.Synchronize();
            outputRows.Span.Slice(0, rows.Length).CopyTo(rows);
        }

        /// <summary>Remembers how many rows the costs on the device are of.</summary>
        public void Costed(int rows) => costed = rows;

        /// <summary>The sums of what rows and what parameters cost.</summary>
        public (double Rows, double Penalties, int Count) ReadCosts()
        {
            Check();
            if (costed == 0)
            {
                throw new InvalidOperationException($"{network} has not been trained on this device yet, so there is no cost. Call Gradient, TrainSgd or TrainAdam first.");
            }

            int count = sizes.Penalties + costed;
            Costs.SubView(0, count).CopyTo(Stream, costRows.ArrayView.SubView(0, count));
            Stream.Synchronize();
            double rows = 0, penalties = 0;
            Span<float> read = costRows.Span;
            for (int index = 0; index < count; index++)
            {
                if (index < sizes.Penalties)
                {
                    penalties += read[index];
                }
                else
                {
                    rows += read[index];
                }
            }

            return (rows, penalties, costed);
        }

        public void Synchronize()
        {
            Check();
            Stream.Synchronize();
        }

        public void Dispose()
        {
            if (isDisposed)
            {
                return;
            }

            isDisposed = true;
            Stream.Synchronize();
            foreach (IDisposable buffer in new IDisposable[] { inputs, outputs, parameters, memory, state, costs, targets, labels, weights, inputRows, outputRows, costRows, targetRows, labelRows, weightRows })
            {
                buffer.Dispose();
            }

            if (ownsStream)
            {
                Stream.Dispose();
            }
        }

        private void Copy(PageLockedArray1D<float> from, ArrayView<float> to, int count) =>
            to.SubView(0, count).CopyFrom(Stream, from.ArrayView.SubView(0, count));
    }

    /// <summary>The numbers that a network has on a device.</summary>
    /// <param name="Input">Those of a row of inputs.</param>
    /// <param name="InputStride">From one row of inputs to the next.</param>
    /// <param name="Output">Those of a row of outputs.</param>
    /// <param name="Parameters">Parameters and statistics.</param>
    /// <param name="Learned">Parameters.</param>
    /// <param name="Constants">What lies behind the parameters and stays as it is.</param>
    /// <param name="Scratch">What a row needs.</param>
    /// <param name="Penalties">The costs of parameters.</param>
    /// <param name="Trains">Whether the network is trained.</param>
    internal readonly record struct DeviceSizes(
        int Input, int InputStride, int Output, int Parameters, int Learned, int Constants, int Scratch, int Penalties, bool Trains);
}
