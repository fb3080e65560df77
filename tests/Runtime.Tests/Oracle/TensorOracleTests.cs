using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using NetGen.Differentiation;
using NetGen.Oracle;
using NetGen.Reference;
using Xunit;

namespace NetGen.Runtime.Tests.Oracle;

/// <summary>PyTorch's operations between tensors, with their gradients from the tape.</summary>
[Trait("Mathematics", "A6")]
public sealed class TensorOracleTests
{
    private static readonly string[] Cases = ["matmul", "batch_matmul_transpose", "broadcast_add", "reduce_mean_var"];

    [SharedOracleFact]
    public void DoublesAgreeWithPyTorch() => Agree<double>();

    [SharedOracleFact]
    public void FloatsAgreeWithPyTorch() => Agree<float>();

    private static void Agree<T>()
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var differences = new List<string>();
        OracleCase[] cases = [.. SharedOracle.Cases("structure").Where(oracle => Cases.Contains(oracle.Id))];
        Assert.Equal(Cases.Length, cases.Length);
        foreach (OracleCase oracle in cases)
        {
            Check<T>(oracle, differences);
        }

        Assert.Empty(differences);
    }

    private static void Check<T>(OracleCase oracle, List<string> differences)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var tape = new Tape<Real<T>>();
        Dictionary<string, Tensor<Variable<Real<T>>>> leaves = oracle.Inputs.ToDictionary(
            input => input.Key, input => new Tensor<Variable<Real<T>>>([.. input.Value.Shape], [.. input.Value.Data.Select(value => tape.Leaf(Real<T>.From(value)))]));
        Dictionary<string, Tensor<Variable<Real<T>>>> outputs = Compute(oracle.Id, leaves);
        foreach ((string name, OracleTensor expected) in oracle.Outputs)
        {
            Assert.Equal(expected.Shape, outputs[name].Shape);
            OracleCheck.Compare<T>(name, Array.ConvertAll(outputs[name].Elements.ToArray(), y => y.Primal.Number), expected.Data, oracle, 1, differences);
        }

        tape.Backward(
            [.. oracle.Upstream.Keys.SelectMany(name => outputs[name].Elements.ToArray())],
            [.. oracle.Upstream.Values.SelectMany(upstream => upstream.Data).Select(Real<T>.From)]);
        foreach ((string name, OracleTensor expected) in oracle.Gradients)
        {
            OracleCheck.Compare<T>($"gradient of {name}", Array.ConvertAll(leaves[name].Elements.ToArray(), leaf => tape.Adjoint(leaf).Number), expected.Data, oracle, 1, differences);
        }
    }

    private static Dictionary<string, Tensor<S>> Compute<S>(string id, Dictionary<string, Tensor<S>> x)
        where S : IScalar<S> => id switch
        {
            "matmul" => new() { ["y"] = x["a"].Dot(x["b"]) },
            "batch_matmul_transpose" => new() { ["y"] = x["a"].Dot(x["b"].Transpose()) },
            "broadcast_add" => new() { ["y"] = x["a"] + x["b"] + x["c"] },
            _ => Reduced(x["x"]),
        };

    /// <summary>The mean of each column is 1ᵀX/m, their biased variances are the diagonal of CᵀC/m with C = X − mean.</summary>
    private static Dictionary<string, Tensor<S>> Reduced<S>(Tensor<S> x)
        where S : IScalar<S>
    {
        (int rows, int columns) = (x.Shape[0], x.Shape[1]);
        Tensor<S> shares = new([rows], [.. Enumerable.Repeat(S.From(1.0 / rows), rows)]);
        Tensor<S> mean = shares.Dot(x);
        Tensor<S> centered = x + new Tensor<S>([columns], Array.ConvertAll(mean.Elements.ToArray(), value => -value));
        Tensor<S> products = centered.Transpose().Dot(centered);
        return new()
        {
            ["mean"] = mean,
            ["var_biased"] = new([columns], [.. Enumerable.Range(0, columns).Select(column => products.Elements[column * (columns + 1)] * S.From(1.0 / rows))]),
            ["max"] = new([rows], [.. x.Elements.ToArray().Chunk(columns).Select(row => row.Aggregate((largest, next) => S.IsGreater(next, largest) ? next : largest))]),
        };
    }
}
