using NetGen.Differentiation;

namespace NetGen.Reference;

/// <summary>max x over a window: the first of equal maxima, the last NaN where there is one.</summary>
internal sealed class MaxPool<S> : Pool<S>
    where S : IScalar<S>
{
    protected override S Of(S[] elements, int size, LayerDescription description)
    {
        S max = elements[0];
        foreach (S x in elements)
        {
            if (S.IsGreater(x, max) || double.IsNaN(x.Value))
            {
                max = x;
            }
        }

        return max;
    }
}
