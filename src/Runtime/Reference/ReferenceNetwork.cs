using System;
using System.Linq;
using System.Numerics;
using System.Runtime.InteropServices;
using NetGen.Differentiation;
using NetGen.Training;

namespace NetGen.Reference;

/// <summary>
/// A network that is interpreted from its description, slowly and plainly: what compiled networks are held against.
/// Only its forward pass is written down; gradients come from a <see cref="Tape{S}"/>, row by row. Its layout is
/// canonical and without padding.
/// </summary>
/// <inheritdoc cref="INetwork{T}" path="/typeparam"/>
public sealed class ReferenceNetwork<T> : INetwork<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly T[] parameters;

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
    }

    /// <inheritdoc/>
    public NetworkDescription Description { get; }

    /// <inheritdoc/>
    public ParameterLayout Layout { get; }

    /// <inheritdoc/>
    public ulong Seed { get; }

    /// <inheritdoc/>
    public Span<T> Parameters => parameters;

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
            Predict(Row(inputs, row, InputSize), training: null, outputs.Slice(row * OutputSize, OutputSize));
        }
    }

    /// <inheritdoc/>
    public void Forward(in Batch<T> batch, Span<T> outputs, Workspace<T> workspace)
    {
        Expect.Inputs(batch, InputSize);
        Description.Domain.Check(batch.Inputs);
        Expect.Length(outputs.Length, batch.Rows, OutputSize, nameof(outputs));
        Expect.Workspace(workspace).Reserve(elements, shared: 0, batch.Rows);
        for (int row = 0; row < batch.Rows; row++)
        {
            Predict(Row(batch.Inputs, row, InputSize), Key(batch, row), outputs.Slice(row * OutputSize, OutputSize));
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
        for (int row = 0; row < batch.Rows; row++)
        {
            Recorded recorded = Record(tape, batch, row);
            tape.Backward(ReferencePass.Output(Description, recorded.Nodes), Reals(Row(outputGradient, row, OutputSize)));
            Accumulate(tape, recorded, T.One, row, gradient, inputGradient);
        }
    }

    /// <inheritdoc/>
    public T Gradient(in Batch<T> batch, Span<T> gradient, Workspace<T> workspace, Span<T> inputGradient = default)
    {
        ExpectLoss();
        Expect.Inputs(batch, InputSize);
        Description.Domain.Check(batch.Inputs);
        bool labelled = ExpectTargets(batch);
        Expect.Gradients(gradient, Layout.Length, inputGradient, batch.Rows, InputSize);
        Expect.Workspace(workspace).Reserve(elements, shared: 0, batch.Rows);

        gradient.Clear();
        T cost = T.Zero;
        T[] target = new T[OutputSize];
        Variable<Real<T>>[] constants = new Variable<Real<T>>[OutputSize];
        var tape = new Tape<Real<T>>();
        for (int row = 0; row < batch.Rows; row++)
        {
            Target(batch, row, labelled, target);
            for (int index = 0; index < target.Length; index++)
            {
                constants[index] = Variable<Real<T>>.Constant(target[index]);
            }

            Recorded recorded = Record(tape, batch, row);
            Variable<Real<T>> ofRow = ReferencePass.Loss<Variable<Real<T>>>(Description, recorded.Nodes, constants);
            tape.Backward(ofRow);
            Accumulate(tape, recorded, RowWeight(batch), row, gradient, inputGradient);
            cost += ofRow.Primal.Number;
        }

        return cost * RowWeight(batch);
    }

    /// <inheritdoc/>
    public T Cost(in Batch<T> batch, Workspace<T> workspace)
    {
        ExpectLoss();
        Expect.Inputs(batch, InputSize);
        Description.Domain.Check(batch.Inputs);
        bool labelled = ExpectTargets(batch);
        Expect.Workspace(workspace).Reserve(elements, shared: 0, batch.Rows);
        T cost = T.Zero;
        T[] target = new T[OutputSize];
        for (int row = 0; row < batch.Rows; row++)
        {
            Target(batch, row, labelled, target);
            Real<T>[][] nodes = ReferencePass.Forward(Description, Reals(parameters), Reals(Row(batch.Inputs, row, InputSize)), training: null);
            cost += ReferencePass.Loss(Description, nodes, Reals(target)).Number;
        }

        return cost * RowWeight(batch);
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

    private void Predict(ReadOnlySpan<T> input, DropoutKey? training, Span<T> output)
    {
        Real<T>[][] nodes = ReferencePass.Forward(Description, Reals(parameters), Reals(input), training);
        MemoryMarshal.Cast<Real<T>, T>(ReferencePass.Output(Description, nodes)).CopyTo(output);
    }

    private Recorded Record(Tape<Real<T>> tape, in Batch<T> batch, int row)
    {
        tape.Clear();
        Variable<Real<T>>[] theta = Leaves(tape, parameters);
        Variable<Real<T>>[] input = Leaves(tape, Row(batch.Inputs, row, InputSize));
        return new(theta, ReferencePass.Forward<Variable<Real<T>>>(Description, theta, input, Key(batch, row)));
    }

    private void Accumulate(Tape<Real<T>> tape, Recorded recorded, T weight, int row, Span<T> gradient, Span<T> inputGradient)
    {
        for (int index = 0; index < gradient.Length; index++)
        {
            gradient[index] += weight * tape.Adjoint(recorded.Parameters[index]).Number;
        }

        for (int index = 0; index < InputSize && !inputGradient.IsEmpty; index++)
        {
            inputGradient[row * InputSize + index] = weight * tape.Adjoint(recorded.Nodes[0][index]).Number;
        }
    }

    private DropoutKey Key(in Batch<T> batch, int row) => new(Seed, batch.Step, row);

    /// <summary>1/m for a mean over m rows, 1 for a sum.</summary>
    private T RowWeight(in Batch<T> batch) => Description.Reduction == Reduction.Mean ? T.One / T.CreateChecked(batch.Rows) : T.One;

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

    /// <summary>One row on the tape: the parameters' leaves, and every node; node 0 is the input's leaves.</summary>
    private readonly record struct Recorded(Variable<Real<T>>[] Parameters, Variable<Real<T>>[][] Nodes);
}
