namespace NetGen.Baselines;

[Network]
[Input(4)]
[Dense(16, Activation.ReLU)]
[Dense(3, Activation.Softmax)]
[Loss(Loss.CrossEntropy)]
internal sealed partial class Iris;

[Network]
[Input(13)]
[Dense(16, Activation.ReLU)]
[Dense(3, Activation.Softmax)]
[Loss(Loss.CrossEntropy)]
internal sealed partial class Wine;

[Network]
[Input(30)]
[Dense(32, Activation.ReLU)]
[Dense(2, Activation.Softmax)]
[Loss(Loss.CrossEntropy)]
internal sealed partial class BreastCancer;

[Network]
[Input(8)]
[Dense(16, Activation.ReLU)]
[Dense(2, Activation.Softmax)]
[Loss(Loss.CrossEntropy)]
internal sealed partial class Pima;

[Network]
[Input(64)]
[Dense(64, Activation.ReLU)]
[Dense(10, Activation.Softmax)]
[Loss(Loss.CrossEntropy)]
internal sealed partial class SmallDigits;

[Network]
[Input(784)]
[Dense(128, Activation.ReLU)]
[Dense(10, Activation.Softmax)]
[Loss(Loss.CrossEntropy)]
internal sealed partial class Mnist;

[Network]
[Input(1, 28, 28)]
[Conv2D(8, 3, Activation.ReLU, Same = true)]
[MaxPool2D(2)]
[Conv2D(16, 3, Activation.ReLU, Same = true)]
[MaxPool2D(2)]
[Flatten]
[Dense(10, Activation.Softmax)]
[Loss(Loss.CrossEntropy)]
internal sealed partial class MnistConvolutional;

[Network]
[Input(10)]
[Dense(16, Activation.ReLU)]
[Dense(1)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class Diabetes;

[Network]
[Input(13)]
[Dense(64, Activation.ReLU)]
[Dense(64, Activation.ReLU)]
[Dense(1)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class CaliforniaHousing;

[Network]
[Input(14)]
[Dense(16, Activation.ReLU)]
[Dense(1)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class MinTemperatures;

[Network]
[Input(14, 1)]
[LSTM(16)]
[Dense(1)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class MinTemperaturesRecurrent;

[Network]
[Input(12)]
[Dense(16, Activation.ReLU)]
[Dense(1)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class AirlinePassengers;
