namespace NetGen.Samples.Audio;

/// <summary>
/// An amplifier that is learned: what it adds to the sound is a weighted sum of 12 numbers that remember the sound so
/// far. It is trained on windows of a sweep and then takes one sample at a time, 48,000 of them a second.
/// </summary>
[Network(Streaming = true)]
[Input(Windows.Length, 1)]
[GRU(12, Sequence = true)]
[Dense(1, PerStep = true)]
[Add("input")]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class GRUAmplifier;
