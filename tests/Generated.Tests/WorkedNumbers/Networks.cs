namespace NetGen.Generated.Tests.WorkedNumbers;

[Network]
[Input(3)]
[Dense(1, Activation.Sigmoid)]
public sealed partial class Neuron;

[Network]
[Input(2)]
[Dense(3)]
public sealed partial class TwoToThree;

[Network]
[Input(2)]
[Dense(2)]
[Loss(Loss.HalfSquaredError)]
public sealed partial class TwoToTwo;

[Network]
[Input(2)]
[Dense(2, Activation.ReLU)]
public sealed partial class TwoToTwoReLU;

[Network]
[Input(2)]
[Dense(2, Activation.Tanh)]
[Dense(1, Activation.Sigmoid)]
[Loss(Loss.BinaryCrossEntropy)]
public sealed partial class TwoTwoOne;

[Network]
[Input(5)]
[Dense(3, Activation.ReLU)]
[Dense(3, Activation.ReLU)]
[Dense(2)]
public sealed partial class FiveThreeThreeTwo;

[Network]
[Input(2)]
[Dense(3)]
[Dense(2)]
public sealed partial class TwoThreeTwo;

[Network]
[Input(64, 64, 3)]
[Flatten]
[Dense(1)]
public sealed partial class Image;

[Network]
[Input(2)]
[Dense(1, Activation.Sigmoid, Initializer = Initializer.Zeros)]
[Loss(Loss.BinaryCrossEntropy)]
public sealed partial class LogisticRegression;

[Network]
[Input(2)]
[Dense(3, Activation.Softmax, Initializer = Initializer.Zeros)]
[Loss(Loss.CrossEntropy)]
public sealed partial class SoftmaxRegression;

[Network]
[Input(5)]
[Activate(Activation.Identity)]
public sealed partial class Identities;

[Network]
[Input(5)]
[Activate(Activation.Sigmoid)]
public sealed partial class Sigmoids;

[Network]
[Input(5)]
[Activate(Activation.Tanh)]
public sealed partial class Tanhs;

[Network]
[Input(5)]
[Activate(Activation.ReLU)]
public sealed partial class ReLUs;

[Network]
[Input(5)]
[Activate(Activation.LeakyReLU)]
public sealed partial class LeakyReLUs;

[Network]
[Input(5)]
[Activate(Activation.LeakyReLU, Slope = 0.25)]
public sealed partial class SteeperLeakyReLUs;

[Network]
[Input(5)]
[Activate(Activation.Softplus)]
public sealed partial class Softpluses;

[Network]
[Input(5)]
[Activate(Activation.GELU)]
public sealed partial class GELUs;

[Network]
[Input(5)]
[Activate(Activation.ELU)]
public sealed partial class ELUs;

[Network]
[Input(5)]
[Activate(Activation.ELU, Slope = 2)]
public sealed partial class SteeperELUs;

[Network]
[Input(5)]
[Activate(Activation.SELU)]
public sealed partial class SELUs;

[Network]
[Input(5)]
[Activate(Activation.GELUTanh)]
public sealed partial class GELUTanhs;

[Network]
[Input(5)]
[Activate(Activation.SiLU)]
public sealed partial class SiLUs;

[Network]
[Input(5)]
[Activate(Activation.Mish)]
public sealed partial class Mishes;

[Network]
[Input(5)]
[Activate(Activation.HardTanh)]
public sealed partial class HardTanhs;

[Network]
[Input(5)]
[Activate(Activation.ReLU6)]
public sealed partial class ReLU6s;

[Network]
[Input(5)]
[Activate(Activation.HardSigmoid)]
public sealed partial class HardSigmoids;

[Network]
[Input(5)]
[Activate(Activation.HardSwish)]
public sealed partial class HardSwishes;

[Network]
[Input(5)]
[Activate(Activation.Softsign)]
public sealed partial class Softsigns;

[Network]
[Input(5)]
[Activate(Activation.HardThreshold)]
public sealed partial class HardThresholds;

[Network]
[Input(4)]
[Activate(Activation.LogSoftmax)]
[Loss(Loss.CrossEntropy)]
public sealed partial class LogSoftmaxOfFour;

[Network]
[Input(4)]
[Activate(Activation.Softmax)]
[Loss(Loss.CrossEntropy)]
public sealed partial class SoftmaxOfFour;

[Network]
[Input(2)]
[Activate(Activation.Identity)]
[Loss(Loss.HalfSquaredError)]
public sealed partial class HalfSquared;

[Network]
[Input(2)]
[Activate(Activation.Identity)]
[Loss(Loss.HalfSquaredError, Reduction = Reduction.Sum)]
public sealed partial class HalfSquaredSum;

[Network]
[Input(2)]
[Activate(Activation.Identity)]
[Loss(Loss.MeanSquaredError)]
public sealed partial class MeanSquared;

[Network]
[Input(2)]
[Activate(Activation.Sigmoid)]
[Loss(Loss.BinaryCrossEntropy)]
public sealed partial class BinaryFromLogits;

[Network]
[Input(1)]
[Activate(Activation.Sigmoid, Name = "Left")]
[Activate(Activation.Sigmoid, From = "input")]
[Concat("Left")]
[Loss(Loss.BinaryCrossEntropy)]
public sealed partial class BinaryFromProbabilities;

[Network]
[Input(3)]
[Activate(Activation.Identity)]
[Loss(Loss.AbsoluteError)]
public sealed partial class AbsoluteErrors;

[Network]
[Input(3)]
[Activate(Activation.Identity)]
[Loss(Loss.Huber)]
public sealed partial class Hubers;

[Network]
[Input(3)]
[Activate(Activation.Identity)]
[Loss(Loss.Huber, Delta = 0.5)]
public sealed partial class NearHubers;

[Network]
[Input(4)]
[Activate(Activation.Softmax)]
[Loss(Loss.KullbackLeibler)]
public sealed partial class Divergence;

[Network]
[Input(4)]
[Activate(Activation.Softmax)]
[Loss(Loss.CrossEntropy, LabelSmoothing = 0.1)]
public sealed partial class Smoothed;

[Network]
[Input(4)]
[Activate(Activation.Softmax)]
[Loss(Loss.CrossEntropy, ClassWeights = new double[] { 1, 4, 2, 1 })]
public sealed partial class WeightedClasses;

[Network]
[Input(3)]
[Activate(Activation.Sigmoid)]
[Loss(Loss.BinaryCrossEntropy, PositiveWeights = new double[] { 3, 3, 3 })]
public sealed partial class WeightedPositives;

[Network]
[Input(3)]
[Dense(2, Activation.ReLU)]
[Dense(2)]
[Loss(Loss.HalfSquaredError)]
public sealed partial class TwoLayers;

[Network]
[Input(2)]
[Dense(3, Activation.Tanh, Initializer = Initializer.Zeros)]
[Dense(1, Initializer = Initializer.Zeros)]
[Loss(Loss.HalfSquaredError)]
public sealed partial class StartsFromZeros;

[Network]
[Input(2)]
[Dense(3, Activation.Tanh, Initializer = Initializer.Constant, Scale = 0.5)]
[Dense(1, Initializer = Initializer.Constant, Scale = 0.5)]
[Loss(Loss.HalfSquaredError)]
public sealed partial class StartsFromAConstant;

[Network]
[Input(400)]
[Dense(300, Initializer = Initializer.Normal, Name = "Small")]
[Dense(300, Initializer = Initializer.Normal, Scale = 1, Name = "Unit", From = "input")]
[Dense(300, Initializer = Initializer.LeCun, Name = "LeCun", From = "input")]
[Dense(300, Initializer = Initializer.He, Name = "He", From = "input")]
[Dense(300, Initializer = Initializer.Glorot, Name = "Glorot", From = "input")]
[Dense(300, Initializer = Initializer.Scaled, Scale = 3, Name = "Scaled", From = "input")]
[Dense(300, Initializer = Initializer.Scaled, Name = "ScaledByOne", From = "input")]
[Dense(300, Initializer = Initializer.Uniform, Scale = 0.1, Name = "Uniform", From = "input")]
[Dense(300, Initializer = Initializer.LeCunUniform, Name = "LeCunUniform", From = "input")]
[Dense(300, Initializer = Initializer.HeUniform, Name = "HeUniform", From = "input")]
[Dense(300, Initializer = Initializer.GlorotUniform, Name = "GlorotUniform", From = "input")]
[Dense(300, Activation.ReLU, Name = "BeforeReLU", From = "input")]
[Dense(300, Activation.LeakyReLU, Name = "BeforeLeakyReLU", From = "input")]
[Dense(300, Activation.Tanh, Name = "BeforeTanh", From = "input")]
[Dense(300, Activation.Sigmoid, Name = "BeforeSigmoid", From = "input")]
[Dense(300, Name = "BeforeNothing", From = "input")]
[Add("Small", "Unit", "LeCun", "He", "Glorot", "Scaled", "ScaledByOne", "Uniform", "LeCunUniform", "HeUniform", "GlorotUniform", "BeforeReLU", "BeforeLeakyReLU", "BeforeTanh", "BeforeSigmoid")]
public sealed partial class Initialized;

[Network]
[Input(2)]
[Block(typeof(Scaling), Times = 11, Name = "Scaled")]
[Dense(2, Name = "Last")]
[Loss(Loss.HalfSquaredError)]
public sealed partial class TwelveLayers;

[Layers]
[Dense(2)]
internal static class Scaling;

[Network]
[Input(3, 6, 6)]
[Conv2D(5, 2, Initializer = Initializer.Orthogonal, Scale = 2)]
[Flatten]
[Dense(40, Initializer = Initializer.Orthogonal)]
[Dense(37, Activation.ReLU, Initializer = Initializer.HeUniform)]
public sealed partial class DrawnAsItsReference;
