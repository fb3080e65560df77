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
    public void Gated_activations_and_their_slopes_lie_within_the_bound() =>
        Sweep((z, arithmetic) =>
        {
            float u = arithmetic.Exp(-MathF.Abs(z)), share = arithmetic.Quotient(1, 1 + u);
            Hold(Activation.SiLU, z, z * arithmetic.Sigmoid(z), z * share * (u * share) + (z < 0 ? u * share : share));

            float inner = MathF.Min(11, MathF.Max(-11, z)), square = inner * inner;
            float x = inner * MathF.FusedMultiplyAdd(square, 0.07135481f, 1.5957691f), rise = square * (3 * 0.07135481f) + 1.5957691f;
            (u, share) = (arithmetic.Exp(-MathF.Abs(x)), arithmetic.Quotient(1, 1 + arithmetic.Exp(-MathF.Abs(x))));
            Hold(Activation.GELUTanh, z, z * arithmetic.Sigmoid(z * (z * z * 0.07135481f + 1.5957691f)), inner * rise * share * (u * share) + (x < 0 ? u * share : share));

            float e = arithmetic.Exp(MathF.Min(20, z)), n = e * (e + 2);
            share = arithmetic.Quotient(1, n + 2);
            Hold(Activation.Mish, z, z * arithmetic.Quotient(n, n + 2), (MathF.Min(20, z) * (4 * e * (e + 1) * share) + n) * share);
        });

    [Fact]
    public void Slopes_of_exponential_units_from_their_outputs_lie_within_the_bound() =>
        Sweep((z, arithmetic) =>
        {
            float elu = z > 0 ? z : -arithmetic.Function(-Math.Exp(z) + 1) * 0.5f;
            Hold(Activation.ELU, z, elu, z > 0 ? 1 : elu + 0.5f, slope: 0.5);
            float selu = z > 0 ? z * 1.0507010f : -arithmetic.Function(-Math.Exp(z) + 1) * 1.7580993f;
            Hold(Activation.SELU, z, selu, z > 0 ? 1.0507010f : selu + 1.7580993f);
        });

    [Fact]
    public void Slopes_of_hard_activations_and_softsign_lie_within_the_bound() =>
        Sweep((z, arithmetic) =>
        {
            float hard = MathF.Min(6, MathF.Max(0, z + 3)) * (1f / 6);
            Hold(Activation.HardTanh, z, Math.Clamp(z, -1, 1), MathF.Abs(z) < 1 ? 1 : 0);
            Hold(Activation.ReLU6, z, Math.Clamp(z, 0, 6), z is > 0 and < 6 ? 1 : 0);
            Hold(Activation.HardSigmoid, z, hard, hard is > 0 and < 1 ? 1f / 6 : 0);
            Hold(Activation.HardSwish, z, z * hard, z < -3 ? 0 : z < 3 ? z * (1f / 3) + 0.5f : 1);
            Hold(Activation.HardThreshold, z, z > 0 ? 1 : 0, 0);
            float softsign = arithmetic.Quotient(z, 1 + MathF.Abs(z));
            Hold(Activation.Softsign, z, softsign, (1 - MathF.Abs(softsign)) * (1 - MathF.Abs(softsign)));
        });

    [Fact]
    public void The_pullback_of_log_softmax_from_its_outputs_lies_within_the_bound() =>
        Sweep((z, arithmetic) =>
        {
            float[] logits = [z, -z / 2, 0.25f, z - 0.125f];
            float[] upstream = [1.5f, -0.7f, 0.1f, 1.4f];
            (_, float log, float max) = Softmax(logits, arithmetic);
            float sum = arithmetic.Sum(upstream);
            (Bounded value, Bounded[] gradient) = Output([new ActivateDescription("A", [0], Activation.LogSoftmax)], null, logits, [], upstream);
            BoundedTests.AssertCovered(value, logits[0] - max - log);
            for (int j = 0; j < logits.Length; j++)
            {
                BoundedTests.AssertCovered(gradient[j], upstream[j] - arithmetic.Exp(logits[j] - max - log) * sum);
            }
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

    /// <summary>A value and a slope as float computations may have them, where no decision of the bound is in doubt.</summary>
    private static void Hold(Activation activation, float z, float value, float derivative, double? slope = null)
    {
        Bounded.TakeDoubt();
        ActivateDescription layer = slope is { } given ? new("A", [0], activation, given) : new("A", [0], activation);
        (Bounded bound, Bounded[] gradient) = Output([layer], null, [z], [], [1]);
        if (!Bounded.TakeDoubt())
        {
            BoundedTests.AssertCovered(bound, value);
            BoundedTests.AssertCovered(gradient[0], derivative);
        }
    }

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
