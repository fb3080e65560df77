using System;
using static System.FormattableString;

namespace NetGen;

/// <summary>How the elements of one axis put a kernel into the output of a transposed convolution.</summary>
/// <param name="Kernel">The elements of the output that one of the input reaches, at least 1.</param>
/// <param name="Stride">From where one element of the input puts it to where the next does, at least 1.</param>
/// <param name="Padding">What the output loses at each end.</param>
/// <param name="OutputPadding">What the output has more at its end, less than the stride or the dilation.</param>
/// <param name="Dilation">From one element of the kernel to the next, at least 1.</param>
public readonly record struct TransposedWindow(int Kernel, int Stride = 1, int Padding = 0, int OutputPadding = 0, int Dilation = 1)
{
    /// <summary>What a kernel spans: dilation · (kernel − 1) + 1.</summary>
    public long Extent => ((long)Dilation * (Kernel - 1)) + 1;

    /// <summary>Whether kernel, stride and dilation are at least 1, no padding is negative, and that of the output less than the stride or the dilation.</summary>
    internal bool IsPossible =>
        Kernel >= 1 && Stride >= 1 && Dilation >= 1 && Padding >= 0 && OutputPadding >= 0 && OutputPadding < Math.Max(Stride, Dilation);

    /// <summary>The elements of the output: (inputs − 1)·stride − 2·padding + extent + output padding; 0 where none is left or the window is none.</summary>
    /// <param name="inputs">The elements of the axis.</param>
    public int Outputs(int inputs) => !IsPossible ? 0 : checked((int)Math.Max(0, All(inputs)));

    /// <summary>How many outputs there are, written out: <c>(7 − 1)·2 − 2·1 + 3 + 1 = 14</c>.</summary>
    internal string Arithmetic(int inputs) => Invariant(
        $"({inputs} − 1)·{Stride}{(Padding == 0 ? "" : Invariant($" − 2·{Padding}"))} + {Extent}{(OutputPadding == 0 ? "" : Invariant($" + {OutputPadding}"))} = {All(inputs)}");

    /// <summary>The window in short: <c>3, stride 2, padding 1, output padding 1, dilation 2</c>.</summary>
    public override string ToString() =>
        Invariant($"{Kernel}{(Stride == 1 ? "" : Invariant($", stride {Stride}"))}{(Padding == 0 ? "" : Invariant($", padding {Padding}"))}") +
        Invariant($"{(OutputPadding == 0 ? "" : Invariant($", output padding {OutputPadding}"))}{(Dilation == 1 ? "" : Invariant($", dilation {Dilation}"))}");

    private long All(int inputs) => ((inputs - 1L) * Stride) - (2L * Padding) + Extent + OutputPadding;
}
