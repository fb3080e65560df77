using BenchmarkDotNet.Attributes;
using NetGen.Kernels;

namespace NetGen.Micro;

/// <summary>The three products of a dense layer, in the shapes of training: wide, narrow at one end, and odd.</summary>
public class DenseBenchmarks
{
    private AlignedBuffer<float> x = null!;
    private AlignedBuffer<float> W = null!;
    private AlignedBuffer<float> transposed = null!;
    private AlignedBuffer<float> b = null!;
    private AlignedBuffer<float> z = null!;
    private AlignedBuffer<float> dx = null!;
    private AlignedBuffer<float> dW = null!;
    private AlignedBuffer<float> dz = null!;

    public static IEnumerable<Shape> Shapes { get; } = [new(64, 784, 128), new(64, 128, 10), new(256, 512, 512), new(64, 1024, 1024), new(64, 10, 300), new(37, 129, 65)];

    [ParamsSource(nameof(Shapes))]
    public Shape Size { get; set; } = null!;

    private int InputStride => Panels.Padded(Size.Inputs);

    private int UnitStride => Panels.Padded(Size.Units);

    [GlobalSetup]
    public void Setup()
    {
        x = Numbers.Normal(Size.Rows * InputStride);
        W = new(Panels.Length(Size.Units, Size.Inputs));
        transposed = new(Panels.Length(Size.Inputs, Size.Units));
        b = new(UnitStride);
        z = new(Size.Rows * UnitStride);
        dx = new(Size.Rows * InputStride);
        dW = new(W.Length);
        dz = new(Size.Rows * UnitStride);
        Span<float> normal = Numbers.Normal(Math.Max(W.Length, dz.Length)).Span;
        for (int index = 0; index < Size.Units * Size.Inputs; index++)
        {
            W.Span[Panels.Index(Size.Units, Size.Inputs, index / Size.Inputs, index % Size.Inputs)] = normal[index];
        }

        for (int index = 0; index < Size.Rows * Size.Units; index++)
        {
            dz.Span[index / Size.Units * UnitStride + index % Size.Units] = normal[index]; // padding stays zero
        }
    }

    [Benchmark]
    public void Forward() => DenseKernels.Forward(
        Size.Rows, Size.Inputs, Size.Units, ref x.First, InputStride, ref W.First, ref b.First, ref z.First, UnitStride, default(ReLUActivation));

    [Benchmark]
    public void WeightGradient() => DenseKernels.WeightGradient(
        Size.Rows, Size.Inputs, Size.Units, ref x.First, InputStride, ref dz.First, UnitStride, ref dW.First);

    [Benchmark]
    public void InputGradient() => DividedKernels.InputGradient(
        Size.Rows, Size.Inputs, Size.Units, ref dz.First, UnitStride, ref W.First, ref transposed.First, ref dx.First, InputStride, accumulate: false, workers: null);

    /// <summary>The sizes of a dense layer in a batch.</summary>
    public sealed record Shape(int Rows, int Inputs, int Units)
    {
        public override string ToString() => $"{Rows}×{Inputs}→{Units}";
    }
}
