namespace NetGen.Micro;

[Network]
[Input(256)]
[Dense(256)]
public sealed partial class DenseLayer;

[Network]
[Input(256)]
[Activate(Activation.ReLU)]
public sealed partial class ReLULayer;

[Network]
[Input(256)]
[Activate(Activation.LeakyReLU)]
public sealed partial class LeakyReLULayer;

[Network]
[Input(256)]
[Activate(Activation.Sigmoid)]
public sealed partial class SigmoidLayer;

[Network]
[Input(256)]
[Activate(Activation.Tanh)]
public sealed partial class TanhLayer;

[Network]
[Input(256)]
[Activate(Activation.Softplus)]
public sealed partial class SoftplusLayer;

[Network]
[Input(256)]
[Activate(Activation.GELU)]
public sealed partial class GELULayer;

[Network]
[Input(256)]
[Activate(Activation.Softmax)]
public sealed partial class SoftmaxLayer;

[Network]
[Input(256)]
[Dropout(0.5)]
public sealed partial class DropoutLayer;

[Network]
[Input(28, 28)]
[Recurrent(64)]
public sealed partial class RecurrentLayer;

[Network]
[Input(28, 28)]
[LSTM(64)]
public sealed partial class LSTMLayer;

[Network]
[Input(28, 28)]
[GRU(64)]
public sealed partial class GRULayer;

[Network]
[Input(256)]
[Add("input")]
public sealed partial class AddLayer;

[Network]
[Input(256)]
[Concat("input")]
public sealed partial class ConcatLayer;

[Network]
[Input(1, 16, 16)]
[MaxPool2D(2)]
public sealed partial class MaxPool2DLayer;

[Network]
[Input(1, 16, 16)]
[AveragePool2D(2)]
public sealed partial class AveragePool2DLayer;
