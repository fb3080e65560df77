using System.Collections.Generic;

namespace NetGen.Oracle;

/// <summary>An oracle case as a NetGen network and a batch.</summary>
public sealed record OracleProblem(OracleCase Case, NetworkDescription Description)
{
    public required int Rows { get; init; }

    /// <summary>[rows, input size].</summary>
    public required double[] Inputs { get; init; }

    /// <summary>Where the case has it, the gradient of the inputs.</summary>
    public required double[]? InputGradient { get; init; }

    /// <summary>The tensors' names in the case, in the canonical order of the network's own.</summary>
    public string[] Parameters { get; init; } = [];

    /// <summary>[rows, output size], or null where there are labels or an upstream gradient.</summary>
    public double[]? Targets { get; init; }

    public int[]? Labels { get; init; }

    /// <summary>∂loss/∂ŷ where the case gives it instead of a loss.</summary>
    public double[]? Upstream { get; init; }

    /// <summary>The case's loss and gradients divided by NetGen's: the two may average over different things.</summary>
    public double Scale { get; init; } = 1;

    /// <summary>Node → the name of the output that tells its values.</summary>
    public Dictionary<int, string> Nodes { get; init; } = [];

    public override string ToString() => Case.Id;
}
