using System;
using System.Diagnostics;
using System.Globalization;
using NetGen;

long start = Stopwatch.GetTimestamp();
var net = new Users.Digits(seed: 42);
net.Parameters.Clear();
float[] pixels = new float[Users.Digits.InputSize], probabilities = new float[Users.Digits.OutputSize];
net.Forward(pixels, probabilities);
double milliseconds = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
Console.WriteLine(probabilities[0].ToString(CultureInfo.InvariantCulture));
Console.WriteLine(milliseconds.ToString(CultureInfo.InvariantCulture));

namespace Users
{
    [Network]
    [Input(784)]
    [Dense(128, Activation.ReLU)]
    [Dense(10, Activation.Softmax)]
    [Loss(Loss.CrossEntropy)]
    public sealed partial class Digits
    {
    }
}
