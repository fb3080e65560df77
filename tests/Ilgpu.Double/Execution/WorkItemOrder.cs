namespace ILGPU.Execution;

/// <summary>In which order a group's work-items take their turns between two barriers.</summary>
public enum WorkItemOrder
{
    Forward,
    Backward,

    /// <summary>Another order after every barrier, the same in every run.</summary>
    Shuffled,
}
