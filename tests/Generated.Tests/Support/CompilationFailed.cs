using System;

namespace NetGen.Generated.Tests.Support;

/// <summary>Declarations did not compile; the message has the diagnostics and the source.</summary>
internal sealed class CompilationFailed(string message) : Exception(message);
