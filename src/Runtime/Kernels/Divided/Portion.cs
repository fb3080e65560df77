using System;
using NetGen.Threading;

namespace NetGen.Kernels;

/// <summary>
/// What one of several workers computes of an output of columns in panels, each panel some rows high: a run through
/// the panels and their rows, which falls into rectangles.
/// </summary>
/// <remarks>
/// A run is as long as any other, counted in numbers, but that none begins or ends close to the end of a panel, where
/// tiles would be low. Where the output is a matrix in panels, a run is a range of its memory, the same in every step,
/// so that it stays in the caches of one core.
/// </remarks>
internal struct Portion
{
    /// <summary>No rectangle has fewer rows, unless its panel has, or every portion.</summary>
    public const int FewestRows = 6;

    private readonly int rows;
    private readonly int columns;
    private readonly long end;
    private long next;

    public Portion(int rows, int columns, int part, int parts)
    {
        this.rows = rows;
        this.columns = columns;
        next = Start(part, parts);
        end = Start(part + 1, parts);
    }

    /// <summary>The next rectangle, or false when there is no other.</summary>
    public bool Next(out Rectangle rectangle)
    {
        if (next >= end)
        {
            rectangle = default;
            return false;
        }

        (int column, int width, int row) = Place(next);
        long panel = (long)width * rows;
        if (row == 0 && end - next >= panel)
        {
            // All whole panels, the narrow one behind the others included.
            int last = Place(end).Column;
            rectangle = new Rectangle(column, last - column, 0, rows);
            next = (long)last * rows;
        }
        else
        {
            int height = (int)Math.Min(rows - row, (end - next) / width);
            rectangle = new Rectangle(column, width, row, height);
            next += (long)height * width;
        }

        return true;
    }

    /// <summary>Where a part starts, as an index of a matrix in panels.</summary>
    private readonly long Start(int part, int parts)
    {
        long place = Division.Start((long)columns * rows, part, parts);
        (int column, int width, int row) = Place(place);
        int snapped = row < FewestRows ? 0 : rows - row < FewestRows ? rows : row;
        return part == parts ? place : (long)column * rows + (long)snapped * width;
    }

    private readonly (int Column, int Width, int Row) Place(long index)
    {
        int column = (int)Math.Min(index / rows, columns) / Panels.Width * Panels.Width;
        int width = Math.Min(Panels.Width, columns - column);
        long row = width == 0 ? 0 : (index - (long)column * rows) / width;
        return row < rows ? (column, width, (int)row) : (columns, 0, 0);
    }
}

/// <summary>Some rows of some columns; the first column is that of a panel.</summary>
internal readonly record struct Rectangle(int Column, int Columns, int Row, int Rows);
