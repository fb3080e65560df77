namespace NetGen.Generator;

/// <summary>A member of an enum of the attributes.</summary>
internal sealed record EnumMember(string Type, string Name);
