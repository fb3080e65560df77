using System;

namespace NetGen.Generator;

/// <summary>
/// Runs over the columns of a matrix in panels, a few vectors at a time: one for each group of units that a body
/// keeps in registers.
/// </summary>
/// <param name="rows">The rows of a panel: W has one per input.</param>
/// <param name="units">The columns of all panels together.</param>
internal sealed class PanelColumns(PassWriter pass, int rows, int units)
{
    private const int MostTogether = 8;

    /// <summary>The fewest floats that Vector&lt;float&gt; has anywhere.</summary>
    private const int FewestLanes = 4;

    private VectorForm Form => pass.Form;

    private int FullPanels => units / Padding.Panel;

    private int Rest => units % Padding.Panel;

    /// <summary>The width of the last panel.</summary>
    private int RestWidth => Rest <= 16 ? 16 : 32;

    public void Write(Action<ColumnGroup> body)
    {
        if (Form.Unrolled)
        {
            WriteUnrolled(body);
            return;
        }

        if (FullPanels > 0)
        {
            using (FullPanels > 1 ? pass.Code.Block($"for (nuint panel = 0; panel < {Text.Number(FullPanels)}; panel++)") : Form.Lanes == 16 ? pass.Code.Block() : null)
            {
                string panel = FullPanels > 1 ? $"panel * {Text.Number(rows * Padding.Panel)} + " : "";
                string first = FullPanels > 1 ? $"panel * {Text.Number(Padding.Panel)} + " : "";
                if (Form.Lanes == 16)
                {
                    body(FullPanels > 1
                        ? new ColumnGroup([$"{first}0", $"{first}16"], [$"{panel}0", $"{panel}16"], Padding.Panel)
                        : new ColumnGroup([0, 16], [0, 16], Padding.Panel));
                }
                else
                {
                    using (pass.Code.Block($"for (nuint c = 0; c < {Text.Number(Padding.Panel)}; c += 2 * {Form.Count})"))
                    {
                        body(new ColumnGroup(
                            [$"{first}c", $"{first}c + {Form.Count}"], [$"{panel}c", $"{panel}c + {Form.Count}"], Padding.Panel));
                    }
                }
            }
        }

        if (Rest > 0)
        {
            int panel = FullPanels * rows * Padding.Panel;
            int first = FullPanels * Padding.Panel;
            if (Rest <= (Form.Lanes ?? FewestLanes))
            {
                using (pass.Code.Block())
                {
                    body(new ColumnGroup([first], [panel], RestWidth));
                }

                return;
            }

            using (pass.Code.Block($"for (nuint c = 0; c < {Text.Number(Rest)}; c += {Form.Count})"))
            {
                body(new ColumnGroup([Sum(first, "c")], [Sum(panel, "c")], RestWidth));
            }
        }
    }

    private void WriteUnrolled(Action<ColumnGroup> body)
    {
        int lanes = Form.Lanes!.Value;
        for (int panel = 0; panel * Padding.Panel < units; panel++)
        {
            int first = panel * Padding.Panel;
            int width = panel < FullPanels ? Padding.Panel : RestWidth;
            int vectors = (Math.Min(Padding.Panel, units - first) + lanes - 1) / lanes;
            for (int start = 0; start < vectors; start += MostTogether)
            {
                int together = Math.Min(MostTogether, vectors - start);
                var columns = new Index[together];
                var places = new Index[together];
                for (int v = 0; v < together; v++)
                {
                    columns[v] = first + ((start + v) * lanes);
                    places[v] = (first * rows) + ((start + v) * lanes);
                }

                body(new ColumnGroup(columns, places, width));
            }
        }
    }

    private static string Sum(int constant, string variable) => constant == 0 ? variable : $"{Text.Number(constant)} + {variable}";
}

/// <summary>Vectors of neighbouring columns that are worked on together.</summary>
/// <param name="Columns">The first column of each vector, as an index of the result.</param>
/// <param name="Places">Where each vector's first row lies in the panels.</param>
/// <param name="Width">The distance between rows of the panel.</param>
internal sealed record ColumnGroup(Index[] Columns, Index[] Places, int Width);
