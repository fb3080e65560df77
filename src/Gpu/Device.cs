namespace NetGen.__Compiled
{
    using global::System;
    using global::System.Collections.Generic;
    using global::ILGPU;
    using global::ILGPU.Runtime;

    /// <summary>The memory of a network on a device: allocated once, and filled over page-locked memory.</summary>
    internal sealed class Device : IDisposable
    {
        private readonly string network;
        private readonly DeviceSizes sizes;
        private readonly List<IDisposable> owned = new();
        private readonly MemoryBuffer1D<float, Stride1D.Dense> inputs, outputs, parameters, memory;
        private readonly PageLockedArray1D<float> inputRows, outputRows;

        // Those of training; null where there is none.
        private readonly MemoryBuffer1D<float, Stride1D.Dense>? examples, gradients, moments, costs, targets, weights;
        private readonly MemoryBuffer1D<int, Stride1D.Dense>? labels;
        private readonly PageLockedArray1D<float>? costRows, targetRows, weightRows;
        private readonly PageLockedArray1D<int>? labelRows;
        private bool isDisposed, isFilled, hasGradient;
        private int costed;

        public Device(string network, Accelerator accelerator, int maximumRows, AcceleratorStream? stream, in DeviceSizes sizes)
        {
            ArgumentNullException.ThrowIfNull(accelerator);
            int most = Math.Min(int.MaxValue / Math.Max(sizes.Scratch, Math.Max(sizes.InputStride, sizes.Output)), int.MaxValue - sizes.Penalties);
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
            try
            {
                Stream = stream ?? Own(accelerator.CreateStream());
                inputs = Floats(accelerator, (long)maximumRows * sizes.InputStride);
                outputs = Floats(accelerator, (long)maximumRows * sizes.Output);
                parameters = Floats(accelerator, sizes.Parameters + sizes.Constants);
                memory = Floats(accelerator, (long)maximumRows * sizes.Scratch);
                inputRows = Own(accelerator.AllocatePageLocked1D<float>((long)maximumRows * sizes.InputStride));
                outputRows = Own(accelerator.AllocatePageLocked1D<float>((long)maximumRows * sizes.Output));
                inputRows.Span.Clear();
                if (sizes.Trains)
                {
                    examples = Floats(accelerator, (long)maximumRows * sizes.InputStride);
                    gradients = Floats(accelerator, sizes.Learned);
                    moments = Floats(accelerator, 2L * sizes.Learned);
                    costs = Floats(accelerator, sizes.Penalties + (long)maximumRows);
                    targets = Floats(accelerator, (long)maximumRows * sizes.Output);
                    labels = Own(accelerator.Allocate1D<int>(maximumRows));
                    weights = Floats(accelerator, maximumRows);
                    costRows = Own(accelerator.AllocatePageLocked1D<float>(sizes.Penalties + (long)maximumRows));
                    targetRows = Own(accelerator.AllocatePageLocked1D<float>((long)maximumRows * sizes.Output));
                    labelRows = Own(accelerator.AllocatePageLocked1D<int>(maximumRows));
                    weightRows = Own(accelerator.AllocatePageLocked1D<float>(maximumRows));

                    // What pads parameters has no gradient, and none is written there.
                    gradients.MemSetToZero(Stream);
                    ResetAdam();
                }
            }
            catch
            {
                Free();
                throw;
            }
        }

        public int MaximumRows { get; }

        public AcceleratorStream Stream { get; }

        /// <summary>The rows that are predicted.</summary>
        public ArrayView<float> Inputs => inputs.View;

        public ArrayView<float> Outputs => outputs.View;

        public ArrayView<float> Parameters => parameters.View;

        public ArrayView<float> Memory => memory.View;

        /// <summary>The inputs of the batch that was brought last.</summary>
        public ArrayView<float> Examples => examples!.View;

        public ArrayView<float> Gradients => gradients!.View;

        /// <summary>The two moments of Adam.</summary>
        public ArrayView<float> Moments => moments!.View;

        /// <summary>What parameters cost by penalties, and behind it what rows do.</summary>
        public ArrayView<float> Costs => costs!.View;

        public ArrayView<float> Targets => targets!.View;

        public ArrayView<int> Labels => labels!.View;

        public ArrayView<float> Weights => weights!.View;

        /// <summary>The batches that were brought so far.</summary>
        public int Uploads { get; private set; }

        /// <summary>The steps of Adam so far.</summary>
        public int AdamSteps { get; set; }

        public void Check()
        {
            if (isDisposed)
            {
                throw new ObjectDisposedException(network);
            }
        }

        /// <summary>Refuses a batch that another device was given, or that another has taken the place of.</summary>
        public void CheckUpload(Device? owner, int upload)
        {
            if (owner is not null && (owner != this || upload != Uploads))
            {
                throw new ArgumentException(owner != this
                    ? $"The batch was brought by another Gpu than this {network}. Bring it by Upload of this one."
                    : "The batch has been replaced: what Upload brings lies on the device until its next call. Bring it again.", "batch");
            }
        }

        /// <summary>Refuses work before there are parameters.</summary>
        public void CheckFilled()
        {
            Check();
            if (!isFilled)
            {
                throw new InvalidOperationException($"{network} has no parameters yet. Call CopyFrom with a network first.");
            }
        }

        public void ResetAdam()
        {
            Check();
            moments!.MemSetToZero(Stream);
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
            if (!hasGradient)
            {
                throw new InvalidOperationException($"{network} has no gradient: none was asked for, or a step used it up. Call Gradient first.");
            }

            Gradients.SubView(0, sizes.Learned).CopyToCPU<float, ArrayView<float>>(Stream, to);
            Stream.Synchronize();
        }

        /// <summary>Brings the rows of a prediction to the device.</summary>
        public void UploadInputs(ReadOnlySpan<float> rows, int count) => Stage(rows, count, Inputs);

        /// <summary>Brings a batch to the device.</summary>
        public void Upload(in Batch<float> batch, bool labelled, bool weighted)
        {
            Checks.Rows(batch.Rows, MaximumRows, "batch");
            Uploads++;
            Stage(batch.Inputs, batch.Rows, Examples);
            if (labelled)
            {
                batch.Labels.CopyTo(labelRows!.Span);
                Labels.SubView(0, batch.Rows).CopyFrom(Stream, labelRows.ArrayView.SubView(0, batch.Rows));
            }
            else
            {
                batch.Targets.CopyTo(targetRows!.Span);
                Copy(targetRows, Targets, batch.Targets.Length);
            }

            if (weighted)
            {
                batch.Weights.CopyTo(weightRows!.Span);
                Copy(weightRows, Weights, batch.Rows);
            }
        }

        public void Download(Span<float> rows)
        {
            Outputs.SubView(0, rows.Length).CopyTo(Stream, outputRows.ArrayView.SubView(0, rows.Length));
            Stream.Synchronize();
            outputRows.Span.Slice(0, rows.Length).CopyTo(rows);
        }

        /// <summary>Remembers what the launches of a batch leave: the costs of its rows, and its gradient where no step uses it up.</summary>
        public void Trained(int rows, int rule)
        {
            costed = rows;
            hasGradient = rule == Update.Gradient;
        }

        /// <summary>The sums of what rows and what parameters cost.</summary>
        public (double Rows, double Penalties, int Count) ReadCosts()
        {
            Check();
            if (costed == 0)
            {
                throw new InvalidOperationException($"{network} has not been trained on this device yet, so there is no cost. Call Gradient, TrainSgd or TrainAdam first.");
            }

            int count = sizes.Penalties + costed;
            Costs.SubView(0, count).CopyTo(Stream, costRows!.ArrayView.SubView(0, count));
            Stream.Synchronize();
            ReadOnlySpan<float> read = costRows.Span.Slice(0, count);
            return (Sum(read.Slice(sizes.Penalties)), Sum(read.Slice(0, sizes.Penalties)), costed);
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

            try
            {
                Stream.Synchronize();
            }
            finally
            {
                Free();
            }
        }

        private static double Sum(ReadOnlySpan<float> numbers)
        {
            double sum = 0;
            for (int index = 0; index < numbers.Length; index++)
            {
                sum += numbers[index];
            }

            return sum;
        }

        private void Free()
        {
            isDisposed = true;
            for (int index = owned.Count - 1; index >= 0; index--)
            {
                owned[index].Dispose();
            }
        }

        /// <summary>A buffer, of one number at least.</summary>
        private MemoryBuffer1D<float, Stride1D.Dense> Floats(Accelerator accelerator, long length) => Own(accelerator.Allocate1D<float>(Math.Max(1, length)));

        private T Own<T>(T made)
            where T : IDisposable
        {
            owned.Add(made);
            return made;
        }

        private void Stage(ReadOnlySpan<float> rows, int count, ArrayView<float> to)
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

            Copy(inputRows, to, count * sizes.InputStride);
        }

        private void Copy(PageLockedArray1D<float> from, ArrayView<float> to, int count) =>
            to.SubView(0, count).CopyFrom(Stream, from.ArrayView.SubView(0, count));
    }
}
