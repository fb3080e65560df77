using System;
using System.Collections.Generic;

namespace NetGen.Generator;

/// <summary>The emitter of each kind of layer. Views need none.</summary>
internal static class LayerEmitters
{
    private static readonly Dictionary<Type, LayerEmitter> Table = new()
    {
        [typeof(DenseModel)] = new DenseEmitter(),
        [typeof(PerStepDenseModel)] = new PerStepDenseEmitter(),
        [typeof(InputModel)] = new InputEmitter(),
        [typeof(ConvModel)] = new ConvEmitter(),
        [typeof(ConvTransposeModel)] = new ConvTransposeEmitter(),
        [typeof(ActivateModel)] = new ActivateEmitter(),
        [typeof(DropoutModel)] = new DropoutEmitter(),
        [typeof(AddModel)] = new AddEmitter(),
        [typeof(MultiplyModel)] = new MultiplyEmitter(),
        [typeof(ConcatModel)] = new ConcatEmitter(),
        [typeof(PoolModel)] = new PoolEmitter(),
        [typeof(UpsampleModel)] = new UpsampleEmitter(),
        [typeof(ZeroPadModel)] = new ZeroPadEmitter(),
        [typeof(RowNormModel)] = new RowNormEmitter(),
        [typeof(BatchNormModel)] = new BatchNormEmitter(),
        [typeof(RecurrenceModel)] = new RecurrenceEmitter(),
        [typeof(PReLUModel)] = new PReLUEmitter(),
        [typeof(EmbeddingModel)] = new EmbeddingEmitter(),
        [typeof(PositionalEncodingModel)] = new PositionalEncodingEmitter(),
        [typeof(AttentionModel)] = new AttentionEmitter(),
    };

    private static readonly Dictionary<string, LayerEmitter> Softmaxes = new()
    {
        ["Softmax"] = new SoftmaxEmitter(),
        ["LogSoftmax"] = new LogSoftmaxEmitter(),
    };

    public static LayerEmitter Of(Operation operation) =>
        operation.Layer is ActivateModel { IsSoftmax: true } softmax ? Softmaxes[softmax.Activation] : Table[operation.Layer.GetType()];
}
