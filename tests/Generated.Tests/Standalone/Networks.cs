namespace NetGen.Generated.Standalone;

[Network]
[Input(4)]
[Dense(16, Activation.Tanh)]
[Dense(16, Activation.ReLU)]
[Dense(2, Activation.Softmax)]
[Loss(Loss.CrossEntropy)]
public sealed partial class Tiny;

[Network]
[Input(13)]
[Dense(64, Activation.LeakyReLU)]
[Dense(32, Activation.Sigmoid)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
public sealed partial class Small;

[Network]
[Input(784)]
[Dense(128, Activation.ReLU)]
[Dropout(0.2)]
[Dense(10, Activation.Softmax)]
[Loss(Loss.CrossEntropy)]
public sealed partial class Digits;

[Network]
[Input(6, 8)]
[Dropout(0.1)]
[Activate(Activation.Tanh, Name = "Bent")]
[Concat("input", Axis = 1)]
[Reshape(4, 24)]
[Flatten]
[Dense(33, Bias = false, Name = "First")]
[Dense(33, Activation.ReLU)]
[Add("First")]
[Activate(Activation.Identity)]
[Dense(5, Activation.Sigmoid, Name = "Left")]
[Dense(3, Activation.Sigmoid, From = "First")]
[Concat("Left")]
[Loss(Loss.BinaryCrossEntropy)]
public sealed partial class Graph;

[Network]
[Input(7)]
[Dense(9, Activation.Sigmoid)]
[Loss(Loss.BinaryCrossEntropy, Reduction = Reduction.Sum)]
public sealed partial class Logistic;

[Network]
[Input(300)]
[Dense(320, Activation.Tanh)]
[Dense(65, Activation.LeakyReLU)]
[Loss(Loss.HalfSquaredError)]
public sealed partial class Wide;

[Network]
[Input(2)]
[Dense(8, Activation.Sigmoid)]
[Dense(8, Activation.LeakyReLU, Slope = 0.2)]
[Dropout(0.25)]
[Dense(3)]
[Activate(Activation.Identity)]
[Loss(Loss.HalfSquaredError)]
public sealed partial class Unrolled;

[Network]
[Input(1)]
[Dense(1, Activation.Tanh)]
[Dense(17)]
[Loss(Loss.MeanSquaredError, Reduction = Reduction.Sum)]
public sealed partial class Narrow;

[Network]
[Input(30)]
[Dense(64, Activation.Softplus)]
[Dense(64, Activation.GELU)]
[Dense(4)]
[Loss(Loss.HalfSquaredError)]
public sealed partial class Smooth;

[Network]
[Input(40)]
[Activate(Activation.Sigmoid)]
[Activate(Activation.Softplus)]
[Activate(Activation.GELU)]
[Activate(Activation.Tanh)]
[Activate(Activation.LeakyReLU)]
[Activate(Activation.ReLU)]
[Activate(Activation.Identity)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
public sealed partial class Activated;

[Network]
[Input(50)]
[Dropout(0.5, Classical = true)]
[Dense(40, Activation.Tanh)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
[Penalty(L2 = 0.01, Examples = 100)]
[Penalty(L1 = 0.001, Biases = true, Proximal = true, From = "Dense2")]
public sealed partial class Penalized;

[Network]
[Input(50)]
[Dropout(0.5)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
public sealed partial class Masked;

[Network]
[Input(6, 7)]
[Reshape(7, 6)]
[Flatten]
[Dense(4)]
[Loss(Loss.MeanSquaredError)]
public sealed partial class Folded;

[Network]
[Input(60)]
[Dense(60)]
[Add("input")]
[Dense(60)]
[Loss(Loss.HalfSquaredError)]
public sealed partial class Added;

[Network]
[Input(24)]
[Dense(40)]
[Concat("input")]
[Dense(20, Activation.Softmax)]
[Loss(Loss.CrossEntropy)]
public sealed partial class Joined;

[Network]
[Input(2, 7, 7)]
[Conv2D(6, 3, Activation.ReLU, Same = true, Groups = 2)]
[Conv2D(10, 3, 5, Activation.Tanh, Stride = 2, PaddingHeight = 1)]
[Flatten]
[Dense(5, Activation.Softmax)]
[Loss(Loss.CrossEntropy)]
public sealed partial class Seeing;

[Network]
[Input(4, 5, 4)]
[ConvTranspose2D(6, 3, Activation.ReLU, Stride = 2, Padding = 1, OutputPadding = 1, Groups = 2)]
[Reshape(6, 80)]
[ConvTranspose1D(3, 4, Dilation = 2, Bias = false)]
[Loss(Loss.HalfSquaredError)]
public sealed partial class Growing;

[Network]
[Input(60)]
[Reshape(3, 20)]
[Conv1D(8, 3, Activation.Sigmoid, Causal = true, Dilation = 2)]
[Conv1D(2, 1, Bias = false)]
[Loss(Loss.HalfSquaredError)]
public sealed partial class Hearing;

[Network]
[Input(2, 7, 9)]
[ZeroPad(0, 1, 1, 0, Name = "padded")]
[MaxPool2D(2)]
[AveragePool2D(3, 2, Stride = 1, PaddingHeight = 1, IncludePadding = false, Name = "means")]
[Upsample(2)]
[Concat("padded", Axis = 2)]
[GlobalAveragePool(Name = "global")]
[Reshape(4, 8, From = "means")]
[MaxPool1D(2, Padding = 1, Truncate = true)]
[AveragePool1D(5)]
[Flatten]
[Concat("global")]
[Dense(3)]
[Loss(Loss.HalfSquaredError)]
public sealed partial class Image;

[Network]
[Input(4, 6)]
[Dropout(0.2)]
[GlobalMaxPool]
[Loss(Loss.MeanSquaredError)]
public sealed partial class Greatest;

[Network]
[Input(60)]
[Reshape(15, 4)]
[GRU(17, Sequence = true, Bidirectional = true)]
[Recurrent(9, Activation.ReLU, Sequence = true, Bias = false)]
[Dense(7, Activation.Tanh, PerStep = true)]
[LSTM(12)]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
public sealed partial class Reader;

[Network]
[Input(1, Name = "length")]
[Input(24, Name = "start")]
[Input(13, 6, Name = "series")]
[LSTM(12, Sequence = true, Bidirectional = true, State = "start", Cell = "start", Lengths = "length", BackSteps = 5, Name = "states")]
[Dense(9, Activation.Tanh, From = "start", Name = "computed")]
[GRU(9, State = "computed", Lengths = "length", From = "states")]
[Dense(2)]
[Loss(Loss.MeanSquaredError)]
public sealed partial class Varying;

[Network(Streaming = true)]
[Input(40, 1)]
[GRU(8, Sequence = true)]
[LSTM(19, Sequence = true)]
[Recurrent(600, Activation.ReLU, Sequence = true)]
[Dense(1, PerStep = true)]
[Add("input")]
[Loss(Loss.MeanSquaredError)]
public sealed partial class Amplifier;

[Network(Streaming = true)]
[Input(2, 40)]
[Conv1D(1500, 3, Activation.Tanh, Causal = true)]
[Conv1D(4, 3, Activation.ReLU, Causal = true, Dilation = 4, Groups = 2)]
[Loss(Loss.MeanSquaredError)]
public sealed partial class Filter;

[Network]
[Input(9)]
[Embedding(30, 12)]
[PositionalEncoding]
[Block(typeof(Attentive), Times = 2)]
[PositionalEncoding(Learned = true)]
[Attention(3, Bias = false)]
[Flatten]
[Dense(4)]
[Loss(Loss.MeanSquaredError)]
public sealed partial class Sentence;

[Layers]
[Attention(4, Causal = true)]
[Add("input", Name = "attended")]
[Dense(24, Activation.GELU, PerStep = true, Initializer = Initializer.LeCun)]
[Dense(12, PerStep = true)]
[Add("attended")]
internal static class Attentive;

[Network]
[Input(1, Name = "Length")]
[Input(9, 12, Name = "Series")]
[Attention(3, Lengths = "Length")]
[Attention(4, Causal = true, Lengths = "Length")]
[Multiply("Series")]
[Flatten]
[Dense(3)]
[Loss(Loss.MeanSquaredError)]
public sealed partial class Ragged;

[Network]
[Input(20)]
[Activate(Activation.HardThreshold)]
[Dense(20)]
[PReLU]
[Dense(33, Activation.ELU)]
[PReLU(PerChannel = true)]
[Dense(33, Activation.Mish)]
[Activate(Activation.HardSwish)]
[Dense(17, Activation.SELU)]
[Activate(Activation.GELUTanh)]
[Dense(8, Activation.SiLU)]
[Activate(Activation.HardTanh)]
[Dense(8, Activation.ReLU6)]
[Activate(Activation.Softsign)]
[Dense(8, Activation.HardSigmoid)]
[Dense(5, Activation.LogSoftmax)]
[Loss(Loss.CrossEntropy)]
public sealed partial class Sloped;

[Network]
[Input(5, 21)]
[LayerNorm]
[GRU(20, Sequence = true)]
[RMSNorm(Axes = 2)]
[LayerNorm(Affine = false)]
[LSTM(3)]
[Loss(Loss.MeanSquaredError)]
public sealed partial class Normalized;

[Network]
[Input(3, Name = "table")]
[Dense(16, Activation.ReLU, Name = "facts")]
[Input(2, 6, 6, Name = "image")]
[Conv2D(2, 3, Activation.Sigmoid, Same = true, Name = "gate")]
[Conv2D(2, 3, Activation.Tanh, Same = true, Share = "gate", From = "image")]
[Multiply("gate")]
[Flatten]
[Concat("facts")]
[Dense(16, Activation.ReLU)]
[Dense(16, Name = "body")]
[Dense(16, Activation.Tanh, Share = "body")]
[Add("facts", Name = "sum")]
[Dense(3, Activation.Softmax, Name = "kind")]
[Dense(4, Name = "box", From = "sum")]
[Loss(Loss.CrossEntropy, From = "kind")]
[Loss(Loss.MeanSquaredError, From = "box", Weight = 0.5)]
public sealed partial class Detecting;

[Network]
[Input(1, Name = "length")]
[Input(5, Name = "start")]
[Input(9, 3, Name = "series")]
[LSTM(5, State = "start", Cell = "start", Lengths = "length", BackSteps = 4, Sequence = true, Name = "cells")]
[GRU(5, State = "start", Lengths = "length", Sequence = true, Name = "gates")]
[GRU(5, Share = "gates")]
[Loss(Loss.MeanSquaredError)]
public sealed partial class Counted;

[Network]
[Input(2, 6, 5)]
[BatchNorm]
[Conv2D(4, 3, Activation.ReLU)]
[BatchNorm(Momentum = 0.5)]
[Activate(Activation.Tanh)]
[BatchNorm(Affine = false)]
[Flatten]
[Dense(33)]
[Dropout(0.2)]
[Dense(3, Activation.Softmax)]
[Loss(Loss.CrossEntropy)]
public sealed partial class Coupled;

[Network]
[Input(20)]
[Dense(17, Activation.Tanh, Name = "body")]
[Dense(9, Activation.Softmax, Name = "shares")]
[Dense(5, Activation.Softmax, Name = "kind", From = "body")]
[Dense(3, Activation.Sigmoid, Name = "flags", From = "body")]
[Dense(7, Name = "near", From = "body")]
[Dense(2, Name = "far", From = "body")]
[Loss(Loss.KullbackLeibler, From = "shares")]
[Loss(Loss.CrossEntropy, From = "kind", ClassWeights = new[] { 1, 0.5, 2, 0, 3 }, LabelSmoothing = 0.1)]
[Loss(Loss.BinaryCrossEntropy, From = "flags", PositiveWeights = new[] { 1, 0.5, 4 })]
[Loss(Loss.Huber, From = "near", Delta = 0.5)]
[Loss(Loss.AbsoluteError, From = "far")]
public sealed partial class Judged;

[Network]
[Input(20)]
[Block(typeof(Unit), Times = 6)]
[Dense(2)]
[Loss(Loss.MeanSquaredError)]
public sealed partial class Repeated;

[Layers]
[Dense(24, Activation.Tanh)]
[Dropout(0.1)]
[Dense(20, Initializer = Initializer.Scaled, Scale = 0.1)]
[Add("input")]
internal static class Unit;
