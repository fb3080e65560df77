using System;
using System.Collections.Generic;
using static System.FormattableString;

namespace NetGen.Differentiation;

/// <summary>
/// The Wengert list of a computation (Linnainmaa, 1970): every operation with its arguments and its partial
/// derivatives, in order. Walked backwards once it gives the adjoint v̄ = ∂y/∂v of every variable.
/// </summary>
/// <typeparam name="S">The number type of values and adjoints.</typeparam>
/// <remarks>Serves one thread. After <see cref="Clear"/> it may be filled again; its memory is kept.</remarks>
public sealed class Tape<S>
    where S : IScalar<S>
{
    private const int None = -1;

    private readonly List<Operation> operations = [];
    private S[] adjoints = [];
    private bool walked;
    private int generation;

    /// <summary>The number of variables on the tape.</summary>
    public int Count => operations.Count;

    /// <summary>Makes an independent variable.</summary>
    /// <param name="value">Its value.</param>
    public Variable<S> Leaf(S value) => Append(value, new Operation(None, None, S.From(0), S.From(0)));

    /// <summary>Forgets all variables; those made before can no longer be used.</summary>
    public void Clear()
    {
        operations.Clear();
        walked = false;
        generation++;
    }

    /// <summary>Computes all adjoints ∂y/∂v of one result.</summary>
    /// <param name="output">The result y; a constant gives adjoints 0.</param>
    /// <exception cref="InvalidOperationException">The result is not on this tape; the adjoints are those of the last call.</exception>
    public void Backward(Variable<S> output) => Backward([output], [S.From(1)]);

    /// <summary>Computes all adjoints Σᵢ uᵢ·∂yᵢ/∂v: the vector-Jacobian product.</summary>
    /// <param name="outputs">The results y.</param>
    /// <param name="upstream">The weight u of each result.</param>
    /// <exception cref="ArgumentException">There are not as many weights as results.</exception>
    /// <exception cref="InvalidOperationException">A result is not on this tape; the adjoints are those of the last call.</exception>
    public void Backward(ReadOnlySpan<Variable<S>> outputs, ReadOnlySpan<S> upstream)
    {
        if (outputs.Length != upstream.Length)
        {
            throw new ArgumentException(Invariant($"There are {outputs.Length} outputs and {upstream.Length} upstream numbers; give one for each."), nameof(upstream));
        }

        foreach (Variable<S> output in outputs)
        {
            if (output.Tape is not null)
            {
                Own(output);
            }
        }

        if (adjoints.Length < Count)
        {
            adjoints = new S[operations.Capacity];
        }

        adjoints.AsSpan(0, Count).Fill(S.From(0));
        for (int i = 0; i < outputs.Length; i++)
        {
            if (outputs[i].Tape is not null)
            {
                adjoints[outputs[i].Index] += upstream[i];
            }
        }

        for (int index = Count - 1; index >= 0; index--)
        {
            Operation operation = operations[index];
            if (operation.Left != None)
            {
                adjoints[operation.Left] += adjoints[index] * operation.LeftPartial;
            }

            if (operation.Right != None)
            {
                adjoints[operation.Right] += adjoints[index] * operation.RightPartial;
            }
        }

        walked = true;
    }

    /// <summary>The adjoint of a variable, from the last <see cref="Backward(Variable{S})"/>.</summary>
    /// <param name="variable">A leaf or any value computed from leaves.</param>
    /// <exception cref="InvalidOperationException">Backward was not called since the tape changed, or the variable is not on this tape.</exception>
    public S Adjoint(Variable<S> variable)
    {
        int index = Own(variable);
        return walked ? adjoints[index] : throw new InvalidOperationException("There are no adjoints yet; call Backward with the result first.");
    }

    internal Variable<S> Record(S value, Variable<S> argument, S partial) =>
        Append(value, new Operation(Own(argument), None, partial, S.From(0)));

    internal Variable<S> Record(S value, Variable<S> left, S leftPartial, Variable<S> right, S rightPartial) =>
        Append(value, new Operation(Own(left), Own(right), leftPartial, rightPartial));

    private Variable<S> Append(S value, Operation operation)
    {
        walked = false;
        operations.Add(operation);
        return new(value, this, operations.Count - 1, generation);
    }

    private int Own(Variable<S> variable) =>
        variable.Tape != this
            ? throw new InvalidOperationException(
                variable.Tape is null
                    ? "A constant has no place on the tape; make the variable with Tape.Leaf."
                    : "The variable is on another tape.")
        : variable.Generation != generation
            ? throw new InvalidOperationException("The variable was made before the tape was cleared; make it again with Tape.Leaf.")
        : variable.Index;

    /// <summary>One line of the list: the arguments' places, and the derivative by each.</summary>
    private readonly record struct Operation(int Left, int Right, S LeftPartial, S RightPartial);
}
