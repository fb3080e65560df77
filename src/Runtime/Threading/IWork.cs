namespace NetGen.Threading;

/// <summary>Work that falls into parts which do not touch each other's results.</summary>
internal interface IWork
{
    /// <summary>Does one part; other threads may be doing others.</summary>
    /// <param name="part">Which, from 0.</param>
    /// <param name="parts">Of how many.</param>
    void Do(int part, int parts);
}
