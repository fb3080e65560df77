using NetGen.Baselines.Sets;

namespace NetGen.Baselines;

/// <summary>The lines of BASELINES.md.</summary>
internal static class BaselineTable
{
    /// <summary>The seeds, fixed beforehand.</summary>
    public static IReadOnlyList<ulong> Seeds { get; } = [0, 1, 2, 3, 4];

    public static IReadOnlyList<Baseline> Lines { get; } =
    [
        new("iris", "4-16-3", 200, 0.005, 16, Figure.Accuracy, 0.889, 0.903, seed => new Iris(seed), Labelled("iris.csv", header: 1)) { BeatsLinear = true },
        new("wine", "13-16-3", 100, 0.005, 16, Figure.Accuracy, 1.000, 0.978, seed => new Wine(seed), Labelled("wine_data.csv", header: 1)),
        new("breast_cancer", "30-32-2", 60, 0.001, 32, Figure.Accuracy, 0.993, 0.966, seed => new BreastCancer(seed), Labelled("breast_cancer.csv", header: 1)),
        new("pima", "8-16-2", 60, 0.001, 32, Figure.Accuracy, 0.750, 0.727, seed => new Pima(seed), Labelled("pima-indians-diabetes.csv", header: 0)),
        new("digits", "64-64-10", 60, 0.001, 32, Figure.Accuracy, 0.971, 0.966, seed => new SmallDigits(seed), SmallDigitsSet.Read),
        new("mnist", "784-128-10", 20, 0.001, 64, Figure.Accuracy, 0.871, 0.931, seed => new Mnist(seed), MnistSet.Read) { BeatsLinear = true },
        new("mnist", "conv8-pool-conv16-pool-dense", 10, 0.001, 64, Figure.Accuracy, null, 0.956, seed => new MnistConvolutional(seed), MnistSet.Read),
        new("diabetes", "10-16-1", 100, 0.001, 32, Figure.RootMeanSquaredError, 54.51, 56.76, seed => new Diabetes(seed), DiabetesSet.Read),
        new("california_housing", "13-64-64-1", 30, 0.001, 64, Figure.RootMeanSquaredError, 69648, 55635, seed => new CaliforniaHousing(seed), HousingSet.Read) { BeatsLinear = true },
        new("min_temperatures", "14-16-1", 40, 0.001, 32, Figure.RootMeanSquaredError, 2.29, 2.31, seed => new MinTemperatures(seed), Temperatures),
        new("min_temperatures", "LSTM(1→16)", 20, 0.003, 32, Figure.RootMeanSquaredError, 2.29, 2.30, seed => new MinTemperaturesRecurrent(seed), Temperatures),
        new("airline_passengers", "12-16-1", 200, 0.003, 16, Figure.RootMeanSquaredError, 20.6, 39.3, seed => new AirlinePassengers(seed), Passengers),
    ];

    private static Func<string, DataSet> Labelled(string file, int header) => folder => LabelledSet.Read(folder, file, header);

    private static DataSet Temperatures(string folder) => SeriesSet.Read(folder, "daily-min-temperatures.csv", value => value, value => value);

    private static DataSet Passengers(string folder) => SeriesSet.Read(folder, "airline-passengers.csv", Math.Log, Math.Exp);
}
