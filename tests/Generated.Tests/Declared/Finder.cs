namespace NetGen.Generated.Tests.Declared;

[Network]
[Input(12)]                                     // 12 symbols
[Embedding(9, 16)]
[PositionalEncoding]
[Block(typeof(Transformer), Times = 2)]
[LayerNorm]
[Flatten]
[Dense(8, Activation.Softmax)]
[Loss(Loss.CrossEntropy)]
public sealed partial class Finder;

[Layers]
[LayerNorm]
[Attention(4)]
[Add("input", Name = "attended")]
[LayerNorm]
[Dense(4 * 16, Activation.GELU, PerStep = true)]
[Dense(16, PerStep = true)]
[Add("attended")]
public static class Transformer;

/// <summary>A finder whose steps do not look at one another.</summary>
[Network]
[Input(12)]
[Embedding(9, 16)]
[PositionalEncoding]
[Block(typeof(Unattentive), Times = 2)]
[LayerNorm]
[Flatten]
[Dense(8, Activation.Softmax)]
[Loss(Loss.CrossEntropy)]
public sealed partial class Blinkered;

[Layers]
[LayerNorm]
[Dense(4 * 16, Activation.GELU, PerStep = true)]
[Dense(16, PerStep = true)]
[Add("input")]
public static class Unattentive;
