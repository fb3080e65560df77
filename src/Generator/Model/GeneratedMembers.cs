using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace NetGen.Generator;

/// <summary>The members that a network is given beside its layers: every one, one that streams, and one for GPUs.</summary>
internal static class GeneratedMembers
{
    /// <summary>How the generated constructor is called in a list of members.</summary>
    public const string Constructor = "constructor (ulong)";

    /// <summary>Those that are methods, which a method of the user's with other parameters may stand beside.</summary>
    public static readonly ImmutableArray<string> Methods =
        ImmutableArray.Create("Backward", "Cost", "CreateWorkspace", "Exchange", "Forward", "Gradient", "Step");

    /// <summary>Those that an attribute could ask for, were they there in time.</summary>
    public static readonly ImmutableArray<string> Constants = ImmutableArray.Create("InputSize", "OutputSize", "ParameterCount", "StateSize", "StepInputSize", "StepOutputSize");

    /// <summary>What predicts from parts of a row, where there are several inputs or outputs.</summary>
    public const string OfParts = "Predict";

    /// <summary>The class that runs a network on GPUs.</summary>
    public const string Gpu = "Gpu";

    /// <summary>The constant of that class.</summary>
    public const string GpuConstant = "InputStride";

    public static readonly ImmutableArray<string> Properties = ImmutableArray.Create("Description", "Layout", "Parameters", "Seed", "Statistics", "StatisticsLayout");

    /// <summary>The enums that attributes of the class name. C# looks there for its members first, so that none may have such a name.</summary>
    public static readonly ImmutableArray<string> Enums = ImmutableArray.Create("Activation", "Initializer", "Loss", "Reduction");

    private static readonly ImmutableArray<string> OfStreams = ImmutableArray.Create("StateSize", "Step", "StepInputSize", "StepOutputSize");

    private static readonly ImmutableArray<string> OfEvery = Methods.AddRange(Constants).AddRange(Properties).Add("parameters").RemoveRange(OfStreams);

    /// <summary>The names that C# keeps for the accessors of the properties, written or not.</summary>
    public static readonly ImmutableArray<string> Accessors = Properties.SelectMany(AccessorsOf).ToImmutableArray();

    public static IEnumerable<string> AccessorsOf(string property) => [$"get_{property}", $"set_{property}"];

    /// <summary>The constants of one of several inputs or outputs.</summary>
    public static IEnumerable<string> ConstantsOf(string part) => [$"{part}Size", $"{part}Offset"];

    /// <summary>The names of those of a network.</summary>
    public static IEnumerable<string> Names(bool streaming, bool gpu) =>
        OfEvery.Concat(OfStreams.Where(_ => streaming)).Concat(gpu ? [Gpu] : []);

    /// <summary>What has a name in every network, in every one that streams, or in every one for GPUs, in words; null where nothing has.</summary>
    public static string? OwnerOf(string name, bool streaming, bool gpu) =>
        OfEvery.Contains(name) ? "a member that NetGen adds to every network"
        : streaming && OfStreams.Contains(name) ? "a member that NetGen adds to every network that streams"
        : gpu && name == Gpu ? "a member that NetGen adds to every network for GPUs"
        : Properties.FirstOrDefault(property => AccessorsOf(property).Contains(name)) is { } property ? AccessorOf(property)
        : null;

    public static string AccessorOf(string property) => $"an accessor of the property {property} that NetGen adds";
}
