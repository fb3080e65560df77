using NetGen.Differentiation;

namespace NetGen.Reference;

/// <summary>r, z = σ(a + s), n = tanh(a + r·s), h′ = (1 − z)·n + z·h.</summary>
internal sealed class GRU<S> : Recurrence<S>
    where S : IScalar<S>
{
    protected override S[] Next(RecurrenceDescription layer, S[] a, S[] s, S[] state)
    {
        int units = layer.Units;
        S[] next = new S[units];
        for (int unit = 0; unit < units; unit++)
        {
            S r = Sigmoid.Of(a[unit] + s[unit]);
            S z = Sigmoid.Of(a[units + unit] + s[units + unit]);
            S n = S.Tanh(a[2 * units + unit] + r * s[2 * units + unit]);
            next[unit] = (S.From(1) - z) * n + z * state[unit];
        }

        return next;
    }
}
