using System;
using System.Linq;
using NetGen.Samples.Charts;
using NetGen.Samples.Lectures.Demonstrations;
using Xunit;

namespace NetGen.Samples.Lectures.Tests;

/// <summary>What every demonstration claims, on its own numbers.</summary>
public sealed class ClaimTests
{
    [Theory]
    [Trait("Mathematics", "K1")]
    [InlineData("x²", 0.01)]
    [InlineData("sin x", 0.01)]
    [InlineData("sin πx", 0.02)]
    [InlineData("|x|", 0.03)]
    [InlineData("1{x>0}", 0.03)]
    public void Three_hidden_units_approximate_four_functions(string function, double limit)
    {
        Findings findings = Run.Of("K1");

        Assert.InRange(findings[function, "RMSE of the best"], 0, limit);
        Assert.Equal(limit, findings[function, "limit"]);
        Assert.True(findings[function, "RMSE of the best"] <= findings[function, "of the worst"]);
        Assert.Equal(10, ThreeUnits.Description.ParameterCount);
        var points = Series(findings, function, "the function at 50 points");
        Assert.Equal((50, -1.0, 1.0), (points.X.Count, points.X[0], points.X[^1]));
    }

    [Fact]
    [Trait("Mathematics", "K2")]
    public void Four_softplus_units_multiply_the_better_the_smaller_lambda_is_until_float_rounds()
    {
        Findings findings = Run.Of("K2");

        // Softplus is ln 2 + u/2 + u²/8 − u⁴/192 + …, so that the gate gives x₁x₂·(1 − λ²(x₁² + x₂²)/12) + O(λ⁴).
        double[] numbers = [.. Enumerable.Range(-10, 21).Select(tenth => tenth / 10.0)];
        double expected = Math.Sqrt(numbers.SelectMany(x1 => numbers.Select(x2 => Math.Pow(x1 * x2 * ((x1 * x1) + (x2 * x2)) / 12, 2))).Average());
        Assert.Equal(expected * 1e-4, findings["0.01", "RMSE in double"], 1e-3 * expected * 1e-4);
        Assert.Equal(expected * 1e-2, findings["0.1", "RMSE in double"], 1e-2 * expected * 1e-2);
        Assert.Equal(0.01, findings["the best λ", "RMSE in double"], 1e-9);

        Assert.InRange(findings["the best λ", "in float"], 0.02, 0.05);
        Assert.True(findings["0.01", "in float"] > 5 * findings["0.0316", "in float"]);
    }

    [Fact]
    [Trait("Mathematics", "K2")]
    public void Other_activations_have_no_curvature_at_0_to_multiply_by()
    {
        Findings findings = Run.Of("K2");

        Assert.Equal(0.25, findings["Softplus", "h = 0.001"], 1e-5);
        Assert.Equal(0, findings["Sigmoid", "h = 0.001"], 1e-5);
        Assert.Equal(0, findings["Tanh", "h = 0.001"], 1e-5);
        Assert.Equal(100 * findings["ReLU", "h = 0.1"], findings["ReLU", "h = 0.001"], 1e-6);
    }

    [Fact]
    [Trait("Mathematics", "K2")]
    public void Ten_products_need_40_hidden_units()
    {
        Findings findings = Run.Of("K2");

        Assert.Equal(40, findings["hidden units of ten gates", "count"]);
        Assert.Equal(40_040, findings["their weights", "count"]);
        Assert.Equal(500_000, findings["coefficients, one for every pair of inputs", "count"]);
    }

    [Fact]
    [Trait("Mathematics", "K3")]
    public void Hidden_units_that_start_alike_never_differ()
    {
        Findings findings = Run.Of("K3");

        Assert.Equal(0, findings["as zeros", "largest difference of units"]);
        Assert.Equal(Math.Log(2), findings["as zeros", "at last"], 1e-3);
        Assert.Equal(0, findings["as one number, 0.5", "largest difference of units"]);
        Assert.InRange(findings["as one number, 0.5", "at last"], 0.4, 0.7); // one unit alone: a quarter of the rows stays wrong
        Assert.InRange(findings["at random", "largest difference of units"], 0.5, 100);
        Assert.InRange(findings["at random", "at last"], 0, 0.02);
    }

    [Theory]
    [Trait("Mathematics", "K4")]
    [InlineData("sigmoid, LeCun", 0, 1e-9)]
    [InlineData("tanh, N(0, 0.01²)", 0, 1e-17)]
    [InlineData("tanh, LeCun", 0.01, 100)]
    [InlineData("ReLU, LeCun", 0, 0.1)]
    [InlineData("ReLU, He", 0.01, 100)]
    [InlineData("tanh, 16/inputs", 100, 1e6)]
    public void Gradients_vanish_or_explode_by_activation_and_initialization(string layers, double least, double most)
    {
        Findings findings = Run.Of("K4");

        Assert.InRange(findings[layers, "first layer"] / findings[layers, "last layer"], least, most);
        Assert.Equal(20, Series(findings, "norm of the gradient of each layer", layers).X.Count);
    }

    [Fact]
    [Trait("Mathematics", "K5")]
    public void Degree_9_overfits_ten_points_and_a_hundred_heal_it()
    {
        Findings findings = Run.Of("K5");
        double[] training = [.. Enumerable.Range(0, 10).Select(degree => findings[$"degree {degree} on 10 points", "RMSE in training"])];
        double third = findings["degree 3 on 10 points", "RMSE from the sine at 100"];
        double ninth = findings["degree 9 on 10 points", "RMSE from the sine at 100"];

        Assert.All(training.Zip(training.Skip(1)), pair => Assert.True(pair.Second <= pair.First));
        Assert.InRange(training[9], 0, 1e-8);
        Assert.InRange(third, 0, 0.3);
        Assert.InRange(ninth, 2 * third, double.MaxValue);
        Assert.InRange(findings["degree 9 on 100 points", "RMSE from the sine at 100"], 0, 0.5 * ninth);
        Assert.Equal((10, 100), (Series(findings, "fitted to 10 points", "training points").X.Count, Series(findings, "fitted to 100 points", "training points").X.Count));
    }

    [Fact]
    [Trait("Mathematics", "K6")]
    public void Early_stopping_halts_where_the_dev_error_turns()
    {
        Findings findings = Run.Of("K6");
        int turn = (int)findings["the turn of the dev error", "epoch"];
        int end = (int)findings["early stopping", "epoch"];
        double[] errors = [.. Series(findings, "errors in training and on 200 other examples", "on the dev set").Y];

        Assert.Equal(turn + 200 + 1, end);
        Assert.Equal(errors.Take(end).Min(), findings["the turn of the dev error", "dev RMSE"]);
        Assert.Equal(errors[turn - 1], findings["early stopping", "dev RMSE"]);
        Assert.True(errors[0] > 1.2 * errors[turn - 1]);
        Assert.True(errors[^1] > 1.03 * errors[turn - 1]);
        Assert.True(findings["all epochs", "training RMSE"] < 0.1 * findings["the turn of the dev error", "training RMSE"]);
    }

    [Fact]
    [Trait("Mathematics", "K7")]
    public void Standardized_inputs_take_a_tenth_of_the_steps_and_less()
    {
        Findings findings = Run.Of("K7");
        string steps = findings.Tables[0].Columns.Single(column => column.StartsWith("steps to a cost of", StringComparison.Ordinal));

        Assert.InRange(findings["standardized", steps], 1, 0.1 * findings["raw", steps]);
    }

    [Fact]
    [Trait("Mathematics", "K8")]
    public void Momentum_leaves_the_minimum_that_plain_descent_stays_in()
    {
        Findings findings = Run.Of("K8");

        Assert.Equal(findings["plain", "weight at first"], findings["with momentum", "weight at first"]);
        Assert.Equal(-1, findings["plain", "weight at last"], 1e-3);
        Assert.Equal(2, findings["plain", "cost at last"], 1e-3);
        Assert.Equal(2, findings["with momentum", "weight at last"], 0.05);
        Assert.Equal(0.5, findings["with momentum", "cost at last"], 0.01);
    }

    [Theory]
    [Trait("Mathematics", "K9")]
    [InlineData(Run.Seed)]
    [InlineData(6)]
    public void Dead_ReLU_units_stay_dead_and_leaky_ones_learn(ulong seed)
    {
        Findings findings = Catalogue.Find("K9")!.Run(seed);

        Assert.Equal((16, 16, 0), (findings["ReLU", "off at first"], findings["ReLU", "off at last"], findings["ReLU", "gradient at first"]));
        Assert.Equal(16, findings["leaky ReLU", "off at first"]);
        Assert.InRange(findings["leaky ReLU", "off at last"], 0, 15);
        Assert.InRange(findings["leaky ReLU", "gradient at first"], 1e-4, 1);
        Assert.InRange(findings["leaky ReLU", "RMSE"], 0, 0.5 * findings["ReLU", "RMSE"]);
    }

    [Fact]
    [Trait("Mathematics", "K10")]
    public void L1_makes_weights_exactly_zero_and_L2_does_not()
    {
        Findings findings = Run.Of("K10");

        Assert.Equal((0, 0), (findings["none", "weights that are 0"], findings["L2", "weights that are 0"]));
        Assert.True(findings["L2", "least |w|"] > 0);
        Assert.InRange(findings["L1", "of the 16 to be 0"], 12, 16);
        Assert.Equal(findings["L1", "of the 16 to be 0"], findings["L1", "weights that are 0"]);
    }

    [Theory]
    [Trait("Mathematics", "K11")]
    [InlineData("two circles")]
    [InlineData("XOR")]
    public void A_line_fails_and_a_hidden_layer_succeeds(string data)
    {
        Findings findings = Run.Of("K11");

        Assert.InRange(findings[$"{data}, a line", "accuracy"], 0, 0.8);
        Assert.InRange(findings[$"{data}, a hidden layer", "accuracy"], 0.97, 1);
    }

    [Fact]
    [Trait("Mathematics", "K12")]
    public void A_polynomial_activation_comes_no_closer_than_the_best_parabola_however_wide()
    {
        Findings findings = Run.Of("K12");

        foreach (string units in new[] { "4", "16", "64" })
        {
            double best = findings[units, "RMSE of the best parabola"];
            Assert.InRange(best, 0.4, 0.5);
            Assert.InRange(findings[units, "RMSE with z²"], best * (1 - 1e-6), best * 1.01);
        }

        Assert.InRange(findings["4", "RMSE with tanh"], 0, 0.1);
        Assert.InRange(findings["16", "RMSE with tanh"], 0, 0.02);
        Assert.InRange(findings["64", "RMSE with tanh"], 0, 0.02);
    }

    [Fact]
    [Trait("Mathematics", "K13")]
    public void Every_elementwise_activation_is_plotted_at_100_points()
    {
        Findings findings = Run.Of("K13");
        string[] elementwise = [.. Enum.GetNames<Activation>().Where(name => !name.EndsWith("Softmax", StringComparison.Ordinal))];

        Assert.Equal(elementwise, findings.Figure.Panels.Select(panel => panel.Title));
        Assert.Equal(elementwise, findings.Tables[0]);
        Assert.All(findings.Figure.Panels.SelectMany(panel => panel.Marks), mark => Assert.Equal((100, -10.0, 10.0), (mark.X.Count, mark.X[0], mark.X[^1])));
        Assert.Equal(1 / (1 + Math.Exp(10)), findings["Sigmoid", "ψ(−10)"], 1e-15);
        Assert.Equal((10, 1), (findings["ReLU", "ψ(10)"], findings["ReLU", "ψ'(10)"]));
        Assert.Equal(0.01, findings["LeakyReLU", "ψ'(−10)"]);
    }

    private static Series Series(Findings findings, string panel, string series) =>
        findings.Figure.Panels.Single(each => each.Title == panel).Marks.OfType<Series>().Single(each => each.Name == series);
}
