namespace NetGen.Comparison.Forms;

/// <summary>A form was not measured.</summary>
internal sealed class FormException(string message) : Exception(message);
