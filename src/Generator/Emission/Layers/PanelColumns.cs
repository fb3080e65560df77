using System;
using System.Collections.Generic;
using System.Linq;

namespace NetGen.Generator;

/// <summary>
/// Runs over the columns of a matrix in panels, as many vectors at a time as a body keeps in registers: a whole panel
/// where the width of a vector is known, so that memory is read in the order in which it lies.
/// </summary>
/// <param name="rows">The rows of a panel: W has one per input.</param>
/// <param name="units">The columns of all panels together.</param>
/// <param name="matrix">The name of the panels.</param>
internal sealed class PanelColumns(PassWriter pass, int rows, int units, string matrix)
{
    /// <summary>The fewest floats that Vector&lt;float&gt; has anywhere.</summary>
    private const int FewestLanes = 4;

    private VectorForm Form => pass.Form;

    private int FullPanels => units / Padding.Panel;

    private int Rest => units % Padding.Panel;

    /// <summary>The width of the last panel.</summary>
    private int RestWidth => Rest <= 16 ? 16 : 32;

    /// <summary>The vectors of every group that is written.</summary>
    public static IEnumerable<int> Groups(VectorForm form, int units)
    {
        int Vectors(int columns) => form.Lanes is int lanes ? (columns + lanes - 1) / lanes : columns == Padding.Panel ? 2 : 1;
        int full = units / Padding.Panel;
        IEnumerable<int> panels = Enumerable.Repeat(Vectors(Padding.Panel), form.Unrolled ? full : Math.Min(full, 1));
        return units % Padding.Panel is int rest and > 0 ? panels.Append(Vectors(rest)) : panels;
    }

    public void Write(Action<ColumnGroup> body)
    {
        if (Form.Unrolled)
        {
            for (int panel = 0; panel < FullPanels; panel++)
            {
                WriteGroup(body, matrix, panel * Padding.Panel, panel * rows * Padding.Panel, Padding.Panel, Padding.Panel);
            }
        }
        else if (FullPanels > 1)
        {
            using (pass.Code.Block($"for (nuint panel = 0; panel < {Text.Number(FullPanels)}; panel++)"))
            {
                pass.Code.Line($"ref float P = ref Unsafe.Add(ref {matrix}, panel * {Text.Number(rows * Padding.Panel)});");
                WriteGroup(body, "P", $"panel * {Text.Number(Padding.Panel)}", 0, Padding.Panel, Padding.Panel);
            }
        }
        else if (FullPanels == 1)
        {
            WriteGroup(body, matrix, 0, 0, Padding.Panel, Padding.Panel);
        }

        if (Rest > 0)
        {
            WriteGroup(body, matrix, FullPanels * Padding.Panel, FullPanels * rows * Padding.Panel, Rest, RestWidth);
        }
    }

    /// <summary>The columns of one panel.</summary>
    /// <param name="panel">The name of the panel's memory.</param>
    /// <param name="column">The first column.</param>
    /// <param name="place">Where the first column's first row lies.</param>
    /// <param name="columns">The columns that are not padding.</param>
    /// <param name="width">The columns with padding.</param>
    private void WriteGroup(Action<ColumnGroup> body, string panel, Index column, int place, int columns, int width)
    {
        if (Form.Lanes is int lanes)
        {
            int[] starts = Enumerable.Range(0, (columns + lanes - 1) / lanes).Select(vector => vector * lanes).ToArray();
            using (pass.Code.Block())
            {
                body(new ColumnGroup(panel, [.. starts.Select(start => column + start)], [.. starts.Select(start => (Index)(place + start))], width));
            }
        }
        else if (columns <= FewestLanes)
        {
            using (pass.Code.Block())
            {
                body(new ColumnGroup(panel, [column], [place], width));
            }
        }
        else
        {
            // Padding is a multiple of 16, so that a pair of vectors of up to 8 lanes ends in it.
            int together = columns == Padding.Panel ? 2 : 1;
            using (pass.Code.Block($"for (nuint c = 0; c < {Text.Number(columns)}; c += {(together == 2 ? "2 * " : "")}{Form.Count})"))
            {
                Index From(Index first, int vector) => first + "c" + (vector == 0 ? (Index)0 : Form.Count);
                int[] vectors = [.. Enumerable.Range(0, together)];
                body(new ColumnGroup(panel, [.. vectors.Select(vector => From(column, vector))], [.. vectors.Select(vector => From(place, vector))], width));
            }
        }
    }
}

/// <summary>Vectors of neighbouring columns that are worked on together.</summary>
/// <param name="Matrix">The name of the memory that the panel lies in.</param>
/// <param name="Columns">The first column of each vector, as an index of the result.</param>
/// <param name="Places">Where each vector's first row lies.</param>
/// <param name="Width">The distance between rows of the panel.</param>
internal sealed record ColumnGroup(string Matrix, Index[] Columns, Index[] Places, int Width);
