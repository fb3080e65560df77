using System;
using System.Numerics;

namespace NetGen.Evaluation;

/// <summary>The class that an output row means.</summary>
internal static class PredictedClass
{
    /// <summary>
    /// The place of the largest output, the first of equals; of a single output, 1 from the threshold on, otherwise 0;
    /// −1 where any output is NaN.
    /// </summary>
    public static int Of<T>(ReadOnlySpan<T> outputs, T threshold)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int largest = 0;
        for (int index = 0; index < outputs.Length; index++)
        {
            if (T.IsNaN(outputs[index]))
            {
                return -1;
            }

            largest = outputs[index] > outputs[largest] ? index : largest;
        }

        return outputs.Length > 1 ? largest
            : outputs[0] >= threshold ? 1
            : 0;
    }
}
