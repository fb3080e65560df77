using System;
using System.Runtime.CompilerServices;

namespace NetGen.Kernels;

/// <summary>
/// How the channels of an example are laid out, so that whatever a tap of the kernel reads for all positions in their
/// order lies in one piece: for every column of the kernel a plane of its own that holds only what this column meets,
/// line for line as long as a line of the output, and in it the rows of every remainder of the stride together.
/// Another row of the kernel is the same plane some lines on.
/// </summary>
/// <remarks>
/// Minsik Cho, Daniel Brand: MEC: Memory-efficient Convolution for Deep Neural Network (2017), here with strides and
/// dilations. It takes as many times the memory of the input as the kernel has columns, where a patch matrix takes as
/// many as the kernel has weights; tall inputs are taken in bands of lines, and a weight gradient lays out some planes at a time.
/// </remarks>
internal unsafe struct ShiftedPlanes
{
    /// <summary>What planes usually hold at most: half of a second-level cache of 512 KiB.</summary>
    public const int MostNumbers = 1 << 16;

    /// <summary>A band has at least so many positions.</summary>
    private const int FewestPositions = 64;

    /// <summary>The cache lines that a tile may pass over again and again: most of a first-level cache of 32 KiB.</summary>
    private const int MostCacheLines = 360;

    /// <summary>The positions over which all rows of a product pass before they go on to the next.</summary>
    public const int Run = 64;

    /// <summary>Floats behind the planes that a block may read and does not use.</summary>
    private const int Slack = 16;

    private readonly int height;
    private readonly int width;
    private readonly int kernelHeight;
    private readonly int kernelWidth;
    private readonly int stepRows;
    private readonly int stepColumns;
    private readonly int lowest;
    private readonly int phases;
    private readonly int examples;
    private readonly int planeLength;
    private readonly bool isPadded;
    private readonly int* columns;
    private readonly int* lineOf;
    private readonly Phase* phase;

    /// <param name="table">Memory of <see cref="TableLength"/>, which the planes keep.</param>
    /// <param name="planes">How many are laid out at a time.</param>
    /// <param name="height">The height of a channel.</param>
    /// <param name="width">Its width.</param>
    /// <param name="lines">The lines of the output.</param>
    /// <param name="lineWidth">Its width.</param>
    /// <param name="vertical">Which rows the kernel meets.</param>
    /// <param name="horizontal">Which columns.</param>
    /// <param name="mostPositions">The most positions of a band, but for those of a line.</param>
    /// <param name="examples">The examples that stand side by side, line for line; where there are several, a band holds all lines.</param>
    public ShiftedPlanes(
        int* table, int planes, int height, int width, int lines, int lineWidth, in ShiftedAxis vertical, in ShiftedAxis horizontal,
        int mostPositions = int.MaxValue, int examples = 1)
    {
        Planes = planes;
        Lines = lines;
        LineWidth = lineWidth;
        this.examples = examples;
        this.height = height;
        this.width = width;
        kernelHeight = vertical.Kernel;
        kernelWidth = horizontal.Kernel;
        stepRows = vertical.Step;
        stepColumns = horizontal.Step;
        columns = table;
        lineOf = columns + kernelWidth;
        int* phaseOf = lineOf + kernelHeight;
        phase = (Phase*)(phaseOf + stepRows);

        lowest = int.MaxValue;
        int left = int.MaxValue;
        int right = int.MinValue;
        for (int v = 0; v < kernelWidth; v++)
        {
            columns[v] = horizontal.Shift(v);
            left = Math.Min(left, columns[v]);
            right = Math.Max(right, columns[v]);
        }

        int highest = int.MinValue;
        for (int u = 0; u < kernelHeight; u++)
        {
            lowest = Math.Min(lowest, vertical.Shift(u));
            highest = Math.Max(highest, vertical.Shift(u));
        }

        isPadded = left < 0 || lowest < 0 || right + (lineWidth - 1L) * stepColumns >= width || highest + (lines - 1L) * stepRows >= height;

        new Span<int>(phaseOf, stepRows).Fill(-1);
        for (int u = 0; u < kernelHeight; u++)
        {
            (int line, int remainder) = Math.DivRem(vertical.Shift(u) - lowest, stepRows);
            if (phaseOf[remainder] < 0)
            {
                phase[phases] = new Phase { Row = remainder };
                phaseOf[remainder] = phases++;
            }

            ref Phase its = ref phase[phaseOf[remainder]];
            its.More = Math.Max(its.More, line);
        }

        int more = 0;
        for (int i = 0; i < phases; i++)
        {
            more += phase[i].More;
        }

        // The lines of a band: all, or what the memory holds, in bands as equal as they come.
        long most = Math.Max((MostNumbers / planes / lineWidth - more) / phases, (FewestPositions + lineWidth - 1) / lineWidth);
        most = Math.Min(most, Math.Max(1, mostPositions / lineWidth));
        int bands = (int)((lines + most - 1) / most);
        Band = (lines + bands - 1) / bands;
        planeLength = Panels.Padded((phases * Band + more) * examples * lineWidth);
        Length = (long)planes * planeLength + Slack;

        // A step reads its plane's line and its neighbours' in a row of the kernel, or where they lie far apart its own only.
        long span = Math.Min(Run + more / phases * (long)lineWidth, (long)kernelHeight * Run);
        Steps = StepsOf((span / 16 + 1.0) / kernelHeight);

        int start = 0;
        for (int i = 0; i < phases; i++)
        {
            phase[i].Start = start;
            start += Band + phase[i].More;
        }

        for (int u = 0; u < kernelHeight; u++)
        {
            (int line, int remainder) = Math.DivRem(vertical.Shift(u) - lowest, stepRows);
            lineOf[u] = phase[phaseOf[remainder]].Start + line;
        }
    }

    /// <summary>How many planes are laid out at a time.</summary>
    public int Planes { get; }

    /// <summary>The lines of the output.</summary>
    public int Lines { get; }

    /// <summary>The positions of a line of one example.</summary>
    public int LineWidth { get; }

    /// <summary>The most lines that are laid out at a time.</summary>
    public int Band { get; }

    /// <summary>The floats of all planes.</summary>
    public long Length { get; }

    /// <summary>The steps of a sum whose numbers stay in the nearest cache for <see cref="Run"/> positions.</summary>
    public int Steps { get; }

    /// <summary>The steps of a sum whose numbers stay in the nearest cache, beside six weights for each.</summary>
    /// <param name="cacheLines">The lines that a step reads of planes.</param>
    public static int StepsOf(double cacheLines) => (int)Math.Max(32, MostCacheLines / (cacheLines + 6 / 16.0));

    /// <summary>The integers that planes need for themselves.</summary>
    public static long TableLength(in ShiftedAxis vertical, in ShiftedAxis horizontal) =>
        horizontal.Kernel + (long)vertical.Kernel + vertical.Step + (long)Math.Min(vertical.Kernel, vertical.Step) * (sizeof(Phase) / sizeof(int));

    /// <summary>Where a row of the kernel meets the first position of a plane, from the first plane in floats.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly int Shift(int plane, int u) => plane * planeLength + lineOf[u] * examples * LineWidth;

    /// <summary>Makes all planes zero where the kernel meets more than what lies in a channel; filling leaves zeros there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public readonly void Clear(float* planes) => Clear(planes, Length);

    /// <summary><see cref="Clear(float*)"/> of one plane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public readonly void Clear(int plane, float* planes) => Clear(planes + (nint)plane * planeLength, planeLength);

    /// <summary>Lays out all columns of the channels of an example, channel by channel, for the lines from <paramref name="firstLine"/> on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public readonly void Fill(float* x, int firstLine, int lines, float* planes)
    {
        for (int v = 0; v < kernelWidth; v++)
        {
            Lay(v, x, (nint)height * width, Planes / kernelWidth, firstLine, lines, planes + (nint)v * planeLength, (nint)kernelWidth * planeLength);
        }
    }

    /// <summary>Lays out a column of one channel as plane <paramref name="plane"/>, of every example.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public readonly void Fill(int plane, int v, float* x, nint xStride, int firstLine, int lines, float* planes) =>
        Lay(v, x, xStride, examples, firstLine, lines, planes + (nint)plane * planeLength, LineWidth);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly void Clear(float* numbers, long length)
    {
        if (isPadded)
        {
            new Span<float>(numbers, checked((int)length)).Clear();
        }
    }

    /// <summary>Lays out a column of some channels of one example, or of one channel of some examples.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private readonly void Lay(int v, float* x, nint xStep, int count, int firstLine, int lines, float* to, nint step)
    {
        // Columns first to end - 1 of the line lie in x: 0 ≤ column·step + shift < width.
        int lineStep = examples * LineWidth;
        int shift = columns[v];
        int first = shift < 0 ? (-shift + stepColumns - 1) / stepColumns : 0;
        int end = shift < width ? Math.Min(LineWidth, (width - 1 - shift) / stepColumns + 1) : 0;
        for (int i = 0; i < phases && first < end; i++)
        {
            int row = firstLine * stepRows + lowest + phase[i].Row;
            int above = row < 0 ? (-row + stepRows - 1) / stepRows : 0;
            int below = row < height ? Math.Min(lines + phase[i].More, (height - 1 - row) / stepRows + 1) : 0;
            if (above < below)
            {
                PlaneLines.Copy(
                    x + (nint)(row + above * stepRows) * width + first * stepColumns + shift, xStep, (nint)stepRows * width, stepColumns,
                    to + (nint)(phase[i].Start + above) * lineStep + first, step, lineStep, count, below - above, end - first);
            }
        }
    }

    /// <summary>The rows of one remainder of the stride.</summary>
    private struct Phase
    {
        /// <summary>The remainder.</summary>
        public int Row;

        /// <summary>Its first line in a plane.</summary>
        public int Start;

        /// <summary>The lines that it has more than the output.</summary>
        public int More;
    }
}
