namespace NetGen.Samples.Gpu;

/// <summary>A network that is trained on a device.</summary>
internal interface IDeviceTraining : ITraining, IDisposable
{
    /// <summary>One step more by the batch that lies on the device: nothing is brought there.</summary>
    void StepAgain(float learningRate);

    /// <summary>Waits for the device.</summary>
    void Wait();

    /// <summary>Copies what has been learnt to the network on the CPU.</summary>
    void CopyToNetwork();
}
