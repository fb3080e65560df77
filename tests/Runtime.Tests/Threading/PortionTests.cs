using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Kernels;
using Xunit;

namespace NetGen.Runtime.Tests.Threading;

public sealed class PortionTests
{
    private static readonly int[] heights = [1, 2, 5, 6, 7, 11, 12, 13, 23, 24, 25, 64, 100, 784];
    private static readonly int[] counts = [1, 2, 3, 4, 7, 16];

    private static readonly int[] widths = [16, 32, 48, 64, 80, 96, 128, 144, 512, 528];

    [Fact]
    public void PortionsCoverEveryNumberOnce()
    {
        foreach ((int rows, int columns, int parts) in Cases())
        {
            var covered = new int[rows * columns];
            foreach (Rectangle rectangle in Enumerable.Range(0, parts).SelectMany(part => Rectangles(rows, columns, part, parts)))
            {
                for (int row = rectangle.Row; row < rectangle.Row + rectangle.Rows; row++)
                {
                    for (int column = rectangle.Column; column < rectangle.Column + rectangle.Columns; column++)
                    {
                        covered[row * columns + column]++;
                    }
                }
            }

            Assert.True(covered.All(times => times == 1), $"{rows} rows of {columns} columns in {parts} parts");
        }
    }

    [Fact]
    public void RectanglesAreWhatASerialKernelCanCompute()
    {
        foreach ((int rows, int columns, int parts) in Cases())
        {
            for (int part = 0; part < parts; part++)
            {
                Rectangle[] rectangles = [.. Rectangles(rows, columns, part, parts)];
                string what = $"{rows} rows of {columns} columns, part {part} of {parts}: {string.Join(", ", rectangles)}";
                Assert.True(rectangles.Length <= 3, what);
                foreach (Rectangle its in rectangles)
                {
                    Assert.True(its.Column % Panels.Width == 0, what);
                    Assert.True(its.Columns > 0 && its.Columns == Math.Min(Panels.Width, columns - its.Column) || its.Rows == rows && its.Columns > 0 && (its.Columns % Panels.Width == 0 || its.Column + its.Columns == columns), what);
                    Assert.True(its.Rows >= Math.Min(rows, Portion.FewestRows) || rows * columns / parts < its.Columns * Portion.FewestRows, what);
                }
            }
        }
    }

    [Fact]
    public void NoPortionIsMuchLargerThanOthers()
    {
        foreach ((int rows, int columns, int parts) in Cases())
        {
            long most = Enumerable.Range(0, parts).Max(part => Rectangles(rows, columns, part, parts).Sum(its => (long)its.Columns * its.Rows));
            long snapped = 2L * Panels.Width * Math.Min(rows, Portion.FewestRows);

            Assert.True(most <= (long)rows * columns / parts + snapped + Panels.Width, $"{rows} rows of {columns} columns in {parts} parts: {most}");
        }
    }

    private static IEnumerable<(int Rows, int Columns, int Parts)> Cases() =>
        from rows in heights from columns in widths from parts in counts select (rows, columns, parts);

    private static IEnumerable<Rectangle> Rectangles(int rows, int columns, int part, int parts)
    {
        var portion = new Portion(rows, columns, part, parts);
        while (portion.Next(out Rectangle rectangle))
        {
            yield return rectangle;
        }
    }
}
