using System.Globalization;
using NetGen.Training;
using Spectre.Console;

namespace NetGen.Samples.Audio;

/// <summary>Learns the amplifier from a sweep, plays notes through both, and says how they differ and how long a sample takes.</summary>
internal sealed class Session(Settings settings, IAnsiConsole console, CancellationToken cancellation)
{
    private const int SweepSeconds = 4;
    private const int NoteSeconds = 4;
    private const int BatchSize = 20;
    private const double LearningRate = 0.005;

    public void Run()
    {
        Directory.CreateDirectory(settings.Folder);
        float[] notes = Sound.Notes(NoteSeconds, settings.Seed);
        float[] amplified = TubeAmplifier.Of(notes);
        var network = new GRUAmplifier(settings.Seed);
        float[] before = Stream.Through(network, notes);
        console.WriteLine($"{SweepSeconds} s of a sweep to learn from, {NoteSeconds} s of notes to judge by, {GRUAmplifier.ParameterCount} parameters");
        LossChart.Show(console, Train(network));
        float[] after = Stream.Through(network, notes);

        Table table = new Table().Border(TableBorder.Markdown).AddColumns("file", "sound", "error/signal");
        table.Columns[2].RightAligned();
        Add("target.wav", "the notes through the amplifier", amplified);
        Add("input.wav", "the notes as they are", notes);
        Add("before.wav", "through the network before it learned", before);
        Add("after.wav", "through the network", after);
        console.Write(table);

        TimeSpan time = Stream.TimePerSample(network, notes);
        console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"a sample takes {time.TotalNanoseconds:F0} ns: {time.TotalSeconds * Sound.SamplesPerSecond:P2} of real time at {Sound.SamplesPerSecond} samples a second"));

        void Add(string name, string what, float[] sound)
        {
            string path = Path.Combine(settings.Folder, name);
            WaveFile.Write(path, sound);
            table.AddRow(path, what, ErrorToSignal(sound, amplified).ToString("F6", CultureInfo.InvariantCulture));
        }
    }

    private List<double> Train(GRUAmplifier network)
    {
        float[] sweep = Sound.Sweep(SweepSeconds);
        var trainer = new Trainer<float>(network, Windows.Of(sweep, TubeAmplifier.Of(sweep)), new Adam<float>(network.Parameters.Length, LearningRate), BatchSize);
        List<double> losses = [];
        console.Progress().Start(context =>
        {
            ProgressTask bar = context.AddTask("training", maxValue: settings.Epochs);
            foreach (EpochReport epoch in trainer.Run(settings.Epochs, cancellation))
            {
                losses.Add(epoch.Loss);
                bar.Increment(1);
            }
        });
        return losses;
    }

    /// <summary>Σ(y − ŷ)² / Σy².</summary>
    private static double ErrorToSignal(float[] sound, float[] expected) =>
        sound.Zip(expected, (said, came) => Math.Pow(said - came, 2)).Sum() / expected.Sum(came => Math.Pow(came, 2));
}
