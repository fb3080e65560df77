using System.Globalization;
using NetGen.Data;
using NetGen.Reference;
using Spectre.Console;

namespace NetGen.Samples.Tabular;

/// <summary>Trains, and shows how far it has come.</summary>
internal static class TrainBars
{
    public static ReferenceNetwork<float> Show(TrainingPlan plan, Schema schema, IExamples<float> train, IExamples<float> dev)
    {
        string last = "";
        (ReferenceNetwork<float> network, int best) = AnsiConsole.Progress().AutoClear(true)
            .Columns(new ProgressBarColumn(), new TaskDescriptionColumn { Alignment = Justify.Left })
            .Start(context =>
            {
                ProgressTask bar = context.AddTask("training", maxValue: plan.Epochs);
                return plan.Run(schema, Architecture.Of(schema), train, dev, report =>
                {
                    last = report.ToString();
                    bar.Value = report.Epoch;
                    bar.Description = last;
                });
            });
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"trained {Shape(network.Description)}, {network.Description.ParameterCount} parameters: {last}; best at epoch {best}, whose weights are kept"));
        return network;
    }

    private static string Shape(NetworkDescription description) =>
        string.Join('-', description.Layers.OfType<DenseDescription>().Select(dense => dense.Units).Prepend(description.InputSize));
}
