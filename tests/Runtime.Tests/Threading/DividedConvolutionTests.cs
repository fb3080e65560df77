using System.Collections.Generic;
using NetGen.Kernels;
using NetGen.Runtime.Tests.Kernels;
using NetGen.Threading;
using Xunit;

namespace NetGen.Runtime.Tests.Threading;

/// <summary>Divided convolutions have the bits of the kernels themselves, whatever the number of threads and parts.</summary>
public sealed unsafe class DividedConvolutionTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void ThreadsHaveTheBitsOfOne(int threads)
    {
        using Workers workers = new(threads);
        foreach (ConvolutionCase its in Cases())
        {
            Assert.Equal(Forward(its, null), Forward(its, workers));
            Assert.Equal(WeightGradient(its, null), WeightGradient(its, workers));
            Assert.Equal(BiasGradient(its, null), BiasGradient(its, workers));
            Assert.Equal(InputGradient(its, null), InputGradient(its, workers));
        }
    }

    [Fact]
    public void PartsMakeTheWhole()
    {
        // What is too little for several threads is divided all the same.
        foreach (ConvolutionCase its in ConvolutionCase.All(5))
        {
            float[] y = NewY(its), dW = ConvolutionCase.Poisoned(its.WLength), db = ConvolutionCase.Poisoned(its.Sizes.Filters), dx = NewDx(its);
            fixed (float* xs = its.X, ds = its.Dz, ws = its.W, bs = its.B, ys = y, dWs = dW, dbs = db, dxs = dx)
            {
                for (int part = 6; part >= 0; part--)
                {
                    new ConvolutionForwardWork<GELUActivation>(its.Rows, its.Sizes, xs, its.XStride, ws, bs, ys, its.YStride, default).Do(part, 7);
                    new ConvolutionWeightGradientWork(its.Rows, its.Sizes, xs, its.XStride, ds, its.YStride, dWs).Do(part, 7);
                    new ConvolutionBiasGradientWork(its.Rows, its.Sizes.Filters, its.Sizes.OutputPixels, ds, its.YStride, dbs).Do(part, 7);
                    new ConvolutionInputGradientWork(its.Rows, its.Sizes, ds, its.YStride, ws, dxs, its.DxStride, accumulate: false).Do(part, 7);
                }
            }

            Assert.Equal(Forward(its, null), y);
            Assert.Equal(WeightGradient(its, null), ConvolutionCase.Padded(dW, its.WLength));
            Assert.Equal(BiasGradient(its, null), ConvolutionCase.Padded(db, its.Sizes.Filters));
            Assert.Equal(InputGradient(its, null), dx);
        }
    }

    private static IEnumerable<ConvolutionCase> Cases() => [.. ConvolutionCase.All(5), .. ConvolutionCase.Tall(3), .. ConvolutionCase.All(33)];

    private static float[] NewY(ConvolutionCase its) => ConvolutionCase.Poisoned((its.Rows - 1) * its.YStride + Panels.Padded(its.YLength));

    private static float[] NewDx(ConvolutionCase its) => ConvolutionCase.Poisoned((its.Rows - 1) * its.DxStride + Panels.Padded(its.XLength));

    private static float[] Forward(ConvolutionCase its, Workers? workers)
    {
        float[] y = NewY(its);
        DividedConvolution.Forward(its.Rows, its.Sizes, ref its.X[0], its.XStride, ref its.W[0], ref its.B[0], ref y[0], its.YStride, new GELUActivation(), workers);
        return y;
    }

    private static float[] WeightGradient(ConvolutionCase its, Workers? workers)
    {
        float[] dW = ConvolutionCase.Poisoned(its.WLength);
        DividedConvolution.WeightGradient(its.Rows, its.Sizes, ref its.X[0], its.XStride, ref its.Dz[0], its.YStride, ref dW[0], workers);
        return dW;
    }

    private static float[] BiasGradient(ConvolutionCase its, Workers? workers)
    {
        float[] db = ConvolutionCase.Poisoned(its.Sizes.Filters);
        DividedConvolution.BiasGradient(its.Rows, its.Sizes, ref its.Dz[0], its.YStride, ref db[0], workers);
        return db;
    }

    private static float[] InputGradient(ConvolutionCase its, Workers? workers)
    {
        float[] dx = NewDx(its);
        DividedConvolution.InputGradient(its.Rows, its.Sizes, ref its.Dz[0], its.YStride, ref its.W[0], ref dx[0], its.DxStride, accumulate: false, workers);
        return dx;
    }
}
