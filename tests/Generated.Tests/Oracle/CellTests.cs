using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Generated.Tests.Support;
using NetGen.Oracle;
using Xunit;

namespace NetGen.Generated.Tests.Oracle;

/// <summary>
/// PyTorch's LSTMs with the cells among their outputs, compiled. A network has no cells among its outputs, but one more
/// step shows them: a flag that is 1 there alone opens forget and output gate and closes the input gate, i = 0 and
/// f = o = 1, so that h = tanh(c), and nothing of that step reaches a weight, for saturated gates have no slope. What
/// comes back to the cells is divided by ∂h/∂c = 1 − tanh²(c) of PyTorch's cells, and all else is PyTorch's number.
/// </summary>
public sealed class CellTests
{
    private const float Saturating = 1000;

    [SharedOracleFact]
    public void CompiledCellsAgreeWithPyTorch()
    {
        OracleCase[] cases = [.. SharedOracle.Cases("recurrent").Where(oracle => oracle.Inputs.ContainsKey("c0") && !oracle.Attribute("bidirectional")!.Value.GetBoolean())];
        Assert.Equal(3, cases.Length);
        var differences = new List<string>();
        foreach (VectorForm form in Enum.GetValues<VectorForm>())
        {
            using CompiledNetworks compiled = NetworkCompiler.Compile(cases.Select(Declare), form);
            Array.ForEach([.. cases.Where(oracle => compiled.Has(oracle.Id))], oracle => Check(oracle, compiled.Create(oracle.Id), differences));
        }

        Assert.Empty(differences);
    }

    private static (int Rows, int Steps, int Inputs, int Units, int Layers) Sizes(OracleCase oracle)
    {
        (OracleTensor x, OracleTensor states) = (oracle.Inputs["x"], oracle.Inputs["h0"]);
        return (x.Shape[0], x.Shape[1], x.Shape[2], states.Shape[2], states.Shape[0]);
    }

    /// <summary>The row is x, the flags, then state and cell of every layer; the output is the states of all layers side by side.</summary>
    private static NetworkDeclaration Declare(OracleCase oracle)
    {
        (_, int steps, int inputs, int units, int layers) = Sizes(oracle);
        List<LayerDeclaration> all = [new Part(steps + 1, inputs) { Name = "X" }, new Part(steps + 1, 1) { Name = "Flag" }];
        all.AddRange(Enumerable.Range(0, layers).SelectMany(layer => (LayerDeclaration[])[new Part(units) { Name = $"H{layer}" }, new Part(units) { Name = $"C{layer}" }]));
        for (int layer = 0; layer < layers; layer++)
        {
            all.Add(new Concat("Flag") { Axis = 1, From = layer == 0 ? "X" : $"Layer{layer - 1}", Name = $"Flagged{layer}" });
            all.Add(new LSTM(units) { Sequence = true, Start = [$"H{layer}", $"C{layer}"], Name = $"Layer{layer}" });
        }

        if (layers > 1)
        {
            all.Add(new Concat([.. Enumerable.Range(1, layers - 1).Select(layer => $"Layer{layer}")]) { Axis = 1, From = "Layer0" });
        }

        return NetworkDeclaration.OfParts(oracle.Id, [.. all]);
    }

    private static void Check(OracleCase oracle, INetwork<float> network, List<string> differences)
    {
        (int rows, int steps, int inputs, int units, int layers) = Sizes(oracle);
        network.Layout.CopyFrom<float>(network.Parameters, [.. Enumerable.Range(0, layers).SelectMany(layer => Parameters(oracle, layer, units))]);

        double[] Rows(double[] x, double[] flags, double[] h, double[] c) =>
        [
            .. Enumerable.Range(0, rows).SelectMany(row =>
                x[(row * steps * inputs)..((row + 1) * steps * inputs)].Concat(new double[inputs]).Concat(flags).Concat(
                    Enumerable.Range(0, layers).SelectMany(layer => (double[])[.. Of(h, layer, row), .. Of(c, layer, row)]))),
        ];
        double[] Of(double[] states, int layer, int row) => states[(((layer * rows) + row) * units)..(((layer * rows) + row + 1) * units)];

        var numbers = new List<(double Upstream, double? Value)>();
        for (int index = 0; index < rows * (steps + 1) * layers * units; index++)
        {
            (int row, int step, int layer, int unit) = (index / ((steps + 1) * layers * units), index / (layers * units) % (steps + 1), index / units % layers, index % units);
            int state = (((layer * rows) + row) * units) + unit, place = (((row * steps) + step) * units) + unit;
            bool isTop = layer == layers - 1;
            double cell = Math.Tanh(oracle.Outputs["cn"].Data[state]);
            numbers.Add(step == steps
                ? (oracle.Upstream["cn"].Data[state] / (1 - (cell * cell)), cell)
                : ((isTop ? oracle.Upstream["y"].Data[place] : 0) + (step == steps - 1 ? oracle.Upstream["hn"].Data[state] : 0),
                    isTop ? oracle.Outputs["y"].Data[place] : step == steps - 1 ? oracle.Outputs["hn"].Data[state] : null));
        }

        float[] x = Floats(Rows(oracle.Inputs["x"].Data, [.. new double[steps], 1], oracle.Inputs["h0"].Data, oracle.Inputs["c0"].Data));
        float[] y = new float[numbers.Count], gradient = new float[network.Layout.Length], ofInputs = new float[x.Length];
        Workspace<float> workspace = network.CreateWorkspace(rows);
        network.Forward(new Batch<float>(rows, x, default), y, workspace);
        network.Backward(new Batch<float>(rows, x, default), Floats(numbers.Select(number => number.Upstream)), gradient, workspace, ofInputs);

        Compare("outputs", y.Where((_, index) => numbers[index].Value is not null), [.. numbers.Select(number => number.Value).OfType<double>()]);
        for (int layer = 0; layer < layers; layer++)
        {
            float[] weights = network.Get(gradient, $"Layer{layer}.InputWeights");
            int columns = weights.Length / (4 * units);
            Compare($"weight_ih_l{layer}", weights.Where((_, index) => index % columns < columns - 1), oracle.Gradients[$"weight_ih_l{layer}"].Data);
            Compare($"weight_hh_l{layer}", network.Get(gradient, $"Layer{layer}.StateWeights"), oracle.Gradients[$"weight_hh_l{layer}"].Data);
            Compare($"bias_ih_l{layer}", network.Get(gradient, $"Layer{layer}.InputBias"), oracle.Gradients[$"bias_ih_l{layer}"].Data);
            Compare($"bias_hh_l{layer}", network.Get(gradient, $"Layer{layer}.StateBias"), oracle.Gradients[$"bias_hh_l{layer}"].Data);
        }

        // Of the flags PyTorch knows nothing.
        double[] expected = Rows(oracle.Gradients["x"].Data, [.. Enumerable.Repeat(double.NaN, steps + 1)], oracle.Gradients["h0"].Data, oracle.Gradients["c0"].Data);
        Compare("inputs", ofInputs.Where((_, index) => !double.IsNaN(expected[index])), [.. expected.Where(number => !double.IsNaN(number))]);

        void Compare(string what, IEnumerable<float> got, double[] wanted) => OracleCheck.Compare<float>(what, [.. got], wanted, oracle, 1, differences);
    }

    /// <summary>The case's, with a column for the flag behind those of the inputs.</summary>
    private static IEnumerable<float> Parameters(OracleCase oracle, int layer, int units)
    {
        float[] weights = Floats(oracle.Parameters[$"weight_ih_l{layer}"].Data);
        int columns = weights.Length / (4 * units);
        for (int row = 0; row < 4 * units; row++)
        {
            float flag = (row / units) switch { 0 => -Saturating, 2 => 0, _ => Saturating };
            foreach (float weight in weights[(row * columns)..((row + 1) * columns)].Append(flag))
            {
                yield return weight;
            }
        }

        foreach (float number in Floats(((string[])["weight_hh", "bias_ih", "bias_hh"]).SelectMany(name => oracle.Parameters[$"{name}_l{layer}"].Data)))
        {
            yield return number;
        }
    }

    private static float[] Floats(IEnumerable<double> numbers) => [.. numbers.Select(number => (float)number)];
}
