using NetGen.Data;
using NetGen.Evaluation;
using NetGen.Files;
using NetGen.Report;
using Spectre.Console;

namespace NetGen.Samples;

/// <summary>The whole demonstration, in the order of what it prints.</summary>
internal sealed class Session(Settings settings, IAnsiConsole console, CancellationToken cancellation)
{
    private readonly INetwork<float> net = settings.Model.Create(settings.Seed);
    private TrainingReport<float>? report;

    public void Run()
    {
        DigitSets sets = DigitSets.Of(settings);
        double? regression = settings.Weights is string weights ? Load(weights, sets) : Train(sets);
        cancellation.ThrowIfCancellationRequested();

        ClassificationResult result = Evaluate.Classification(net, sets.Test);
        Show(sets, result.Confusion);
        console.WriteLine($"test accuracy {result.Accuracy:F4}, loss {result.Loss:F4}, on {sets.Test.Count} images{(regression is null ? "" : " it never trained on")}");
        if (regression is double accuracy)
        {
            console.WriteLine($"softmax regression, trained the same way: test accuracy {accuracy:F4}");
        }

        console.WriteLine($"latency {Latency.Of(net, sets.Test).TotalMicroseconds:F1} µs for one image (median)");
        Save(sets);
        if (settings.Report is string page)
        {
            report?.Write(page, result.Confusion);
            console.WriteLine(report is null ? $"no report in {page}: the checkpoint has left no epoch to run" : $"report in {page}");
        }
    }

    /// <returns>No accuracy of softmax regression: there is none to compare with.</returns>
    private double? Load(string weights, DigitSets sets)
    {
        net.Load(weights);
        console.WriteLine($"{sets.Test.Count} images to test, {sets.Source}; weights from {weights}");
        console.WriteLine();
        return null;
    }

    /// <returns>The accuracy of softmax regression.</returns>
    private double? Train(DigitSets sets)
    {
        console.WriteLine($"{sets.Train.Count} images to train, {sets.Test.Count} others to test, {sets.Source}");
        IExamples<float> train = settings.Augment ? Augmented(sets.Train) : sets.Train;
        var learning = new Learning(settings, console, cancellation);
        report = learning.Train(net, train, settings.Model.Title, settings.Checkpoint, settings.Report is null ? null : sets.Test);
        var regression = new SoftmaxRegression(settings.Seed);
        learning.Train(regression, train, "784-10");
        console.WriteLine();
        return Evaluate.Classification(regression, sets.Test).Accuracy;
    }

    /// <summary>Images that every epoch sees otherwise, and the first of them as they are and as epoch 1 sees them.</summary>
    private IExamples<float> Augmented(IExamples<float> images)
    {
        // No flip: mirrored digits are none.
        IExamples<float> augmented = images.Augmented([1, 28, 28], settings.Seed, new RandomCrop(padding: 2), new Rotation(degrees: 10), new ElasticDistortion());
        int[] rows = [.. Enumerable.Range(0, Math.Min(images.Count, Pictures.Across(console)))];
        int[] labels = new int[rows.Length];
        float[] pixels = new float[rows.Length * Digits.InputSize];
        images.Read(rows, pixels, [], labels);
        Pictures.Show(console, [.. pixels.Chunk(Digits.InputSize).Zip(labels, (image, label) => (image, $"{label}, as it is".PadRight(Pictures.Side)))]);
        augmented.Read(epoch: 0, rows, pixels, [], labels);
        Pictures.Show(console, [.. pixels.Chunk(Digits.InputSize).Zip(labels, (image, label) => (image, $"{label}, as epoch 1 sees it".PadRight(Pictures.Side)))]);
        return augmented;
    }

    private void Show(DigitSets sets, ConfusionMatrix confusion)
    {
        int across = Pictures.Across(console);
        Pictures.Show(console, [.. Prediction.Of(net, sets.Test).Where(prediction => prediction.IsRight).Take(across)]);
        Pictures.Show(console, [.. Prediction.Of(net, sets.Test).Where(prediction => !prediction.IsRight).Take(across)]);
        ConfusionView.Show(console, confusion);
    }

    private void Save(DigitSets sets)
    {
        if (settings.Save is string path)
        {
            long length = WeightsFile.SaveAndCompare(net, settings.Model, path, sets.Test);
            console.WriteLine($"saved to {path} ({length} bytes); loaded again, it predicts the same bits");
        }
        else
        {
            DirectoryInfo folder = Directory.CreateTempSubdirectory("digits-");
            long length = WeightsFile.SaveAndCompare(net, settings.Model, Path.Combine(folder.FullName, "digits.safetensors"), sets.Test);
            folder.Delete(recursive: true);
            console.WriteLine($"saved to a temporary digits.safetensors ({length} bytes; --save FILE keeps it); loaded again, it predicts the same bits");
        }

        if (settings.Export is string export)
        {
            WeightsFile.Export(net, export);
            console.WriteLine($"exported to {export}: for {settings.Model.Sequential} in PyTorch");
        }
    }
}
