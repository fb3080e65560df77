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

    private IEnumerable<string> Common()
    {
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

internal sealed record Dense(int Units, Activation Activation = Activation.Identity) : LayerDeclaration
{
    public double Slope { get; init; } = 0.01;

    public bool Bias { get; init; } = true;

    public Initializer Initializer { get; init; }

    public double Scale { get; init; }

    public override string Kind => "Dense";

    public override IEnumerable<LayerDescription> Describe(string name, int from, int node, Func<string, int> resolve)
    {
        yield return new DenseDescription(name, [from], Units, Bias, Initializer, Scale != 0 ? Scale : null);
        if (Activation != Activation.Identity)
        {
            yield return new ActivateDescription($"{name}.Activate", [node], Activation, Activation == Activation.LeakyReLU ? Slope : 0.01);
        }
    }

    protected override IEnumerable<string> Arguments()
    {
        yield return $"{Units}";
        if (Activation != Activation.Identity)
        {
            yield return $"Activation.{Activation}";
        }

        if (Activation == Activation.LeakyReLU && Slope != 0.01)
        {
            yield return $"Slope = {Number(Slope)}";
        }

        if (!Bias)
        {
            yield return "Bias = false";
        }

        if (Initializer != Initializer.Auto)
        {
            yield return $"Initializer = Initializer.{Initializer}";
        }

        if (Scale != 0)
        {
            yield return $"Scale = {Number(Scale)}";
        }
    }
}

internal sealed record Activate(Activation Activation) : LayerDeclaration
{
    public double Slope { get; init; } = 0.01;

    public override string Kind => "Activate";

    public override IEnumerable<LayerDescription> Describe(string name, int from, int node, Func<string, int> resolve) =>
        [new ActivateDescription(name, [from], Activation, Activation == Activation.LeakyReLU ? Slope : 0.01)];

    protected override IEnumerable<string> Arguments() =>
        Activation != Activation.LeakyReLU || Slope == 0.01 ? [$"Activation.{Activation}"] : [$"Activation.{Activation}", $"Slope = {Number(Slope)}"];
}

internal sealed record Dropout(double Rate) : LayerDeclaration
{
    public override string Kind => "Dropout";

    public override IEnumerable<LayerDescription> Describe(string name, int from, int node, Func<string, int> resolve) =>
        [new DropoutDescription(name, [from], Rate)];

    protected override IEnumerable<string> Arguments() => [Number(Rate)];
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
    }
}

internal sealed record Recurrent(int Units, Activation Activation = Activation.Tanh) : Recurrence(Units)
{
    public override string Kind => "Recurrent";

    public override IEnumerable<LayerDescription> Describe(string name, int from, int node, Func<string, int> resolve) =>
        [new RecurrentDescription(name, [from], Units, Activation, Sequence, Bidirectional, Bias)];
}

internal sealed record LSTM(int Units) : Recurrence(Units)
{
    public override string Kind => "LSTM";

    public override IEnumerable<LayerDescription> Describe(string name, int from, int node, Func<string, int> resolve) =>
        [new LSTMDescription(name, [from], Units, Sequence, Bidirectional, Bias)];
}

internal sealed record GRU(int Units) : Recurrence(Units)
{
    public override string Kind => "GRU";

    public override IEnumerable<LayerDescription> Describe(string name, int from, int node, Func<string, int> resolve) =>
        [new GRUDescription(name, [from], Units, Sequence, Bidirectional, Bias)];
}

internal sealed record Add : LayerDeclaration
{
    public Add(params string[] with) => With = [.. with];

    public override string Kind => "Add";

    public override IEnumerable<LayerDescription> Describe(string name, int from, int node, Func<string, int> resolve) =>
        [new AddDescription(name, [from, .. With.Select(resolve)])];

    protected override IEnumerable<string> Arguments() => With.Select(Quoted);
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
