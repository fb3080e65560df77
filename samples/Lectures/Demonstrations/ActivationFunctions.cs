using MathNet.Numerics;
using NetGen.Reference;
using NetGen.Samples.Charts;

namespace NetGen.Samples.Lectures.Demonstrations;

/// <summary>Every activation that treats each number by itself, at 100 points from −10 to 10, with its derivative.</summary>
internal sealed class ActivationFunctions : IDemonstration
{
    private const int Points = 100;

    public string Id => "K13";

    public string Title => "The activation functions";

    public string ToSee => "What goes flat on both sides has a derivative that vanishes there, and with it the gradient of whatever lies before. What goes on rising on the right passes gradients on undiminished.";

    public Findings Run(ulong seed)
    {
        double[] z = Generate.LinearSpaced(Points, -10, 10);
        var table = new NumberTable("activation", "ψ(−10)", "ψ(10)", "ψ'(−10)", "ψ'(10)");
        var panels = new List<Panel>();
        foreach (Activation activation in Enum.GetValues<Activation>().Where(IsElementwise))
        {
            (double[] values, double[] slopes) = Of(activation, z);
            table.Add($"{activation}", values[0], values[^1], slopes[0], slopes[^1]);
            panels.Add(new($"{activation}", new("z", From: -10, To: 10), new("ψ(z), ψ'(z)"), new Line("ψ(z)", z, values), new Line("ψ'(z)", z, slopes) { Dashed = true }));
        }

        return new(new Figure("Activation functions ψ at 100 points from −10 to 10", [.. panels]), table);
    }

    /// <summary>Whether the one output depends on the one input alone, as those of a softmax do not.</summary>
    private static bool IsElementwise(Activation activation)
    {
        ReferenceNetwork<double> network = Network(activation, inputs: 2);
        double[] slopes = new double[2];
        Backward(network, rows: 1, [0.5, 0.25], [1, 0], slopes);
        return slopes[1] == 0;
    }

    private static (double[] Values, double[] Slopes) Of(Activation activation, double[] z)
    {
        ReferenceNetwork<double> network = Network(activation, inputs: 1);
        double[] slopes = new double[z.Length];
        double[] values = Backward(network, z.Length, z, [.. z.Select(_ => 1.0)], slopes);
        return (values, slopes);
    }

    /// <returns>The outputs.</returns>
    private static double[] Backward(ReferenceNetwork<double> network, int rows, double[] inputs, double[] outputGradient, double[] inputGradient)
    {
        var batch = new Batch<double>(rows, inputs, []);
        Workspace<double> workspace = network.CreateWorkspace(rows);
        double[] outputs = new double[inputs.Length];
        network.Forward(batch, outputs, workspace);
        network.Backward(batch, outputGradient, [], workspace, inputGradient);
        return outputs;
    }

    private static ReferenceNetwork<double> Network(Activation activation, int inputs) =>
        new(new NetworkDescription($"{activation}", [inputs], [new ActivateDescription("Activate1", [0], activation)], loss: null));
}
