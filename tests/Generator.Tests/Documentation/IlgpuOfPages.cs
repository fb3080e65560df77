using Microsoft.CodeAnalysis;

namespace NetGen.Generator.Tests;

/// <summary>
/// What the documentation uses of ILGPU, declared as ILGPU 1.5.3 declares it, and what the members of a class <c>Gpu</c> show
/// of it: enough to bind a page's code beside a feed that lacks the library.
/// </summary>
internal static class IlgpuOfPages
{
    public const string Usings =
        """
        using ILGPU;
        using ILGPU.Runtime;
        using ILGPU.Runtime.Cuda;
        using ILGPU.Runtime.OpenCL;

        """;

    private const string Declarations =
        """
        using System;
        using System.Collections.Immutable;
        using ILGPU.Runtime;

        [assembly: System.Reflection.AssemblyVersion("1.5.3.0")]

        namespace ILGPU
        {
            public sealed class Context : IDisposable
            {
                public static Context Create(Action<Builder> buildingCallback) => throw null!;

                public ImmutableArray<Device> Devices => throw null!;

                public void Dispose() { }

                public sealed class Builder
                {
                    public Builder Optimize(OptimizationLevel level) => throw null!;
                }
            }

            public enum OptimizationLevel { O0, O1, O2 }

            public readonly struct ArrayView<T> where T : unmanaged
            {
                public long Length => throw null!;

                public ArrayView<T> SubView(int index, int length) => throw null!;
            }
        }

        namespace ILGPU.Runtime
        {
            public abstract class Device
            {
                public AcceleratorType AcceleratorType => throw null!;

                public abstract Accelerator CreateAccelerator(Context context);
            }

            public enum AcceleratorType { CPU, Cuda, OpenCL, Velocity }

            public abstract class Accelerator : IDisposable
            {
                public AcceleratorStream CreateStream() => throw null!;

                public void Dispose() { }
            }

            public abstract class AcceleratorStream : IDisposable
            {
                public void Dispose() { }
            }

            public static class Stride1D
            {
                public readonly struct Dense;
            }

            public readonly struct ArrayView1D<T, TStride> where T : unmanaged
            {
                public static implicit operator ArrayView<T>(ArrayView1D<T, TStride> view) => throw null!;
            }

            public sealed class MemoryBuffer1D<T, TStride> : IDisposable where T : unmanaged
            {
                public ArrayView1D<T, TStride> View => throw null!;

                public void Dispose() { }
            }

            public static class ArrayViewExtensions
            {
                public static MemoryBuffer1D<T, Stride1D.Dense> Allocate1D<T>(this Accelerator accelerator, AcceleratorStream stream, T[] data) where T : unmanaged => throw null!;
            }
        }

        namespace ILGPU.Runtime.Cuda
        {
            public static class CudaContextExtensions
            {
                public static Context.Builder Cuda(this Context.Builder builder) => throw null!;
            }
        }

        namespace ILGPU.Runtime.OpenCL
        {
            public static class CLContextExtensions
            {
                public static Context.Builder OpenCL(this Context.Builder builder) => throw null!;
            }
        }
        """;

    public static MetadataReference Reference { get; } = Ilgpu.Reference(Declarations, "ILGPU");
}
