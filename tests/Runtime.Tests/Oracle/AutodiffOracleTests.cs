using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using System.Text.RegularExpressions;
using NetGen.Differentiation;
using NetGen.Oracle;
using NetGen.Reference;
using Xunit;

namespace NetGen.Runtime.Tests.Oracle;

/// <summary>Values, directional derivatives, Jacobians, Hessians and their products by duals, tapes and both nested.</summary>
public sealed class AutodiffOracleTests
{
    /// <summary>A formula over any number type.</summary>
    private interface IFormula
    {
        S[] Of<S>(S[] x)
            where S : IScalar<S>;
    }

    [SharedOracleFact]
    [Trait("Mathematics", "I6")]
    public void BothModesAgreeWithPyTorch()
    {
        var differences = new List<string>();
        OracleCase[] cases = [.. SharedOracle.Cases("autodiff")];
        Assert.NotEmpty(cases);
        foreach (OracleCase oracle in cases)
        {
            Check(oracle, FormulaOf(oracle), differences);
        }

        Assert.Empty(differences);
    }

    private static void Check(OracleCase oracle, IFormula formula, List<string> differences)
    {
        double[] x = [.. oracle.Inputs.Values.SelectMany(tensor => tensor.Data)];
        double[] direction = [.. Tensors(oracle.Json, "directions").SelectMany(tensor => tensor.Data)];
        JsonElement expected = oracle.Json.GetProperty("expected");
        double[] value = OracleTensor.Read(expected.GetProperty("value")).Data;
        Compare("value", formula.Of<Real<double>>([.. x.Select(Real<double>.From)]).Select(y => y.Number), value);

        Dual<Real<double>>[] along = formula.Of<Dual<Real<double>>>([.. x.Zip(direction, (x, d) => new Dual<Real<double>>(x, d))]);
        Compare("dual value", along.Select(y => y.Value), value);
        Compare("dual jvp", along.Select(y => y.Tangent.Number), OracleTensor.Read(expected.GetProperty("jvp")).Data);

        // The files list the Jacobian per input tensor, [outputs, elements]; here a row is all elements by one output.
        OracleTensor[] jacobian = [.. Tensors(expected, "jacobian")];
        double[] rows = [.. Enumerable.Range(0, value.Length).SelectMany(output => jacobian.SelectMany(tensor => tensor.Data.Chunk(tensor.Data.Length / value.Length).ElementAt(output)))];
        double[][] units = [.. x.Select((_, i) => x.Select((_, j) => i == j ? 1.0 : 0).ToArray())];
        double[][] columns = [.. units.Select(unit => formula.Of<Dual<Real<double>>>([.. x.Zip(unit, (x, d) => new Dual<Real<double>>(x, d))]).Select(y => y.Tangent.Number).ToArray())];
        Compare("dual jacobian", Enumerable.Range(0, value.Length).SelectMany(output => columns.Select(column => column[output])), rows);
        Compare("tape jacobian", Enumerable.Range(0, value.Length).SelectMany(output => Gradient(formula, x, output)), rows);

        if (expected.TryGetProperty("hessian", out JsonElement hessian))
        {
            Compare("tape of duals hessian", units.SelectMany(unit => HessianTimes(formula, x, unit)), OracleTensor.Read(hessian).Data);
            Compare("dual of duals hessian", units.SelectMany(first => units.Select(second => Second(formula, x, first, second))), OracleTensor.Read(hessian).Data);
            Compare("tape of tapes hessian", Hessian(formula, x), OracleTensor.Read(hessian).Data);
            Compare("tape of duals hvp", HessianTimes(formula, x, direction), OracleTensor.Read(expected.GetProperty("hvp")).Data);
        }

        void Compare(string what, IEnumerable<double> got, double[] expected) =>
            OracleCheck.Compare<double>(what, [.. got], expected, oracle, 1, differences);
    }

    private static double[] Gradient(IFormula formula, double[] x, int output)
    {
        var tape = new Tape<Real<double>>();
        Variable<Real<double>>[] leaves = [.. x.Select(value => tape.Leaf(value))];
        tape.Backward(formula.Of<Variable<Real<double>>>(leaves)[output]);
        return [.. leaves.Select(leaf => tape.Adjoint(leaf).Number)];
    }

    private static double[] HessianTimes(IFormula formula, double[] x, double[] direction)
    {
        var tape = new Tape<Dual<Real<double>>>();
        Variable<Dual<Real<double>>>[] leaves = [.. x.Zip(direction, (value, d) => tape.Leaf(new(value, d)))];
        tape.Backward(formula.Of<Variable<Dual<Real<double>>>>(leaves)[0]);
        return [.. leaves.Select(leaf => tape.Adjoint(leaf).Tangent.Number)];
    }

    /// <summary>The gradient on one tape, which another has recorded, is differentiated there once more.</summary>
    private static IEnumerable<double> Hessian(IFormula formula, double[] x)
    {
        var outer = new Tape<Real<double>>();
        var inner = new Tape<Variable<Real<double>>>();
        Variable<Real<double>>[] leaves = [.. x.Select(value => outer.Leaf(value))];
        Variable<Variable<Real<double>>>[] innerLeaves = [.. leaves.Select(inner.Leaf)];
        inner.Backward(formula.Of<Variable<Variable<Real<double>>>>(innerLeaves)[0]);
        foreach (Variable<Variable<Real<double>>> leaf in innerLeaves)
        {
            outer.Backward(inner.Adjoint(leaf));
            foreach (Variable<Real<double>> other in leaves)
            {
                yield return outer.Adjoint(other).Number;
            }
        }
    }

    private static double Second(IFormula formula, double[] x, double[] first, double[] second) =>
        formula.Of<Dual<Dual<Real<double>>>>([.. x.Select((value, i) => new Dual<Dual<Real<double>>>(new(value, second[i]), new(first[i], 0)))])[0]
            .Tangent.Tangent.Number;

    private static IEnumerable<OracleTensor> Tensors(JsonElement json, string name) =>
        json.GetProperty(name).EnumerateObject().Select(tensor => OracleTensor.Read(tensor.Value));

    private static IFormula FormulaOf(OracleCase oracle)
    {
        string text = oracle.Json.GetProperty("formula").GetString()!;
        return text switch
        {
            "log(sum(exp(x)))" => new LogSumExp(),
            "sin(x0)*exp(x1)+log(x0*x2)+sqrt(x1)/x2+x0^3" => new Mix(),
            "tanh(x0*x1)/(1+x2^2)+cos(x0-x2)*x1" => new TanhOverSquare(),
            _ when text.StartsWith("W2 tanh(W1 x + b1)", StringComparison.Ordinal) => new Perceptron(Numbers(text)),
            _ => throw new NotSupportedException($"{oracle.Id}: the formula {text} has no implementation here."),
        };
    }

    /// <summary>The arrays that a formula's text gives: name → numbers in row-major order.</summary>
    private static Dictionary<string, double[]> Numbers(string text) => Regex.Matches(text, @"(\w+)=(\[[^=]*\])").ToDictionary(
        match => match.Groups[1].Value,
        match => Regex.Matches(match.Groups[2].Value, @"-?[\d.]+(e-?\d+)?").Select(number => double.Parse(number.Value, CultureInfo.InvariantCulture)).ToArray());

    private sealed class LogSumExp : IFormula
    {
        public S[] Of<S>(S[] x)
            where S : IScalar<S> => [S.Log(S.Exp(x[0]) + S.Exp(x[1]) + S.Exp(x[2]))];
    }

    private sealed class Mix : IFormula
    {
        public S[] Of<S>(S[] x)
            where S : IScalar<S> => [S.Sin(x[0]) * S.Exp(x[1]) + S.Log(x[0] * x[2]) + S.Sqrt(x[1]) / x[2] + x[0] * x[0] * x[0]];
    }

    private sealed class TanhOverSquare : IFormula
    {
        public S[] Of<S>(S[] x)
            where S : IScalar<S> => [S.Tanh(x[0] * x[1]) / (S.From(1) + x[2] * x[2]) + S.Cos(x[0] - x[2]) * x[1]];
    }

    /// <summary>W₂ tanh(W₁x + b₁), of x or of W₁ and b₁, whichever the numbers leave open; 3 inputs, 5 hidden, 2 outputs.</summary>
    private sealed class Perceptron(Dictionary<string, double[]> numbers) : IFormula
    {
        public S[] Of<S>(S[] free)
            where S : IScalar<S>
        {
            Tensor<S> x = new([3], numbers.ContainsKey("x") ? Known<S>("x") : free);
            Tensor<S> w1 = new([5, 3], numbers.ContainsKey("W1") ? Known<S>("W1") : free[..15]);
            Tensor<S> b1 = new([5], numbers.ContainsKey("b1") ? Known<S>("b1") : free[15..]);
            Tensor<S> hidden = new([5], [.. (w1.Dot(x) + b1).Elements.ToArray().Select(S.Tanh)]);
            return [.. new Tensor<S>([2, 5], Known<S>("W2")).Dot(hidden).Elements];
        }

        private S[] Known<S>(string name)
            where S : IScalar<S> => [.. numbers[name].Select(S.From)];
    }
}
