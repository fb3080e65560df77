using ILGPU.Runtime;

namespace NetGen.Samples.Gpu;

/// <summary>Trains <see cref="Digits"/> on a device, from the parameters that it has on the CPU.</summary>
internal sealed class DigitsOnDevice : IDeviceTraining
{
    private readonly Digits network;
    private readonly Digits.Gpu gpu;
    private Digits.Gpu.DeviceBatch uploaded;

    public DigitsOnDevice(Digits network, Accelerator accelerator, int maximumRows)
    {
        this.network = network;
        gpu = new Digits.Gpu(accelerator, maximumRows);
        gpu.CopyFrom(network);
    }

    public void Step(in Batch<float> batch, float learningRate)
    {
        uploaded = gpu.Upload(batch);
        gpu.TrainAdam(uploaded, learningRate);
    }

    public void StepAgain(float learningRate) => gpu.TrainAdam(uploaded, learningRate);

    public float Cost() => gpu.Cost();

    public void Wait() => gpu.Synchronize();

    public void CopyToNetwork() => gpu.CopyTo(network);

    public void Dispose() => gpu.Dispose();
}
