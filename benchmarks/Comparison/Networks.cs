namespace NetGen.Comparison;

[Network]
[Input(4)]
[Dense(16, Activation.Tanh)]
[Dense(16, Activation.Tanh)]
[Dense(2)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class W1;

[Network]
[Input(13)]
[Dense(64, Activation.ReLU)]
[Dense(32, Activation.ReLU)]
[Dense(3, Activation.Softmax)]
[Loss(Loss.CrossEntropy)]
internal sealed partial class W2;

[Network]
[Input(784)]
[Dense(128, Activation.ReLU)]
[Dense(10, Activation.Softmax)]
[Loss(Loss.CrossEntropy)]
internal sealed partial class W3;

[Network]
[Input(784)]
[Dense(512, Activation.ReLU)]
[Dense(512, Activation.ReLU)]
[Dense(10, Activation.Softmax)]
[Loss(Loss.CrossEntropy)]
internal sealed partial class W4;

[Network]
[Input(1, 28, 28)]
[Conv2D(6, 5, Activation.ReLU, Padding = 2)]
[MaxPool2D(2)]
[Conv2D(16, 5, Activation.ReLU)]
[MaxPool2D(2)]
[Flatten]
[Dense(120, Activation.ReLU)]
[Dense(84, Activation.ReLU)]
[Dense(10, Activation.Softmax)]
[Loss(Loss.CrossEntropy)]
internal sealed partial class W5;

[Network(Streaming = true)]
[Input(Workloads.StreamedSteps, 1)]
[GRU(8, Sequence = true)]
internal sealed partial class W6Units8;

[Network(Streaming = true)]
[Input(Workloads.StreamedSteps, 1)]
[GRU(32, Sequence = true)]
internal sealed partial class W6Units32;

[Network(Streaming = true)]
[Input(Workloads.StreamedSteps, 1)]
[GRU(64, Sequence = true)]
internal sealed partial class W6Units64;
