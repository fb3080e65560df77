using System;
using System.Collections.Generic;

namespace NetGen.Generator;

/// <summary>The emitter of each kind of layer that goes by rows.</summary>
internal static class RowsEmitters
{
    private static readonly Dictionary<Type, RowsEmitter> Table = new()
    {
        [typeof(DenseModel)] = new DenseRowsEmitter(),
        [typeof(ActivateModel)] = new ActivateRowsEmitter(),
        [typeof(DropoutModel)] = new DropoutRowsEmitter(),
        [typeof(BatchNormModel)] = new BatchNormRowsEmitter(),
        [typeof(RowNormModel)] = new RowNormRowsEmitter(),
        [typeof(PReLUModel)] = new PReLURowsEmitter(),
        [typeof(AddModel)] = new AddRowsEmitter(),
    };

    private static readonly Dictionary<string, RowsEmitter> Softmaxes = new()
    {
        ["Softmax"] = new SoftmaxRowsEmitter(),
        ["LogSoftmax"] = new LogSoftmaxRowsEmitter(),
    };

    public static RowsEmitter Of(Operation operation) =>
        operation.Layer is ActivateModel { IsSoftmax: true } softmax ? Softmaxes[softmax.Activation] : Table[operation.Layer.GetType()];
}
