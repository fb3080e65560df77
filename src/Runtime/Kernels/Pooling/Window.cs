using System;
using System.Runtime.CompilerServices;

namespace NetGen.Kernels;

/// <summary>The part of a window that lies in its channel: rows and columns from a first one to before an end.</summary>
internal readonly struct Window
{
    public readonly int Row;
    public readonly int RowEnd;
    public readonly int Column;
    public readonly int ColumnEnd;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Window(in PoolingSizes sizes, int outputRow, int outputColumn)
    {
        int row = outputRow * sizes.StrideHeight - sizes.PaddingTop;
        int column = outputColumn * sizes.StrideWidth - sizes.PaddingLeft;
        Row = Math.Max(row, 0);
        RowEnd = Math.Min(row + sizes.KernelHeight, sizes.Height);
        Column = Math.Max(column, 0);
        ColumnEnd = Math.Min(column + sizes.KernelWidth, sizes.Width);
    }

    public int Elements => (RowEnd - Row) * (ColumnEnd - Column);
}
