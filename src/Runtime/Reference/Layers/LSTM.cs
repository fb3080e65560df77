using NetGen.Differentiation;

namespace NetGen.Reference;

/// <summary>i, f, o = σ(a + s), g = tanh(a + s), c′ = f·c + i·g, h′ = o·tanh c′; a state is h, then c.</summary>
internal sealed class LSTM<S> : Recurrence<S>
    where S : IScalar<S>
{
    protected override S[] Next(RecurrenceDescription layer, S[] a, S[] s, S[] state)
    {
        int units = layer.Units;
        S[] next = new S[2 * units];
        for (int unit = 0; unit < units; unit++)
        {
            S i = Sigmoid.Of(a[unit] + s[unit]);
            S f = Sigmoid.Of(a[units + unit] + s[units + unit]);
            S g = S.Tanh(a[2 * units + unit] + s[2 * units + unit]);
            S o = Sigmoid.Of(a[3 * units + unit] + s[3 * units + unit]);
            S c = f * state[units + unit] + i * g;
            next[unit] = o * S.Tanh(c);
            next[units + unit] = c;
        }

        return next;
    }
}
