using System;
using System.Linq;
using NetGen.Differentiation;

namespace NetGen.Reference;

/// <summary>
/// A sequence [T, F] step by step, and once more from its end where the layer is bidirectional: a = Wᵢ·xₜ + bᵢ and
/// s = Wₛ·hₜ₋₁ + bₛ, from which each kind makes its next state. Before a step that is a multiple of the steps that gradients
/// go back, the state becomes a constant (Williams and Peng, 1990). Outputs behind a sequence's length are 0.
/// </summary>
internal abstract class Recurrence<S> : Layer<S>
    where S : IScalar<S>
{
    public override S[] Forward(in LayerCall<S> call)
    {
        var layer = (RecurrenceDescription)call.Description;
        int steps = call.InputShapes[0][0];
        int length = layer.Lengths ? (int)call.Inputs[^1][0].Value : steps;
        S[] y = new S[layer.Directions * layer.Units * (layer.Sequence ? steps : 1)];
        Array.Fill(y, S.From(0));
        for (int direction = 0; direction < layer.Directions; direction++)
        {
            int own = call.Parameters.Length / layer.Directions;
            S[] initial = new S[layer.Units * layer.StateParts];
            Array.Fill(initial, S.From(0));
            for (int part = 0; part < (layer.State ? layer.StateParts : 0); part++)
            {
                call.Inputs[1 + part].AsSpan(direction * layer.Units, layer.Units).CopyTo(initial.AsSpan(part * layer.Units));
            }

            Read(layer, call.Inputs[0].AsSpan(0, length * call.InputShapes[0][1]).ToArray(), length, direction, call.Parameters.Slice(direction * own, own), initial, y);
        }

        return y;
    }

    /// <summary>Reads a sequence in one direction, writes what the layer puts out, and returns the last state.</summary>
    public S[] Read(RecurrenceDescription layer, S[] x, int steps, int direction, ReadOnlySpan<S> parameters, S[] initial, S[] y)
    {
        int units = layer.Units;
        int inputs = x.Length / steps;
        int gates = layer.Gates * units;
        ReadOnlySpan<S> inputWeights = parameters[..(gates * inputs)];
        ReadOnlySpan<S> stateWeights = parameters.Slice(gates * inputs, gates * units);
        ReadOnlySpan<S> biases = parameters[(gates * (inputs + units))..];

        S[] state = initial;
        for (int step = 0; step < steps; step++)
        {
            int time = direction == 0 ? step : steps - 1 - step;
            S[] a = Affine.Of<S>(inputWeights, x.AsSpan(time * inputs, inputs), layer.Bias ? biases[..gates] : []);
            if (layer.BackSteps > 0 && step > 0 && step % layer.BackSteps == 0)
            {
                state = [.. state.Select(S.Detached)];
            }

            S[] s = Affine.Of<S>(stateWeights, state.AsSpan(0, units), layer.Bias ? biases[gates..] : []);
            state = Next(layer, a, s, state);
            if (layer.Sequence || step == steps - 1)
            {
                int place = layer.Sequence ? time : 0;
                state.AsSpan(0, units).CopyTo(y.AsSpan((place * layer.Directions + direction) * units));
            }
        }

        return state;
    }

    /// <summary>The next state, h first, from the one before.</summary>
    protected abstract S[] Next(RecurrenceDescription layer, S[] a, S[] s, S[] state);
}
