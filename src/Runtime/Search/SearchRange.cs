using System;
using System.Text.Json;
using NetGen.Files;

namespace NetGen.Search;

/// <summary>Where a search draws one hyper-parameter from.</summary>
public abstract class SearchRange
{
    private protected SearchRange(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        Name = JsonText.IsUnicode(name) ? name : throw new ArgumentException("The name has half of a surrogate pair; expected Unicode.", nameof(name));
    }

    /// <summary>What the hyper-parameter is called, unlike all others of its search.</summary>
    public string Name { get; }

    /// <summary>The value that a uniform number from 0 to below 1 draws; of a choice, its place.</summary>
    internal abstract double Draw(double uniform);

    /// <summary>A value as text.</summary>
    internal virtual string Text(double value) => FileText.Number(value);

    /// <summary>The range on one line, unlike that of every other range.</summary>
    public sealed override string ToString() => $"{Quote(Name)}: {Description()}";

    private protected abstract string Description();

    private protected static string Quote(string text) => $"\"{JsonEncodedText.Encode(text)}\"";

    private protected static string FromTo(double least, double most) => $"{FileText.Number(least)} to {FileText.Number(most)}";
}
