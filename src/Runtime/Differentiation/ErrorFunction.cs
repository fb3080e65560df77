using System;

namespace NetGen.Differentiation;

/// <summary>erf x = 2/√π·∫e^(−t²)dt from 0 to x, which .NET lacks.</summary>
internal static class ErrorFunction
{
    private static readonly double twoOverRootPi = 2 / Math.Sqrt(Math.PI);

    /// <summary>erf x, to about 6·10⁻¹⁶ of it.</summary>
    public static double Of(double x)
    {
        double positive = Math.Abs(x);
        double erf = positive < 2 ? Series(positive) : positive < 6 ? 1 - Complement(positive) : double.IsNaN(x) ? x : 1;
        return Math.CopySign(erf, x);
    }

    /// <summary>2/√π·e^(−x²).</summary>
    public static S Derivative<S>(S x)
        where S : IScalar<S> => S.From(twoOverRootPi) * S.Exp(-(x * x));

    /// <summary>2/√π·e^(−x²)·Σ 2ᵏx²ᵏ⁺¹/(1·3·…·(2k + 1)) (Abramowitz and Stegun, 1964, 7.1.6).</summary>
    private static double Series(double x)
    {
        double term = x;
        double sum = x;
        for (int k = 1; term > sum * 1e-17; k++)
        {
            term *= 2 * x * x / (2 * k + 1);
            sum += term;
        }

        return twoOverRootPi * Math.Exp(-x * x) * sum;
    }

    /// <summary>e^(−x²)/√π / (x + ½/(x + 1/(x + 3/2/(x + …)))) (Abramowitz and Stegun, 1964, 7.1.14).</summary>
    private static double Complement(double x)
    {
        double fraction = 0;
        for (int k = 60; k > 0; k--)
        {
            fraction = 0.5 * k / (x + fraction);
        }

        return 0.5 * twoOverRootPi * Math.Exp(-x * x) / (x + fraction);
    }
}
