namespace NetGen.Samples.Sequence;

/// <summary>The next value from the last 14, one after another, by a long short-term memory.</summary>
[Network]
[Input(Windows.Length, 1)]
[LSTM(16)]
[Dense(1)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class LongShortTermMemory;

/// <summary>The same by a gated recurrent unit.</summary>
[Network]
[Input(Windows.Length, 1)]
[GRU(16)]
[Dense(1)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class GatedRecurrentUnit;

/// <summary>The same by a simple recurrent layer.</summary>
[Network]
[Input(Windows.Length, 1)]
[Recurrent(16)]
[Dense(1)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class SimpleRecurrent;

/// <summary>A weighted sum of the last 14: what the memory is worth.</summary>
[Network]
[Input(Windows.Length)]
[Dense(1)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class WeightedSum;
