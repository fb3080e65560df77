using NetGen.Checking;

namespace NetGen.Generated.Tests.Support;

/// <summary>What the first rows of an example batch should give, each number with the bound of its error in float.</summary>
/// <param name="Rows">The number of rows.</param>
/// <param name="Cost">J as training sees it; unknown without a loss.</param>
/// <param name="Derivative">The derivative of J along the example's direction, by dual numbers.</param>
/// <param name="Gradient">∂J/∂θ, canonical.</param>
/// <param name="InputGradient">∂J/∂x, [rows, input size].</param>
/// <param name="Backward">∂/∂θ of Σ u·ŷ for the batch's upstream gradient u, canonical.</param>
/// <param name="BackwardInput">∂/∂x of the same.</param>
internal sealed record Expectation(
    int Rows, Bounded? Cost, double Derivative, Bounded[] Gradient, Bounded[] InputGradient, Bounded[] Backward, Bounded[] BackwardInput);
