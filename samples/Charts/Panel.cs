namespace NetGen.Samples.Charts;

/// <summary>One chart.</summary>
/// <param name="Title">What is shown.</param>
/// <param name="X">The axis to the right.</param>
/// <param name="Y">The axis upwards.</param>
/// <param name="Marks">What is drawn, the last on top.</param>
public sealed record Panel(string Title, Axis X, Axis Y, params Mark[] Marks)
{
    /// <summary>Where a place on the horizontal axis lies.</summary>
    public Scale XScale { get; } = Scale.Of(X, Marks.SelectMany(mark => mark.X));

    /// <summary>Where a place on the vertical axis lies.</summary>
    public Scale YScale { get; } = Scale.Of(Y, Marks.SelectMany(mark => mark.Y));
}
