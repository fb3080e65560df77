using System;
using NetGen.Checking;
using NetGen.Training;

namespace NetGen.Report;

/// <summary>An epoch as a report keeps it.</summary>
/// <param name="Report">What the trainer said.</param>
/// <param name="Elapsed">The time of all runs watched so far.</param>
/// <param name="Gradient">How large the gradient of the epoch's last step was.</param>
internal sealed record WatchedEpoch(EpochReport Report, TimeSpan Elapsed, GradientNorms Gradient);
