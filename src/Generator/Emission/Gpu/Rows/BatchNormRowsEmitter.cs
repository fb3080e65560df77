using System;

namespace NetGen.Generator;

/// <summary>A normalization by the running averages, which only predicting goes by rows.</summary>
internal sealed class BatchNormRowsEmitter : RowsEmitter
{
    public override void Forward(Operation operation, RowsWriter rows)
    {
        var norm = (BatchNormModel)operation.Layer;
        string node = Text.Number(operation.Number);
        string x = rows.Value(operation.Inputs[0]);
        string a = rows.Value(operation.Output);
        int length = Padding.Of(norm.Channels);
        rows.DeclareVector($"means{node}", rows.Plan.StatisticOf(operation.Node, "RunningMean"), length);
        rows.DeclareVector($"variances{node}", rows.Plan.StatisticOf(operation.Node, "RunningVariance"), length);
        if (norm.Affine)
        {
            rows.DeclareVector($"W{node}", rows.OffsetOf(operation, "Weights")!.Value, length);
            rows.DeclareVector($"b{node}", rows.OffsetOf(operation, "Bias")!.Value, length);
        }

        rows.ForElements(norm.Channels, () =>
        {
            rows.Code.Line($"float normalized = ({x}[j] - means{node}[j]) / MathF.Sqrt(variances{node}[j] + {FloatLiteral.Of((float)norm.Epsilon)});");
            rows.Store(a, norm.Affine ? $"normalized * W{node}[j] + b{node}[j]" : "normalized", norm.Channels);
        });
    }

    public override void Backward(Operation operation, int index, RowsWriter rows) =>
        throw new InvalidOperationException("The way back through a batch goes by columns.");
}
