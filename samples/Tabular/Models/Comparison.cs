using System.Collections.Immutable;
using System.Globalization;
using NetGen.Data;
using NetGen.Evaluation;
using NetGen.Files;

namespace NetGen.Samples.Tabular;

/// <summary>What a network is worth on rows that it never saw, beside what it takes no network to reach.</summary>
internal static class Comparison
{
    public static string Of(INetwork<float> network, INetwork<float> linear, NetworkMetadata metadata, IExamples<float> train, IExamples<float> test) =>
        metadata.Targets is Standardization figures
            ? OfNumbers(
                Evaluate.Regression(network, test, targets: figures).Errors, Evaluate.Regression(linear, test, targets: figures).Errors, Mean(test, figures))
            : OfClasses(network, linear, metadata.Classes, train, test);

    /// <summary>The confusion matrix and the log loss, beside the linear model's figures and the accuracy of always saying the commonest class.</summary>
    private static string OfClasses(INetwork<float> network, INetwork<float> linear, ImmutableArray<string> names, IExamples<float> train, IExamples<float> test)
    {
        bool ranks = names.Length == 2 && Labels(test).Distinct().Count() == 2;
        ClassificationResult judged = Evaluate.Classification(network, test);
        ClassificationResult beside = Evaluate.Classification(linear, test);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{judged.Confusion.ToString([.. names.Select(Line)])}\nnetwork: log loss {judged.Loss:F4}{Area(network)}\nlinear model: accuracy {beside.Accuracy:F4}, log loss {beside.Loss:F4}{Area(linear)}; always the commonest class: {Commonest(train, test):F4}");

        // How well the second class is told from the first, whatever threshold one would choose.
        string Area(INetwork<float> either) => ranks ? string.Create(CultureInfo.InvariantCulture, $", AUC {Evaluate.Roc(either, test).Area:F4}") : "";
    }

    /// <summary>The errors in the target's own units, beside the linear model's and those of always saying the mean.</summary>
    private static string OfNumbers(RegressionErrors network, RegressionErrors linear, RegressionErrors mean) =>
        $"network       {Text(network)}\nlinear model  {Text(linear)}\nalways mean   {Text(mean)}";

    /// <summary>The share of labels that are the commonest of the training rows.</summary>
    private static double Commonest(IExamples<float> train, IExamples<float> test)
    {
        int commonest = Labels(train).CountBy(label => label).MaxBy(count => count.Value).Key;
        return Labels(test).Average(label => label == commonest ? 1.0 : 0.0);
    }

    /// <summary>The errors of always saying the mean of the training rows, which standardization has made 0.</summary>
    private static RegressionErrors Mean(IExamples<float> test, Standardization figures)
    {
        float[] means = new float[test.Count];
        float[] targets = new float[test.Count];
        test.Read([.. Enumerable.Range(0, test.Count)], new float[test.Count * test.InputSize], targets, []);
        figures.Invert<float>(means);
        figures.Invert<float>(targets);
        var errors = new RegressionErrors(columns: 1);
        errors.Add<float>(means, targets);
        return errors;
    }

    private static string Text(RegressionErrors errors) => string.Create(
        CultureInfo.InvariantCulture, $"RMSE {errors.RootMeanSquaredError,-11:G6} MAE {errors.MeanAbsoluteError,-11:G6} R² {errors.R2:F4}");

    private static int[] Labels(IExamples<float> examples)
    {
        int[] labels = new int[examples.Count];
        examples.Read([.. Enumerable.Range(0, examples.Count)], new float[examples.Count * examples.InputSize], [], labels);
        return labels;
    }

    /// <summary>A name on one line.</summary>
    private static string Line(string name) => name.ReplaceLineEndings(" ");
}
