using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace NetGen.Generator;

/// <summary>The members that every network is given beside its layers.</summary>
internal static class GeneratedMembers
{
    /// <summary>How the generated constructor is called in a list of members.</summary>
    public const string Constructor = "constructor (ulong)";

    /// <summary>Those that are methods, which a method of the user's with other parameters may stand beside.</summary>
    public static readonly ImmutableArray<string> Methods =
        ImmutableArray.Create("Backward", "Cost", "CreateWorkspace", "Exchange", "Forward", "Gradient");

    /// <summary>Those that an attribute could ask for, were they there in time.</summary>
    public static readonly ImmutableArray<string> Constants = ImmutableArray.Create("InputSize", "OutputSize", "ParameterCount");

    public static readonly ImmutableArray<string> Properties = ImmutableArray.Create("Description", "Layout", "Parameters", "Seed", "Statistics", "StatisticsLayout");

    public static readonly ImmutableArray<string> Names = Methods.AddRange(Constants).AddRange(Properties).Add("parameters");

    /// <summary>The names that C# keeps for the accessors of the properties, written or not.</summary>
    public static readonly ImmutableArray<string> Accessors = Properties.SelectMany(AccessorsOf).ToImmutableArray();

    public static IEnumerable<string> AccessorsOf(string property) => [$"get_{property}", $"set_{property}"];

    /// <summary>What has a name in every network, in words; null where nothing has.</summary>
    public static string? OwnerOf(string name) =>
        Names.Contains(name) ? "a member of every network"
        : Properties.FirstOrDefault(property => AccessorsOf(property).Contains(name)) is { } property ? $"an accessor of {property}"
        : null;
}
