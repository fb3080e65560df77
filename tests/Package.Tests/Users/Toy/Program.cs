using System;
using System.IO;
using System.Linq;
using NetGen;
using NetGen.Data;
using NetGen.Report;
using NetGen.Training;

var toy = new Users.Toy();
float[] weights = { 1, 0.5f, 0.5f, 1, -2, 0.5f };
Users.Toy.Layout.CopyFrom<float>(toy.Parameters, weights);
float[] outputs = new float[4];
toy.Forward(new float[] { 1, 2, -1, 2 }, outputs);
Console.WriteLine("forward " + string.Join(" ", outputs));
Console.WriteLine("weight " + toy.Dense1.Weights[0, 1]);

var xor = new Users.Xor(seed: 1);
float[] points = { 0, 0, 0, 1, 1, 0, 1, 1 }, classes = { 0, 1, 1, 0 };
var adam = new Adam<float>(xor.Parameters.Length, 0.05);
var workspace = xor.CreateWorkspace(4);
float[] gradient = new float[xor.Parameters.Length];
float first = 0, last = 0;
for (int step = 0; step < 500; step++)
{
    last = xor.Gradient(new Batch<float>(4, points, classes, step), gradient, workspace);
    first = step == 0 ? last : first;
    adam.Step(xor.Parameters, gradient);
}

Console.WriteLine("learned " + (last < first / 10));

var trainer = new Trainer<float>(xor, new Examples<float>(4, points, classes), adam);
var report = new TrainingReport<float>(trainer);
using var page = new MemoryStream();
Console.WriteLine("watched " + report.Watch(trainer.Run(3)).Count());
report.Write(page);
Console.WriteLine("report " + (page.Length > 50_000));

namespace Users
{
    /// <summary>The toy layer of a lecture.</summary>
    [Network]
    [Input(2)]
    [Dense(2, Activation.ReLU)]
    public sealed partial class Toy
    {
    }

    /// <summary>Exclusive or.</summary>
    [Network]
    [Input(2)]
    [Dense(8, Activation.Tanh)]
    [Dense(1, Activation.Sigmoid)]
    [Loss(Loss.BinaryCrossEntropy)]
    public sealed partial class Xor
    {
    }
}
