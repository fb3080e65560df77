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
