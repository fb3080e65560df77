namespace NetGen.Generator;

/// <summary>The class that a network is declared on.</summary>
/// <param name="Namespace">Its namespace, or null for the global one.</param>
/// <param name="Containers">The types around it, outermost first, each as its partial declaration is written: <c>partial class Outer</c>.</param>
/// <param name="Declaration">How its own partial declaration is written: <c>partial class Digits</c>.</param>
/// <param name="Name">Its name, as people say it.</param>
/// <param name="Identifier">Its name, as code writes it: <c>@class</c>.</param>
/// <param name="HintName">The name of the generated file; unique among the networks of a compilation.</param>
internal sealed record TypeModel(string? Namespace, EquatableArray<string> Containers, string Declaration, string Name, string Identifier, string HintName);
