namespace NetGen.Samples;

/// <summary>The same without a hidden layer: what the hidden layer is worth.</summary>
[Network]
[Input(28 * 28)]
[Dense(10, Activation.Softmax)]
[Loss(Loss.CrossEntropy)]
internal sealed partial class SoftmaxRegression;
