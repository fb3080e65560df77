using System;
using NetGen.Data;

namespace NetGen.Evaluation;

/// <summary>Trains a new model on a sample and predicts points with it.</summary>
/// <typeparam name="T">The number type of the model.</typeparam>
/// <param name="sample">What to train on.</param>
/// <param name="points">[points, input size].</param>
/// <param name="predictions">Receives [points, target size].</param>
public delegate void TrainAndPredict<T>(IExamples<T> sample, ReadOnlySpan<T> points, Span<T> predictions)
    where T : unmanaged;
