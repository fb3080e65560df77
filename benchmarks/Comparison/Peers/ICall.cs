namespace NetGen.Comparison.Peers;

/// <summary>One call of a run in this process, on its next inputs.</summary>
internal interface ICall
{
    void Call();
}
