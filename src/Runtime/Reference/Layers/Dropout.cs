using NetGen.Differentiation;
using NetGen.Randomness;

namespace NetGen.Reference;

/// <summary>While training, what the mask keeps is divided by 1 − rate and the rest is 0; the identity when predicting.</summary>
internal sealed class Dropout<S> : Layer<S>
    where S : IScalar<S>
{
    public override S[] Forward(in LayerCall<S> call)
    {
        S[] x = call.Inputs[0];
        if (call.Training is not { } training)
        {
            return x;
        }

        double rate = ((DropoutDescription)call.Description).Rate;
        uint key = DropoutMask.Key(training.Seed, training.Step, call.Node, training.Row);
        S[] y = new S[x.Length];
        for (int index = 0; index < y.Length; index++)
        {
            y[index] = DropoutMask.Keeps(key, index, (float)rate) ? x[index] / S.From(1 - rate) : S.From(0);
        }

        return y;
    }
}
