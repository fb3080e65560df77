using BenchmarkDotNet.Attributes;
using NetGen.Kernels;

namespace NetGen.Micro;

/// <summary>The products of a convolution: many channels and few, a stride, single weights, a filter for each channel, a signal.</summary>
public class ConvolutionBenchmarks
{
    private AlignedBuffer<float> x = null!;
    private AlignedBuffer<float> W = null!;
    private AlignedBuffer<float> b = null!;
    private AlignedBuffer<float> z = null!;
    private AlignedBuffer<float> dx = null!;
    private AlignedBuffer<float> dW = null!;
    private AlignedBuffer<float> dz = null!;

    public static IEnumerable<Shape> Shapes { get; } =
    [
        new("LeNet-5, first", new(1, 28, 28, 6, 5, 5, 1, 1, 2, 2, 1, 1, 1, 28, 28)),
        new("LeNet-5, second", new(6, 14, 14, 16, 5, 5, 1, 1, 0, 0, 1, 1, 1, 10, 10)),
        new("3×3, 3→16, 32×32", new(3, 32, 32, 16, 3, 3, 1, 1, 1, 1, 1, 1, 1, 32, 32)),
        new("3×3, 16→16, 28×28", new(16, 28, 28, 16, 3, 3, 1, 1, 1, 1, 1, 1, 1, 28, 28)),
        new("3×3, 32→64, 14×14", new(32, 14, 14, 64, 3, 3, 1, 1, 1, 1, 1, 1, 1, 14, 14)),
        new("3×3, 64→64, 7×7", new(64, 7, 7, 64, 3, 3, 1, 1, 1, 1, 1, 1, 1, 7, 7)),
        new("3×3/2, 32→64, 28×28", new(32, 28, 28, 64, 3, 3, 2, 2, 1, 1, 1, 1, 1, 14, 14)),
        new("1×1, 64→128, 14×14", new(64, 14, 14, 128, 1, 1, 1, 1, 0, 0, 1, 1, 1, 14, 14)),
        new("depthwise 3×3, 32, 28×28", new(32, 28, 28, 32, 3, 3, 1, 1, 1, 1, 1, 1, 32, 28, 28)),
        new("3 every 4, 16→16, 512", new(16, 1, 512, 16, 1, 3, 1, 1, 0, 4, 1, 4, 1, 1, 512)),
    ];

    [ParamsSource(nameof(Shapes))]
    public Shape Size { get; set; } = null!;

    [Params(1, 64)]
    public int Rows { get; set; }

    private int XStride => Panels.Padded(Size.Sizes.Channels * Size.Sizes.Height * Size.Sizes.Width);

    private int YStride => Panels.Padded(Size.Sizes.Filters * Size.Sizes.OutputHeight * Size.Sizes.OutputWidth);

    [GlobalSetup]
    public void Setup()
    {
        ConvolutionSizes sizes = Size.Sizes;
        x = Numbers.Normal(Rows * XStride);
        W = Numbers.Normal(sizes.Filters * sizes.Channels / sizes.Groups * sizes.KernelHeight * sizes.KernelWidth);
        b = Numbers.Normal(sizes.Filters);
        z = new(Rows * YStride);
        dx = new(Rows * XStride);
        dW = new(W.Length);
        dz = Numbers.Normal(Rows * YStride);
    }

    [Benchmark]
    public void Forward() => ConvolutionKernels.Forward(Rows, Size.Sizes, ref x.First, XStride, ref W.First, ref b.First, ref z.First, YStride, default(ReLUActivation));

    [Benchmark]
    public void WeightGradient() => ConvolutionKernels.WeightGradient(Rows, Size.Sizes, ref x.First, XStride, ref dz.First, YStride, ref dW.First);

    [Benchmark]
    public void InputGradient() => ConvolutionKernels.InputGradient(Rows, Size.Sizes, ref dz.First, YStride, ref W.First, ref dx.First, XStride, accumulate: false);

    /// <summary>The sizes of a convolution and what to call it.</summary>
    public sealed record Shape(string Name, ConvolutionSizes Sizes)
    {
        public override string ToString() => Name;
    }
}
