using System;
using System.Collections.Generic;
using NetGen.Training;
using static System.FormattableString;

namespace NetGen.Checking;

/// <summary>
/// Steps of Adam. Before each the reference takes the network's own parameters and moments, so no step inherits the
/// roundings of another.
/// </summary>
internal static class StepCheck
{
    private const double LearningRate = 0.01, Beta1 = 0.9, Beta2 = 0.999, Epsilon = 1e-8;

    // Adam sets moments below these to 0.
    private const double Flushed1 = 1.2e-30, Flushed2 = 1.2e-36;

    public static IEnumerable<ProofFinding> Of(ProofContext context)
    {
        INetwork<float> network = context.Network;
        Workspace<float> workspace = network.CreateWorkspace(1);
        Adam<float> adam = new(network.Layout.Length, LearningRate, Beta1, Beta2, Epsilon);
        List<ProofFinding> findings = [];
        for (int step = 1; step <= context.Steps; step++)
        {
            bool byLabel = context.TakesLabels && step % 2 == 1;
            bool last = step == context.Steps;
            ProofCase batch = context.Draw(context.Rows, step, byLabel, withUpstream: last, weighted: step % 3 == 0);
            if (last)
            {
                findings.AddRange(WithoutLearning(context, batch, Invariant($"after {step - 1} steps"), workspace));
            }

            findings.AddRange(LearningCheck.Findings(context, batch, batch.Batch, Invariant($"step {step}"), workspace));

            float[] theta = network.Parameters.ToArray(), m = adam.FirstMoment.ToArray(), v = adam.SecondMoment.ToArray();
            Guarded gradient = network.Learn(batch.Batch, workspace, withInput: false).Gradient;
            adam.Step(network.Parameters, gradient.Span);
            findings.Add(Update(context, step, theta, m, v, gradient.Span));
        }

        return findings;
    }

    /// <summary>Forward and backward, before a gradient call could renew what a network derives from its parameters.</summary>
    private static IEnumerable<ProofFinding> WithoutLearning(ProofContext context, ProofCase batch, string when, Workspace<float> workspace) =>
        [
            new Comparison(Invariant($"forward {when}")).Rows(batch.Predicted, context.Network.Predict(batch.Inputs).Span, context.OutputSize, "output").Finding(),
            .. BackwardCheck.Findings(context, batch, context.Network.PullBack(batch.ByTarget, batch.Upstream, workspace), Invariant($"backward {when}")),
        ];

    private static ProofFinding Update(ProofContext context, int step, float[] theta, float[] m, float[] v, ReadOnlySpan<float> gradient)
    {
        Comparison update = new(Invariant($"update of step {step}"));
        foreach (ParameterTensor tensor in context.Network.Layout.Tensors)
        {
            Bounded[] expected = new Bounded[tensor.Count];
            for (int index = 0; index < expected.Length; index++)
            {
                int place = tensor.Position(index);
                expected[index] = Adam(step, theta[place], m[place], v[place], gradient[place]);
            }

            update.Tensor(tensor, expected, context.Network.Parameters);
        }

        return update.Finding();
    }

    /// <summary>θ ← θ − α·m̂ / (√v̂ + ε).</summary>
    private static Bounded Adam(int step, Bounded theta, Bounded m, Bounded v, Bounded g)
    {
        m = Loosened(Bounded.From(Beta1) * m + Bounded.From(1 - Beta1) * g, Flushed1);
        v = Loosened(Bounded.From(Beta2) * v + Bounded.From(1 - Beta2) * (g * g), Flushed2);
        Bounded mean = m / Bounded.From(1 - Math.Pow(Beta1, step));
        Bounded deviation = Bounded.Sqrt(v / Bounded.From(1 - Math.Pow(Beta2, step)));
        return theta - Bounded.From(LearningRate) * mean / (deviation + Bounded.From(Epsilon));
    }

    private static Bounded Loosened(Bounded x, double error) => new(x.Value, x.Error + error);
}
