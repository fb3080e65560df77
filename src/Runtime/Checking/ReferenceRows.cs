using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Differentiation;
using NetGen.Reference;

namespace NetGen.Checking;

/// <summary>What the reference answers for rows that go through together, each number with its bound: one alone, or all of a network that couples them.</summary>
internal sealed class ReferenceRows
{
    /// <summary>The outputs of prediction, [rows, output size].</summary>
    public required Bounded[] Predicted { get; init; }

    /// <summary>The outputs of training, with dropout, [rows, output size].</summary>
    public required Bounded[] Trained { get; init; }

    /// <summary>The loss ℓ of prediction, summed over the rows, each by its weight.</summary>
    public required Bounded Loss { get; init; }

    /// <summary>The loss ℓ of training, summed over the rows, each by its weight.</summary>
    public required Bounded TrainingLoss { get; init; }

    /// <summary>The gradient of <see cref="TrainingLoss"/>.</summary>
    public required Slopes Slopes { get; init; }

    /// <summary>The gradient of the upstream-weighted output; null where there is no upstream gradient.</summary>
    public required Slopes? Pullback { get; init; }

    /// <summary>The statistics after a training pass, canonical.</summary>
    public required Bounded[] Moved { get; init; }

    /// <summary>Computes rows, unless a decision in them is in doubt.</summary>
    /// <param name="description">The network.</param>
    /// <param name="parameters">All parameters, canonical.</param>
    /// <param name="statistics">All statistics, canonical.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="keys">The dropout masks of training, one for each row.</param>
    /// <param name="tape">A tape to use.</param>
    /// <returns>The answers, or null where a kink lies within rounding.</returns>
    public static ReferenceRows? Of(
        NetworkDescription description, float[] parameters, float[] statistics, IReadOnlyList<ProofRow> rows, DropoutKey[] keys, Tape<Bounded> tape)
    {
        Bounded.TakeDoubt();
        tape.Clear();
        Variable<Bounded>[] theta = Array.ConvertAll(parameters, p => tape.Leaf(p));
        Variable<Bounded>[][] inputs = [.. rows.Select(row => Array.ConvertAll(row.Input, x => tape.Leaf(x)))];
        Variable<Bounded>[][][] trained = ReferencePass.Forward<Variable<Bounded>>(description, theta, inputs, keys);
        Variable<Bounded>[] outputs = [.. trained.SelectMany(nodes => ReferencePass.Output(description, nodes))];
        Variable<Bounded> trainingLoss = description.Losses.IsEmpty ? default : Sum.Of<Variable<Bounded>>(
            [.. rows.Select((row, index) => Weighted(row, ReferencePass.Loss<Variable<Bounded>>(description, trained[index], Array.ConvertAll(row.Target, y => Variable<Bounded>.Constant(y)))))]);
        (Bounded[] predicted, Bounded loss) = description.CouplesRows || description.Layers.Any(layer => layer is DropoutDescription)
            ? Predict(description, parameters, statistics, rows)
            : (Primals(outputs), trainingLoss.Primal);
        Bounded[] moved = description.CouplesRows ? After(description, trained, statistics) : [];
        if (Bounded.TakeDoubt())
        {
            return null;
        }

        // A mean divides by the rows somewhere on the way; the seed carries what that costs.
        Bounded seed = description.Reduction == Reduction.Mean ? Bounded.Ratio(1, 1) : Bounded.From(1);
        Variable<Bounded>[] input = [.. inputs.SelectMany(row => row)];
        Bounded[] upstream = [.. rows.SelectMany(row => row.Upstream).Select(u => (Bounded)u)];
        Slopes slopes = Slopes.Of(tape, [trainingLoss], [seed], theta, input);
        Slopes? pullback = upstream.Length == 0 ? null : Slopes.Of(tape, outputs, upstream, theta, input);
        return Bounded.TakeDoubt() ? null : new ReferenceRows
        {
            Predicted = predicted,
            Trained = Primals(outputs),
            Loss = loss,
            TrainingLoss = trainingLoss.Primal,
            Slopes = slopes,
            Pullback = pullback,
            Moved = moved,
        };
    }

    /// <summary>What the weights cost, and the gradient of what of it is not left to proximal steps, canonical.</summary>
    public static (Bounded Cost, Bounded[] Slopes) Penalty(NetworkDescription description, float[] parameters, Tape<Bounded> tape)
    {
        tape.Clear();
        Variable<Bounded>[] theta = Array.ConvertAll(parameters, p => tape.Leaf(p));
        Variable<Bounded> trained = ReferencePass.Penalty<Variable<Bounded>>(description, theta, proximal: false);
        return (ReferencePass.Penalty<Bounded>(description, Array.ConvertAll(parameters, p => (Bounded)p)), Slopes.Of(tape, [trained], [Bounded.From(1)], theta, []).Parameters);
    }

    private static (Bounded[] Output, Bounded Loss) Predict(NetworkDescription description, float[] parameters, float[] statistics, IReadOnlyList<ProofRow> rows)
    {
        Bounded[][][] nodes = ReferencePass.Forward<Bounded>(
            description, Array.ConvertAll(parameters, p => (Bounded)p), [.. rows.Select(row => Array.ConvertAll(row.Input, x => (Bounded)x))], training: null,
            Array.ConvertAll(statistics, s => (Bounded)s));
        Bounded loss = description.Losses.IsEmpty ? default : Sum.Of<Bounded>(
            [.. rows.Select((row, index) => Weighted(row, ReferencePass.Loss<Bounded>(description, nodes[index], Array.ConvertAll(row.Target, y => (Bounded)y))))]);
        return ([.. nodes.SelectMany(row => ReferencePass.Output(description, row))], loss);
    }

    private static S Weighted<S>(ProofRow row, S loss)
        where S : IScalar<S> => row.Weight == 1 ? loss : S.From(row.Weight) * loss;

    private static Bounded[] After(NetworkDescription description, Variable<Bounded>[][][] trained, float[] statistics) => RunningAverages.After<Bounded>(
        description, Array.ConvertAll(trained, nodes => Array.ConvertAll(nodes, Primals)), Array.ConvertAll(statistics, s => (Bounded)s));

    private static Bounded[] Primals(Variable<Bounded>[] variables) => Array.ConvertAll(variables, variable => variable.Primal);
}
