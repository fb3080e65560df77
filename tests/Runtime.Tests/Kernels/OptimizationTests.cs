using System.Linq;
using System.Reflection;
using NetGen.Kernels;
using NetGen.Training;
using Xunit;

namespace NetGen.Runtime.Tests.Kernels;

/// <summary>
/// Whatever runs in a training step is compiled at its best when it is first called; what begins unoptimized stays so
/// for the first thirty steps and longer.
/// </summary>
public sealed class OptimizationTests
{
    private const BindingFlags Declared = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    [Fact]
    public void EveryKernelIsOptimizedAtOnceOrPartOfOneThatIs()
    {
        MethodInfo[] methods =
        [
            .. new[] { typeof(DenseKernels), typeof(LaneKernels), typeof(RowProduct), typeof(Registers), typeof(Strip), typeof(Tile), typeof(ConvolutionKernels), typeof(ShiftedStrip), typeof(ShiftedTile), typeof(ProductTile), typeof(PlaneLines), typeof(PoolingKernels), typeof(Halving), typeof(UpsampleKernels), typeof(ZeroPadKernels), typeof(EmbeddingKernels), typeof(PositionalEncodingKernels), typeof(AttentionRows), typeof(StepRows), typeof(FloatRows), typeof(WholeNumbers), typeof(GRUStep), typeof(LayerNormKernels), typeof(BatchNormKernels) }.SelectMany(type => type.GetMethods(Declared)),
            .. new[] { typeof(SingleBlock<,>), typeof(PairBlock<,>), typeof(TripleBlock<,>), typeof(TwinBlock<,>), typeof(Sums<,,>), typeof(GRUSums<,,,>) }.SelectMany(type => type.GetMethods(Declared | BindingFlags.Instance)),
            .. typeof(Panels).GetMethods(Declared).Where(method => method.Name.StartsWith("Transpose")),
            typeof(Sweep).GetMethod("Vectors", Declared)!,
            .. typeof(VectorNorm).GetMethods(Declared).Where(method => method.Name == "SumOfSquares"),
            .. typeof(Sweep).Assembly.GetTypes().Where(type => type.GetInterface("IUpdate`1") is not null).Select(type => type.GetMethod("Apply")!),
        ];
        Assert.True(methods.Length > 15, $"{methods.Length} methods");
        Assert.Empty(methods.Where(method => (method.MethodImplementationFlags & (MethodImplAttributes.AggressiveOptimization | MethodImplAttributes.AggressiveInlining)) == 0).Select(method => method.ToString()));
    }
}
