using System;
using System.Linq;
using NetGen.Checking;
using Xunit;

namespace NetGen.Runtime.Tests.Checking;

public sealed class BoundedTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(17)]
    [InlineData(64)]
    [InlineData(785)]
    public void A_sum_of_products_lies_within_its_bound_in_every_order(int length)
    {
        for (int seed = 0; seed < 50; seed++)
        {
            var random = new Random(seed);
            float[] w = Draw(random, length), x = Draw(random, length);
            Bounded bound = Dot(w, x);
            foreach (FloatArithmetic arithmetic in FloatArithmetic.Orders(seed))
            {
                AssertCovered(bound, arithmetic.Dot(w, x));
            }
        }
    }

    [Fact]
    public void A_random_expression_lies_within_its_bound_in_every_order()
    {
        int compared = 0;
        for (int seed = 0; seed < 2000; seed++)
        {
            Expression expression = Expression.Random(new Random(seed), depth: 5);
            Bounded.TakeDoubt();
            Bounded bound = expression.Over<Bounded>(x => x);
            if (Bounded.TakeDoubt())
            {
                continue;
            }

            foreach (FloatArithmetic arithmetic in FloatArithmetic.Orders(seed))
            {
                AssertCovered(bound, expression.InFloat(arithmetic));
                compared++;
            }
        }

        Assert.True(compared > 4000, $"only {compared} comparisons were made");
    }

    [Fact]
    public void The_bound_of_a_dense_layer_of_64_inputs_is_not_vacuous()
    {
        double largest = 0, bound = 0;
        for (int seed = 0; seed < 1000; seed++)
        {
            var random = new Random(seed);
            float[] w = Draw(random, 64), x = Draw(random, 64);
            Bounded z = Dot(w, x);
            largest = Math.Max(largest, Math.Abs(FloatArithmetic.Sequential.Dot(w, x) - z.Value));
            bound = Math.Max(bound, z.Error);
        }

        Assert.InRange(bound / largest, 1, 100);
    }

    [Fact]
    public void A_sum_costs_the_same_whatever_the_order()
    {
        float[] terms = Draw(new Random(1), 9);
        Bounded left = terms.Aggregate(default(Bounded), (sum, t) => sum + t);
        Bounded pairs = terms[..4].Aggregate(default(Bounded), (sum, t) => sum + t) + terms[4..].Aggregate(default(Bounded), (sum, t) => sum + t);
        Assert.Equal(left.Error, pairs.Error, 1e-22);
        Assert.InRange(left.Error, 8 * Math.Pow(2, -24) * terms.Sum(Math.Abs), 8.02 * Math.Pow(2, -24) * terms.Sum(Math.Abs));
    }

    [Fact]
    public void What_floats_do_exactly_costs_nothing()
    {
        Bounded x = 0.1f;
        Assert.Equal(0, x.Error);
        Assert.Equal(0, (x + Bounded.From(0)).Error);
        Assert.Equal(0, (x * Bounded.From(-4)).Error);
        Assert.Equal(0, (x * Bounded.From(0)).Error);
        Assert.Equal(0, Bounded.From(0.75).Error);
        Assert.Equal(Math.Abs(0.1 - 0.1f), Bounded.From(0.1).Error);
    }

    [Fact]
    public void A_decision_within_the_bound_is_in_doubt()
    {
        Bounded.TakeDoubt();
        Bounded.IsPositive(new Bounded(1e-7, 1e-8));
        Bounded.IsPositive(new Bounded(0, 0));
        Assert.False(Bounded.TakeDoubt());

        Bounded.IsPositive(new Bounded(-1e-8, 1e-7));
        Assert.True(Bounded.TakeDoubt());
        Assert.False(Bounded.TakeDoubt());
    }

    [Fact]
    public void Which_of_two_is_greater_is_in_doubt_where_their_bounds_overlap()
    {
        Bounded.TakeDoubt();
        Assert.True(Bounded.IsGreater(new Bounded(2e-7, 1e-8), new Bounded(1e-7, 1e-8)));
        Assert.False(Bounded.IsGreater(new Bounded(1, 0), new Bounded(1, 0)));

        // Computed alike, they are the same float.
        Assert.False(Bounded.IsGreater(new Bounded(1, 1e-7), new Bounded(1, 1e-7)));
        Assert.False(Bounded.TakeDoubt());

        Assert.True(Bounded.IsGreater(new Bounded(1.0000001, 1e-7), new Bounded(1, 1e-7)));
        Assert.True(Bounded.TakeDoubt());
        Assert.False(Bounded.IsGreater(new Bounded(1, 1e-7), new Bounded(1, 0)));
        Assert.True(Bounded.TakeDoubt());
    }

    [Fact]
    public void What_leaves_every_bound_is_in_doubt()
    {
        Bounded unsure = new(1e-8, 1e-7);
        Func<Bounded>[] without = [() => Bounded.From(1) / unsure, () => Bounded.Log(unsure), () => Bounded.Exp(100f), () => (Bounded)1e30f * 1e30f];
        foreach (Func<Bounded> computation in without)
        {
            Bounded.TakeDoubt();
            Assert.Equal(double.PositiveInfinity, computation().Error);
            Assert.True(Bounded.TakeDoubt());
        }
    }

    [Fact]
    public void An_error_carried_into_a_function_is_bounded_over_the_whole_interval()
    {
        // At 3 tanh is flat; half a unit nearer to 0 it is not.
        Bounded tanh = Bounded.Tanh(new Bounded(3, 0.5));
        Assert.True(tanh.Covers((float)Math.Tanh(2.5)));
        Assert.True(Bounded.Exp(new Bounded(1, 0.5)).Covers((float)Math.Exp(1.5)));
        Assert.True(Bounded.Log(new Bounded(1, 0.5)).Covers((float)Math.Log(0.5)));
        Assert.True(Bounded.Sqrt(new Bounded(0, 0.5)).Covers(0));
        Assert.True(Bounded.Sqrt(new Bounded(0.25, 0.25)).Covers((float)Math.Sqrt(0.5)));
        Assert.True((Bounded.From(1) / new Bounded(1, 0.5)).Covers(2));
        Assert.False(Bounded.Tanh(new Bounded(3, 0)).Covers((float)Math.Tanh(2.99)));
    }

    internal static void AssertCovered(Bounded bound, float actual) =>
        Assert.True(bound.Covers(actual), $"{actual:G9} is {Math.Abs(actual - bound.Value):G3} from {bound}");

    private static float[] Draw(Random random, int length) => [.. Enumerable.Range(0, length).Select(_ => (float)(random.NextDouble() * 2 - 1))];

    private static Bounded Dot(float[] w, float[] x) =>
        w.Zip(x, (a, b) => (Bounded)a * b).Aggregate((sum, t) => sum + t);
}
