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

    /// <summary>One step of a stream, from the state that the call before left.</summary>
    Step,
}

/// <summary>A network that everybody runs.</summary>
/// <param name="Name">"W3".</param>
/// <param name="Shape">What it is, in short: 784-128-10.</param>
/// <param name="Network">The network as data.</param>
/// <param name="Batch">The rows of a batch in training.</param>
internal sealed record Workload(string Name, string Shape, NetworkDescription Network, int Batch)
{
    /// <summary>The network for those who know perceptrons alone; null where it is none.</summary>
    public Perceptron? Perceptron { get; init; }

    /// <summary>Whether it is run step by step, its state carried on from call to call, and not row by row.</summary>
    public bool Streams { get; init; }

    /// <summary>What is to be said beside its numbers; null for nothing.</summary>
    public string? Note { get; init; }
}

/// <summary>The numbers that everybody computes with; all of them only read, a contestant that trains copies its parameters.</summary>
/// <param name="Parameters">All parameters in canonical order.</param>
/// <param name="Rows">The rows there are: a multiple of the rows of the work, to be gone through in order and over again.</param>
/// <param name="Inputs">[Rows, inputs]. A stream takes the steps of all rows one after another.</param>
/// <param name="Labels">The class of every row, [Rows]; empty where there is no cross-entropy.</param>
/// <param name="Targets">[Rows, outputs]; empty where there is no squared error.</param>
/// <param name="LearningRate">
/// Adam's α, small enough that nothing converges: moments would become denormal, and slow. β₁ 0.9, β₂ 0.999, ε 1e-8.
/// </param>
internal sealed record Problem(float[] Parameters, int Rows, float[] Inputs, int[] Labels, float[] Targets, double LearningRate);

/// <summary>A task, set up.</summary>
internal interface IRun : IDisposable
{
    /// <summary>Calls in a row, on inputs that rotate through the problem's rows.</summary>
    /// <returns>Nanoseconds per call.</returns>
    double Measure(int calls);

    /// <summary>Nanoseconds of single calls, one for each element: for the tail.</summary>
    void Latencies(Span<double> nanoseconds);

    /// <summary>
    /// The output for one row with the current parameters; shows that everybody computes the same. A stream starts
    /// from zeros, takes the steps of the row and gives the outputs of all.
    /// </summary>
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
