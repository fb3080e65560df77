namespace NetGen.Fuzz;

/// <summary>A reader of files, and how files for it are made.</summary>
internal interface IReader
{
    /// <summary>What the command line calls it.</summary>
    string Name { get; }

    /// <summary>Its stream of random numbers.</summary>
    int Stream { get; }

    /// <summary>Makes a file, mostly a wrong one.</summary>
    Sample Make(Draws draws);

    /// <summary>Reads a file, one way or another.</summary>
    /// <exception cref="InvalidDataException">The file is wrong: the one way in which a reader may fail.</exception>
    void Read(byte[] bytes, Draws draws);
}
