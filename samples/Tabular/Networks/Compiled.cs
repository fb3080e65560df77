namespace NetGen.Samples.Tabular;

/// <summary>Classes from up to 256 inputs.</summary>
[Network]
[Input(256)]
[Dense(64, Activation.ReLU)]
[Dense(32, Activation.ReLU)]
[Dense(64, Activation.Softmax)]
[Loss(Loss.CrossEntropy)]
internal sealed partial class Classifier;

/// <summary>A number from up to 256 inputs.</summary>
[Network]
[Input(256)]
[Dense(64, Activation.ReLU)]
[Dense(32, Activation.ReLU)]
[Dense(1)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class Regressor;

/// <summary>What a linear model makes of the same classes: logistic regression.</summary>
[Network]
[Input(256)]
[Dense(64, Activation.Softmax)]
[Loss(Loss.CrossEntropy)]
internal sealed partial class LinearClassifier;

/// <summary>What a linear model makes of the same number: linear regression.</summary>
[Network]
[Input(256)]
[Dense(1)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class LinearRegressor;
