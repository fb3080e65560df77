using System;
using NetGen.Kernels;
using NetGen.Randomness;

namespace NetGen.Runtime.Tests.Checking;

/// <summary>A mistake that compiled code could make.</summary>
public enum Fault
{
    None,
    BiasGradientOfOneRowOnly,
    MeanForgotten,
    StaleMask,
    MaskIgnoresHighSteps,
    DroppedRow,
    TransposedWeight,
    WrongReLUSlopeAtZero,
    MissingBias,
    LostLastInput,
    NotANumber,
    WrongSoftmaxShift,
    InputGradientOfLastRowOnly,
    BackwardForgetsDropout,
    GradientAccumulates,
    StaleWeightsInBackward,
    StaleWeightsInForward,
    DirtyGradientPadding,
    WritesBesideOutputs,
    ChangesParameters,
    DependsOnEarlierCalls,
    CountsCalls,
    Allocates,
    AcceptsLongInputs,
    AcceptsForeignWorkspace,
    AcceptsSecondBackward,
    AcceptsWrongLabels,
    SilentRefusal,
    WritesBeforeRefusing,
    LabelsShifted,
    CostWithDropout,
    WeightsForgotten,
    AcceptsWrongWeights,
    SlightlyWrongGradient,
    Throws,
}

/// <summary>
/// 5 → Dense 4, ReLU → Dropout ¼ → Dense 3, Softmax with cross-entropy, in panels, allocating nothing: what compiled code
/// could look like, in plain loops; and with a fault where one is asked for.
/// </summary>
public sealed class HandWritten(Fault fault = Fault.None) : INetwork<float>
{
    private const int Inputs = 5, Hidden = 4, Outputs = 3, PerRow = 16;
    private const int B1 = 80, W2 = 96, B2 = 160, Length = 176;
    private const float Rate = 0.25f;

    private readonly AlignedBuffer<float> parameters = Initial();
    private readonly float[] shared = new float[Hidden];
    private readonly float[] derived = new float[Length];
    private bool derivedIsKnown;
    private long maskStep = -1;
    private int calls;

    public NetworkDescription Description { get; } = new(
        "HandWritten", [Inputs],
        [
            new DenseDescription("Dense1", [0], Hidden), new ActivateDescription("ReLU1", [1], Activation.ReLU), new DropoutDescription("Dropout1", [2], Rate),
            new DenseDescription("Dense2", [3], Outputs), new ActivateDescription("Softmax1", [4], Activation.Softmax),
        ],
        NetGen.Loss.CrossEntropy);

    public ParameterLayout Layout { get; } = new(
        Length,
        ParameterTensor.InPanels("Dense1.Weights", 1, Hidden, Inputs, 0), ParameterTensor.Canonical("Dense1.Bias", 1, [Hidden], B1, 16),
        ParameterTensor.InPanels("Dense2.Weights", 4, Outputs, Hidden, W2), ParameterTensor.Canonical("Dense2.Bias", 4, [Outputs], B2, 16));

    public ulong Seed => 7;

    public Span<float> Parameters => parameters.Span;

    public Workspace<float> CreateWorkspace(int rows) => new(PerRow, 0, rows);

    public void Forward(ReadOnlySpan<float> inputs, Span<float> outputs)
    {
        if (fault == Fault.AcceptsLongInputs)
        {
            inputs = inputs[..(inputs.Length / Inputs * Inputs)];
        }

        int rows = inputs.Length / Inputs;
        if (fault == Fault.WritesBeforeRefusing && rows > 1)
        {
            Parameters[0] += 1;
        }

        Check("inputs", inputs.Length, Math.Max(rows, 1) * Inputs);
        Check("outputs", outputs.Length, rows * Outputs);
        if (fault == Fault.WritesBeforeRefusing && rows > 1)
        {
            Parameters[0] -= 1;
        }

        Span<float> kept = stackalloc float[PerRow];
        Span<float> fresh = stackalloc float[Length];
        Parameters.CopyTo(fresh);
        if (fault == Fault.StaleWeightsInForward && derivedIsKnown)
        {
            derived.CopyTo(Parameters);
        }

        for (int row = 0; row < rows - (fault == Fault.DroppedRow && rows > 8 ? 1 : 0); row++)
        {
            Row(inputs.Slice(row * Inputs, Inputs), kept, training: false, default, row);
            kept.Slice(8, Outputs).CopyTo(outputs.Slice(row * Outputs, Outputs));
        }

        if (fault == Fault.StaleWeightsInForward)
        {
            fresh.CopyTo(Parameters);
        }

        if (fault == Fault.WritesBesideOutputs)
        {
            System.Runtime.CompilerServices.Unsafe.Add(ref outputs[0], outputs.Length) = 0;
        }
    }

    public void Forward(in Batch<float> batch, Span<float> outputs, Workspace<float> workspace)
    {
        CheckBatch(batch);
        Check("outputs", outputs.Length, batch.Rows * Outputs);
        Span<float> kept = Kept(ref workspace.Reserve(PerRow, 0, batch.Rows), batch.Rows);
        for (int row = 0; row < batch.Rows; row++)
        {
            Row(batch.Inputs.Slice(row * Inputs, Inputs), kept.Slice(row * PerRow, PerRow), training: true, batch.Step, row);
            kept.Slice(row * PerRow + 8, Outputs).CopyTo(outputs.Slice(row * Outputs, Outputs));
        }

        workspace.Keep(this, batch.Rows, batch.Step);
    }

    public void Backward(in Batch<float> batch, ReadOnlySpan<float> outputGradient, Span<float> gradient, Workspace<float> workspace, Span<float> inputGradient = default)
    {
        CheckBatch(batch);
        Check("outputGradient", outputGradient.Length, batch.Rows * Outputs);
        CheckGradients(batch, gradient, inputGradient);
        Span<float> kept = Kept(ref fault == Fault.AcceptsForeignWorkspace ? ref workspace.Reserve(PerRow, 0, batch.Rows) : ref workspace.Take(this, batch.Rows, batch.Step), batch.Rows);
        gradient.Clear();
        Span<float> delta = stackalloc float[Outputs];
        ReadOnlySpan<float> weights = fault == Fault.StaleWeightsInBackward && derivedIsKnown ? derived : Parameters;
        for (int row = 0; row < batch.Rows; row++)
        {
            // δⱼ = ŷⱼ·(uⱼ − Σᵢ uᵢŷᵢ)
            ReadOnlySpan<float> upstream = outputGradient.Slice(row * Outputs, Outputs);
            ReadOnlySpan<float> output = kept.Slice(row * PerRow + 8, Outputs);
            float mean = 0;
            for (int j = 0; j < Outputs; j++)
            {
                mean += upstream[j] * output[j];
            }

            for (int j = 0; j < Outputs; j++)
            {
                delta[j] = output[j] * (upstream[j] - mean);
            }

            Back(batch, row, weights, delta, kept.Slice(row * PerRow, PerRow), gradient, inputGradient);
        }

        if (fault == Fault.AcceptsSecondBackward)
        {
            workspace.Keep(this, batch.Rows, batch.Step);
        }
    }

    public float Gradient(in Batch<float> batch, Span<float> gradient, Workspace<float> workspace, Span<float> inputGradient = default)
    {
        CheckBatch(batch);
        CheckTargets(batch);
        CheckGradients(batch, gradient, inputGradient);
        Span<float> kept = Kept(ref workspace.Reserve(PerRow, 0, batch.Rows), batch.Rows);
        if (fault != Fault.GradientAccumulates)
        {
            gradient.Clear();
        }

        Parameters.CopyTo(derived);
        derivedIsKnown = true;
        float cost = 0;
        float scale = fault == Fault.MeanForgotten ? 1 : 1f / batch.Rows;
        Span<float> delta = stackalloc float[Outputs];
        for (int row = 0; row < batch.Rows; row++)
        {
            Span<float> mine = kept.Slice(row * PerRow, PerRow);
            Row(batch.Inputs.Slice(row * Inputs, Inputs), mine, training: true, batch.Step, row);
            cost += Weight(batch, row) * Loss(batch, row, mine);
            for (int j = 0; j < Outputs; j++)
            {
                delta[j] = (mine[8 + j] - Target(batch, row, j)) * scale * (fault == Fault.WeightsForgotten ? 1 : Weight(batch, row));
            }

            Back(batch, row, Parameters, delta, mine, gradient, inputGradient);
        }

        if (fault == Fault.DirtyGradientPadding)
        {
            gradient[B1 + Hidden] = 1e-20f;
        }

        if (fault == Fault.ChangesParameters)
        {
            Parameters[W2] = MathF.BitIncrement(Parameters[W2]);
        }

        calls++;
        gradient[B2] += fault == Fault.CountsCalls ? gradient[B2] * (calls % 2) * 1e-7f : 0;
        gradient[W2] *= fault == Fault.SlightlyWrongGradient ? 1.0001f : 1;
        return cost * (1f / batch.Rows);
    }

    public float Cost(in Batch<float> batch, Workspace<float> workspace)
    {
        CheckBatch(batch);
        CheckTargets(batch);
        float cost = 0;
        Span<float> kept = stackalloc float[PerRow];
        for (int row = 0; row < batch.Rows; row++)
        {
            Row(batch.Inputs.Slice(row * Inputs, Inputs), kept, training: fault == Fault.CostWithDropout, batch.Step, row);
            cost += Weight(batch, row) * Loss(batch, row, kept);
        }

        return cost / batch.Rows;
    }

    /// <summary>Keeps h·mask/(1 − rate) [4], the slope of h by z₁ times its mask [4], ŷ [3], and ln Σe, z₂ − max [3].</summary>
    private void Row(ReadOnlySpan<float> x, Span<float> kept, bool training, long step, int row)
    {
        maskStep = maskStep < 0 || fault != Fault.StaleMask ? step : maskStep;
        long keyed = fault == Fault.MaskIgnoresHighSteps ? (uint)maskStep : maskStep;
        uint key = DropoutMask.Key(Seed, fault == Fault.StaleMask ? keyed : (fault == Fault.MaskIgnoresHighSteps ? (uint)step : step), layer: 3, row);
        for (int unit = 0; unit < Hidden; unit++)
        {
            float z = fault == Fault.MissingBias ? 0 : Parameters[B1 + unit];
            for (int k = 0; k < Inputs - (fault == Fault.LostLastInput ? 1 : 0); k++)
            {
                z = MathF.FusedMultiplyAdd(Parameters[Panels.Index(Hidden, Inputs, unit, k)], x[k], z);
            }

            float mask = !training ? 1 : DropoutMask.Keeps(key, unit, Rate) ? 1 / (1 - Rate) : 0;
            kept[unit] = MathF.Max(0, z) * mask;
            kept[4 + unit] = z > 0 || fault == Fault.WrongReLUSlopeAtZero && z == 0 ? fault == Fault.BackwardForgetsDropout ? 1 : mask : 0;
            if (fault == Fault.DependsOnEarlierCalls)
            {
                kept[unit] += shared[unit] * 1e-6f;
                shared[unit] = kept[unit];
            }
        }

        if (fault == Fault.Allocates)
        {
            x = x.ToArray();
        }

        float max = float.NegativeInfinity, sum = 0;
        for (int unit = 0; unit < Outputs; unit++)
        {
            float z = Parameters[B2 + unit];
            for (int k = 0; k < Hidden; k++)
            {
                int index = fault == Fault.TransposedWeight && unit < Outputs && k < Outputs ? Panels.Index(Outputs, Hidden, k, unit) : Panels.Index(Outputs, Hidden, unit, k);
                z += Parameters[W2 + index] * kept[k];
            }

            kept[12 + unit] = z;
            max = MathF.Max(max, z);
        }

        for (int unit = 0; unit < Outputs; unit++)
        {
            kept[12 + unit] -= fault == Fault.WrongSoftmaxShift && unit == 0 ? max + 1e-4f : max;
            kept[8 + unit] = MathF.Exp(kept[12 + unit]);
            sum += kept[8 + unit];
        }

        float reciprocal = 1 / sum;
        for (int unit = 0; unit < Outputs; unit++)
        {
            kept[8 + unit] *= reciprocal;
        }

        kept[11] = MathF.Log(sum);
        if (fault == Fault.NotANumber && row == 5)
        {
            kept[9] = float.NaN;
        }

        if (fault == Fault.Throws && row == 3)
        {
            throw new IndexOutOfRangeException("lane 17");
        }
    }

    private float Loss(in Batch<float> batch, int row, ReadOnlySpan<float> kept)
    {
        float loss = 0;
        for (int j = 0; j < Outputs; j++)
        {
            loss += Target(batch, row, j) * (kept[11] - kept[12 + j]);
        }

        return loss;
    }

    private static float Weight(in Batch<float> batch, int row) => batch.Weights.IsEmpty ? 1 : batch.Weights[row];

    private float Target(in Batch<float> batch, int row, int j) =>
        batch.Labels.IsEmpty ? batch.Targets[row * Outputs + j]
        : (batch.Labels[row] + (fault == Fault.LabelsShifted ? 1 : 0)) % Outputs == j ? 1 : 0;

    private void Back(in Batch<float> batch, int row, ReadOnlySpan<float> weights, ReadOnlySpan<float> delta, ReadOnlySpan<float> kept, Span<float> gradient, Span<float> inputGradient)
    {
        ReadOnlySpan<float> x = batch.Inputs.Slice(row * Inputs, Inputs);
        Span<float> hidden = stackalloc float[Hidden];
        for (int k = 0; k < Hidden; k++)
        {
            hidden[k] = 0;
            for (int unit = 0; unit < Outputs; unit++)
            {
                gradient[W2 + Panels.Index(Outputs, Hidden, unit, k)] += delta[unit] * kept[k];
                hidden[k] += weights[W2 + Panels.Index(Outputs, Hidden, unit, k)] * delta[unit];
            }

            hidden[k] *= kept[4 + k];
            if (fault != Fault.BiasGradientOfOneRowOnly || row == 0)
            {
                gradient[B1 + k] += hidden[k];
            }
        }

        for (int unit = 0; unit < Outputs; unit++)
        {
            gradient[B2 + unit] += delta[unit];
        }

        for (int k = 0; k < Inputs; k++)
        {
            float slope = 0;
            for (int unit = 0; unit < Hidden; unit++)
            {
                gradient[Panels.Index(Hidden, Inputs, unit, k)] += hidden[unit] * x[k];
                slope += weights[Panels.Index(Hidden, Inputs, unit, k)] * hidden[unit];
            }

            if (!inputGradient.IsEmpty && (fault != Fault.InputGradientOfLastRowOnly || row == batch.Rows - 1))
            {
                inputGradient[row * Inputs + k] = slope;
            }
        }
    }

    private void CheckBatch(in Batch<float> batch)
    {
        Check("rows, of which there must be at least", batch.Rows, Math.Max(batch.Rows, 1));
        Check("inputs", batch.Inputs.Length, batch.Rows * Inputs);
    }

    private void CheckTargets(in Batch<float> batch)
    {
        if (batch.Labels.IsEmpty)
        {
            Check("targets", batch.Targets.Length, batch.Rows * Outputs);
        }

        if (!batch.Weights.IsEmpty)
        {
            Check("weights", batch.Weights.Length, batch.Rows);
        }

        for (int row = 0; row < batch.Weights.Length; row++)
        {
            if (!(batch.Weights[row] >= 0 && float.IsFinite(batch.Weights[row])) && fault != Fault.AcceptsWrongWeights)
            {
                throw new ArgumentException($"The weight of row {row} is no finite number of at least 0.");
            }
        }

        foreach (int label in batch.Labels)
        {
            if ((uint)label >= Outputs && fault != Fault.AcceptsWrongLabels)
            {
                throw new ArgumentException($"A label is {label}; there are {Outputs} classes.");
            }
        }
    }

    private void CheckGradients(in Batch<float> batch, Span<float> gradient, Span<float> inputGradient)
    {
        Check("gradient", gradient.Length, Length);
        Check("inputGradient", inputGradient.Length, inputGradient.IsEmpty ? 0 : batch.Rows * Inputs);
    }

    private void Check(string name, int length, int expected)
    {
        if (length != expected)
        {
            throw new ArgumentException(fault == Fault.SilentRefusal ? "Invalid argument." : $"HandWritten expects {expected} {name}; it got {length}.");
        }
    }

    private static AlignedBuffer<float> Initial()
    {
        AlignedBuffer<float> buffer = new(Length);
        for (int unit = 0; unit < Hidden; unit++)
        {
            buffer.Span[B1 + unit] = 0.25f * (unit - 1);
            for (int k = 0; k < Inputs; k++)
            {
                buffer.Span[Panels.Index(Hidden, Inputs, unit, k)] = (float)CounterRandom.Normal(3, 1, unit * Inputs + k);
            }

            for (int j = 0; j < Outputs; j++)
            {
                buffer.Span[W2 + Panels.Index(Outputs, Hidden, j, unit)] = (float)CounterRandom.Normal(3, 2, j * Hidden + unit);
            }
        }

        return buffer;
    }

    private static Span<float> Kept(ref float first, int rows) => System.Runtime.InteropServices.MemoryMarshal.CreateSpan(ref first, rows * PerRow);
}
