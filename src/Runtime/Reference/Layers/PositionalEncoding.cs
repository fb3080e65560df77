using NetGen.Differentiation;

namespace NetGen.Reference;

/// <summary>y[t] = x[t] + p[t], with p the sinusoids of t or the parameters.</summary>
internal sealed class PositionalEncoding<S> : Layer<S>
    where S : IScalar<S>
{
    public override S[] Forward(in LayerCall<S> call)
    {
        bool learned = ((PositionalEncodingDescription)call.Description).Learned;
        int features = call.InputShapes[0][1];
        S[] x = call.Inputs[0];
        S[] y = new S[x.Length];
        for (int index = 0; index < y.Length; index++)
        {
            S place = learned ? call.Parameters[index] : S.From(Sinusoid.Of(index / features, index % features, features));
            y[index] = x[index] + place;
        }

        return y;
    }
}
