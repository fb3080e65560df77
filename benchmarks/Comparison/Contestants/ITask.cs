namespace NetGen.Comparison.Contestants;

/// <summary>What a call does; a struct, so that nothing but the call itself is timed.</summary>
internal interface ITask
{
    /// <summary>The batches that calls rotate through.</summary>
    int Batches { get; }

    /// <summary>One call.</summary>
    /// <param name="batch">From 0 to below <see cref="Batches"/>.</param>
    void Do(int batch);

    /// <summary>The output for one row.</summary>
    float[] Predict(ReadOnlySpan<float> row);
}
