using MathNet.Numerics;
using MathNet.Numerics.LinearRegression;
using NetGen.Randomness;
using NetGen.Samples.Charts;

namespace NetGen.Samples.Lectures.Demonstrations;

/// <summary>
/// Polynomials of degree 0 to 9 through ten noisy points of a sine, by least squares in double (C. Bishop, 2006,
/// section 1.1): ten coefficients can follow ten points exactly, noise and all.
/// </summary>
internal sealed class Overfitting : IDemonstration
{
    private const double Noise = 0.25;
    private const int Flexible = 9;

    public string Id => "K5";

    public string Title => "Degree 9 overfits ten points, degree 3 does not, and more points heal it";

    public string ToSee => "The error on the ten training points falls with every degree, to nothing at 9; the distance from the sine at 100 others is small at degree 3 and large at 9. With 100 training points, degree 9 follows the sine as well.";

    public Findings Run(ulong seed)
    {
        (double[] x, double[] y) = Sample(10, stream: 0);
        double[] testX = Generate.LinearSpaced(100, 0, 1);
        double[] testY = Array.ConvertAll(testX, Sine);
        (double[] moreX, double[] moreY) = Sample(100, stream: 1);

        var table = new NumberTable("polynomial", "RMSE in training", "RMSE from the sine at 100");
        Func<double, double>[] polynomials = [.. Enumerable.Range(0, Flexible + 1).Select(degree => Fit.PolynomialFunc(x, y, degree, DirectRegressionMethod.QR))];
        for (int degree = 0; degree <= Flexible; degree++)
        {
            table.Add($"degree {degree} on 10 points", Error(polynomials[degree], x, y), Error(polynomials[degree], testX, testY));
        }

        Func<double, double> healed = Fit.PolynomialFunc(moreX, moreY, Flexible, DirectRegressionMethod.QR);
        table.Add($"degree {Flexible} on 100 points", Error(healed, moreX, moreY), Error(healed, testX, testY));

        double[] degrees = Generate.LinearSpaced(Flexible + 1, 0, Flexible);
        double[] fine = Generate.LinearSpaced(200, 0, 1);
        Axis horizontal = new("x", From: 0, To: 1);
        Axis vertical = new("y", From: -1.8, To: 1.8);
        return new(
            new Figure(
                "Polynomials on noisy points of sin 2πx",
                new Panel("fitted to 10 points", horizontal, vertical, Curve("sin 2πx", Sine), Curve("degree 3", polynomials[3]), Curve("degree 9", polynomials[Flexible]), new Dots("training points", x, y)),
                new Panel("errors over the degree", new("degree"), new("RMSE", From: 0, To: 1), new Line("in training", degrees, Column("RMSE in training")), new Line("at 100 points of the sine", degrees, Column("RMSE from the sine at 100"))),
                new Panel("fitted to 100 points", horizontal, vertical, new Dots("training points", moreX, moreY), Curve("sin 2πx", Sine), Curve("degree 9", healed))),
            table);

        // One point at a random place of every tenth, or hundredth.
        (double[] X, double[] Y) Sample(int count, int stream)
        {
            double[] places = [.. Enumerable.Range(0, count).Select(index => (index + CounterRandom.Uniform(seed, stream, index)) / count)];
            return (places, [.. places.Select((place, index) => Sine(place) + (Noise * CounterRandom.Normal(seed, stream, index)))]);
        }

        Line Curve(string name, Func<double, double> of) => new(name, fine, Array.ConvertAll(fine, x => of(x)));

        double[] Column(string name) => [.. Enumerable.Range(0, Flexible + 1).Select(degree => table[$"degree {degree} on 10 points", name])];
    }

    private static double Sine(double x) => Math.Sin(2 * Math.PI * x);

    private static double Error(Func<double, double> polynomial, double[] x, double[] y) => Learning.RootMeanSquare(x.Select(polynomial), y);
}
