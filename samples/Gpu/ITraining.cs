namespace NetGen.Samples.Gpu;

/// <summary>A network that is trained by Adam, step by step.</summary>
internal interface ITraining
{
    /// <summary>One step. A device may still be at work when it returns.</summary>
    void Step(in Batch<float> batch, float learningRate);

    /// <summary>The cost of the last batch, before its step. Waits for the device.</summary>
    float Cost();
}
