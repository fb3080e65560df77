using System;
using System.Linq;
using NetGen.Checking;
using NetGen.Reference;
using NetGen.Tests.Support;
using NetGen.Training;
using Xunit;
using Xunit.Abstractions;

namespace NetGen.Runtime.Tests.Checking;

[Trait("Mathematics", "I1")]
public sealed class GradientCheckTests(ITestOutputHelper output)
{
    private static readonly NetworkDescription[] WithoutDropout =
        [.. Descriptions.All.Where(description => !description.Losses.IsEmpty && !description.Layers.Any(layer => layer is DropoutDescription or BatchNormDescription))];

    [Fact]
    public void The_reference_is_good_after_initialization_and_after_training()
    {
        Assert.True(WithoutDropout.Length >= 3);
        foreach (NetworkDescription description in WithoutDropout)
        {
            ReferenceNetwork<double> network = new(description, seed: 2);
            Good(GradientCheck.Of(network, Examples(description)));

            Adam<double> adam = new(network.Layout.Length, 0.02);
            Workspace<double> workspace = network.CreateWorkspace(6);
            double[] gradient = new double[network.Layout.Length];
            for (int step = 0; step < 50; step++)
            {
                network.Gradient(Examples(description), gradient, workspace);
                adam.Step(network.Parameters, gradient);
            }

            Good(GradientCheck.Of(network, Examples(description)));
        }
    }

    [Theory]
    [InlineData(1e-7)]
    [InlineData(1e-5)]
    public void Every_allowed_epsilon_is_good(double epsilon) =>
        Good(GradientCheck.Of(new ReferenceNetwork<double>(WithoutDropout[0], seed: 2), Examples(WithoutDropout[0]), epsilon));

    [Fact]
    public void A_gradient_without_one_bias_is_suspect_and_says_where()
    {
        NetworkDescription description = WithoutDropout[0];
        Altered<double> network = new(new ReferenceNetwork<double>(description, seed: 2), gradient => gradient[^1] = 0);
        GradientCheck check = GradientCheck.Of(network, Examples(description));
        Assert.True(check.Suspect);
        Assert.Contains("element 2 of Dense2.Bias", check.Verdict);
        Assert.Contains("suspect", check.ToString());
    }

    [Fact]
    public void A_gradient_off_by_a_part_in_ten_thousand_is_not_called_good()
    {
        NetworkDescription description = WithoutDropout[0];
        Altered<double> network = new(new ReferenceNetwork<double>(description, seed: 2), gradient => gradient.Select(g => g * 1.0001).ToArray().CopyTo(gradient, 0));
        GradientCheck check = GradientCheck.Of(network, Examples(description));
        Assert.InRange(check.Ratio, 4.9e-5, 5.1e-5);
        Assert.False(check.Suspect);
        Assert.DoesNotContain("good", check.Verdict);
    }

    [Fact]
    public void A_gradient_that_is_not_a_number_is_suspect()
    {
        NetworkDescription description = WithoutDropout[0];
        Altered<double> network = new(new ReferenceNetwork<double>(description, seed: 2), gradient => gradient[3] = double.NaN);
        Assert.True(GradientCheck.Of(network, Examples(description)).Suspect);
    }

    [Fact]
    public void Two_gradients_of_zero_agree()
    {
        NetworkDescription description = new("Line", [1], [new DenseDescription("Dense1", [0], 1)], Loss.HalfSquaredError);
        ReferenceNetwork<double> network = new(description);
        network.Parameters.Clear();
        Assert.Equal(0, GradientCheck.Of(network, new Batch<double>(1, [0.0], [0.0])).Ratio, 1e-12);

        // Without data to learn from the gradient is 0 exactly.
        description = new("Cut", [1], [new DenseDescription("Dense1", [0], 1, Bias: false), new ActivateDescription("ReLU1", [1], Activation.ReLU)], Loss.HalfSquaredError);
        Assert.Equal(0, GradientCheck.Of(new ReferenceNetwork<double>(description), new Batch<double>(1, [0.0], [0.0])).Ratio);
    }

    [Fact]
    public void The_parameters_are_put_back_exactly()
    {
        ReferenceNetwork<double> network = new(WithoutDropout[0], seed: 2);
        double[] before = network.Parameters.ToArray();
        GradientCheck.Of(network, Examples(WithoutDropout[0]));
        Assert.Equal(before, network.Parameters.ToArray());
    }

    [Fact]
    public void Truncated_gradients_are_refused()
    {
        NetworkDescription Back(int steps) => new("Short", [5, 2], [new GRUDescription("Memory", [0], 3, BackSteps: steps)], Loss.HalfSquaredError);
        string message = Assert.Throws<InvalidOperationException>(() => GradientCheck.Of(new ReferenceNetwork<double>(Back(2)), Examples(Back(2)))).Message;

        Assert.Equal("Short goes back 2 steps in Memory, so its gradient is not that of its cost. Check the same network with BackSteps = 0.", message);
        Good(GradientCheck.Of(new ReferenceNetwork<double>(Back(0)), Examples(Back(0))));
    }

    [Fact]
    public void Dropout_is_refused_unless_its_rate_is_zero()
    {
        NetworkDescription With(double rate) => new(
            "Dropped", [2], [new DenseDescription("Dense1", [0], 3), new DropoutDescription("Noise", [1], rate)], Loss.HalfSquaredError);
        string message = Assert.Throws<InvalidOperationException>(() => GradientCheck.Of(new ReferenceNetwork<double>(With(0.5)), Examples(With(0.5)))).Message;
        Assert.Contains("Noise", message);
        Assert.Contains("0.5", message);
        Good(GradientCheck.Of(new ReferenceNetwork<double>(With(0), seed: 1), Examples(With(0))));
    }

    [Theory]
    [InlineData(1e-8)]
    [InlineData(1e-4)]
    [InlineData(0)]
    [InlineData(double.NaN)]
    public void An_epsilon_out_of_range_is_refused(double epsilon) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => GradientCheck.Of(new ReferenceNetwork<double>(WithoutDropout[0]), Examples(WithoutDropout[0]), epsilon));

    private void Good(GradientCheck check)
    {
        output.WriteLine(check.ToString());
        Assert.True(check.Ratio < GradientCheck.Good, check.ToString());
        Assert.StartsWith("good", check.Verdict, StringComparison.Ordinal);
    }

    private static Batch<double> Examples(NetworkDescription description)
    {
        const int Rows = 6;
        Random random = new(4);
        double[] Draw(int size) => [.. Enumerable.Range(0, Rows * size).Select(_ => random.NextDouble())];
        double[] inputs = Draw(description.InputSize);
        description.Fit<double>(inputs);
        return new Batch<double>(Rows, inputs, Draw(description.OutputSize));
    }
}
