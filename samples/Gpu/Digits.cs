namespace NetGen.Samples.Gpu;

/// <summary>Ten digits from 28×28 pixels, on the CPU and as <c>Digits.Gpu</c> on a device.</summary>
[Network(Gpu = true)]
[Input(28 * 28)]
[Dense(128, Activation.ReLU)]
[Dense(10, Activation.Softmax)]
[Loss(Loss.CrossEntropy)]
internal sealed partial class Digits;
