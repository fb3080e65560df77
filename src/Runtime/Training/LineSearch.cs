using System;

namespace NetGen.Training;

/// <summary>Finds a step t &gt; 0 that minimises a function of t.</summary>
public static class LineSearch
{
    /// <summary>How much longer or shorter the next step is while a minimum is sought between two others.</summary>
    private const double Stride = 4;
    private const int MostStrides = 32;
    private const int MostSteps = 100;
    private static readonly double golden = (3 - Math.Sqrt(5)) / 2;

    /// <summary>
    /// A local minimum: steps are made shorter until one is lower than no step, or longer until one is higher than the
    /// one before; between those it is found by parabolas and golden sections (Brent, 1973).
    /// </summary>
    /// <param name="cost">The function f; where it is infinite or NaN, it counts as higher than anywhere else.</param>
    /// <param name="first">The step to begin with, above 0 and finite.</param>
    /// <param name="tolerance">
    /// The relative error of t that is borne, above 0 and below 1. Below the square root of the precision of f, such as
    /// 1.5·10⁻⁸ in double, the differences of f are rounding alone.
    /// </param>
    /// <returns>t and f(t) &lt; f(0); or 0 and f(0) where no step was lower.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static (double Step, double Cost) Minimize(Func<double, double> cost, double first, double tolerance)
    {
        ArgumentNullException.ThrowIfNull(cost);
        if (!(first > 0 && double.IsFinite(first)))
        {
            throw Expect.OutOfRange(nameof(first), first, "a first step is above 0 and finite, such as 1.");
        }

        if (!(tolerance is > 0 and < 1))
        {
            throw Expect.OutOfRange(nameof(tolerance), tolerance, "a relative tolerance lies above 0 and below 1, such as 1e-6.");
        }

        (double Step, double Cost) low = At(cost, 0), middle = At(cost, first), high;
        if (middle.Cost < low.Cost)
        {
            int strides = 0;
            while ((high = At(cost, Stride * middle.Step)).Cost < middle.Cost && strides++ < MostStrides)
            {
                (low, middle) = (middle, high);
            }
        }
        else
        {
            int strides = 0;
            do
            {
                high = middle;
                middle = At(cost, middle.Step / Stride);
            }
            while (!(middle.Cost < low.Cost) && strides++ < MostStrides);
        }

        return middle.Cost < low.Cost && middle.Cost <= high.Cost ? Between(cost, low, middle, high, tolerance)
            : middle.Cost < low.Cost ? high : low;
    }

    /// <summary>Brent's localmin between two points with a lower one between them.</summary>
    private static (double Step, double Cost) Between(
        Func<double, double> cost, (double Step, double Cost) low, (double Step, double Cost) middle, (double Step, double Cost) high, double tolerance)
    {
        // x is the lowest point, w the next, v the one that was w before.
        (double a, double b) = (low.Step, high.Step);
        (double Step, double Cost) x = middle, w = low.Cost < high.Cost ? low : high, v = low.Cost < high.Cost ? high : low;
        double moved = b - a, before = b - a;
        for (int step = 0; step < MostSteps; step++)
        {
            double center = (a + b) / 2, near = tolerance * x.Step;
            if (Math.Abs(x.Step - center) <= 2 * near - (b - a) / 2)
            {
                break;
            }

            double r = (x.Step - w.Step) * (x.Cost - v.Cost), q = (x.Step - v.Step) * (x.Cost - w.Cost);
            double parabola = ((x.Step - w.Step) * r - (x.Step - v.Step) * q) / (2 * (q - r));
            double next;
            if (Math.Abs(parabola) < Math.Abs(before / 2) && x.Step + parabola > a && x.Step + parabola < b)
            {
                (before, next) = (moved, parabola);
                double place = x.Step + next;
                if (place - a < 2 * near || b - place < 2 * near)
                {
                    next = Math.CopySign(near, center - x.Step);
                }
            }
            else
            {
                before = x.Step >= center ? a - x.Step : b - x.Step;
                next = golden * before;
            }

            moved = next;
            (double Step, double Cost) u = At(cost, x.Step + (Math.Abs(next) >= near ? next : Math.CopySign(near, next)));
            if (u.Cost <= x.Cost)
            {
                (a, b) = u.Step >= x.Step ? (x.Step, b) : (a, x.Step);
                (v, w, x) = (w, x, u);
            }
            else
            {
                (a, b) = u.Step < x.Step ? (u.Step, b) : (a, u.Step);
                if (u.Cost <= w.Cost || w.Step == x.Step)
                {
                    (v, w) = (w, u);
                }
                else if (u.Cost <= v.Cost || v.Step == x.Step || v.Step == w.Step)
                {
                    v = u;
                }
            }
        }

        return x;
    }

    private static (double Step, double Cost) At(Func<double, double> cost, double step) =>
        (step, double.IsFinite(step) && cost(step) is var value && double.IsFinite(value) ? value : double.PositiveInfinity);
}
