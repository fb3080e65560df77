using ILGPU;
using ILGPU.Runtime;
using ILGPU.Runtime.CPU;
using ILGPU.Runtime.Cuda;
using ILGPU.Runtime.OpenCL;

namespace NetGen.Samples.Gpu;

/// <summary>The device that was asked for, and no other.</summary>
internal sealed class Device : IDisposable
{
    // Kernels use groups of this many threads; by itself ILGPU's CPU accelerator has fewer.
    private const int GroupSize = 256;

    private readonly Context context;

    private Device(Context context, ILGPU.Runtime.Device chosen)
    {
        this.context = context;
        Accelerator = chosen.CreateAccelerator(context);
    }

    public Accelerator Accelerator { get; }

    public string Name => $"{Accelerator.Name} ({Accelerator.AcceleratorType})";

    /// <summary>Opens a device.</summary>
    /// <param name="kind">Its kind; null for the first of CUDA, OpenCL.</param>
    /// <exception cref="NotSupportedException">There is none.</exception>
    public static Device Open(DeviceKind? kind)
    {
        DriverLibraries.Resolve();
        var context = Context.Create(builder => Enable(builder, kind));
        try
        {
            // A context without devices has the CPU accelerator all the same, so what it has is looked at again.
            return new Device(context, context.Devices.FirstOrDefault(device => IsAskedFor(device.AcceleratorType, kind)) ?? throw Missing(kind));
        }
        catch
        {
            context.Dispose();
            throw;
        }
    }

    /// <summary>Whether a device or its driver has said this.</summary>
    public static bool HasFailed(Exception exception) => exception is AcceleratorException;

    public void Dispose()
    {
        Accelerator.Dispose();
        context.Dispose();
    }

    private static void Enable(Context.Builder builder, DeviceKind? kind)
    {
        // Finds out which pointers go to shared memory, and unrolls more, for a compilation that takes longer.
        builder.Optimize(OptimizationLevel.O2);
        if (kind is null or DeviceKind.Cuda)
        {
            builder.Cuda();
        }

        if (kind is null or DeviceKind.OpenCL)
        {
            builder.OpenCL();
        }

        if (kind is DeviceKind.Cpu)
        {
            builder.CPU(new CPUDevice(GroupSize, 1, 1));
        }
    }

    private static bool IsAskedFor(AcceleratorType type, DeviceKind? kind) => kind switch
    {
        null => type is AcceleratorType.Cuda or AcceleratorType.OpenCL,
        DeviceKind.Cuda => type is AcceleratorType.Cuda,
        DeviceKind.OpenCL => type is AcceleratorType.OpenCL,
        _ => type is AcceleratorType.CPU,
    };

    private static NotSupportedException Missing(DeviceKind? kind)
    {
        const string OfOpenCL = "devices for OpenCL need version 2.0 and the generic address space";
        string what = kind switch
        {
            null => $"There is no GPU that ILGPU can use, neither by CUDA nor by OpenCL. Is its driver installed? And {OfOpenCL}.",
            DeviceKind.Cuda => "There is no GPU that ILGPU can use by CUDA. Is its driver installed?",
            _ => $"There is no device that ILGPU can use by OpenCL. Is its driver installed? And {OfOpenCL}.",
        };
        return new($"{what} To check without one, slowly, take --device cpu.");
    }
}
