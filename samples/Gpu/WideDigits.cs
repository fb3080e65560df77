namespace NetGen.Samples.Gpu;

/// <summary>The same digits by two layers of 512: eight times the work for every row.</summary>
[Network(Gpu = true)]
[Input(28 * 28)]
[Dense(512, Activation.ReLU)]
[Dense(512, Activation.ReLU)]
[Dense(10, Activation.Softmax)]
[Loss(Loss.CrossEntropy)]
internal sealed partial class WideDigits;
