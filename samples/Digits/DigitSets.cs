using NetGen.Data;
using NetGen.Samples.Drawing;

namespace NetGen.Samples;

/// <summary>Images to train with, and others to test with.</summary>
internal sealed class DigitSets
{
    private readonly Lazy<IExamples<float>> train;

    private DigitSets(string source, Func<IExamples<float>> train, IExamples<float> test)
    {
        Source = source;
        this.train = new(train);
        Test = test;
    }

    /// <summary>Where they come from.</summary>
    public string Source { get; }

    /// <summary>Images to train with: drawn or read when they are first asked for.</summary>
    public IExamples<float> Train => train.Value;

    /// <summary>Images that the network never trains on.</summary>
    public IExamples<float> Test { get; }

    public static DigitSets Of(Settings settings) => settings.Data is string folder ? Read(folder, settings.Seed) : Drawn(settings.Seed, settings.Images);

    private static DigitSets Drawn(ulong seed, int count) =>
        new($"drawn with seed {seed}", () => DrawnDigits.Draw(seed, 0, count), DrawnDigits.Draw(seed, first: Settings.MostImages, count / 6));

    private static DigitSets Read(string folder, ulong seed)
    {
        var found = IdxFolder.Find(folder);
        if (found.Test is IdxPair test)
        {
            return new(folder, () => Read(found.Train), Read(test));
        }

        var parts = Read(found.Train).SplitStratified(seed, 5 / 6.0, 1 / 6.0);
        return new(folder, () => parts[0], parts[1]);
    }

    /// <exception cref="InvalidDataException">The network cannot read them.</exception>
    private static IdxExamples Read(IdxPair pair)
    {
        if (pair.InputShape is not [28, 28])
        {
            throw new InvalidDataException($"{Path.GetFileName(pair.Inputs)}: expected images of 28 × 28, they are {string.Join(" × ", pair.InputShape)}.");
        }

        IdxExamples examples = pair.Read();
        (int label, int row) = examples.LargestLabel();
        return label < Digits.OutputSize ? examples : throw new InvalidDataException($"{Path.GetFileName(pair.Labels)}: expected labels from 0 to {Digits.OutputSize - 1}, label {row} is {label}.");
    }
}
