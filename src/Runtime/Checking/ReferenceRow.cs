using System;
using System.Linq;
using NetGen.Differentiation;
using NetGen.Reference;

namespace NetGen.Checking;

/// <summary>What the reference answers for one row, each number with its bound.</summary>
internal sealed class ReferenceRow
{
    /// <summary>The output of prediction, [output size].</summary>
    public required Bounded[] Predicted { get; init; }

    /// <summary>The output of training, with dropout, [output size].</summary>
    public required Bounded[] Trained { get; init; }

    /// <summary>The loss ℓ of prediction.</summary>
    public required Bounded Loss { get; init; }

    /// <summary>The loss ℓ of training.</summary>
    public required Bounded TrainingLoss { get; init; }

    /// <summary>The gradient of <see cref="TrainingLoss"/>.</summary>
    public required Slopes Slopes { get; init; }

    /// <summary>The gradient of the upstream-weighted output; null where there is no upstream gradient.</summary>
    public required Slopes? Pullback { get; init; }

    /// <summary>Computes a row, unless a decision in it is in doubt.</summary>
    /// <param name="description">The network.</param>
    /// <param name="parameters">All parameters, canonical.</param>
    /// <param name="row">The row.</param>
    /// <param name="key">The dropout masks of training.</param>
    /// <param name="tape">A tape to use.</param>
    /// <returns>The answers, or null where a kink lies within rounding.</returns>
    public static ReferenceRow? Of(NetworkDescription description, float[] parameters, ProofRow row, DropoutKey key, Tape<Bounded> tape)
    {
        Bounded.TakeDoubt();
        tape.Clear();
        Variable<Bounded>[] theta = Array.ConvertAll(parameters, p => tape.Leaf(p));
        Variable<Bounded>[] input = Array.ConvertAll(row.Input, x => tape.Leaf(x));
        Variable<Bounded>[][] trained = ReferencePass.Forward<Variable<Bounded>>(description, theta, input, key);
        Variable<Bounded> trainingLoss = description.Losses.IsEmpty
            ? default : ReferencePass.Loss<Variable<Bounded>>(description, trained, Array.ConvertAll(row.Target, y => Variable<Bounded>.Constant(y)));
        (Bounded[] predicted, Bounded loss) = description.Layers.Any(layer => layer is DropoutDescription)
            ? Predict(description, parameters, row)
            : (Primals(ReferencePass.Output(description, trained)), trainingLoss.Primal);
        if (Bounded.TakeDoubt())
        {
            return null;
        }

        // A mean divides by the rows somewhere on the way; the seed carries what that costs.
        Bounded seed = description.Reduction == Reduction.Mean ? Bounded.Ratio(1, 1) : Bounded.From(1);
        Slopes slopes = Slopes.Of(tape, [trainingLoss], [seed], theta, input);
        Slopes? pullback = row.Upstream.Length == 0 ? null : Slopes.Of(tape, ReferencePass.Output(description, trained), Array.ConvertAll(row.Upstream, u => (Bounded)u), theta, input);
        return Bounded.TakeDoubt() ? null : new ReferenceRow
        {
            Predicted = predicted,
            Trained = Primals(ReferencePass.Output(description, trained)),
            Loss = loss,
            TrainingLoss = trainingLoss.Primal,
            Slopes = slopes,
            Pullback = pullback,
        };
    }

    private static (Bounded[] Output, Bounded Loss) Predict(NetworkDescription description, float[] parameters, ProofRow row)
    {
        Bounded[][] nodes = ReferencePass.Forward<Bounded>(
            description, Array.ConvertAll(parameters, p => (Bounded)p), Array.ConvertAll(row.Input, x => (Bounded)x), training: null);
        return (ReferencePass.Output(description, nodes), description.Losses.IsEmpty ? default : ReferencePass.Loss<Bounded>(description, nodes, Array.ConvertAll(row.Target, y => (Bounded)y)));
    }

    private static Bounded[] Primals(Variable<Bounded>[] variables) => Array.ConvertAll(variables, variable => variable.Primal);
}
