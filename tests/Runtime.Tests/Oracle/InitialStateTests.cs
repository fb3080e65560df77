using System.Collections.Generic;
using System.Linq;
using NetGen.Differentiation;
using NetGen.Oracle;
using NetGen.Reference;
using Xunit;

namespace NetGen.Runtime.Tests.Oracle;

/// <summary>
/// PyTorch's recurrent cases that start from a given state, with the last states and cells as outputs: a network has no
/// cells among its outputs, but the reference layers have, so their formulas are held against all of these cases, states,
/// stacks and both directions with every gradient.
/// </summary>
public sealed class InitialStateTests
{
    [SharedOracleFact]
    public void TheFormulasAgreeWithPyTorchFromAnyState()
    {
        OracleCase[] cases = [.. SharedOracle.Cases("recurrent").Where(oracle => oracle.Inputs.ContainsKey("h0"))];
        Assert.Equal(11, cases.Length);
        var differences = new List<string>();
        foreach (OracleCase oracle in cases)
        {
            Check(oracle, differences);
        }

        Assert.Empty(differences);
    }

    private static void Check(OracleCase oracle, List<string> differences)
    {
        OracleTensor x = oracle.Inputs["x"];
        (int rows, int steps, int inputs) = (x.Shape[0], x.Shape[1], x.Shape[2]);
        int layers = oracle.Attribute("layers")!.Value.GetInt32();
        bool bidirectional = oracle.Attribute("bidirectional")!.Value.GetBoolean();
        RecurrenceDescription layer = OracleAdapter.Recurrent(oracle, "Layer", 0, sequence: true);
        int units = layer.Units, directions = bidirectional ? 2 : 1;

        var tape = new Tape<Real<double>>();
        Dictionary<string, Variable<Real<double>>[]> leaves = oracle.Parameters.Concat(oracle.Inputs)
            .ToDictionary(tensor => tensor.Key, tensor => tensor.Value.Data.Select(value => tape.Leaf(value)).ToArray());
        Variable<Real<double>>[] y = [];
        var last = new Dictionary<string, List<Variable<Real<double>>>> { ["hn"] = [], ["cn"] = [] };
        var reference = (Recurrence<Variable<Real<double>>>)Layers<Variable<Real<double>>>.Of(layer);
        var states = new Dictionary<(int Layer, int Direction, int Row), Variable<Real<double>>[]>();
        for (int row = 0; row < rows; row++)
        {
            Variable<Real<double>>[] sequence = leaves["x"][(row * steps * inputs)..((row + 1) * steps * inputs)];
            for (int depth = 0; depth < layers; depth++)
            {
                Variable<Real<double>>[][] parameters =
                    [.. Enumerable.Range(0, directions).Select(direction => OracleAdapter.RecurrentNames(depth, direction).SelectMany(name => leaves[name]).ToArray())];
                var next = new Variable<Real<double>>[steps * directions * units];
                for (int direction = 0; direction < directions; direction++)
                {
                    int place = ((depth * directions + direction) * rows + row) * units;
                    Variable<Real<double>>[] initial = [.. leaves["h0"][place..(place + units)], .. leaves.TryGetValue("c0", out Variable<Real<double>>[]? c0) ? c0[place..(place + units)] : []];
                    states[(depth, direction, row)] = reference.Read(layer, sequence, steps, direction, parameters[direction], initial, next);
                }

                sequence = next;
            }

            y = [.. y, .. sequence];
        }

        foreach (((int Layer, int Direction, int Row) _, Variable<Real<double>>[] state) in states.OrderBy(state => (state.Key.Layer, state.Key.Direction, state.Key.Row)))
        {
            last["hn"].AddRange(state[..units]);
            last["cn"].AddRange(state[units..]);
        }

        Compare("y", y.Select(value => value.Value), oracle.Outputs["y"].Data);
        Compare("hn", last["hn"].Select(value => value.Value), oracle.Outputs["hn"].Data);
        Variable<Real<double>>[] outputs = [.. y, .. last["hn"], .. last["cn"]];
        string[] upstream = last["cn"].Count > 0 ? ["y", "hn", "cn"] : ["y", "hn"];
        tape.Backward(outputs, [.. upstream.SelectMany(name => oracle.Upstream[name].Data).Select(Real<double>.From)]);
        foreach ((string name, OracleTensor gradient) in oracle.Gradients)
        {
            Compare($"gradient of {name}", leaves[name].Select(leaf => tape.Adjoint(leaf).Number), gradient.Data);
        }

        void Compare(string what, IEnumerable<double> got, double[] expected) => OracleCheck.Compare<double>(what, [.. got], expected, oracle, 1, differences);
    }
}
