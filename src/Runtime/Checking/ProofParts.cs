using System;

namespace NetGen.Checking;

/// <summary>What a <see cref="NetworkProof"/> looks at.</summary>
[Flags]
public enum ProofParts
{
    /// <summary>The parameters' names, shapes and places are those of the description.</summary>
    Layout = 1,

    /// <summary>Predictions, of one row and of a batch.</summary>
    Forward = 2,

    /// <summary>The forward pass of training, with dropout.</summary>
    Training = 4,

    /// <summary>The cost of a batch.</summary>
    Cost = 8,

    /// <summary>Cost and gradient as training sees them, by targets and by labels, of rows with and without weights, with and without the input's gradient.</summary>
    Gradient = 16,

    /// <summary>The backward pass from any gradient of the output.</summary>
    Backward = 32,

    /// <summary>Padding is zero, and calls write nothing but what they were given to write.</summary>
    Memory = 64,

    /// <summary>The same call gives the same bits, on any thread and whatever was called before.</summary>
    Determinism = 128,

    /// <summary>Warm calls allocate nothing.</summary>
    Allocation = 256,

    /// <summary>Lengths, labels and weights that do not fit are refused, in words, and change nothing.</summary>
    Rejection = 512,

    /// <summary>Steps of Adam, each from the network's own parameters and moments.</summary>
    Steps = 1024,

    /// <summary>Everything.</summary>
    All = 2047,
}
