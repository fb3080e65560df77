using System.Collections.Immutable;

namespace NetGen.Generator;

/// <summary>The members that every network is given beside its layers.</summary>
internal static class GeneratedMembers
{
    /// <summary>How the generated constructor is called in a list of members.</summary>
    public const string Constructor = "constructor (ulong)";

    /// <summary>Those that are methods, which a method of the user's with other parameters may stand beside.</summary>
    public static readonly ImmutableArray<string> Methods =
        ImmutableArray.Create("Backward", "Cost", "CreateWorkspace", "Exchange", "Forward", "Gradient");

    public static readonly ImmutableArray<string> Names = Methods.AddRange(ImmutableArray.Create(
        "Description", "InputSize", "Layout", "OutputSize", "ParameterCount", "Parameters", "Seed", "parameters"));
}
