using System;
using NetGen.Differentiation;
using NetGen.Randomness;

namespace NetGen.Reference;

/// <summary>
/// While training, what the mask keeps is divided by 1 − rate and the rest is 0; the identity when predicting. Classical,
/// what is kept stays as it is, and predicting multiplies by 1 − rate.
/// </summary>
internal sealed class Dropout<S> : Layer<S>
    where S : IScalar<S>
{
    public override S[] Forward(in LayerCall<S> call)
    {
        S[] x = call.Inputs[0];
        var dropout = (DropoutDescription)call.Description;
        double rate = dropout.Rate;
        S kept = S.From(1 - rate);
        if (call.Training is not { } training)
        {
            return dropout.Classical ? Array.ConvertAll(x, element => element * kept) : x;
        }

        uint key = DropoutMask.Key(training.Seed, training.Step, call.Node, training.Row);
        S[] y = new S[x.Length];
        for (int index = 0; index < y.Length; index++)
        {
            y[index] = DropoutMask.Keeps(key, index, (float)rate) ? dropout.Classical ? x[index] : x[index] / kept : S.From(0);
        }

        return y;
    }
}
