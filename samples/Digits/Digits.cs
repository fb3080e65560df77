namespace NetGen.Samples;

/// <summary>Ten digits from 28×28 pixels.</summary>
[Network]
[Input(28 * 28)]
[Dense(128, Activation.ReLU)]
[Dense(10, Activation.Softmax)]
[Loss(Loss.CrossEntropy)]
internal sealed partial class Digits;
