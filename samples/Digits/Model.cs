namespace NetGen.Samples;

/// <summary>A network that reads digits.</summary>
/// <param name="Name">What the command line calls it.</param>
/// <param name="Title">What the screen calls it.</param>
/// <param name="Epochs">How often it goes through the images where nobody says.</param>
/// <param name="Sequential">The same network in PyTorch.</param>
/// <param name="Create">Makes one from a seed.</param>
internal sealed record Model(string Name, string Title, int Epochs, string Sequential, Func<ulong, INetwork<float>> Create)
{
    public static Model Perceptron { get; } = new(
        "mlp", "784-128-10", 20, "nn.Sequential(nn.Linear(784, 128), nn.ReLU(), nn.Linear(128, 10))", seed => new Digits(seed));

    public static Model Convolutional { get; } = new(
        "cnn", "LeNet-5", 5,
        "nn.Sequential(nn.Conv2d(1, 6, 5, padding=2), nn.ReLU(), nn.MaxPool2d(2), nn.Conv2d(6, 16, 5), nn.ReLU(), nn.MaxPool2d(2), nn.Flatten(), " +
        "nn.Linear(400, 120), nn.ReLU(), nn.Linear(120, 84), nn.ReLU(), nn.Linear(84, 10))",
        seed => new LeNet(seed));

    public static IReadOnlyList<Model> All { get; } = [Perceptron, Convolutional];

    public static Model Of(string name) => All.Single(model => model.Name == name);
}
