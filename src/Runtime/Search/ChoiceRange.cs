using System;
using System.Collections.Immutable;
using System.Linq;
using NetGen.Files;

namespace NetGen.Search;

/// <summary>One of some words, all as likely, such as the name of an optimizer.</summary>
public sealed class ChoiceRange : SearchRange
{
    /// <summary>One of some words.</summary>
    /// <param name="name">What the hyper-parameter is called.</param>
    /// <param name="choices">Two or more, each once.</param>
    /// <exception cref="ArgumentException">There is no name, or there are fewer than two choices, or one comes twice.</exception>
    public ChoiceRange(string name, ImmutableArray<string> choices)
        : base(name)
    {
        if (choices.IsDefault || choices.Length < 2 || choices.Any(choice => choice is null || !JsonText.IsUnicode(choice)) || choices.Distinct(StringComparer.Ordinal).Count() < choices.Length)
        {
            throw new ArgumentException($"{FileText.Quote(name)} has the choices {(choices.IsDefault ? "" : string.Join(", ", choices.Select(choice => FileText.Quote(choice ?? "null"))))}; expected two or more, each once.", nameof(choices));
        }

        Choices = choices;
    }

    /// <summary>The words.</summary>
    public ImmutableArray<string> Choices { get; }

    internal override double Draw(double uniform) => Math.Floor(uniform * Choices.Length);

    internal override string Text(double value) => Choices[(int)value];

    private protected override string Description() => $"one of {string.Join(", ", Choices.Select(Quote))}";
}
