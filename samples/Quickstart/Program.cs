using NetGen;
using NetGen.Data;
using NetGen.Training;
using Spectre.Console;

float[] points = new float[800], classes = new float[400], outputs = new float[400];
for (int i = 0; i < 400; i++) // two spirals, one inside the other
{
    float radius = 0.1f + 0.9f * i / 400, angle = 9 * radius + i % 2 * MathF.PI;
    (points[2 * i], points[2 * i + 1], classes[i]) = (radius * MathF.Cos(angle), radius * MathF.Sin(angle), i % 2);
}
var net = new Spirals(seed: 1);
var trainer = new Trainer<float>(net, new Examples<float>(400, points, classes), new Adam<float>(net.Parameters.Length, learningRate: 0.01), batchSize: 100);
EpochReport last = trainer.Run(epochs: 500).Last();
net.Forward(points, outputs);
Console.WriteLine($"loss {last.Loss:F4}, accuracy {outputs.Where((p, i) => p > 0.5f == i % 2 > 0).Count() / 4f}%");
AnsiConsole.Profile.Capabilities.Ansi &= !Console.IsOutputRedirected; // Spectre looks at TERM alone
for (int cell = 0; cell < 24 * 48; cell++) // the plane as the network sees it
{
    net.Forward([(cell % 48 - 23.5f) / 22, (11.5f - cell / 48) / 11], outputs.AsSpan(0, 1));
    AnsiConsole.Markup($"[{(outputs[0] > 0.5f ? "orange1" : "blue")}]{"·░▒▓█"[(int)(outputs[0] * 4.99f)]}[/]{(cell % 48 == 47 ? "\n" : "")}");
}
[Network, Input(2), Dense(32, Activation.Tanh), Dense(32, Activation.Tanh), Dense(1, Activation.Sigmoid), Loss(Loss.BinaryCrossEntropy)]
internal sealed partial class Spirals;
