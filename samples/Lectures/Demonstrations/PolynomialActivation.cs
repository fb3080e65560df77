using MathNet.Numerics;
using MathNet.Numerics.LinearRegression;
using NetGen.Samples.Charts;
using NetGen.Training;

namespace NetGen.Samples.Lectures.Demonstrations;

/// <summary>
/// One hidden layer approximates every continuous function just where its activation is no polynomial (M. Leshno,
/// V. Lin, A. Pinkus and S. Schocken, 1993): with ψ(z) = z² it is a polynomial of degree 2, however wide.
/// </summary>
internal sealed class PolynomialActivation : IDemonstration
{
    private const int Points = 100;
    private const int Steps = 3000;

    public string Id => "K12";

    public string Title => "A polynomial activation cannot approximate what tanh can";

    public string ToSee => "With z² the error stays at that of the best parabola, which least squares finds directly, whether there are 4, 16 or 64 hidden units. With tanh it falls to a hundredth and less.";

    public Findings Run(ulong seed)
    {
        double[] x = Generate.LinearSpaced(Points, -1, 1);
        double[] y = [.. x.Select(place => Math.Sin(Math.PI * place))];
        var table = new NumberTable("hidden units", "RMSE with z²", "RMSE with tanh", "RMSE of the best parabola");
        double best = Learning.RootMeanSquare(x.Select(Fit.PolynomialFunc(x, y, order: 2, DirectRegressionMethod.QR)), y);
        (int Units, INetwork<float> Square, INetwork<float> Tanh)[] widths =
            [(4, new Squares4(seed), new Tanh4(seed)), (16, new Squares16(seed), new Tanh16(seed)), (64, new Squares64(seed), new Tanh64(seed))];
        var squares = new List<double[]>();
        var tanhs = new List<double[]>();
        foreach ((int units, INetwork<float> square, INetwork<float> tanh) in widths)
        {
            squares.Add(Fitted(square));
            tanhs.Add(Fitted(tanh));
            table.Add($"{units}", Learning.RootMeanSquare(squares[^1], y), Learning.RootMeanSquare(tanhs[^1], y), best);
        }

        double[] counts = [.. widths.Select(width => (double)width.Units)];
        return new(
            new Figure(
                "sin πx by one hidden layer",
                new Panel("with 64 hidden units", new("x"), new("y"), new Dots("sin πx", x, y), new Line("z²", x, squares[^1]), new Line("tanh", x, tanhs[^1])),
                new Panel(
                    "error over the width", new("hidden units", Logarithmic: true), new("RMSE", Logarithmic: true),
                    new Line("z²", counts, Column("RMSE with z²")), new Line("tanh", counts, Column("RMSE with tanh")), new Line("the best parabola", counts, Column("RMSE of the best parabola")) { Dashed = true })),
            table);

        double[] Fitted(INetwork<float> network)
        {
            Learning.FullBatch(network, Learning.Examples(Points, x, y), new Adam<float>(network.Layout.Length), Steps, schedule: step => 0.02 * (1 - ((double)step / Steps)));
            return network.Predict(x);
        }

        double[] Column(string name) => [.. widths.Select(width => table[$"{width.Units}", name])];
    }
}

[Network, Input(1), Dense(4, Name = "z"), Multiply("z"), Dense(1), Loss(Loss.MeanSquaredError)]
internal sealed partial class Squares4;

[Network, Input(1), Dense(16, Name = "z"), Multiply("z"), Dense(1), Loss(Loss.MeanSquaredError)]
internal sealed partial class Squares16;

[Network, Input(1), Dense(64, Name = "z"), Multiply("z"), Dense(1), Loss(Loss.MeanSquaredError)]
internal sealed partial class Squares64;

[Network, Input(1), Dense(4, Activation.Tanh), Dense(1), Loss(Loss.MeanSquaredError)]
internal sealed partial class Tanh4;

[Network, Input(1), Dense(16, Activation.Tanh), Dense(1), Loss(Loss.MeanSquaredError)]
internal sealed partial class Tanh16;

[Network, Input(1), Dense(64, Activation.Tanh), Dense(1), Loss(Loss.MeanSquaredError)]
internal sealed partial class Tanh64;
