using System.Collections.Immutable;

namespace NetGen.Generator;

/// <summary>The members that every network is given beside its layers.</summary>
internal static class GeneratedMembers
{
    public static readonly ImmutableArray<string> Names = ImmutableArray.Create(
        "Backward", "Cost", "CreateWorkspace", "Description", "Exchange", "Forward", "Gradient", "InputSize", "Layout", "OutputSize",
        "ParameterCount", "Parameters", "Seed", "parameters");

    /// <summary>Those that are methods, which a method of the user's with other parameters may stand beside.</summary>
    public static readonly ImmutableArray<string> Methods =
        ImmutableArray.Create("Backward", "Cost", "CreateWorkspace", "Exchange", "Forward", "Gradient");
}
