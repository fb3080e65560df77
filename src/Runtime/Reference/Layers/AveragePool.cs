using NetGen.Differentiation;

namespace NetGen.Reference;

/// <summary>1/n·Σ x over a window, whose padding counts in n or does not.</summary>
internal sealed class AveragePool<S> : Pool<S>
    where S : IScalar<S>
{
    protected override S Of(S[] elements, int size, LayerDescription description)
    {
        bool includesPadding = description is AveragePool2DDescription { IncludePadding: true } or AveragePool1DDescription { IncludePadding: true };
        return Sum.Of<S>(elements) / S.From(includesPadding ? size : elements.Length);
    }
}
