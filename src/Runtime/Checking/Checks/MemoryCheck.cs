using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Training;
using static System.FormattableString;

namespace NetGen.Checking;

/// <summary>Padding is zero and stays so, and nothing is written beside what a call was given.</summary>
internal static class MemoryCheck
{
    public static IEnumerable<ProofFinding> Of(ProofContext context)
    {
        INetwork<float> network = context.Network;
        Workspace<float> workspace = network.CreateWorkspace(1);
        ProofCase batch = context.Case(context.Rows);
        float[] before = network.Parameters.ToArray();

        Dictionary<string, Guarded> written = new()
        {
            ["Forward of one row"] = network.Predict(batch.Inputs.AsSpan(0, context.InputSize)),
            ["Forward of a batch"] = network.Predict(batch.Inputs),
            ["the training Forward"] = network.Train(batch.ByTarget, workspace),
        };
        GradientAnswer backward = network.PullBack(batch.ByTarget, batch.Upstream, workspace);
        written["Backward"] = backward.Gradient;
        written["Backward's input gradient"] = backward.Input;
        if (!context.Description.Losses.IsEmpty)
        {
            GradientAnswer learned = network.Learn(batch.ByTarget, workspace);
            written["Gradient"] = learned.Gradient;
            written["Gradient's input gradient"] = learned.Input;
        }

        List<ProofFinding> findings = [];
        string[] beside = [.. written.Where(call => !call.Value.Intact).Select(call => call.Key)];
        findings.Add(new("calls write what they were given", beside.Length == 0, beside.Length == 0 ? "nothing lies changed beside the spans" : Invariant($"{string.Join(", ", beside)} wrote beside the span")));

        bool kept = network.Parameters.SequenceEqual(before);
        findings.Add(new("calls leave the parameters", kept, kept ? "unchanged by every call" : "a call changed the parameters"));

        int[] padding = Padding(network.Layout);
        findings.Add(Zero("padding of the parameters", padding, network.Parameters));
        findings.Add(Zero("padding of Backward's gradient", padding, backward.Gradient.Span));
        if (written.TryGetValue("Gradient", out Guarded? gradient))
        {
            findings.Add(Zero("padding of Gradient's gradient", padding, gradient.Span));
        }

        Adam<float> adam = new(network.Layout.Length);
        adam.Step(network.Parameters, (gradient ?? backward.Gradient).Span);
        findings.Add(Zero("padding of the parameters after a step of Adam", padding, network.Parameters));
        return findings;
    }

    private static ProofFinding Zero(string claim, int[] padding, ReadOnlySpan<float> buffer)
    {
        foreach (int place in padding)
        {
            if (buffer[place] != 0)
            {
                return new(claim, false, FormattableString.Invariant($"{buffer[place]} at place {place} of the buffer, which belongs to no tensor and must be 0"));
            }
        }

        return new(claim, true, Invariant($"{padding.Length} numbers, all 0"));
    }

    private static int[] Padding(ParameterLayout layout)
    {
        HashSet<int> elements = [.. layout.Tensors.SelectMany(tensor => Enumerable.Range(0, tensor.Count).Select(tensor.Position))];
        return [.. Enumerable.Range(0, layout.Length).Where(place => !elements.Contains(place))];
    }
}
