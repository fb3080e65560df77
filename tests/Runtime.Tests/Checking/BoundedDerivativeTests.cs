using System;
using System.Linq;
using NetGen.Checking;
using NetGen.Differentiation;
using NetGen.Reference;
using Xunit;

namespace NetGen.Runtime.Tests.Checking;

/// <summary>
/// Compiled code computes derivatives by formulas of its own, σ′ = a(1 − a), δ = ŷ − y; the bound that comes off the
/// tape covers them, over the whole range and with every function value up to 2.5 ulp off.
/// </summary>
public sealed class BoundedDerivativeTests
{
    [Theory]
    [InlineData(Activation.Sigmoid)]
    [InlineData(Activation.Tanh)]
    public void Slopes_of_activations_from_their_outputs_lie_within_the_bound(Activation activation) =>
        Sweep((z, arithmetic) =>
        {
            float a = activation == Activation.Sigmoid ? arithmetic.Sigmoid(z) : arithmetic.Tanh(z);
            float slope = activation == Activation.Sigmoid ? a * (1 - a) : MathF.FusedMultiplyAdd(-a, a, 1);
            float unfused = activation == Activation.Sigmoid ? a - a * a : 1 - a * a;
            (Bounded value, Bounded[] gradient) = Output([new ActivateDescription("A", [0], activation)], null, [z], [], [1]);
            BoundedTests.AssertCovered(value, a);
            BoundedTests.AssertCovered(gradient[0], slope);
            BoundedTests.AssertCovered(gradient[0], unfused);
        });

    [Fact]
    public void The_slope_of_softplus_from_its_output_lies_within_the_bound() =>
        Sweep((z, arithmetic) =>
        {
            float a = MathF.Max(z, 0) + arithmetic.Function(Math.Log(1 + Math.Exp(-Math.Abs((double)z))));
            (Bounded value, Bounded[] gradient) = Output([new ActivateDescription("A", [0], Activation.Softplus)], null, [z], [], [1]);
            BoundedTests.AssertCovered(value, a);
            BoundedTests.AssertCovered(gradient[0], arithmetic.Function(1 - Math.Exp(-(double)a)));
        });

    [Fact]
    public void GELU_and_its_slope_lie_within_the_bound() =>
        Sweep((z, arithmetic) =>
        {
            float erf = arithmetic.Function(Real<double>.Erf((double)(z * 0.70710677f)).Number);
            float density = arithmetic.Exp(z * -0.5f * z) * 0.3989423f;
            (Bounded value, Bounded[] gradient) = Output([new ActivateDescription("A", [0], Activation.GELU)], null, [z], [], [1]);
            BoundedTests.AssertCovered(value, z * 0.5f * (1 + erf));
            BoundedTests.AssertCovered(gradient[0], MathF.FusedMultiplyAdd(z, density, MathF.FusedMultiplyAdd(0.5f, erf, 0.5f)));
            BoundedTests.AssertCovered(gradient[0], z * density + (0.5f * erf + 0.5f));
        });

    [Fact]
    public void Fused_binary_cross_entropy_lies_within_the_bound() =>
        Sweep((z, arithmetic) =>
        {
            foreach (float y in new[] { 0, 1, 0.5f, 0.3f })
            {
                float loss = MathF.Max(z, 0) - y * z + arithmetic.Log(1 + arithmetic.Exp(-MathF.Abs(z)));
                (Bounded value, Bounded[] gradient) = Output([new ActivateDescription("A", [0], Activation.Sigmoid)], Loss.BinaryCrossEntropy, [z], [y], []);
                BoundedTests.AssertCovered(value, loss);
                BoundedTests.AssertCovered(gradient[0], arithmetic.Sigmoid(z) - y);
            }
        });

    [Fact]
    public void Fused_cross_entropy_lies_within_the_bound() =>
        Sweep((z, arithmetic) =>
        {
            float[] logits = [z, -z / 2, 0.25f, z - 0.125f];
            float[] y = [0.5f, 0, 0.25f, 0.25f];
            (float[] p, float log, float max) = Softmax(logits, arithmetic);
            float loss = arithmetic.Sum([.. logits.Zip(y, (logit, target) => target * (log - (logit - max)))]);
            (Bounded value, Bounded[] gradient) = Output([new ActivateDescription("A", [0], Activation.Softmax)], Loss.CrossEntropy, logits, y, []);
            BoundedTests.AssertCovered(value, loss);
            for (int j = 0; j < p.Length; j++)
            {
                BoundedTests.AssertCovered(gradient[j], p[j] - y[j]);
            }
        });

    [Fact]
    public void The_pullback_of_softmax_from_its_outputs_lies_within_the_bound() =>
        Sweep((z, arithmetic) =>
        {
            float[] logits = [z, -z / 2, 0.25f, z - 0.125f];
            float[] upstream = [1.5f, -0.7f, 0.1f, 1.4f];
            (float[] p, _, _) = Softmax(logits, arithmetic);
            float mean = arithmetic.Sum([.. p.Zip(upstream, (a, u) => a * u)]);
            (_, Bounded[] gradient) = Output([new ActivateDescription("A", [0], Activation.Softmax)], null, logits, [], upstream);
            for (int j = 0; j < p.Length; j++)
            {
                BoundedTests.AssertCovered(gradient[j], p[j] * (upstream[j] - mean));
            }
        });

    [Fact]
    public void Unfused_binary_cross_entropy_lies_within_the_bound() =>
        Sweep((z, arithmetic) =>
        {
            if (MathF.Abs(z) > 8)
            {
                return;
            }

            foreach (float y in new[] { 0, 1, 0.3f })
            {
                float a = arithmetic.Sigmoid(z);
                float slope = arithmetic.Quotient(a - y, MathF.Max((1 - a) * a, 1e-12f)) * (a * (1 - a));
                (Bounded value, Bounded[] gradient) = Output(
                    [new ActivateDescription("A", [0], Activation.Sigmoid), new ActivateDescription("I", [1], Activation.Identity)], Loss.BinaryCrossEntropy, [z], [y], []);
                BoundedTests.AssertCovered(value, -(y * arithmetic.Log(a) + (1 - y) * arithmetic.Log(1 - a)));
                BoundedTests.AssertCovered(gradient[0], slope);
            }
        });

    private static (float[] P, float Log, float Max) Softmax(float[] logits, FloatArithmetic arithmetic)
    {
        float max = logits.Max();
        float[] exp = [.. logits.Select(z => arithmetic.Exp(z - max))];
        float sum = arithmetic.Sum(exp);
        return ([.. exp.Select(e => arithmetic.Quotient(e, sum))], arithmetic.Log(sum), max);
    }

    /// <summary>The loss, or the first output, and the gradient by the input.</summary>
    private static (Bounded Value, Bounded[] Gradient) Output(LayerDescription[] layers, Loss? loss, float[] input, float[] target, float[] upstream)
    {
        NetworkDescription description = new("One", [input.Length], [.. layers], loss);
        Tape<Bounded> tape = new();
        Variable<Bounded>[] x = Array.ConvertAll(input, value => tape.Leaf(value));
        Variable<Bounded>[][] nodes = ReferencePass.Forward<Variable<Bounded>>(description, [], x, null);
        Variable<Bounded>[] outputs = loss is null
            ? nodes[^1]
            : [ReferencePass.Loss<Variable<Bounded>>(description, nodes, Array.ConvertAll(target, y => Variable<Bounded>.Constant(y)))];
        tape.Backward(outputs, loss is null ? Array.ConvertAll(upstream, u => (Bounded)u) : [Bounded.From(1)]);
        return (outputs[0].Primal, Array.ConvertAll(x, tape.Adjoint));
    }

    private static void Sweep(Action<float, FloatArithmetic> check)
    {
        Random random = new(5);
        for (int trial = 0; trial < 3000; trial++)
        {
            float z = (float)((random.NextDouble() * 2 - 1) * Math.Pow(10, random.NextDouble() * 6 - 4.5));
            foreach (FloatArithmetic arithmetic in FloatArithmetic.Orders(trial).Take(2))
            {
                check(z, arithmetic);
            }
        }
    }
}
