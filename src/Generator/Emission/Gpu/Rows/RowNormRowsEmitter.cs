namespace NetGen.Generator;

/// <summary>A normalization of each group of a row; its memory holds the mean and the inverse deviation of each.</summary>
internal sealed class RowNormRowsEmitter : RowsEmitter
{
    public override bool Reduces => true;

    public override void Forward(Operation operation, RowsWriter rows)
    {
        var norm = (RowNormModel)operation.Layer;
        CodeWriter code = rows.Code;
        string node = Text.Number(operation.Number);
        string x = rows.Value(operation.Inputs[0]);
        string a = rows.Value(operation.Output);
        string? kept = rows.Training ? rows.Value(operation.Memory!.Value) : null;
        int elements = (int)norm.Normalized.Elements;
        Declare("W", "Weights", operation, rows);
        Declare("b", "Bias", operation, rows);
        ForGroups(norm, rows, () =>
        {
            string mean = "0f";
            if (norm.IsCentered)
            {
                code.Line("float sum = 0f;");
                rows.ForExactElements(elements, () => code.Line($"sum += {x}[{At(norm)}];"));
                code.Line($"float mean = {Sum(norm, rows, "sum", 2)} / {FloatLiteral.Of((float)elements)};");
                mean = "mean";
            }

            code.Line("float squares = 0f;");
            rows.ForExactElements(elements, () =>
            {
                code.Line($"float difference = {x}[{At(norm)}]{(norm.IsCentered ? " - mean" : "")};");
                code.Line("squares += difference * difference;");
            });
            code.Line($"float inverse = 1f / MathF.Sqrt({Sum(norm, rows, "squares", norm.IsCentered ? 2 : 1)} / {FloatLiteral.Of((float)elements)} + {FloatLiteral.Of((float)norm.Epsilon)});");
            rows.ForExactElements(elements, () =>
            {
                string normalized = $"({x}[{At(norm)}]{(norm.IsCentered ? " - mean" : "")}) * inverse";
                Write(rows, a, norm.Affine ? $"{normalized} * W{node}[j]{(norm.IsCentered ? $" + b{node}[j]" : "")}" : normalized, norm);
            });
            if (kept is not null)
            {
                using (code.Block("if (active && lane == 0)"))
                {
                    string place = norm.Groups == 1 ? "" : "2 * group + ";
                    code.Line($"{kept}[{place}0] = {mean};");
                    code.Line($"{kept}[{place}1] = inverse;");
                }

                rows.Wrote(kept);
            }
        });
        ClearPadding(rows, a, norm);
    }

    public override void Backward(Operation operation, int index, RowsWriter rows)
    {
        var norm = (RowNormModel)operation.Layer;
        CodeWriter code = rows.Code;
        string node = Text.Number(operation.Number);
        string x = rows.Value(operation.Inputs[0]);
        string d = rows.Gradient(operation.Output);
        string din = rows.Gradient(operation.Inputs[0]);
        string kept = rows.Value(operation.Memory!.Value);
        string elements = FloatLiteral.Of((float)norm.Normalized.Elements);
        Declare("W", "Weights", operation, rows);
        rows.ReadAcross(kept);
        ForGroups(norm, rows, () =>
        {
            string place = norm.Groups == 1 ? "" : "2 * group + ";
            code.Line($"float mean = {kept}[{place}0], inverse = {kept}[{place}1];");
            code.Line($"float {(norm.IsCentered ? "sum = 0f, " : "")}product = 0f;");
            void Element()
            {
                code.Line($"float g = {d}[{At(norm)}]{(norm.Affine ? $" * W{node}[j]" : "")}, normalized = ({x}[{At(norm)}] - mean) * inverse;");
            }

            rows.ForExactElements((int)norm.Normalized.Elements, () =>
            {
                Element();
                if (norm.IsCentered)
                {
                    code.Line("sum += g;");
                }

                code.Line("product += g * normalized;");
            });
            if (norm.IsCentered)
            {
                code.Line($"sum = {Sum(norm, rows, "sum", 2)} / {elements};");
            }

            code.Line($"product = {Sum(norm, rows, "product", norm.IsCentered ? 2 : 1)} / {elements};");
            rows.ForExactElements((int)norm.Normalized.Elements, () =>
            {
                Element();
                string own = $"inverse * (g{(norm.IsCentered ? " - sum" : "")} - normalized * product)";
                Write(rows, din, rows.Adds(index, 0) ? $"{din}[{At(norm)}] + {own}" : own, norm);
            });
        });
        if (!rows.Adds(index, 0))
        {
            ClearPadding(rows, din, norm);
        }
    }

    private static void Declare(string name, string parameter, Operation operation, RowsWriter rows)
    {
        if (rows.OffsetOf(operation, parameter) is int offset)
        {
            rows.DeclareVector($"{name}{Text.Number(operation.Number)}", offset, (int)((RowNormModel)operation.Layer).Normalized.Elements);
        }
    }

    private static void ForGroups(RowNormModel norm, RowsWriter rows, System.Action body)
    {
        using (rows.Code.Block(norm.Groups == 1 ? "" : $"for (int group = 0; group < {Text.Number(norm.Groups)}; group++)"))
        {
            body();
        }
    }

    /// <summary>A sum in a loop over groups, of which each turn takes <paramref name="each"/>.</summary>
    private static string Sum(RowNormModel norm, RowsWriter rows, string own, int each) =>
        norm.Groups == 1 || each == 2 ? rows.Sum(own) : rows.SumInTurn(own, "group", norm.Groups);

    private static string At(RowNormModel norm) => norm.Groups == 1 ? "j" : $"group * {Text.Number(norm.Normalized.Elements)} + j";

    // Of several groups, the lanes of one do not have the elements that they have of the row.
    private static void Write(RowsWriter rows, string row, string value, RowNormModel norm) =>
        rows.StoreAt(row, At(norm), value, scattered: norm.Groups > 1 && norm.Normalized.Elements % GpuSizes.LanesOfRow != 0);

    private static void ClearPadding(RowsWriter rows, string row, RowNormModel norm)
    {
        int elements = (int)norm.Output.Elements;
        if (elements % 4 != 0)
        {
            using (rows.Code.Block($"if (active && lane < {Text.Number(Padding.OfFours(elements) - elements)})"))
            {
                rows.Code.Line($"{row}[{Text.Number(elements)} + lane] = 0f;");
            }
        }
    }
}
