namespace NetGen.Samples.Lectures;

/// <summary>Something to be seen with small networks: one page of a lecture.</summary>
internal interface IDemonstration
{
    /// <summary>What it is called on the command line.</summary>
    string Id { get; }

    /// <summary>What it shows, in a line.</summary>
    string Title { get; }

    /// <summary>What to look at, in two sentences.</summary>
    string ToSee { get; }

    /// <summary>Does it.</summary>
    /// <param name="seed">Of everything that is drawn at random.</param>
    Findings Run(ulong seed);
}
