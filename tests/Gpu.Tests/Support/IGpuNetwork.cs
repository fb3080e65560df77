using System;
using ILGPU;

namespace NetGen.Gpu.Tests.Support;

/// <summary>The members of any network's <c>Gpu</c>, which <see cref="GpuGlue"/> writes for each. What needs a loss throws where there is none.</summary>
public interface IGpuNetwork : IDisposable
{
    int InputStride { get; }

    int MaximumRows { get; }

    void CopyFrom(INetwork<float> network);

    void CopyTo(INetwork<float> network);

    void Forward(ReadOnlySpan<float> inputs, Span<float> outputs);

    void Forward(ArrayView<float> inputs, ArrayView<float> outputs, int rows);

    /// <summary>The batch that the next calls learn from, on the device.</summary>
    object Batch { get; set; }

    /// <summary>Uploads the batch that the next calls learn from.</summary>
    void Upload(in Batch<float> batch);

    /// <summary>Takes a batch that is on the device for the next calls to learn from.</summary>
    void Take(ArrayView<float> inputs, ArrayView<int> labels, int rows, long step, ArrayView<float> weights);

    /// <inheritdoc cref="Take(ArrayView{float}, ArrayView{int}, int, long, ArrayView{float})"/>
    void Take(ArrayView<float> inputs, ArrayView<float> targets, int rows, long step, ArrayView<float> weights);

    void Gradient();

    void CopyGradient(Span<float> gradient);

    float Cost();

    void TrainSgd(float learningRate);

    void TrainAdam(float learningRate, float beta1, float beta2, float epsilon);

    void ResetAdam();

    void Synchronize();
}
