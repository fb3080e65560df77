using System;
using System.ComponentModel;
using System.Diagnostics;

namespace NetGen.Generated.Tests.Declared
{
    [Network(Seed = 5)]
    [Input(3)]
    [Dense(4, Activation.ReLU, Name = "Hidden")]
    [Dense(2, Bias = false, Name = "Output")]
    [Loss(Loss.HalfSquaredError)]
    public sealed partial class Plain;

    [Network]
    [Input(2, 5, 6)]
    [Conv2D(4, 3, 2, Activation.ReLU, Groups = 2)]
    [Reshape(4, 15, Name = "Lines")]
    [Conv1D(3, 5, Bias = false, Stride = 5, Name = "Reading")]
    public sealed partial class Filtered;

    [Network, Input(2), Dense(3, Activation.Tanh), Dense(1, Activation.Sigmoid), Loss(Loss.BinaryCrossEntropy)]
    internal sealed partial class InOneList;

    [Network, Input(3, 2)]
    [LSTM(2, Sequence = true, Bidirectional = true, Name = "Both")]
    [GRU(3, Bias = false, Name = "Last")]
    public sealed partial class Recurrences;

    [DebuggerDisplay("{Name}")]
    [Network]
    [Description("Between the layers stand other attributes.")]
    [Input(2)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    [Dense(2)]
    [Obsolete("A network may be obsolete.")]
    public partial class WithABody : Base, IDisposable
    {
        /// <summary>A member of the user's.</summary>
        public string Name { get; init; } = "a name";

        public bool IsDisposed { get; private set; }

        public void Dispose() => IsDisposed = true;
    }

    [Network, Input(4), Block(typeof(Units.Unit), Times = 2), Block(typeof(Units.Unit), Name = "Neck"), Dense(1)]
    internal sealed partial class Repeating;

    public abstract class Base
    {
        public int Calls { get; protected set; }
    }

    public partial class Plain
    {
        /// <summary>A method of the user's in another part, on the generated members.</summary>
        public float First(ReadOnlySpan<float> inputs)
        {
            Span<float> outputs = stackalloc float[OutputSize];
            Forward(inputs, outputs);
            return outputs[0];
        }
    }

    public static partial class Outer
    {
        public partial record Middle(int Number)
        {
            internal partial struct Inner
            {
                public readonly INetwork<float> Make() => new Deep();

                [Network]
                [Input(2)]
                [Dense(3)]
                private sealed partial class Deep;
            }
        }

        [Network]
        [Input(1)]
        [Dense(1)]
        public sealed partial class Plain;
    }

    /// <summary>An image and a table of facts, joined; a residual block repeated; a class and a box.</summary>
    [Network(Seed = 3)]
    [Input(3, Name = "Table")]
    [Dense(8, Activation.ReLU, Name = "Facts")]
    [Input(1, 8, 8, Name = "Image")]
    [Conv2D(4, 3, Activation.ReLU)]
    [MaxPool2D(2)]
    [Flatten]
    [Concat("Facts")]
    [Dense(16, Activation.ReLU)]
    [Block(typeof(Refine), Times = 3, Name = "Body")]
    [Dense(3, Activation.Softmax, Name = "Class")]
    [Dense(2, From = "Body", Name = "Box")]
    [Loss(Loss.CrossEntropy, From = "Class")]
    [Loss(Loss.MeanSquaredError, From = "Box", Weight = 0.5)]
    public sealed partial class Detector;

    [Layers]
    [Dense(16, Activation.ReLU)]
    [Dense(16)]
    [Add("input")]
    public static class Refine;

    [Network]
    [Input(2, Name = "Left")]
    [Input(3, Name = "Rows")]
    [Input(1, Name = "Outputs")]
    [Concat("Left", "Rows")]
    [Dense(1)]
    public sealed partial class Awkward;

    [Network]
    [Input(40)]
    [Dense(70, Activation.Tanh)]
    [Dense(33, Activation.ReLU)]
    [Dropout(0.3)]
    [Dense(5, Activation.Softmax)]
    [Loss(Loss.CrossEntropy)]
    public sealed partial class Classifier;

    namespace @namespace.@class
    {
        [Network]
        [Input(1)]
        [Dense(2)]
        public sealed partial class @event;
    }
}

[NetGen.Network]
[NetGen.Input(2, 2)]
[global::NetGen.Flatten]
[NetGen.DenseAttribute(3, NetGen.Activation.Sigmoid)]
internal sealed partial class InTheGlobalNamespace;
