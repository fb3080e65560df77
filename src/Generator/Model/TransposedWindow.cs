namespace NetGen.Generator;

/// <summary>How the elements of an axis put a kernel into the output of a transposed convolution.</summary>
/// <param name="Kernel">The elements of the output that one of the input reaches.</param>
/// <param name="Stride">From where one element of the input puts it to where the next does.</param>
/// <param name="Padding">What the output loses at each end.</param>
/// <param name="OutputPadding">What it has more at its end.</param>
/// <param name="Dilation">From one element of the kernel to the next.</param>
internal sealed record TransposedWindow(int Kernel, int Stride, int Padding, int OutputPadding, int Dilation)
{
    /// <summary>The window of an axis that is not there.</summary>
    public static readonly TransposedWindow One = new(1, 1, 0, 0, 1);

    /// <summary>The elements of the output; 0 or less where the padding leaves nothing.</summary>
    public long Outputs(int inputs) => ((inputs - 1L) * Stride) - (2L * Padding) + Window.Extent + OutputPadding;

    /// <summary>The number of elements, written out: <c>(7 − 1)·2 − 2·1 + 3 + 1 = 14</c>.</summary>
    public string Arithmetic(int inputs)
    {
        string padding = Padding == 0 ? "" : $" − 2·{Text.Count(Padding)}";
        string more = OutputPadding == 0 ? "" : $" + {Text.Count(OutputPadding)}";
        return $"({Text.Count(inputs)} − 1)·{Text.Count(Stride)}{padding} + {Window.ExtentWritten}{more} = {Text.Count(Outputs(inputs))}";
    }

    /// <summary>How the convolution moves whose gradient this is.</summary>
    private SlidingWindow Window => new(Kernel, Stride, Padding, Padding, Dilation);
}
