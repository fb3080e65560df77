using System.Collections.Immutable;

namespace NetGen.Comparison.Peers;

/// <summary>What is timed.</summary>
internal enum Work
{
    /// <summary>Predict one row.</summary>
    PredictRow,

    /// <summary>Predict a batch.</summary>
    PredictBatch,

    /// <summary>Forward, loss, backward and Adam on a batch.</summary>
    Train,
}

/// <summary>A multilayer perceptron that everybody runs.</summary>
/// <param name="Name">"W3".</param>
/// <param name="Sizes">The width of the input, of every hidden layer and of the output: 784, 128, 10.</param>
/// <param name="Hidden">The activation of the hidden layers: "ReLU" or "Tanh".</param>
/// <param name="Output">That of the output: "Softmax", trained with cross-entropy, or "Linear", trained with the mean squared error.</param>
/// <param name="Batch">The rows of a batch in training.</param>
internal sealed record Workload(string Name, ImmutableArray<int> Sizes, string Hidden, string Output, int Batch);

/// <summary>The numbers that everybody computes with; all of them only read, a contestant that trains copies its parameters.</summary>
/// <param name="Weights">W of every layer, [outputs, inputs].</param>
/// <param name="Biases">b of every layer, [outputs].</param>
/// <param name="Rows">The rows there are: a multiple of the rows of the work, to be gone through in order and over again.</param>
/// <param name="Inputs">[Rows, inputs].</param>
/// <param name="Labels">The class of every row, [Rows]; empty where the output is linear.</param>
/// <param name="Targets">[Rows, outputs]; empty where the output is a softmax.</param>
/// <param name="LearningRate">
/// Adam's α, small enough that nothing converges: moments would become denormal, and slow. β₁ 0.9, β₂ 0.999, ε 1e-8.
/// </param>
internal sealed record Problem(
    ImmutableArray<float[]> Weights, ImmutableArray<float[]> Biases, int Rows, float[] Inputs, int[] Labels, float[] Targets, double LearningRate);

/// <summary>A task, set up.</summary>
internal interface IRun : IDisposable
{
    /// <summary>Calls in a row, on inputs that rotate through the problem's rows.</summary>
    /// <returns>Nanoseconds per call.</returns>
    double Measure(int calls);

    /// <summary>Nanoseconds of single calls, one for each element: for the tail.</summary>
    void Latencies(Span<double> nanoseconds);

    /// <summary>The output for one row with the current parameters; shows that everybody computes the same.</summary>
    float[] Predict(ReadOnlySpan<float> row);
}

/// <summary>Something else that computes networks.</summary>
internal interface IPeer : IDisposable
{
    /// <summary>Its name, by which it is found among those whom NetGen must beat.</summary>
    string Name { get; }

    /// <summary>Its version, and which kernels it picked where it says.</summary>
    string Version { get; }

    /// <summary>Sets a task up.</summary>
    /// <param name="workload">The network.</param>
    /// <param name="work">What is timed.</param>
    /// <param name="rows">The rows of one call.</param>
    /// <param name="threads">The threads to use, at most.</param>
    /// <param name="problem">Parameters and data.</param>
    /// <returns>The task, or null where this peer does not do that.</returns>
    IRun? Prepare(Workload workload, Work work, int rows, int threads, Problem problem);
}
