using System.Linq;

namespace NetGen.Generator;

/// <summary>z = W·x + b of a layer with one panel of weights, [inputs][16 or 32]: a lane has some of its units, or of its inputs.</summary>
internal sealed class DenseRowsEmitter : RowsEmitter
{
    private const string Letters = "XYZW";

    public override void Forward(Operation operation, RowsWriter rows)
    {
        var dense = (DenseModel)operation.Layer;
        string x = rows.Value(operation.Inputs[0]);
        string a = rows.Value(operation.Output);
        int width = Padding.Of(dense.Units);
        string W = Weights(operation, rows);
        if (dense.Bias)
        {
            rows.DeclareVector($"b{Text.Number(operation.Number)}", rows.OffsetOf(operation, "Bias")!.Value, width);
        }

        rows.ReadAcross(x);
        rows.ForElements(dense.Units, () =>
        {
            CodeWriter code = rows.Code;
            code.Line($"ArrayView<float> column = {W}.SubView(j, {Text.Number(((dense.InputSize - 1) * width) + 1)});");
            code.Line($"float sum0 = {(dense.Bias ? $"b{Text.Number(operation.Number)}[j]" : "0f")}, sum1 = 0f, sum2 = 0f, sum3 = 0f;");
            int whole = dense.InputSize & ~3;
            if (whole > 0)
            {
                using (code.Block($"for (int i = 0; i < {Text.Number(whole)}; i += 4)"))
                {
                    code.Line($"ArrayView<float> four = {x}.SubView(i, 4), column4 = column.SubView({PassWriter.Times("i", width)}, {Text.Number((3 * width) + 1)});");
                    for (int place = 0; place < 4; place++)
                    {
                        code.Line($"sum{Text.Number(place)} += four[{Text.Number(place)}] * column4[{Text.Number(place * width)}];");
                    }
                }
            }

            for (int input = whole; input < dense.InputSize; input++)
            {
                code.Line($"sum{Text.Number(input - whole)} += {x}[{Text.Number(input)}] * column[{Text.Number(input * width)}];");
            }

            code.Line("float z = (sum0 + sum1) + (sum2 + sum3);");
            rows.Store(a, ActivationEmitters.Scalar(operation.Activation, "z"), dense.Units);
        });
    }

    public override void Backward(Operation operation, int index, RowsWriter rows)
    {
        var dense = (DenseModel)operation.Layer;
        string d = rows.Gradient(operation.Output);
        rows.Gradient(operation.Inputs[0]);
        int width = Padding.Of(dense.Units);
        string W = Weights(operation, rows);
        rows.ReadAcross(d);
        int element = rows.Elements(operation.Inputs[0]);
        rows.ForElements(element, () =>
        {
            CodeWriter code = rows.Code;
            code.Line($"ArrayView<F4> line = {W}.SubView({PassWriter.Times(Padding.OfFours(element) == element ? "j" : $"(j < {Text.Number(element)} ? j : 0)", width)}, {Text.Number(width)}).Cast<F4>();");
            code.Line("float sum = 0f;");
            for (int unit = 0; unit < dense.Units; unit += 4)
            {
                code.Line($"F4 w{Text.Number(unit)} = line[{Text.Number(unit / 4)}];");
                code.Line($"sum += {string.Join(" + ", Enumerable.Range(unit, System.Math.Min(4, dense.Units - unit)).Select(place => $"{d}[{Text.Number(place)}] * w{Text.Number(unit)}.{Letters[place - unit]}"))};");
            }

            Give(operation, index, 0, rows, "sum");
        });
    }

    private static string Weights(Operation operation, RowsWriter rows)
    {
        var dense = (DenseModel)operation.Layer;
        string name = $"W{Text.Number(operation.Number)}";
        rows.DeclareVector(name, rows.OffsetOf(operation, "Weights")!.Value, dense.InputSize * Padding.Of(dense.Units));
        return name;
    }
}
