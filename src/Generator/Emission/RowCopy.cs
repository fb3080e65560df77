namespace NetGen.Generator;

/// <summary>Writes copies of runs of elements that need not start or end where vectors do.</summary>
internal static class RowCopy
{
    /// <summary>What <see cref="ClearPadding"/> writes.</summary>
    public static MethodCost CostOfClearing => new(Locals: 2, Operations: 4);

    /// <summary>What <see cref="Run"/> writes.</summary>
    public static MethodCost Cost(PassWriter pass, int length) => pass.Form is { Unrolled: true, Lanes: int lanes }
        ? new MethodCost(Locals: 0, Operations: (length / lanes) + (length % lanes))
        : new MethodCost(Locals: 4, Operations: 2);

    /// <summary>Copies a row of the caller's into padded memory and clears the padding.</summary>
    public static void IntoPadded(PassWriter pass, string from, string to, int elements)
    {
        ClearPadding(pass, to, elements);
        Run(pass, from, "", to, "", elements, adds: false);
    }

    /// <summary>Copies or adds a run of elements. Starts are constants, expressions that end in " + ", or empty.</summary>
    public static void Run(PassWriter pass, string from, string fromStart, string to, string toStart, int length, bool adds)
    {
        VectorForm form = pass.Form;
        void Vector(string j)
        {
            string value = form.Load(from, fromStart + j);
            pass.Code.Line(form.Store(adds ? $"{form.Load(to, toStart + j)} + {value}" : value, to, toStart + j) + ";");
        }

        void Scalar(string j) =>
            pass.Code.Line($"Unsafe.Add(ref {to}, {toStart}{j}) {(adds ? "+=" : "=")} Unsafe.Add(ref {from}, {fromStart}{j});");

        if (form.Lanes is int lanes && form.Unrolled)
        {
            int j = 0;
            for (; j + lanes <= length; j += lanes)
            {
                Vector(Text.Number(j));
            }

            for (; j < length; j++)
            {
                Scalar(Text.Number(j));
            }

            return;
        }

        string whole = form.Lanes is int width ? Text.Number(length - (length % width)) : $"{Text.Number(length)} - {Text.Number(length)} % {form.Count}";
        if (whole != "0")
        {
            using (pass.Code.Block($"for (nuint j = 0; j < {whole}; j += {form.Count})"))
            {
                Vector("j");
            }
        }

        if (length % 16 != 0)
        {
            using (pass.Code.Block($"for (nuint j = {whole}; j < {Text.Number(length)}; j++)"))
            {
                Scalar("j");
            }
        }
    }

    /// <summary>Makes the padding of a row zero, and the elements that share a vector with it.</summary>
    public static void ClearPadding(PassWriter pass, string row, int elements)
    {
        if (elements % 16 == 0)
        {
            return;
        }

        int start = elements & ~15;
        if (pass.Form.Lanes is int lanes)
        {
            for (int j = start; j < start + 16; j += lanes)
            {
                pass.Code.Line(pass.Form.Store(pass.Form.Zero, row, Text.Number(j)) + ";");
            }
        }
        else
        {
            using (pass.Code.Block($"for (nuint j = {Text.Number(start)}; j < {Text.Number(start + 16)}; j += {pass.Form.Count})"))
            {
                pass.Code.Line(pass.Form.Store(pass.Form.Zero, row, "j") + ";");
            }
        }
    }
}
