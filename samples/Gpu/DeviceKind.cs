namespace NetGen.Samples.Gpu;

/// <summary>The kinds of devices that ILGPU knows.</summary>
internal enum DeviceKind
{
    /// <summary>A GPU of NVIDIA's.</summary>
    Cuda,

    /// <summary>Whatever has a driver for OpenCL.</summary>
    OpenCL,

    /// <summary>ILGPU's own accelerator, which runs kernels on the CPU: for checking, and slow.</summary>
    Cpu,
}
