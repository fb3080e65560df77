using ILGPU.Runtime;

namespace NetGen.Samples.Gpu;

/// <summary>Trains <see cref="WideDigits"/> on a device, from the parameters that it has on the CPU.</summary>
internal sealed class WideDigitsOnDevice : IDeviceTraining
{
    private readonly WideDigits network;
    private readonly WideDigits.Gpu gpu;
    private WideDigits.Gpu.DeviceBatch uploaded;

    public WideDigitsOnDevice(WideDigits network, Accelerator accelerator, int maximumRows)
    {
        this.network = network;
        gpu = new WideDigits.Gpu(accelerator, maximumRows);
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
