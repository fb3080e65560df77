using System;
using System.Linq;
using NetGen.Training;
using Xunit;

namespace NetGen.Runtime.Tests.Training;

public sealed class ScheduleTests
{
    [Fact]
    [Trait("Mathematics", "F8")]
    public void TheFormulasOfTheLecture()
    {
        // α₀/(1 + β·e) and 0.95^e·α₀ count e from 0, k/√e·α₀ counts it from 1, which is epoch 0.
        Rates(Schedules.Constant(0.2), 0.2, 0.2, 0.2, 0.2);
        Rates(Schedules.InverseTime(0.2), 0.2, 0.1, 0.2 / 3, 0.05);
        Rates(Schedules.InverseTime(0.2, decay: 0.5), 0.2, 0.2 / 1.5, 0.1, 0.08);
        Rates(Schedules.Exponential(0.2), 0.2, 0.19, 0.1805, 0.171475);
        Rates(Schedules.InverseSquareRoot(0.2, k: 0.5), 0.1, 0.1 / Math.Sqrt(2), 0.1 / Math.Sqrt(3), 0.05);
    }

    [Fact]
    [Trait("Mathematics", "F9")]
    public void StepsAndCurves()
    {
        Rates(Schedules.Step(1, 2), 1, 1, 0.1, 0.1, 0.01);
        Rates(Schedules.MultiStep(1, 0.5, 1, 3), 1, 0.5, 0.5, 0.25, 0.25);
        Rates(Schedules.MultiStep(1, 0.5), 1, 1);
        Rates(Schedules.Polynomial(1, 4), 1, 0.75, 0.5, 0.25, 0, 0);
        Rates(Schedules.Polynomial(1, 4, power: 2), 1, 0.5625, 0.25, 0.0625, 0);
        Rates(Schedules.Cosine(1, 4, end: 0.2), 1, 0.6 + 0.4 * Math.Sqrt(0.5), 0.6, 0.6 - 0.4 * Math.Sqrt(0.5), 0.2, 0.2);
        Rates(Schedules.WarmUp(4, Schedules.Exponential(1, 0.5)), 0.25, 0.5, 0.75, 1, 1, 0.5, 0.25);
        Rates(Schedules.WarmUp(0, Schedules.Exponential(1, 0.5)), 1, 0.5);
    }

    [Fact]
    public void NumbersOutsideTheirRangeAreNamed()
    {
        Func<double, Func<int, double>>[] rates =
        [
            rate => Schedules.Constant(rate), rate => Schedules.InverseTime(rate), rate => Schedules.Exponential(rate), rate => Schedules.InverseSquareRoot(rate),
            rate => Schedules.Step(rate, 1), rate => Schedules.MultiStep(rate, 0.1, 1), rate => Schedules.Polynomial(rate, 1), rate => Schedules.Cosine(rate, 1),
        ];
        foreach (Func<double, Func<int, double>> make in rates)
        {
            Assert.All((double[])[-1, double.NaN, double.PositiveInfinity], rate => Refused("rate", () => make(rate)));
        }

        foreach (double factor in (double[])[-0.1, 1.1, double.NaN])
        {
            Refused("factor", () => Schedules.Exponential(1, factor));
            Refused("factor", () => Schedules.Step(1, 1, factor));
            Refused("factor", () => Schedules.MultiStep(1, factor, 1));
        }

        Refused("decay", () => Schedules.InverseTime(1, -1));
        Refused("k", () => Schedules.InverseSquareRoot(1, double.NaN));
        Refused("epochs", () => Schedules.Step(1, 0));
        Refused("epochs", () => Schedules.Polynomial(1, 0));
        Refused("epochs", () => Schedules.Cosine(1, 0));
        Refused("epochs", () => Schedules.WarmUp(-1, Schedules.Constant(1)));
        Refused("power", () => Schedules.Polynomial(1, 1, 0));
        Refused("end", () => Schedules.Cosine(1, 1, -1));
        Assert.Throws<ArgumentNullException>(() => Schedules.WarmUp(1, null!));
        Refused("milestones", () => Schedules.MultiStep(1, 0.1, -5, 3));
        Rates(Schedules.MultiStep(1, 0.5, 0, 1), 0.5, 0.25);
        Assert.Contains("Milestone 2 follows 3", Assert.Throws<ArgumentException>(() => Schedules.MultiStep(1, 0.1, 3, 2)).Message);

        static void Refused(string name, Func<Func<int, double>> make) => Assert.Throws<ArgumentOutOfRangeException>(name, make);
    }

    private static void Rates(Func<int, double> schedule, params double[] expected) =>
        Assert.All(expected.Index(), rate => Assert.Equal(rate.Item, schedule(rate.Index), 1e-15));
}
