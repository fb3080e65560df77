using System.Globalization;
using System.Linq;

namespace NetGen.Generated.Tests.Support;

/// <summary>A penalty as a user writes it.</summary>
internal sealed record PenaltyDeclaration(double L1, double L2, string? From = null)
{
    public bool Biases { get; init; }

    public bool Proximal { get; init; }

    public int Examples { get; init; } = 1;

    public string Text => $"[Penalty({string.Join(", ", ((string?[])
    [
        L1 == 0 ? null : $"L1 = {Number(L1)}", L2 == 0 ? null : $"L2 = {Number(L2)}", From is null ? null : $"From = \"{From}\"",
        Biases ? "Biases = true" : null, Proximal ? "Proximal = true" : null, Examples == 1 ? null : $"Examples = {Number(Examples)}",
    ]).Where(setting => setting is not null))})]";

    private static string Number(double number) => number.ToString("R", CultureInfo.InvariantCulture);
}
