namespace NetGen.Baselines;

/// <summary>What the seeds of a line came to.</summary>
internal sealed record Result(Baseline Line, double[] Figures)
{
    public double Mean => Figures.Average();

    /// <summary>The standard deviation of the seeds' figures, with 1/n as in the table.</summary>
    public double Deviation => Math.Sqrt(Figures.Average(figure => (figure - Mean) * (figure - Mean)));

    public bool Passes => Line.Passes(Mean);
}
