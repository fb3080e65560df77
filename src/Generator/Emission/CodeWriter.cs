using System;
using System.Text;

namespace NetGen.Generator;

/// <summary>Collects indented lines; a block closes when it is disposed.</summary>
internal sealed class CodeWriter
{
    private readonly StringBuilder text = new();
    private int depth;

    public void Line(string line = "")
    {
        if (line.Length > 0)
        {
            text.Append(' ', depth * 4).Append(line);
        }

        text.Append('\n');
    }

    /// <summary>Writes text of several lines, each indented.</summary>
    public void Lines(string lines)
    {
        foreach (string line in lines.Split('\n'))
        {
            Line(line.TrimEnd('\r'));
        }
    }

    public void Comment(string comment) => Line("// " + comment);

    /// <summary>Opens a block under a heading, or a bare one.</summary>
    public IDisposable Block(string heading = "")
    {
        if (heading.Length > 0)
        {
            Lines(heading);
        }

        Line("{");
        depth++;
        return new Closing(this);
    }

    /// <summary>Opens a block within another that has lines of its own.</summary>
    public IDisposable Block(string heading, string opening, string closing)
    {
        Line(opening);
        depth++;
        Block(heading);
        return new Closing(this, closing);
    }

    /// <summary>Opens a method that is optimized at once: one that loops must not begin unoptimized and change over while it runs.</summary>
    /// <param name="signature">The method's signature.</param>
    /// <param name="separate">Whether it must not become part of those that call it.</param>
    public IDisposable OptimizedMethod(string signature, bool separate = false)
    {
        Line($"[MethodImpl(MethodImplOptions.AggressiveOptimization{(separate ? " | MethodImplOptions.NoInlining" : "")})]");
        return Block(signature);
    }

    // What separates the parts of a block does not follow the last.
    private void DropEmptyLine()
    {
        if (text.Length > 1 && text[text.Length - 1] == '\n' && text[text.Length - 2] == '\n')
        {
            text.Length--;
        }
    }

    public override string ToString() => text.ToString();

    private sealed class Closing(CodeWriter writer, string? outer = null) : IDisposable
    {
        public void Dispose()
        {
            writer.depth--;
            writer.DropEmptyLine();
            writer.Line("}");
            if (outer is not null)
            {
                writer.depth--;
                writer.Line(outer);
            }
        }
    }
}
