namespace NetGen.Gpu.Tests.Support;

/// <summary>The class that makes a network's <c>Gpu</c> an <see cref="IGpuNetwork"/>, as C#.</summary>
internal static class GpuGlue
{
    /// <summary>What is behind the network's name in that of the class.</summary>
    public const string Suffix = "OnGpu";

    public static string Of(string network, NetworkDescription description) => $$"""
        public sealed class {{network}}{{Suffix}}(ILGPU.Runtime.Accelerator accelerator, int maximumRows) : NetGen.Gpu.Tests.Support.IGpuNetwork
        {
            private readonly {{network}}.Gpu gpu = new(accelerator, maximumRows);

            public int InputStride => {{network}}.Gpu.InputStride;
            public int MaximumRows => gpu.MaximumRows;
            public void CopyFrom(NetGen.INetwork<float> network) => gpu.CopyFrom(({{network}})network);
            public void CopyTo(NetGen.INetwork<float> network) => gpu.CopyTo(({{network}})network);
            public void Forward(System.ReadOnlySpan<float> inputs, System.Span<float> outputs) => gpu.Forward(inputs, outputs);
            public void Forward(ILGPU.ArrayView<float> inputs, ILGPU.ArrayView<float> outputs, int rows) => gpu.Forward(inputs, outputs, rows);
            public void Synchronize() => gpu.Synchronize();
            public void Dispose() => gpu.Dispose();

            {{(description.Losses.IsEmpty ? NotLearning : Learning(network, classifies: description.Loss == Loss.CrossEntropy))}}
        }

        """;

    private static string Learning(string network, bool classifies) => $$"""
            private {{network}}.Gpu.DeviceBatch batch;
            public object Batch { get => batch; set => batch = ({{network}}.Gpu.DeviceBatch)value; }
            public void Upload(in NetGen.Batch<float> uploaded) => batch = gpu.Upload(uploaded);
            public void Take(ILGPU.ArrayView<float> inputs, ILGPU.ArrayView<int> labels, int rows, long step, ILGPU.ArrayView<float> weights) => {{(classifies ? "batch = new(inputs, labels, rows, step) { Weights = weights }" : "throw new System.NotSupportedException()")}};
            public void Take(ILGPU.ArrayView<float> inputs, ILGPU.ArrayView<float> targets, int rows, long step, ILGPU.ArrayView<float> weights) => batch = new(inputs, targets, rows, step) { Weights = weights };
            public void Gradient() => gpu.Gradient(batch);
            public void CopyGradient(System.Span<float> gradient) => gpu.CopyGradient(gradient);
            public float Cost() => gpu.Cost();
            public void TrainSgd(float learningRate) => gpu.TrainSgd(batch, learningRate);
            public void TrainAdam(float learningRate, float beta1, float beta2, float epsilon) => gpu.TrainAdam(batch, learningRate, beta1, beta2, epsilon);
            public void ResetAdam() => gpu.ResetAdam();
        """;

    private const string NotLearning = """
            public object Batch { get => throw new System.NotSupportedException(); set => throw new System.NotSupportedException(); }
            public void Upload(in NetGen.Batch<float> uploaded) => throw new System.NotSupportedException();
            public void Take(ILGPU.ArrayView<float> inputs, ILGPU.ArrayView<int> labels, int rows, long step, ILGPU.ArrayView<float> weights) => throw new System.NotSupportedException();
            public void Take(ILGPU.ArrayView<float> inputs, ILGPU.ArrayView<float> targets, int rows, long step, ILGPU.ArrayView<float> weights) => throw new System.NotSupportedException();
            public void Gradient() => throw new System.NotSupportedException();
            public void CopyGradient(System.Span<float> gradient) => throw new System.NotSupportedException();
            public float Cost() => throw new System.NotSupportedException();
            public void TrainSgd(float learningRate) => throw new System.NotSupportedException();
            public void TrainAdam(float learningRate, float beta1, float beta2, float epsilon) => throw new System.NotSupportedException();
            public void ResetAdam() => throw new System.NotSupportedException();
        """;
}
