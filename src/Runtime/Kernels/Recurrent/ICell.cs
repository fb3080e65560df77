namespace NetGen.Kernels;

/// <summary>What a kind of recurrent layer does with the gates of a step.</summary>
internal interface ICell
{
    /// <summary>Whether the gradient of a state goes to the state before it in another way than over the gates.</summary>
    static abstract bool Carries { get; }

    /// <summary>The state after a step; the gates become what they are after their functions.</summary>
    static abstract void Forward<T>(in CellRow row)
        where T : struct, IElements<T>;

    /// <summary>A vector of the gradient before the gates, from that of the state after the step. All is read before anything is written.</summary>
    static abstract void Backward<T>(in CellRow row, int unit)
        where T : struct, IElements<T>;
}
