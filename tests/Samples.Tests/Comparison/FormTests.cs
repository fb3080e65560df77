using System;
using System.IO;
using System.Linq;
using System.Numerics;
using System.Runtime.Intrinsics;
using System.Threading;
using NetGen.Comparison.Forms;
using NetGen.Comparison.Peers;
using NetGen.Comparison.Reporting;
using NetGen.Tests.Support;
using Xunit;

namespace NetGen.Comparison.Tests;

public sealed class FormTests
{
    private static readonly Workload Network = Workloads.All.Single(workload => workload.Name == "W1");

    private static readonly Form Wide = new("wide", 8, null, []), Narrow = new("narrow", 4, null, []);

    [Fact]
    public void The_program_measures_every_form_that_this_machine_has_and_names_the_others()
    {
        using var folder = new TemporaryFolder();
        CommandResult run = Command.Dotnet(
            AppContext.BaseDirectory, Path.Combine(AppContext.BaseDirectory, "Comparison.dll"), "--forms", "--workloads", "W1", "--work", "row", "--rounds", "1", "--markdown", folder["forms.md"]).Succeeded();

        string markdown = File.ReadAllText(folder["forms.md"]);
        Assert.Contains("## Forms · W1 · 4-16-16-2\n", markdown);
        Assert.Contains(Form.All, form => form.Missing is null);
        Assert.All(Form.All, form =>
        {
            Assert.Equal(form.Missing is null, markdown.Contains($"\n| one row, {form.Name} | "));
            Assert.Equal(form.Missing is not null, markdown.Contains($"\n| {form.Name} | missing: this machine has {form.Missing} |"));
            Assert.Contains(form.Name, run.Output);
        });
        Assert.DoesNotContain("## Contestants", markdown);
    }

    [Fact]
    public void A_process_that_runs_in_another_width_is_not_taken_for_the_form()
    {
        var form = new Form("Vector of 64 bits", 2, null, [("DOTNET_MaxVectorTBitWidth", "64")]);

        FormException exception = Assert.Throws<FormException>(() => FormProcess.Measure(form, Network, Work.PredictRow, new() { Rounds = 1 }, CancellationToken.None));

        Assert.StartsWith("Vector of 64 bits was not measured: a process with DOTNET_MaxVectorTBitWidth=64 has vectors of ", exception.Message);
    }

    [Fact]
    public void This_process_has_the_lanes_of_the_widest_form_that_is_not_missing()
    {
        Assert.Equal(Vector512.IsHardwareAccelerated ? 16 : Vector<float>.Count, Form.RunningLanes);
        Assert.Equal(Form.RunningLanes, Form.All.First(form => form.Missing is null).Lanes);
    }

    [Fact]
    public void A_form_is_held_against_its_own_peak_and_against_the_widest()
    {
        Sheet sheet = FormSheets.Of(Network, [(Work.PredictRow, [(Wide, new(8, 100, 4000, 100, 1)), (Narrow, new(4, 150, 4000, 50, 1))])]);

        Assert.Equal(
            ["one row, wide; 100 ns; 100; 40.0 %; 1.00", "one row, narrow; 150 ns; 50.0; 53.3 %; 1.50"], sheet.Rows.Select(row => string.Join("; ", row)));
        Assert.Empty(sheet.Notes);
    }

    [Fact]
    public void A_machine_that_was_busy_with_one_of_the_forms_is_told_of()
    {
        Sheet sheet = FormSheets.Of(Network, [(Work.PredictRow, [(Wide, new(8, 100, 4000, 100, 1)), (Narrow, new(4, 150, 4000, 50, 0.5))])]);

        Assert.StartsWith("The machine was busy", Assert.Single(sheet.Notes));
    }

    [Fact]
    public void What_a_process_prints_is_read_again_as_it_was()
    {
        var time = new FormTime(8, 1.25e-3, 123_456_789, 104.1, 0.999);

        Assert.Equal(time, FormTime.Parse(time.Line));
        Assert.Throws<FormatException>(() => FormTime.Parse("8 1 2 three 4"));
        Assert.Throws<FormatException>(() => FormTime.Parse(""));
    }
}
