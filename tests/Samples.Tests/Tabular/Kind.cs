namespace NetGen.Samples.Tabular.Tests;

/// <summary>kind from 6 inputs: length, length is missing, width, colour is missing, colour = blue, colour = white.</summary>
/// <remarks>Outputs: the probabilities of aster, bellis, crocus.</remarks>
[Network]
[Input(6)]
[Dense(64, Activation.ReLU)]
[Dense(32, Activation.ReLU)]
[Dense(3, Activation.Softmax)]
[Loss(Loss.CrossEntropy)]
internal sealed partial class Kind;
