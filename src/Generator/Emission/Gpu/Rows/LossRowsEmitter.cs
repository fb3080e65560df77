namespace NetGen.Generator;

/// <summary>
/// The loss as a step by rows: what a row costs, times its weight, goes to <c>costs</c>, and the gradient of the output's
/// last tensor is written. A class is a target of 1 at its index; a label that is none makes its row count nothing.
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
        string weight = $"{(Loss.Weight == 1 ? "" : $"{FloatLiteral.Of((float)Loss.Weight)} * ")}(weighted != 0 ? weights[row] : 1f)";
        using (Code.Block())
        {
            if (network.TakesLabels)
            {
                Code.Line("int label = labelled != 0 ? labels[row] : -1;");
                Code.Line($"float weight = labelled != 0 && (label < 0 || label >= {Text.Number(Elements)}) ? 0f : {weight}, factor = weight * scale;");
                Code.Line($"ArrayView<float> target = targets.SubView(labelled != 0 ? 0 : row * {Text.Number(Elements)}, {Text.Number(Elements)});");
            }
            else
            {
                Code.Line($"float weight = {weight}, factor = weight * scale;");
                Code.Line($"ArrayView<float> target = targets.SubView({PassWriter.Times("row", Elements)}, {Text.Number(Elements)});");
            }

            switch (LossEmitters.Of(output))
            {
                case SoftmaxCrossEntropyEmitter softmax:
                    OfSoftmax(softmax, last, d);
                    break;
                case ElementwiseLossEmitter elementwise:
                    OfElements(elementwise, last, d);
                    break;
            }

            using (Code.Block("if (active && lane == 0)"))
            {
                Code.Line($"costs[{(network.Penalties > 0 ? $"{Text.Number(network.Penalties)} + " : "")}row] = weight * cost;");
            }
        }
    }

    private void OfSoftmax(SoftmaxCrossEntropyEmitter loss, string z, string e)
    {
        SoftmaxRowsEmitter.WriteExponentials(rows, z, e, Elements);
        Code.Comment("Σ y (ln Σe − (z − max z)); the targets' sum is 1 unless the caller says otherwise. Where y is 0, z may be infinite");
        Code.Line("float mass = 0f, products = 0f;");
        rows.ForElements(Elements, () =>
        {
            DeclareTarget();
            Code.Line("mass += y;");
            Code.Line($"products += y == 0f ? 0f : y * ({z}[j] - most){(loss.ScalarBeside is { } beside ? $" - {beside}" : "")};");
        });
        Code.Line($"mass = {rows.Sum("mass")};");
        Code.Line($"float cost = mass * Functions.Log(sum) - {rows.Sum("products")};");
        rows.ForElements(Elements, () =>
        {
            DeclareTarget();
            rows.Store(e, $"({e}[j] / sum * mass - y) * factor", Elements);
        });
    }

    private void OfElements(ElementwiseLossEmitter loss, string value, string d)
    {
        ScalarLoss scalar = loss.Scalar(Loss, Elements);
        Code.Line("float cost = 0f;");
        rows.ForElements(Elements, () =>
        {
            DeclareTarget();
            Code.Line($"float {loss.Output} = {value}[j];");
            if (loss is BinaryLossEmitter)
            {
                Code.Line($"float positive = {(Loss.Options.PositiveWeights is null ? "y" : RowsWriter.Masked($"{OutputWeight} * y", Elements))};");
            }

            foreach (string line in scalar.Before)
            {
                Code.Line(line);
            }

            Code.Line($"cost += {RowsWriter.Masked(scalar.Cost, Elements)};");
            rows.Store(d, $"{scalar.Gradient} * factor", Elements);
        });
        Code.Line($"cost = {loss.Total(rows.Sum("cost"), Elements)};");
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

    /// <summary>What an output counts.</summary>
    private string OutputWeight => $"parameters[{Text.Number(network.ConstantsOffset)} + j]";
}
