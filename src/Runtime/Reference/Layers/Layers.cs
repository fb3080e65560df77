using System;
using System.Collections.Frozen;
using System.Collections.Generic;
using NetGen.Differentiation;

namespace NetGen.Reference;

/// <summary>Kind of layer → how it computes.</summary>
internal static class Layers<S>
    where S : IScalar<S>
{
    private static readonly FrozenDictionary<Type, Layer<S>> Table = new Dictionary<Type, Layer<S>>
    {
        [typeof(InputDescription)] = new Input<S>(),
        [typeof(DenseDescription)] = new Dense<S>(),
        [typeof(Conv2DDescription)] = new Conv<S>(),
        [typeof(Conv1DDescription)] = new Conv<S>(),
        [typeof(ConvTranspose2DDescription)] = new ConvTranspose<S>(),
        [typeof(ConvTranspose1DDescription)] = new ConvTranspose<S>(),
        [typeof(ActivateDescription)] = new Activate<S>(),
        [typeof(DropoutDescription)] = new Dropout<S>(),
        [typeof(FlattenDescription)] = new Relabel<S>(),
        [typeof(ReshapeDescription)] = new Relabel<S>(),
        [typeof(AddDescription)] = new Add<S>(),
        [typeof(MultiplyDescription)] = new Multiply<S>(),
        [typeof(ConcatDescription)] = new Concat<S>(),
        [typeof(MaxPool2DDescription)] = new MaxPool<S>(),
        [typeof(MaxPool1DDescription)] = new MaxPool<S>(),
        [typeof(GlobalMaxPoolDescription)] = new MaxPool<S>(),
        [typeof(AveragePool2DDescription)] = new AveragePool<S>(),
        [typeof(AveragePool1DDescription)] = new AveragePool<S>(),
        [typeof(GlobalAveragePoolDescription)] = new AveragePool<S>(),
        [typeof(UpsampleDescription)] = new Upsample<S>(),
        [typeof(ZeroPadDescription)] = new ZeroPad<S>(),
        [typeof(LayerNormDescription)] = new LayerNorm<S>(),
        [typeof(RMSNormDescription)] = new RMSNorm<S>(),
        [typeof(BatchNormDescription)] = new BatchNorm<S>(),
        [typeof(PReLUDescription)] = new PReLU<S>(),
        [typeof(RecurrentDescription)] = new Recurrent<S>(),
        [typeof(LSTMDescription)] = new LSTM<S>(),
        [typeof(GRUDescription)] = new GRU<S>(),
        [typeof(EmbeddingDescription)] = new Embedding<S>(),
        [typeof(PositionalEncodingDescription)] = new PositionalEncoding<S>(),
        [typeof(AttentionDescription)] = new Attention<S>(),
    }.ToFrozenDictionary();

    public static Layer<S> Of(LayerDescription layer) =>
        Table.GetValueOrDefault(layer.GetType()) ?? throw new ArgumentException($"The reference has no layer {layer.GetType().Name}.");
}
