using System;
using static System.FormattableString;

namespace NetGen.Evaluation;

/// <summary>
/// AIC = m ln(RSS/m) + 2k (H. Akaike, "A new look at the statistical model identification", 1974): of several models of the
/// same rows that which has the least is expected to predict best; every parameter has to pay for itself.
/// </summary>
/// <remarks>
/// It is −2 ln of the likelihood + 2k for normal errors of one variance, less what is the same for all models of the rows.
/// An exact fit has −∞, and then says nothing: judge such a model on other rows. It means less for networks, whose
/// parameters may outnumber the rows, than for models with few.
/// </remarks>
public static class AkaikeCriterion
{
    /// <summary>AIC from the residuals.</summary>
    /// <param name="residualSquares">RSS = Σ (ŷ − y)² over the rows trained on, 0 or more.</param>
    /// <param name="rows">m, at least 1.</param>
    /// <param name="parameters">k, the number of parameters that were fitted, 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public static double Of(double residualSquares, long rows, long parameters)
    {
        if (!(residualSquares >= 0 && double.IsFinite(residualSquares)))
        {
            throw Expect.OutOfRange(nameof(residualSquares), residualSquares, "expected a sum of squares, 0 or more and finite.");
        }

        Expect.AtLeast(rows, 1, nameof(rows));
        Expect.AtLeast(parameters, 0, nameof(parameters));
        return rows * Math.Log(residualSquares / rows) + 2.0 * parameters;
    }

    /// <summary>AIC from the errors of a regression on the rows that it was trained on.</summary>
    /// <param name="errors">The errors, of one column.</param>
    /// <param name="parameters">k, the number of parameters that were fitted, as <c>Description.ParameterCount</c> says.</param>
    /// <exception cref="ArgumentException">There are several columns, whose errors may have several variances.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There are no rows, a prediction was not finite, or the parameters are negative.</exception>
    public static double Of(RegressionErrors errors, long parameters)
    {
        ArgumentNullException.ThrowIfNull(errors);
        return errors.Columns == 1
            ? Of(errors.SquaredSum, errors.Count, parameters)
            : throw new ArgumentException(Invariant($"The errors have {errors.Columns} columns; expected 1, for the criterion knows one variance of the errors."), nameof(errors));
    }
}
