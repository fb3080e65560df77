using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Text;
using static System.FormattableString;

namespace NetGen.Checking;

/// <summary>
/// Holds a network against the reference, number by number, with bounds that follow from the length of its sums and
/// the precision of float (<see cref="Bounded"/>):
/// <code>Console.WriteLine(NetworkProof.Of(new Digits()));</code>
/// </summary>
/// <remarks>
/// Inputs, targets and upstream gradients are drawn from a seed. A row on which some decision, as that of a ReLU, lies
/// within rounding of its kink has no single right answer; it is left out, counted, and another is drawn. Bounds suppose
/// the worst of every rounding and grow by Σ|w| with every layer: through one layer of width 64 they are some hundred
/// times what rounding does, through three some ten thousand times, and through a dozen they may say nothing, which the
/// report then tells; prove a shallower network of the same layers. Of a parameter that is NaN or infinite nothing can be
/// judged; it is named. The network must not be trained meanwhile; its parameters are changed by the steps and put back at the end. For a gradient
/// that differences confirm instead, see <see cref="GradientCheck"/>.
/// </remarks>
public sealed class NetworkProof
{
    private static readonly ImmutableArray<(ProofParts Part, bool NeedsLoss, Func<ProofContext, IEnumerable<ProofFinding>> Check)> Checks =
    [
        (ProofParts.Forward, false, ForwardCheck.Of),
        (ProofParts.Training, false, TrainingCheck.Of),
        (ProofParts.Cost, true, CostCheck.Of),
        (ProofParts.Gradient, true, LearningCheck.Of),
        (ProofParts.Backward, false, BackwardCheck.Of),
        (ProofParts.Memory, false, MemoryCheck.Of),
        (ProofParts.Determinism, false, DeterminismCheck.Of),
        (ProofParts.Allocation, false, AllocationCheck.Of),
        (ProofParts.Rejection, false, RejectionCheck.Of),
        (ProofParts.Steps, true, StepCheck.Of),
    ];

    private readonly string name;

    private NetworkProof(string name, ImmutableArray<ProofFinding> findings, int rowsTried, int rowsLeftOut)
    {
        this.name = name;
        Findings = findings;
        RowsTried = rowsTried;
        RowsLeftOut = rowsLeftOut;
    }

    /// <summary>What was found, claim by claim.</summary>
    public ImmutableArray<ProofFinding> Findings { get; }

    /// <summary>Whether every claim holds.</summary>
    public bool Passed => Findings.All(finding => finding.Holds);

    /// <summary>
    /// Whether some claim is refuted. A proof may neither pass nor fail: the bounds of a very deep network reach over
    /// every kink, or the reference has no answer, and then nothing is decided.
    /// </summary>
    public bool Failed => Findings.Any(finding => !finding.Holds && finding.Decided);

    /// <summary>The rows drawn.</summary>
    public int RowsTried { get; }

    /// <summary>The rows among them that lay within rounding of a kink and were left out.</summary>
    public int RowsLeftOut { get; }

    /// <summary>Proves a network, or finds what is wrong with it.</summary>
    /// <param name="network">The network; on return it has the parameters it came with.</param>
    /// <param name="seed">The seed of all draws.</param>
    /// <param name="rows">The rows of a batch, at least 1.</param>
    /// <param name="steps">The steps of training, at least 0.</param>
    /// <param name="parts">What to look at; parts that need a loss are passed over where there is none.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public static NetworkProof Of(INetwork<float> network, ulong seed = 1, int rows = 13, int steps = 3, ProofParts parts = ProofParts.All)
    {
        ArgumentNullException.ThrowIfNull(network);
        Expect.AtLeast(rows, 1, nameof(rows));
        Expect.AtLeast(steps, 0, nameof(steps));

        string name = network.Description.Name;
        ImmutableArray<ProofFinding> layout = [.. LayoutCheck.Of(network)];
        if (!layout.All(finding => finding.Holds))
        {
            return new(name, layout, rowsTried: 0, rowsLeftOut: 0);
        }

        if (FiniteCheck.Of(network) is { } infinite)
        {
            return new(name, [infinite], rowsTried: 0, rowsLeftOut: 0);
        }

        ProofContext context = new(network, seed, rows, steps);
        List<ProofFinding> findings = parts.HasFlag(ProofParts.Layout) ? [.. layout] : [];
        foreach ((ProofParts part, bool needsLoss, Func<ProofContext, IEnumerable<ProofFinding>> check) in Checks)
        {
            if (parts.HasFlag(part) && (!needsLoss || !network.Description.Losses.IsEmpty))
            {
                findings.AddRange(Run(part, check, context));
            }
        }

        return new(name, [.. findings], context.Tried, context.LeftOut);
    }

    /// <summary>Throws unless every claim holds: where one is refuted, and where one is undecided.</summary>
    /// <returns>The proof itself.</returns>
    /// <exception cref="InvalidOperationException">Some claim does not hold, or is undecided; the message is the report.</exception>
    public NetworkProof ThrowUnlessPassed() => Passed ? this : throw new InvalidOperationException(ToString());

    /// <summary>The report, a line per claim; what failed stands first, then what is undecided.</summary>
    public override string ToString()
    {
        int failed = Findings.Count(finding => !finding.Holds && finding.Decided), undecided = Findings.Count(finding => !finding.Holds && !finding.Decided);
        string verdict = (failed, undecided) switch
        {
            (0, 0) => Invariant($"all {Findings.Length} claims hold"),
            (_, 0) => Invariant($"{failed} of {Findings.Length} claims failed"),
            (0, _) => Invariant($"{undecided} of {Findings.Length} claims could not be decided"),
            _ => Invariant($"of {Findings.Length} claims {failed} failed and {undecided} could not be decided"),
        };
        StringBuilder text = new(Invariant($"{name}: {verdict}. {RowsTried} rows were drawn, {RowsLeftOut} lay within rounding of a kink and were left out."));
        foreach (ProofFinding finding in Findings.OrderBy(finding => finding.Holds).ThenBy(finding => !finding.Decided))
        {
            text.AppendLine().Append("  ").Append(finding);
        }

        return text.ToString();
    }

    private static ImmutableArray<ProofFinding> Run(ProofParts part, Func<ProofContext, IEnumerable<ProofFinding>> check, ProofContext context)
    {
        try
        {
            return [.. check(context)];
        }
        catch (UndecidedException undecided)
        {
            return [new($"{part}", false, undecided.Message, Decided: false)];
        }
        catch (Exception thrown) when (!context.IsOfNetwork(thrown))
        {
            return [new($"{part}", false, $"the check or its reference threw {thrown.GetType().Name}: {thrown.Message}", Decided: false)];
        }
        catch (Exception thrown)
        {
            return [new($"{part}", false, $"the network threw {thrown.GetType().Name}: {thrown.Message}")];
        }
        finally
        {
            context.Restore();
        }
    }
}
