using System;
using System.Collections.Generic;
using System.Linq;

namespace NetGen.Generator;

/// <summary>Writes the network as data: its description and the layout of its parameters.</summary>
internal static class DescriptionEmitter
{
    /// <summary>The rows of a list that one method makes.</summary>
    private const int MostRows = 256;

    public static void Write(CodeWriter code, NetworkPlan plan)
    {
        NetworkModel model = plan.Model;
        code.Comment("What the network is, and where its parameters lie.");
        using (code.Block("file static class Facts"))
        {
            string loss = model.Losses.Count == 0 ? ""
                : model.Loss is { IsPlain: true } one ? $", Loss.{one.Loss}, Reduction.{one.Reduction}"
                : $", [{string.Join(", ", model.Losses.Select(Loss))}], Reduction.{model.Losses[0].Reduction}";
            string Weighed(PenaltyModel penalty) =>
                $"new PenaltyDescription({FloatLiteral.Of(penalty.L1)}, {FloatLiteral.Of(penalty.L2)}, {(penalty.Node is int node ? Text.Number(node) : "null")}, {Text.Truth(penalty.Biases)}, {Text.Truth(penalty.Proximal)}, {Text.Number(penalty.Examples)})";
            string penalties = model.Penalties.Count == 0 ? "" : $" {{ Penalties = [{string.Join(", ", model.Penalties.Select(Weighed))}] }}";
            code.Line($"public static readonly NetworkDescription Description = new(\"{model.Type.Name}\", {List(model.Input.Sizes)},");
            Rows(code, "LayerDescription", "Layers", model.Layers.Select(Layer), $"{loss}){penalties};");
            code.Line();
            code.Line($"public static readonly ParameterLayout Layout = new({Text.Number(plan.Parameters.Length)},");
            Rows(code, "ParameterTensor", "Tensors", plan.Parameters.Tensors.Select(Tensor), ");");
            for (int node = 1; node <= model.Layers.Count; node++)
            {
                if (model.Layers[node - 1] is PositionalEncodingModel { Learned: false } encoding)
                {
                    code.Line();
                    code.Line($"public static readonly float[] {PositionalEncodingEmitter.TableOf(node)} = PositionalEncodingKernels.Table({Text.List(encoding.Output.Sizes)});");
                }
            }
            for (int index = 0; index < model.Losses.Count; index++)
            {
                if (model.Losses[index].Options.Weights is { } weights)
                {
                    // Vectors are read whole, and beyond the outputs nothing counts.
                    IEnumerable<string> padded = weights.Concat(Enumerable.Repeat(0.0, Padding.Of(weights.Count) - weights.Count)).Select(weight => FloatLiteral.Of((float)weight));
                    code.Line();
                    code.Line($"public static ReadOnlySpan<float> {LossEmitters.WeightsOf(plan, index)} => new float[] {{ {string.Join(", ", padded)} }};");
                }
            }

            if (plan.Statistics.Length > 0)
            {
                code.Line();
                code.Line($"public static readonly ParameterLayout Statistics = new({Text.Number(plan.Statistics.Length)},");
                Rows(code, "ParameterTensor", "Averages", plan.Statistics.Tensors.Select(Tensor), ");");
            }
        }
    }

    /// <summary>Ends a field with a list: in place, or where it is long, of parts that a method each makes.</summary>
    private static void Rows(CodeWriter code, string type, string name, IEnumerable<string> rows, string end)
    {
        void Write(IEnumerable<string> lines)
        {
            foreach (string line in lines)
            {
                code.Line($"    {line},");
            }
        }

        var parts = rows.Select((row, index) => (row, index)).GroupBy(item => item.index / MostRows, item => item.row).ToList();
        code.Line("[");
        Write(parts.Count == 1 ? parts[0] : parts.Select(part => $".. {name}{Text.Number(part.Key + 1)}()"));
        code.Line($"]{end}");
        foreach (IGrouping<int, string> part in parts.Skip(parts.Count == 1 ? 1 : 0))
        {
            code.Line();
            code.Line($"private static {type}[] {name}{Text.Number(part.Key + 1)}() =>");
            code.Line("[");
            Write(part);
            code.Line("];");
        }
    }

    private static string Layer(LayerModel layer)
    {
        string arguments = string.Concat(layer.Description.Select(argument => $", {Argument(argument)}"));
        return $"new {layer.Kind}Description(\"{layer.Name}\", {List(layer.Inputs)}{arguments})" + (layer.Shares is int node ? $" {{ Shares = {Text.Number(node)} }}" : "");
    }

    private static string Loss(LossModel loss)
    {
        LossOptions options = loss.Options;
        string[] set =
        [
            .. options.Delta is double delta ? [$"Delta = {FloatLiteral.Of(delta)}"] : Enumerable.Empty<string>(),
            .. options.ClassWeights is { } classes ? [$"ClassWeights = [{Numbers(classes)}]"] : Enumerable.Empty<string>(),
            .. options.PositiveWeights is { } positives ? [$"PositiveWeights = [{Numbers(positives)}]"] : Enumerable.Empty<string>(),
            .. options.LabelSmoothing is double smoothing ? [$"LabelSmoothing = {FloatLiteral.Of(smoothing)}"] : Enumerable.Empty<string>(),
        ];
        return $"new LossDescription(Loss.{loss.Loss}, {Text.Number(loss.Node)}, {FloatLiteral.Of(loss.Weight)})" + (set.Length == 0 ? "" : $" {{ {string.Join(", ", set)} }}");

        static string Numbers(IEnumerable<double> numbers) => string.Join(", ", numbers.Select(FloatLiteral.Of));
    }

    private static string Argument(object argument) => argument switch
    {
        int number => Text.Number(number),
        double number => FloatLiteral.Of(number),
        bool truth => Text.Truth(truth),
        EnumMember member => $"{member.Type}.{member.Name}",
        Shape shape => List(shape.Sizes),
        SlidingWindow window => $"new SlidingWindow({Text.List([window.Kernel, window.Stride, window.Before, window.After, window.Dilation])})",
        TransposedWindow window =>
            $"new TransposedWindow({Text.List([window.Kernel, window.Stride, window.Padding, window.OutputPadding, window.Dilation])})",
        _ => throw new ArgumentOutOfRangeException(nameof(argument), argument, "A description takes no such argument."),
    };

    private static string Tensor(PlacedParameter tensor)
    {
        string name = $"\"{tensor.Layer}.{tensor.Parameter.Name}\", {Text.Number(tensor.Node)}";
        Shape shape = tensor.Parameter.Shape;
        return tensor.Parameter.InPanels
            ? $"ParameterTensor.InPanels({name}, {Text.Number(shape.Sizes[0])}, {Text.Number(shape.Sizes[1])}, {Text.Number(tensor.Offset)})"
            : $"ParameterTensor.Canonical({name}, {List(shape.Sizes)}, {Text.Number(tensor.Offset)}, {Text.Number((long)Padding.Of(tensor.Parameter))})";
    }

    private static string List(IEnumerable<int> numbers) => $"[{Text.List(numbers)}]";
}
