using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using static System.FormattableString;

namespace NetGen.Checking;

/// <summary>What does not fit is refused with a message that names what came and what was expected, and changes nothing.</summary>
internal sealed class RejectionCheck
{
    private readonly INetwork<float> network;
    private readonly NetworkDescription description;
    private readonly ProofCase batch;
    private readonly Workspace<float> workspace;
    private readonly Guarded outputs;
    private readonly Guarded gradient;
    private readonly Guarded inputGradient;
    private readonly List<ProofFinding> findings = [];

    private RejectionCheck(ProofContext context)
    {
        network = context.Network;
        description = context.Description;
        batch = context.Case(Math.Max(context.Rows, 2));
        workspace = network.CreateWorkspace(batch.Rows);
        outputs = new(batch.Rows * description.OutputSize);
        gradient = new(network.Layout.Length);
        inputGradient = new(batch.Inputs.Length);
    }

    public static IEnumerable<ProofFinding> Of(ProofContext context)
    {
        RejectionCheck check = new(context);
        check.Forward(context);
        check.Backward();
        check.NotWhole();
        if (context.Description.Losses.IsEmpty)
        {
            check.WithoutLoss();
        }
        else
        {
            check.Gradient();
            check.Labels(context.TakesLabels);
            check.Weights();
        }

        return check.findings;
    }

    private float[] TooLong => [.. batch.Inputs, batch.Inputs[0]];

    private void Forward(ProofContext context)
    {
        int size = description.OutputSize;
        if (context.InputSize > 1)
        {
            Refused("inputs that are no whole rows", () => network.Forward(TooLong, outputs.Span), TooLong.Length, context.InputSize, batch.Inputs.Length);
        }

        Refused("outputs of too few rows", () => network.Forward(batch.Inputs, outputs.Span[size..]), (batch.Rows - 1) * size, batch.Rows * size, batch.Rows);
        Refused("training inputs of another length", () => network.Forward(new Batch<float>(batch.Rows, TooLong, []), outputs.Span, workspace), TooLong.Length, batch.Inputs.Length, context.InputSize);
        Refused("training outputs of too few rows", () => network.Forward(batch.ByTarget, outputs.Span[size..], workspace), (batch.Rows - 1) * size, batch.Rows * size, size);
        Refused("an empty batch", () => network.Forward(new Batch<float>(0, [], []), [], workspace), 0);
    }

    private void Backward()
    {
        Workspace<float> fresh = network.CreateWorkspace(batch.Rows);
        Refused<InvalidOperationException>("backward without a forward", () => network.Backward(batch.ByTarget, batch.Upstream, gradient.Span, fresh));

        network.Train(batch.ByTarget, workspace);
        Batch<float> First() => new(1, batch.Inputs.AsSpan(0, description.InputSize), [], step: 1);
        if (batch.Rows > 1)
        {
            Refused<InvalidOperationException>("backward with the workspace of another batch", () => network.Backward(First(), batch.Upstream.AsSpan(0, description.OutputSize), gradient.Span, workspace));
        }

        Refused<InvalidOperationException>("backward with the workspace of another step", () => network.Backward(new Batch<float>(batch.Rows, batch.Inputs, [], step: 2), batch.Upstream, gradient.Span, workspace));

        int length = gradient.Span.Length;
        Refused("an output gradient of another length", () => network.Backward(batch.ByTarget, batch.Upstream.AsSpan(1), gradient.Span, workspace), batch.Upstream.Length - 1, batch.Upstream.Length, description.OutputSize);
        if (length > 0)
        {
            Refused("backward into a gradient of another length", () => network.Backward(batch.ByTarget, batch.Upstream, gradient.Span[1..], workspace), length - 1, length);
        }

        // An empty one would say that nobody asks.
        float[] longer = new float[inputGradient.Span.Length + 1];
        Refused("backward into an input gradient of another length", () => network.Backward(batch.ByTarget, batch.Upstream, gradient.Span, workspace, longer), longer.Length, inputGradient.Span.Length, description.InputSize);

        network.PullBack(batch.ByTarget, batch.Upstream, workspace);
        Refused<InvalidOperationException>("a second backward after one forward", () => network.Backward(batch.ByTarget, batch.Upstream, gradient.Span, workspace));
    }

    /// <summary>A number that is none of the whole ones expected, in the last row.</summary>
    private void NotWhole()
    {
        int last = (batch.Rows - 1) * description.InputSize;
        for (int element = 0; element < description.InputSize; element++)
        {
            if (description.Domain[element] is not { } range)
            {
                continue;
            }

            foreach (float wrong in new[] { range.Least - 1, range.Most + 1, range.Least + 0.5f, float.NaN, float.NegativeInfinity })
            {
                float[] inputs = batch.Inputs;
                inputs[last + element] = wrong;
                string what = Invariant($"{wrong} as element {element}");
                Refused($"a batch with {what}", () => network.Forward(inputs, outputs.Span), batch.Rows - 1, range.Most);
                Refused($"a row with {what}", () => network.Forward(inputs.AsSpan(last), outputs.Span[..description.OutputSize]), 0, range.Most);
                Refused($"training with {what}", () => network.Forward(new Batch<float>(batch.Rows, inputs, []), outputs.Span, workspace), batch.Rows - 1, range.Most);
                network.Train(batch.ByTarget, workspace);
                Refused($"backward with {what}", () => network.Backward(new Batch<float>(batch.Rows, inputs, [], step: 1), batch.Upstream, gradient.Span, workspace), batch.Rows - 1, range.Most);
                if (description.Loss is not null)
                {
                    Refused($"the gradient with {what}", () => network.Gradient(new Batch<float>(batch.Rows, inputs, batch.Targets), gradient.Span, workspace, inputGradient.Span), batch.Rows - 1, range.Most);
                    Refused($"the cost with {what}", () => network.Cost(new Batch<float>(batch.Rows, inputs, batch.Targets), workspace), batch.Rows - 1, range.Most);
                }
            }

            return;
        }
    }

    private void Gradient()
    {
        int length = gradient.Span.Length;
        float[] targets = batch.Targets;
        Refused("inputs of another length", () => network.Gradient(new Batch<float>(batch.Rows, TooLong, targets), gradient.Span, workspace), TooLong.Length, batch.Inputs.Length, description.InputSize);
        Refused("targets of another length", () => network.Gradient(new Batch<float>(batch.Rows, batch.Inputs, targets.AsSpan(1)), gradient.Span, workspace), targets.Length - 1, targets.Length, description.OutputSize);
        Refused("no targets", () => network.Gradient(new Batch<float>(batch.Rows, batch.Inputs, []), gradient.Span, workspace), 0, targets.Length, description.OutputSize);
        Refused("the cost of targets of another length", () => network.Cost(new Batch<float>(batch.Rows, batch.Inputs, targets.AsSpan(1)), workspace), targets.Length - 1, targets.Length, description.OutputSize);
        if (length > 0)
        {
            Refused("a gradient of another length", () => network.Gradient(batch.ByTarget, gradient.Span[1..], workspace), length - 1, length);
        }

        float[] longer = new float[inputGradient.Span.Length + 1];
        Refused("an input gradient of another length", () => network.Gradient(batch.ByTarget, gradient.Span, workspace, longer), longer.Length, inputGradient.Span.Length, description.InputSize);
        Refused("the gradient of an empty batch", () => network.Gradient(new Batch<float>(0, [], []), gradient.Span, workspace), 0);
        Refused("the cost of an empty batch", () => network.Cost(new Batch<float>(0, [], []), workspace), 0);
    }

    private void Labels(bool takesLabels)
    {
        int size = description.OutputSize;
        foreach (int wrong in new[] { -1, size, int.MinValue })
        {
            int[] labels = new int[batch.Rows];
            labels[^1] = wrong;
            if (takesLabels)
            {
                Refused(Invariant($"a label of {wrong}"), () => network.Gradient(new Batch<float>(batch.Inputs, labels), gradient.Span, workspace), wrong, size, size - 1);
                Refused(Invariant($"the cost of a label of {wrong}"), () => network.Cost(new Batch<float>(batch.Inputs, labels), workspace), wrong, size, size - 1);
            }
        }

        if (!takesLabels)
        {
            Refused("labels, which the loss does not take", () => network.Gradient(new Batch<float>(batch.Inputs, new int[batch.Rows]), gradient.Span, workspace));
        }
    }

    private void Weights()
    {
        float[] targets = batch.Targets;
        Batch<float> With(float[] weights) => new(batch.Rows, batch.Inputs, targets) { Weights = weights };
        float[] longer = new float[batch.Rows + 1];
        Refused("weights of other rows", () => network.Gradient(With(longer), gradient.Span, workspace), longer.Length, batch.Rows);
        Refused("the cost of weights of other rows", () => network.Cost(With(longer), workspace), longer.Length, batch.Rows);
        foreach (float wrong in new[] { -1, float.NaN, float.PositiveInfinity })
        {
            float[] weights = new float[batch.Rows];
            weights[^1] = wrong;
            Refused(Invariant($"a weight of {wrong}"), () => network.Gradient(With(weights), gradient.Span, workspace), batch.Rows - 1);
            Refused(Invariant($"the cost of a weight of {wrong}"), () => network.Cost(With(weights), workspace), batch.Rows - 1);
        }
    }

    private void WithoutLoss()
    {
        Refused<InvalidOperationException>("the cost of a network without a loss", () => network.Cost(batch.ByTarget, workspace));
        Refused<InvalidOperationException>("the gradient of a network without a loss", () => network.Gradient(batch.ByTarget, gradient.Span, workspace));
    }

    private void Refused(string what, Action call) => Refused<ArgumentException>(what, call);

    /// <summary>Expects a message with the number that came, and one of those that say what was expected.</summary>
    private void Refused(string what, Action call, int came, params int[] expected) =>
        Refused<ArgumentException>(what, call, message =>
            !Names(message, came) ? Invariant($"does not name what came, {came}")
            : expected.Length > 0 && !expected.Any(number => Names(message, number)) ? Invariant($"does not name what was expected, {ShapeText.List(expected)}")
            : null);

    private void Refused<TException>(string what, Action call, Func<string, string?>? flaw = null)
        where TException : Exception
    {
        float[] parameters = network.Parameters.ToArray();
        string? wrong = "was accepted";
        try
        {
            call();
        }
        catch (TException refusal)
        {
            wrong = flaw?.Invoke(refusal.Message) is { } missing ? $"the message {missing}: \"{refusal.Message}\"" : null;
        }
        catch (Exception other)
        {
            wrong = $"threw {other.GetType().Name} where {typeof(TException).Name} is promised: \"{other.Message}\"";
        }

        if (!outputs.Untouched || !gradient.Untouched || !inputGradient.Untouched || !network.Parameters.SequenceEqual(parameters))
        {
            wrong = $"{wrong ?? "was refused"}, after something was written";
            outputs.Span.Fill(float.NaN);
            gradient.Span.Fill(float.NaN);
            inputGradient.Span.Fill(float.NaN);
        }

        findings.Add(new($"refuses {what}", wrong is null, wrong ?? "with a message that says so, and nothing was changed"));
    }

    /// <summary>Whether a number stands in a text; a network may speak as the culture does.</summary>
    private static bool Names(string message, int number) =>
        Stands(message, number.ToString(CultureInfo.InvariantCulture)) || Stands(message, number.ToString(CultureInfo.CurrentCulture));

    /// <summary>Whether digits stand in a text, not as a part of another number.</summary>
    private static bool Stands(string message, string digits)
    {
        for (int at = message.IndexOf(digits, StringComparison.Ordinal); at >= 0; at = message.IndexOf(digits, at + 1, StringComparison.Ordinal))
        {
            int end = at + digits.Length;
            if ((at == 0 || !char.IsAsciiDigit(message[at - 1])) && (end == message.Length || !char.IsAsciiDigit(message[end])))
            {
                return true;
            }
        }

        return false;
    }
}
