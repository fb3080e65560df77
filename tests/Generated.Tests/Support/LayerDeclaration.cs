using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;

namespace NetGen.Generated.Tests.Support;

/// <summary>A layer attribute as data.</summary>
internal abstract record LayerDeclaration
{
    public string? Name { get; init; }

    public string? From { get; init; }

    /// <summary>The attribute's name, by which layers are counted and named.</summary>
    public abstract string Kind { get; }

    /// <summary>The other layers it names.</summary>
    public virtual ImmutableArray<string> With { get; init; } = [];

    /// <summary>The attribute as a user writes it.</summary>
    public string Text => $"[{Kind}({string.Join(", ", Arguments().Concat(Common()))})]";

    /// <summary>What it becomes: one layer, or two where an activation comes along.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="from">The node it continues from.</param>
    /// <param name="node">The node it becomes; the activation that comes along is the next one.</param>
    /// <param name="resolve">Finds the node of a name.</param>
    public abstract IEnumerable<LayerDescription> Describe(string name, int from, int node, Func<string, int> resolve);

    protected abstract IEnumerable<string> Arguments();

    protected static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    protected static string Quoted(string text) => $"\"{text}\"";

    /// <summary>An activation with its slope, if it has one and one was written.</summary>
    protected static ActivateDescription Activated(string name, int node, Activation activation, double? slope) =>
        HasSlope(activation) && slope is { } written ? new(name, [node], activation, written) : new(name, [node], activation);

    protected static IEnumerable<string> Sloped(Activation activation, double? slope) =>
        HasSlope(activation) && slope is { } written ? [$"Slope = {Number(written)}"] : [];

    private static bool HasSlope(Activation activation) => activation is Activation.LeakyReLU or Activation.ELU;

    /// <summary>What the layers with weights have in common.</summary>
    protected static IEnumerable<string> Weighted(Activation activation, double? slope, bool bias, Initializer initializer, double scale)
    {
        if (activation != Activation.Identity)
        {
            yield return $"Activation.{activation}";
        }

        foreach (string argument in Sloped(activation, slope))
        {
            yield return argument;
        }

        if (!bias)
        {
            yield return "Bias = false";
        }

        if (initializer != Initializer.Auto)
        {
            yield return $"Initializer = Initializer.{initializer}";
        }

        if (scale != 0)
        {
            yield return $"Scale = {Number(scale)}";
        }
    }

    /// <summary>The layer whose parameters it uses.</summary>
    public string? Share { get; init; }

    private IEnumerable<string> Common()
    {
        if (Share is not null)
        {
            yield return $"Share = {Quoted(Share)}";
        }

        if (Name is not null)
        {
            yield return $"Name = {Quoted(Name)}";
        }

        if (From is not null)
        {
            yield return $"From = {Quoted(From)}";
        }
    }
}

/// <summary>One of several inputs.</summary>
internal sealed record Part(params int[] Shape) : LayerDeclaration
{
    /// <summary>The elements of the row before it.</summary>
    public int Offset { get; init; }

    public int Elements => Shape.Aggregate((product, size) => product * size);

    public override string Kind => "Input";

    public override IEnumerable<LayerDescription> Describe(string name, int from, int node, Func<string, int> resolve) =>
        [new InputDescription(name, [0], [.. Shape], Offset)];

    protected override IEnumerable<string> Arguments() => Shape.Select(size => $"{size}");
}

internal sealed record Dense(int Units, Activation Activation = Activation.Identity) : LayerDeclaration
{
    public double? Slope { get; init; }

    public bool Bias { get; init; } = true;

    public bool PerStep { get; init; }

    public Initializer Initializer { get; init; }

    public double Scale { get; init; }

    public override string Kind => "Dense";

    public override IEnumerable<LayerDescription> Describe(string name, int from, int node, Func<string, int> resolve)
    {
        yield return new DenseDescription(name, [from], Units, Bias, PerStep, Initializer, Scale != 0 ? Scale : null);
        if (Activation != Activation.Identity)
        {
            yield return Activated($"{name}.Activate", node, Activation, Slope);
        }
    }

    protected override IEnumerable<string> Arguments()
    {
        yield return $"{Units}";
        foreach (string argument in Weighted(Activation, Slope, Bias, Initializer, Scale))
        {
            yield return argument;
        }

        if (PerStep)
        {
            yield return "PerStep = true";
        }
    }
}

/// <summary>A convolution of an image, with two axes, or of a signal, with one.</summary>
internal sealed record Conv : LayerDeclaration
{
    public Conv(int channels, Activation activation, params ConvAxis[] axes) => (Channels, Activation, Axes) = (channels, activation, [.. axes]);

    public int Channels { get; init; }

    public Activation Activation { get; init; }

    public ImmutableArray<ConvAxis> Axes { get; init; }

    public int Groups { get; init; } = 1;

    public bool Same { get; init; }

    public bool Causal { get; init; }

    public bool Truncate { get; init; }

    public double? Slope { get; init; }

    public bool Bias { get; init; } = true;

    public Initializer Initializer { get; init; }

    public double Scale { get; init; }

    public override string Kind => Axes.Length == 2 ? "Conv2D" : "Conv1D";

    public override IEnumerable<LayerDescription> Describe(string name, int from, int node, Func<string, int> resolve)
    {
        SlidingWindow[] windows = [.. Axes.Select(Window)];
        double? scale = Scale != 0 ? Scale : null;
        yield return windows.Length == 2
            ? new Conv2DDescription(name, [from], Channels, windows[0], windows[1], Groups, Bias, Truncate, Initializer, scale)
            : new Conv1DDescription(name, [from], Channels, windows[0], Groups, Bias, Truncate, Initializer, scale);
        if (Activation != Activation.Identity)
        {
            yield return Activated($"{name}.Activate", node, Activation, Slope);
        }
    }

    protected override IEnumerable<string> Arguments()
    {
        yield return $"{Channels}";
        bool square = Axes.All(axis => axis == Axes[0]);
        foreach (ConvAxis axis in square ? Axes[..1] : Axes)
        {
            yield return $"{axis.Kernel}";
        }

        foreach (string argument in Weighted(Activation, Slope, Bias, Initializer, Scale))
        {
            yield return argument;
        }

        string[] suffixes = square ? [""] : ["Height", "Width"];
        foreach ((string suffix, ConvAxis axis) in suffixes.Zip(Axes))
        {
            foreach ((string property, int value, int otherwise) in new[] { ("Stride", axis.Stride, 1), ("Padding", axis.Padding, 0), ("Dilation", axis.Dilation, 1) })
            {
                if (value != otherwise)
                {
                    yield return $"{property}{suffix} = {value}";
                }
            }
        }

        foreach ((string property, bool value) in new[] { ("Same", Same), ("Causal", Causal), ("Truncate", Truncate) })
        {
            if (value)
            {
                yield return $"{property} = true";
            }
        }

        if (Groups != 1)
        {
            yield return $"Groups = {Groups}";
        }
    }

    private SlidingWindow Window(ConvAxis axis)
    {
        int whole = axis.Dilation * (axis.Kernel - 1);
        (int before, int after) = Same ? (whole / 2, whole - whole / 2) : Causal ? (whole, 0) : (axis.Padding, axis.Padding);
        return new SlidingWindow(axis.Kernel, axis.Stride, before, after, axis.Dilation);
    }
}

/// <summary>A transposed convolution of an image, with two axes, or of a signal, with one.</summary>
internal sealed record ConvTranspose : LayerDeclaration
{
    public ConvTranspose(int channels, Activation activation, params TransposedWindow[] axes) => (Channels, Activation, Axes) = (channels, activation, [.. axes]);

    public int Channels { get; init; }

    public Activation Activation { get; init; }

    public ImmutableArray<TransposedWindow> Axes { get; init; }

    public int Groups { get; init; } = 1;

    public double? Slope { get; init; }

    public bool Bias { get; init; } = true;

    public Initializer Initializer { get; init; }

    public double Scale { get; init; }

    public override string Kind => Axes.Length == 2 ? "ConvTranspose2D" : "ConvTranspose1D";

    public override IEnumerable<LayerDescription> Describe(string name, int from, int node, Func<string, int> resolve)
    {
        double? scale = Scale != 0 ? Scale : null;
        yield return Axes.Length == 2
            ? new ConvTranspose2DDescription(name, [from], Channels, Axes[0], Axes[1], Groups, Bias, Initializer, scale)
            : new ConvTranspose1DDescription(name, [from], Channels, Axes[0], Groups, Bias, Initializer, scale);
        if (Activation != Activation.Identity)
        {
            yield return Activated($"{name}.Activate", node, Activation, Slope);
        }
    }

    protected override IEnumerable<string> Arguments()
    {
        yield return $"{Channels}";
        bool square = Axes.All(axis => axis == Axes[0]);
        foreach (TransposedWindow axis in square ? Axes[..1] : Axes)
        {
            yield return $"{axis.Kernel}";
        }

        foreach (string argument in Weighted(Activation, Slope, Bias, Initializer, Scale))
        {
            yield return argument;
        }

        string[] suffixes = square ? [""] : ["Height", "Width"];
        foreach ((string suffix, TransposedWindow axis) in suffixes.Zip(Axes))
        {
            foreach ((string property, int value, int otherwise) in new[]
            {
                ("Stride", axis.Stride, 1), ("Padding", axis.Padding, 0), ("OutputPadding", axis.OutputPadding, 0), ("Dilation", axis.Dilation, 1),
            })
            {
                if (value != otherwise)
                {
                    yield return $"{property}{suffix} = {value}";
                }
            }
        }

        if (Groups != 1)
        {
            yield return $"Groups = {Groups}";
        }
    }
}

/// <summary>One axis of a convolution.</summary>
internal sealed record ConvAxis(int Kernel, int Stride = 1, int Padding = 0, int Dilation = 1);

internal sealed record Activate(Activation Activation) : LayerDeclaration
{
    public double? Slope { get; init; }

    public override string Kind => "Activate";

    public override IEnumerable<LayerDescription> Describe(string name, int from, int node, Func<string, int> resolve) =>
        [Activated(name, from, Activation, Slope)];

    protected override IEnumerable<string> Arguments() =>
        [$"Activation.{Activation}", .. Sloped(Activation, Slope)];
}

internal sealed record PReLU : LayerDeclaration
{
    public bool PerChannel { get; init; }

    public override string Kind => "PReLU";

    public override IEnumerable<LayerDescription> Describe(string name, int from, int node, Func<string, int> resolve) => [new PReLUDescription(name, [from], PerChannel)];

    protected override IEnumerable<string> Arguments() => PerChannel ? ["PerChannel = true"] : [];
}

internal sealed record Dropout(double Rate) : LayerDeclaration
{
    public bool Classical { get; init; }

    public override string Kind => "Dropout";

    public override IEnumerable<LayerDescription> Describe(string name, int from, int node, Func<string, int> resolve) =>
        [new DropoutDescription(name, [from], Rate, Classical)];

    protected override IEnumerable<string> Arguments() => Classical ? [Number(Rate), "Classical = true"] : [Number(Rate)];
}

internal sealed record Flatten : LayerDeclaration
{
    public override string Kind => "Flatten";

    public override IEnumerable<LayerDescription> Describe(string name, int from, int node, Func<string, int> resolve) =>
        [new FlattenDescription(name, [from])];

    protected override IEnumerable<string> Arguments() => [];
}

internal sealed record Reshape(params int[] Shape) : LayerDeclaration
{
    public override string Kind => "Reshape";

    public override IEnumerable<LayerDescription> Describe(string name, int from, int node, Func<string, int> resolve) =>
        [new ReshapeDescription(name, [from], [.. Shape])];

    protected override IEnumerable<string> Arguments() => Shape.Select(size => $"{size}");
}

/// <summary>What the recurrent layers have in common.</summary>
internal abstract record Recurrence(int Units) : LayerDeclaration
{
    public bool Sequence { get; init; }

    public bool Bidirectional { get; init; }

    public bool Bias { get; init; } = true;

    /// <summary>The names of state and, of an LSTM, cell.</summary>
    public ImmutableArray<string> Start { get; init; } = [];

    /// <summary>The name of its length.</summary>
    public string? Lengths { get; init; }

    public int BackSteps { get; init; }

    public override ImmutableArray<string> With => Lengths is null ? Start : [.. Start, Lengths];

    /// <summary>The shape of the output.</summary>
    public int[] Output(int steps) => Sequence ? [steps, Width] : [Width];

    private int Width => Bidirectional ? 2 * Units : Units;

    protected override IEnumerable<string> Arguments()
    {
        yield return $"{Units}";
        if (this is Recurrent { Activation: not Activation.Tanh } recurrent)
        {
            yield return $"Activation.{recurrent.Activation}";
        }

        if (Sequence)
        {
            yield return "Sequence = true";
        }

        if (Bidirectional)
        {
            yield return "Bidirectional = true";
        }

        if (!Bias)
        {
            yield return "Bias = false";
        }

        foreach ((string property, string name) in new[] { "State", "Cell" }.Zip(Start))
        {
            yield return $"{property} = {Quoted(name)}";
        }

        if (Lengths is not null)
        {
            yield return $"Lengths = {Quoted(Lengths)}";
        }

        if (BackSteps != 0)
        {
            yield return $"BackSteps = {BackSteps}";
        }
    }
}

internal sealed record Recurrent(int Units, Activation Activation = Activation.Tanh) : Recurrence(Units)
{
    public override string Kind => "Recurrent";

    public override IEnumerable<LayerDescription> Describe(string name, int from, int node, Func<string, int> resolve) =>
        [new RecurrentDescription(name, [from, .. With.Select(resolve)], Units, Activation, Sequence, Bidirectional, Bias, Start.Length > 0, Lengths is not null, BackSteps)];
}

internal sealed record LSTM(int Units) : Recurrence(Units)
{
    public override string Kind => "LSTM";

    public override IEnumerable<LayerDescription> Describe(string name, int from, int node, Func<string, int> resolve) =>
        [new LSTMDescription(name, [from, .. With.Select(resolve)], Units, Sequence, Bidirectional, Bias, Start.Length > 0, Lengths is not null, BackSteps)];
}

internal sealed record GRU(int Units) : Recurrence(Units)
{
    public override string Kind => "GRU";

    public override IEnumerable<LayerDescription> Describe(string name, int from, int node, Func<string, int> resolve) =>
        [new GRUDescription(name, [from, .. With.Select(resolve)], Units, Sequence, Bidirectional, Bias, Start.Length > 0, Lengths is not null, BackSteps)];
}

internal sealed record Embedding(int Symbols, int Size) : LayerDeclaration
{
    public override string Kind => "Embedding";

    public override IEnumerable<LayerDescription> Describe(string name, int from, int node, Func<string, int> resolve) =>
        [new EmbeddingDescription(name, [from], Symbols, Size)];

    protected override IEnumerable<string> Arguments() => [$"{Symbols}", $"{Size}"];
}

internal sealed record PositionalEncoding : LayerDeclaration
{
    public bool Learned { get; init; }

    public override string Kind => "PositionalEncoding";

    public override IEnumerable<LayerDescription> Describe(string name, int from, int node, Func<string, int> resolve) =>
        [new PositionalEncodingDescription(name, [from], Learned)];

    protected override IEnumerable<string> Arguments() => Learned ? ["Learned = true"] : [];
}

internal sealed record Attention(int Heads) : LayerDeclaration
{
    public bool Causal { get; init; }

    public bool Bias { get; init; } = true;

    /// <summary>The name of its length.</summary>
    public string? Lengths { get; init; }

    public override ImmutableArray<string> With => Lengths is null ? [] : [Lengths];

    public override string Kind => "Attention";

    public override IEnumerable<LayerDescription> Describe(string name, int from, int node, Func<string, int> resolve) =>
        [new AttentionDescription(name, [from, .. With.Select(resolve)], Heads, Causal, Bias, Lengths is not null)];

    protected override IEnumerable<string> Arguments()
    {
        yield return $"{Heads}";
        if (Causal)
        {
            yield return "Causal = true";
        }

        if (!Bias)
        {
            yield return "Bias = false";
        }

        if (Lengths is not null)
        {
            yield return $"Lengths = {Quoted(Lengths)}";
        }
    }
}

internal sealed record Add : LayerDeclaration
{
    public Add(params string[] with) => With = [.. with];

    public override string Kind => "Add";

    public override IEnumerable<LayerDescription> Describe(string name, int from, int node, Func<string, int> resolve) =>
        [new AddDescription(name, [from, .. With.Select(resolve)])];

    protected override IEnumerable<string> Arguments() => With.Select(Quoted);
}

internal sealed record Multiply(string By) : LayerDeclaration
{
    public override string Kind => "Multiply";

    public override ImmutableArray<string> With => [By];

    public override IEnumerable<LayerDescription> Describe(string name, int from, int node, Func<string, int> resolve) =>
        [new MultiplyDescription(name, [from, resolve(By)])];

    protected override IEnumerable<string> Arguments() => [Quoted(By)];
}

internal sealed record Concat : LayerDeclaration
{
    public Concat(params string[] with) => With = [.. with];

    public int Axis { get; init; }

    public override string Kind => "Concat";

    public override IEnumerable<LayerDescription> Describe(string name, int from, int node, Func<string, int> resolve) =>
        [new ConcatDescription(name, [from, .. With.Select(resolve)], Axis)];

    protected override IEnumerable<string> Arguments() =>
        Axis == 0 ? With.Select(Quoted) : With.Select(Quoted).Append($"Axis = {Axis}");
}
