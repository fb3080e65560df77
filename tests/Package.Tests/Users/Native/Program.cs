using System;
using NetGen;

var net = new Users.Digits(seed: 42);
net.Parameters.Clear();
float[] pixels = new float[Users.Digits.InputSize], probabilities = new float[Users.Digits.OutputSize];
net.Forward(pixels, probabilities);
Console.WriteLine(probabilities[0]);

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
