using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using NetGen.Data;
using NetGen.Evaluation;
using NetGen.Oracle;
using Xunit;

namespace NetGen.Runtime.Tests.Evaluation;

/// <summary>The judgements against scikit-learn's, where the large oracle set is.</summary>
public sealed class MetricsOracleTests
{
    [SharedOracleFact]
    public void EveryFigureAgrees()
    {
        var differences = new List<string>();
        OracleCase[] cases = [.. SharedOracle.Cases("metrics")];
        Assert.Equal(["binary", "classification", "regression"], cases.Select(oracle => oracle.Op).Order());
        foreach (OracleCase oracle in cases)
        {
            Dictionary<string, double[]> got = oracle.Op switch
            {
                "binary" => Binary(oracle),
                "classification" => Classification(oracle),
                _ => Regression(oracle),
            };
            foreach (JsonProperty figure in oracle.Json.GetProperty("expected").EnumerateObject())
            {
                OracleCheck.Compare<double>(figure.Name, got[figure.Name], Numbers(figure.Value), oracle, 1, differences);
            }
        }

        Assert.Empty(differences);
    }

    private static Dictionary<string, double[]> Binary(OracleCase oracle)
    {
        double[] scores = [.. oracle.Inputs["score"].Data.Select(Given.Logit)];
        var examples = new Examples<double>(scores.Length, scores, oracle.Inputs["y_true"].Data);
        double threshold = oracle.Json.GetProperty("inputs").GetProperty("threshold").GetDouble();
        var network = Given.Network(1, Loss.BinaryCrossEntropy, Activation.Sigmoid);
        ConfusionMatrix matrix = Evaluate.Classification(network, examples, batch: 7, threshold).Confusion;
        double area = Evaluate.Roc(network, examples, batch: 7).Area;
        Assert.Equal(area, RocCurve.Of<float>([.. oracle.Inputs["score"].Data.Select(score => (float)score)], [.. oracle.Inputs["y_true"].Data.Select(truth => (int)truth)]).Area);
        return new()
        {
            ["accuracy"] = [matrix.Accuracy],
            ["precision"] = [matrix.Precision(1)],
            ["recall"] = [matrix.Recall(1)],
            ["f1"] = [matrix.F1(1)],
            ["roc_auc"] = [area],
        };
    }

    private static Dictionary<string, double[]> Classification(OracleCase oracle)
    {
        int[] truths = [.. oracle.Inputs["y_true"].Data.Select(number => (int)number)];
        var matrix = new ConfusionMatrix(3);
        foreach ((int truth, double predicted) in truths.Zip(oracle.Inputs["y_pred"].Data))
        {
            matrix.Add(truth, (int)predicted);
        }

        // The softmax of the logarithms of probabilities is the probabilities.
        double[] logits = [.. oracle.Inputs["probabilities"].Data.Select(probability => Math.Log(probability))];
        ClassificationResult result = Evaluate.Classification(Given.Network(3, Loss.CrossEntropy, Activation.Softmax), new Examples<double>(logits, truths), batch: 7);
        double logLoss = LogLoss.Of<double>(oracle.Inputs["probabilities"].Data, truths);
        Assert.Equal(logLoss, result.Loss!.Value, 12);
        return new()
        {
            ["accuracy"] = [matrix.Accuracy],
            ["confusion_rows_true"] = [.. Enumerable.Range(0, 9).Select(place => (double)matrix[place / 3, place % 3])],
            ["precision_macro"] = [matrix.MacroPrecision],
            ["recall_macro"] = [matrix.MacroRecall],
            ["f1_macro"] = [matrix.MacroF1],
            ["precision_per_class"] = [.. Enumerable.Range(0, 3).Select(matrix.Precision)],
            ["recall_per_class"] = [.. Enumerable.Range(0, 3).Select(matrix.Recall)],
            ["log_loss"] = [logLoss],
        };
    }

    private static Dictionary<string, double[]> Regression(OracleCase oracle)
    {
        var examples = new Examples<double>(oracle.Inputs["y_true"].Data.Length, oracle.Inputs["y_pred"].Data, oracle.Inputs["y_true"].Data);
        RegressionErrors errors = Evaluate.Regression(Given.Network(1, Loss.MeanSquaredError), examples, batch: 7).Errors;
        return new() { ["mse"] = [errors.MeanSquaredError], ["rmse"] = [errors.RootMeanSquaredError], ["mae"] = [errors.MeanAbsoluteError], ["r2"] = [errors.R2] };
    }

    private static double[] Numbers(JsonElement json) =>
        json.ValueKind == JsonValueKind.Array ? [.. json.EnumerateArray().SelectMany(Numbers)] : [json.GetDouble()];
}
