using System.Collections.Immutable;
using NetGen.Comparison.Peers;
using NetGen.Comparison.Reporting;

namespace NetGen.Comparison.Forms;

/// <summary>The forms as sheets.</summary>
internal static class FormSheets
{
    /// <summary>Which forms there are, and how a process is held to each.</summary>
    public static Sheet Forms() => new(
        "Forms", ["form", ""],
        [
            .. Form.All.Select(form => ImmutableArray.Create(
                form.Name,
                form.Missing is string missing ? $"missing: this machine has {missing}"
                : form.Variables.Length == 0 ? "as the machine is"
                : string.Join(' ', form.Variables.Select(variable => $"{variable.Name}={variable.Value}")))),
        ],
        [], Numbers: false);

    /// <summary>A network in every form, each against its own peak and against the widest.</summary>
    /// <param name="workload">The network.</param>
    /// <param name="times">What was measured of every work, the widest form first.</param>
    public static Sheet Of(Workload workload, IReadOnlyList<(Work Work, IReadOnlyList<(Form Form, FormTime Time)> Times)> times) => new(
        $"Forms · {workload.Name} · {workload.Shape}",
        ["", "median", "its peak, GFLOP/s", "of its peak", "× the widest"],
        [
            .. times.SelectMany(work => work.Times.Select(measured => ImmutableArray.Create(
                $"{Sheets.Word(work.Work)}, {measured.Form.Name}", Numbers.Time(measured.Time.Nanoseconds), Numbers.Digits(measured.Time.Peak),
                Numbers.Percent(measured.Time.OfPeak), Numbers.Ratio(measured.Time.Nanoseconds / work.Times[0].Time.Nanoseconds)))),
        ],
        [.. Sheets.BusyNote(times.SelectMany(work => work.Times).Min(measured => measured.Time.Presence))]);
}
