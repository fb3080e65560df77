using System;
using System.Linq;
using System.Numerics;
using System.Runtime.InteropServices;
using NetGen.Differentiation;
using NetGen.Training;

namespace NetGen.Reference;

/// <summary>
/// A network that is interpreted from its description, slowly and plainly: what compiled networks are held against.
/// Only its forward pass is written down; gradients come from a <see cref="Tape{S}"/>, row by row, or of a whole batch where batch normalization couples its rows. Its layout is
/// canonical and without padding.
/// </summary>
/// <inheritdoc cref="INetwork{T}" path="/typeparam"/>
public sealed class ReferenceNetwork<T> : INetwork<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly T[] parameters;
    private readonly T[] statistics;

    // Nothing is kept from forward to backward; a workspace is as large as what could be, so that those of networks
    // of another shape are refused here as they are by compiled networks.
    private readonly int elements;

    /// <summary>Makes a network with the parameters that a compiled one of the same seed starts with.</summary>
    /// <param name="description">The network.</param>
    /// <param name="seed">The seed of the initial parameters and of the dropout masks.</param>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is neither float nor double.</exception>
    public ReferenceNetwork(NetworkDescription description, ulong seed = 0)
    {
        NumberType.Check<T>("The reference");
        Description = description;
        Layout = ParameterLayout.Canonical(description);
        Seed = seed;
        elements = description.Shapes.Sum(NetworkDescription.Elements);
        parameters = new T[Layout.Length];
        Initialization.Fill<T>(description, Layout, seed, parameters);
        StatisticsLayout = ParameterLayout.CanonicalStatistics(description);
        statistics = new T[StatisticsLayout.Length];
        Initialization.FillStatistics<T>(StatisticsLayout, statistics);
    }

    /// <inheritdoc/>
    public NetworkDescription Description { get; }

    /// <inheritdoc/>
    public ParameterLayout Layout { get; }

    /// <inheritdoc/>
    public ulong Seed { get; }

    /// <inheritdoc/>
    public Span<T> Parameters => parameters;

    /// <inheritdoc/>
    public ParameterLayout StatisticsLayout { get; }

    /// <inheritdoc/>
    public Span<T> Statistics => statistics;

    private int InputSize => Description.InputSize;

    private int OutputSize => Description.OutputSize;

    /// <inheritdoc/>
    public Workspace<T> CreateWorkspace(int rows) => new(elements, shared: 0, rows);

    /// <inheritdoc/>
    public void Forward(ReadOnlySpan<T> inputs, Span<T> outputs)
    {
        int rows = Expect.Rows(inputs.Length, InputSize, outputs.Length, OutputSize);
        Description.Domain.Check(inputs);
        for (int row = 0; row < rows; row++)
        {
            Copy(ReferencePass.Output(Description, Predict(Row(inputs, row, InputSize))), outputs.Slice(row * OutputSize, OutputSize));
        }
    }

    /// <inheritdoc/>
    public void Forward(in Batch<T> batch, Span<T> outputs, Workspace<T> workspace)
    {
        Expect.Inputs(batch, InputSize);
        Description.Domain.Check(batch.Inputs);
        Expect.Length(outputs.Length, batch.Rows, OutputSize, nameof(outputs));
        ExpectSeveralRows(batch);
        Expect.Workspace(workspace).Reserve(elements, shared: 0, batch.Rows);
        int together = Together(batch);
        for (int first = 0; first < batch.Rows; first += together)
        {
            Real<T>[][] inputs = new Real<T>[together][];
            for (int row = 0; row < together; row++)
            {
                inputs[row] = Reals(Row(batch.Inputs, first + row, InputSize)).ToArray();
            }

            Real<T>[][][] nodes = ReferencePass.Forward(Description, Reals(parameters), inputs, Keys(batch, first, together), Reals(statistics));
            for (int row = 0; row < together; row++)
            {
                Copy(ReferencePass.Output(Description, nodes[row]), outputs.Slice((first + row) * OutputSize, OutputSize));
            }

            Move(nodes);
        }

        workspace.Keep(this, batch.Rows, batch.Step);
    }

    /// <inheritdoc/>
    public void Backward(in Batch<T> batch, ReadOnlySpan<T> outputGradient, Span<T> gradient, Workspace<T> workspace, Span<T> inputGradient = default)
    {
        Expect.Inputs(batch, InputSize);
        Description.Domain.Check(batch.Inputs);
        Expect.Length(outputGradient.Length, batch.Rows, OutputSize, nameof(outputGradient));
        Expect.Gradients(gradient, Layout.Length, inputGradient, batch.Rows, InputSize);
        Expect.Workspace(workspace).Take(this, batch.Rows, batch.Step);

        gradient.Clear();
        var tape = new Tape<Real<T>>();
        int together = Together(batch);
        for (int first = 0; first < batch.Rows; first += together)
        {
            Recorded recorded = Record(tape, batch, first, together);
            tape.Backward([.. recorded.Rows.SelectMany(nodes => ReferencePass.Output(Description, nodes))], Reals(outputGradient.Slice(first * OutputSize, together * OutputSize)));
            Accumulate(tape, recorded, T.One, first, gradient, inputGradient);
        }
    }

    /// <inheritdoc/>
    public T Gradient(in Batch<T> batch, Span<T> gradient, Workspace<T> workspace, Span<T> inputGradient = default)
    {
        ExpectLoss();
        Expect.Inputs(batch, InputSize);
        Description.Domain.Check(batch.Inputs);
        bool labelled = ExpectTargets(batch), weighted = Expect.Weights(batch);
        ExpectSeveralRows(batch);
        Expect.Gradients(gradient, Layout.Length, inputGradient, batch.Rows, InputSize);
        Expect.Workspace(workspace).Reserve(elements, shared: 0, batch.Rows);

        gradient.Clear();
        T cost = T.Zero;
        T[] target = new T[OutputSize];
        Variable<Real<T>>[] constants = new Variable<Real<T>>[OutputSize];
        var tape = new Tape<Real<T>>();
        int together = Together(batch);
        for (int first = 0; first < batch.Rows; first += together)
        {
            Recorded recorded = Record(tape, batch, first, together);
            var losses = new Variable<Real<T>>[together];
            for (int row = 0; row < together; row++)
            {
                Target(batch, first + row, labelled, target);
                for (int index = 0; index < target.Length; index++)
                {
                    constants[index] = Variable<Real<T>>.Constant(target[index]);
                }

                Variable<Real<T>> loss = ReferencePass.Loss<Variable<Real<T>>>(Description, recorded.Rows[row], constants);
                losses[row] = weighted ? Variable<Real<T>>.Constant(batch.Weights[first + row]) * loss : loss;
            }

            Variable<Real<T>> ofRows = Sum.Of<Variable<Real<T>>>(losses);
            tape.Backward(ofRows);
            Accumulate(tape, recorded, PerRow(batch), first, gradient, inputGradient);
            cost += ofRows.Primal.Number;
            Move(recorded);
        }

        return cost * PerRow(batch) + Penalize(tape, gradient);
    }

    /// <inheritdoc/>
    public T Cost(in Batch<T> batch, Workspace<T> workspace)
    {
        ExpectLoss();
        Expect.Inputs(batch, InputSize);
        Description.Domain.Check(batch.Inputs);
        bool labelled = ExpectTargets(batch), weighted = Expect.Weights(batch);
        Expect.Workspace(workspace).Reserve(elements, shared: 0, batch.Rows);
        T cost = T.Zero;
        T[] target = new T[OutputSize];
        for (int row = 0; row < batch.Rows; row++)
        {
            Target(batch, row, labelled, target);
            T loss = ReferencePass.Loss(Description, Predict(Row(batch.Inputs, row, InputSize)), Reals(target)).Number;
            cost += weighted ? batch.Weights[row] * loss : loss;
        }

        return cost * PerRow(batch) + ReferencePass.Penalty(Description, Reals(parameters)).Number;
    }

    private static ReadOnlySpan<T> Row(ReadOnlySpan<T> rows, int row, int size) => rows.Slice(row * size, size);

    private static ReadOnlySpan<Real<T>> Reals(ReadOnlySpan<T> numbers) => MemoryMarshal.Cast<T, Real<T>>(numbers);

    private static Variable<Real<T>>[] Leaves(Tape<Real<T>> tape, ReadOnlySpan<T> numbers)
    {
        Variable<Real<T>>[] leaves = new Variable<Real<T>>[numbers.Length];
        for (int index = 0; index < leaves.Length; index++)
        {
            leaves[index] = tape.Leaf(numbers[index]);
        }

        return leaves;
    }

    private Real<T>[][] Predict(ReadOnlySpan<T> input) =>
        ReferencePass.Forward(Description, Reals(parameters), Reals(input), training: null, Reals(statistics));

    private static void Copy(Real<T>[] node, Span<T> output) => MemoryMarshal.Cast<Real<T>, T>(node).CopyTo(output);

    /// <summary>How many rows go through together: all where they are coupled, each alone otherwise.</summary>
    private int Together(in Batch<T> batch) => Description.CouplesRows ? batch.Rows : 1;

    private Recorded Record(Tape<Real<T>> tape, in Batch<T> batch, int first, int count)
    {
        tape.Clear();
        Variable<Real<T>>[] theta = Leaves(tape, parameters);
        var inputs = new Variable<Real<T>>[count][];
        for (int row = 0; row < count; row++)
        {
            inputs[row] = Leaves(tape, Row(batch.Inputs, first + row, InputSize));
        }

        return new(theta, ReferencePass.Forward<Variable<Real<T>>>(Description, theta, inputs, Keys(batch, first, count)));
    }

    private void Accumulate(Tape<Real<T>> tape, Recorded recorded, T weight, int first, Span<T> gradient, Span<T> inputGradient)
    {
        for (int index = 0; index < gradient.Length; index++)
        {
            gradient[index] += weight * tape.Adjoint(recorded.Parameters[index]).Number;
        }

        for (int row = 0; row < recorded.Rows.Length; row++)
        {
            for (int index = 0; index < InputSize && !inputGradient.IsEmpty; index++)
            {
                inputGradient[(first + row) * InputSize + index] = weight * tape.Adjoint(recorded.Rows[row][0][index]).Number;
            }
        }
    }

    /// <summary>Adds the gradient of the penalties.</summary>
    /// <returns>What they add to the cost.</returns>
    private T Penalize(Tape<Real<T>> tape, Span<T> gradient)
    {
        if (Description.Penalties.IsEmpty)
        {
            return T.Zero;
        }

        tape.Clear();
        Variable<Real<T>>[] theta = Leaves(tape, parameters);
        tape.Backward(ReferencePass.Penalty<Variable<Real<T>>>(Description, theta, proximal: false));
        for (int index = 0; index < gradient.Length; index++)
        {
            gradient[index] += tape.Adjoint(theta[index]).Number;
        }

        return ReferencePass.Penalty(Description, Reals(parameters)).Number;
    }

    private void Move(Recorded recorded)
    {
        if (Description.CouplesRows)
        {
            Move(Array.ConvertAll(recorded.Rows, nodes => Array.ConvertAll(nodes, node => Array.ConvertAll(node, variable => variable.Primal))));
        }
    }

    /// <summary>Moves the running averages by a batch.</summary>
    private void Move(Real<T>[][][] nodes) => Copy(RunningAverages.After(Description, nodes, Reals(statistics)), statistics);

    private DropoutKey[] Keys(in Batch<T> batch, int first, int count)
    {
        var keys = new DropoutKey[count];
        for (int row = 0; row < count; row++)
        {
            keys[row] = new(Seed, batch.Step, first + row);
        }

        return keys;
    }

    /// <summary>Refuses a batch of one row where vectors are normalized over its rows.</summary>
    private void ExpectSeveralRows(in Batch<T> batch)
    {
        if (Description.NormOfVectors is { } norm)
        {
            Expect.SeveralRows(batch.Rows, norm.Name, norm.Channels);
        }
    }

    /// <summary>1/m for a mean over m rows, 1 for a sum.</summary>
    private T PerRow(in Batch<T> batch) => Description.Reduction == Reduction.Mean ? T.One / T.CreateChecked(batch.Rows) : T.One;

    /// <summary>Whether the targets of a batch, which must fit the loss, are class labels.</summary>
    private bool ExpectTargets(in Batch<T> batch) =>
        Description.Losses.Length > 1 ? Expect.TargetsOfParts(batch, OutputSize)
        : Description.Loss == Loss.CrossEntropy ? Expect.TargetsOrLabels(batch, OutputSize) : Expect.Targets(batch, OutputSize);

    private void ExpectLoss()
    {
        if (Description.Losses.IsEmpty)
        {
            throw Expect.Loss(Description.Name);
        }
    }

    private void Target(in Batch<T> batch, int row, bool labelled, Span<T> target)
    {
        if (labelled)
        {
            target.Clear();
            target[batch.Labels[row]] = T.One;
        }
        else
        {
            Row(batch.Targets, row, OutputSize).CopyTo(target);
        }
    }

    /// <summary>Some rows on the tape: the parameters' leaves, and every node of each row; node 0 is the input's leaves.</summary>
    private readonly record struct Recorded(Variable<Real<T>>[] Parameters, Variable<Real<T>>[][][] Rows);
}
