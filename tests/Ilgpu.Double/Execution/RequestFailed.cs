using System;

namespace ILGPU.Execution;

/// <summary>A device did not give what it was asked for.</summary>
public sealed class RequestFailed(string what) : Exception($"The device does not give {what}.");
