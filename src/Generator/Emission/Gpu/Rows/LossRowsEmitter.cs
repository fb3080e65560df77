using System;

namespace NetGen.Generator;

/// <summary>
/// The loss as a step by rows: what a row costs, times its weight, goes to <c>costs</c>, and the gradient of the output's
/// last tensor is written. A class is a target of 1 at its index.
/// </summary>
internal sealed class LossRowsEmitter(GpuNetwork network, RowsWriter rows)
{
    private readonly NetworkOutput output = rows.Program.Outputs[0];

    private CodeWriter Code => rows.Code;

    private LossModel Loss => output.Loss!;

    private int Elements => rows.Elements(output.Last);

    public void Write()
    {
        string last = rows.Value(output.Last);
        string d = rows.Gradient(output.Last);
        using (Code.Block())
        {
            Code.Line($"float weight = {(Loss.Weight == 1 ? "" : $"{FloatLiteral.Of((float)Loss.Weight)} * ")}(weighted != 0 ? weights[row] : 1f), factor = weight * scale;");
            if (network.TakesLabels)
            {
                Code.Line("int label = labelled != 0 ? labels[row] : -1;");
                Code.Line($"ArrayView<float> target = targets.SubView(labelled != 0 ? 0 : row * {Text.Number(Elements)}, {Text.Number(Elements)});");
            }
            else
            {
                Code.Line($"ArrayView<float> target = targets.SubView({RowsWriter.Times("row", Elements)}, {Text.Number(Elements)});");
            }

            if (output.Operation is not null && Loss.Loss is "CrossEntropy" or "KullbackLeibler")
            {
                OfSoftmax(last, d);
            }
            else
            {
                OfElements(last, d);
            }

            using (Code.Block("if (active && lane == 0)"))
            {
                Code.Line($"costs[{(network.Penalties > 0 ? $"{Text.Number(network.Penalties)} + " : "")}row] = weight * cost;");
            }
        }
    }

    private void OfSoftmax(string z, string e)
    {
        SoftmaxRowsEmitter.WriteExponentials(rows, z, e, Elements);
        Code.Comment("Σ y (ln Σe − (z − max z)); the targets' sum is 1 unless the caller says otherwise. Where y is 0, z may be infinite");
        Code.Line("float mass = 0f, products = 0f;");
        string beside = Loss.Loss == "KullbackLeibler" ? " - y * Functions.Log(y)" : "";
        rows.ForElements(Elements, () =>
        {
            DeclareTarget();
            Code.Line("mass += y;");
            Code.Line($"products += y == 0f ? 0f : y * ({z}[j] - most){beside};");
        });
        Code.Line($"mass = {rows.Sum("mass")};");
        Code.Line($"float cost = mass * Functions.Log(sum) - {rows.Sum("products")};");
        rows.ForElements(Elements, () =>
        {
            DeclareTarget();
            rows.Store(e, $"({e}[j] / sum * mass - y) * factor", Elements);
        });
    }

    private void OfElements(string value, string d)
    {
        string name = output.Operation is null ? "a" : "z";
        Code.Line("float cost = 0f;");
        rows.ForElements(Elements, () =>
        {
            DeclareTarget();
            Code.Line($"float {name} = {value}[j];");
            (string cost, string gradient) = OfElement();
            Code.Line($"cost += {RowsWriter.Masked(cost, Elements)};");
            rows.Store(d, $"{gradient} * factor", Elements);
        });
        string sum = rows.Sum("cost");
        Code.Line($"cost = {(Loss.Loss == "HalfSquaredError" ? $"0.5f * {sum}" : Loss.Loss == "MeanSquaredError" ? $"{sum} / {FloatLiteral.Of((float)Elements)}" : sum)};");
    }

    private void DeclareTarget()
    {
        string y = network.TakesLabels ? "(labelled != 0 ? j == label ? 1f : 0f : target[j])" : "target[j]";
        if (Loss.Options.LabelSmoothing is double smoothing)
        {
            y = $"({y} * {FloatLiteral.Of((float)(1 - smoothing))} + {FloatLiteral.Of((float)(smoothing / Elements))})";
        }

        if (Loss.Options.ClassWeights is not null)
        {
            y = $"{OutputWeight} * {y}";
        }

        Code.Line($"float y = {RowsWriter.Masked(y, Elements)};");
    }

    /// <summary>What an output counts; behind the last, any number.</summary>
    private string OutputWeight => $"parameters[{Text.Number(network.Constants)} + j]";

    /// <summary>The loss of one output, from it and <c>y</c>, and its derivative.</summary>
    private (string Cost, string Gradient) OfElement()
    {
        switch (Loss.Loss)
        {
            case "HalfSquaredError":
                return ("(a - y) * (a - y)", "(a - y)");
            case "MeanSquaredError":
                return ("(a - y) * (a - y)", $"((a - y) + (a - y)) / {FloatLiteral.Of((float)Elements)}");
            case "AbsoluteError":
                // 0 and NaN stay what they are.
                Code.Line("float error = a - y;");
                return ("MathF.Abs(error)", "(error > 0f ? 1f : error < 0f ? -1f : error)");
            case "Huber":
                string delta = FloatLiteral.Of((float)(Loss.Options.Delta ?? 1));
                Code.Line("float error = a - y, size = MathF.Abs(error);");
                Code.Line($"float near = size > {delta} ? {delta} : size;");
                return ("near * (size - 0.5f * near)", $"Functions.Clamp(error, -{delta}, {delta})");
            case "BinaryCrossEntropy":
                bool isWeighted = Loss.Options.PositiveWeights is not null;
                Code.Line($"float positive = {(isWeighted ? $"{RowsWriter.Masked(OutputWeight, Elements)}" : "1f")};");
                Code.Line("positive *= y;");
                return output.Operation is null ? OfProbability() : OfLogit();
            default:
                throw new InvalidOperationException($"Nobody writes {Loss.Loss} for devices.");
        }
    }

    private (string Cost, string Gradient) OfProbability()
    {
        Code.Line("float log = Functions.Log(a), other = Functions.Log(1f - a), spread = (1f - a) * a;");
        Code.Line("log = log < -100f ? -100f : log;");
        Code.Line("other = other < -100f ? -100f : other;");
        return ("-(positive * log + (1f - y) * other)", "((1f - y) * a - positive * (1f - a)) / (spread < 1e-12f ? 1e-12f : spread)");
    }

    private (string Cost, string Gradient) OfLogit()
    {
        Code.Line("float log = Functions.LogOnePlus(Functions.Exp(-MathF.Abs(z))), a = Functions.Sigmoid(z);");
        return ("positive * (log - (z > 0f ? 0f : z)) + (1f - y) * (log + (z < 0f ? 0f : z))", "((1f - y) * a - positive * (1f - a))");
    }
}
